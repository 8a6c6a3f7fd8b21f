import type { Definition, ExistingDirectory } from '@countersign/domain';
import type { EntityManager } from 'typeorm';

/** Of each process the version in use, else the newest. */
const DEFINITIONS = `
  SELECT DISTINCT ON (key) key, body->'parameters' AS parameters FROM definition
  WHERE company_id = $1 ORDER BY key, status = 'published' DESC, version DESC`;

/** Parameters of a company's processes with their defaults, by process and key. */
export async function knownParameters(manager: EntityManager, companyId: string): Promise<ExistingDirectory['parameters']> {
  const rows = await manager.query<{ key: string; parameters: Definition['parameters'] | null }[]>(DEFINITIONS, [companyId]);
  return Object.fromEntries(
    rows.map(({ key, parameters }) => [key, Object.fromEntries((parameters ?? []).map((each) => [each.key, each.default]))]),
  );
}
