import { oneInForceOf, oneInForceRule, type Definition, type FormValues } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import type { NewestVersion } from './draft-versions.service';

/** Versions that requests may have been begun with. */
const OTHERS = `SELECT body FROM definition WHERE company_id = $1 AND key = $2 AND id <> $3 AND status <> 'draft'`;
/** Requests of other versions that hold what only one of their process may: under way, approved, or with something carried out. */
const IN_FORCE = `
  SELECT r.id, r.form, r.requester_id AS "requesterId" FROM request r JOIN definition d ON d.id = r.definition_id
  WHERE d.company_id = $1 AND d.key = $2 AND d.id <> $3 AND r.n > 0 AND r.id > coalesce($4, '00000000-0000-0000-0000-000000000000'::uuid)
    AND (r.outcome IS NULL OR r.outcome = 'approved' OR jsonb_array_length(coalesce(r.state->'context'->'carriedOut', '[]')) > 0)
  ORDER BY r.id LIMIT $5`;
/** Two that say the same by the new rule were let in by the old one: the older holds it. */
const HOLD = `
  INSERT INTO claimed_value (company_id, check_name, value, request_id)
    SELECT $1, x.register, x.value, x.id FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, register text, value text) ON CONFLICT DO NOTHING`;
const AT_ONCE = 500;

interface InForce {
  id: string;
  form: FormValues;
  requesterId: string;
}

/** Whether two versions tell requests apart by the same fields, in the same way. */
function alike(one: Definition, other: Definition): boolean {
  return JSON.stringify(oneInForceRule(one)) === JSON.stringify(oneInForceRule(other));
}

/**
 * Keeps what only one request may have in force across versions: where a new one tells requests apart by other fields, those of older ones that are in
 * force hold theirs by these too. Inside the caller's transaction.
 */
export async function holdByNewRule(manager: EntityManager, { companyId, id, body }: NewestVersion): Promise<void> {
  if (oneInForceRule(body) === null) return;
  const others = await manager.query<{ body: Definition }[]>(OTHERS, [companyId, body.key, id]);
  if (others.every((other) => alike(other.body, body))) return;
  let after: string | null = null;
  for (;;) {
    const rows: InForce[] = await manager.query<InForce[]>(IN_FORCE, [companyId, body.key, id, after, AT_ONCE]);
    const held = rows.flatMap((row) => oneInForceOf(body, row).map((value) => ({ id: row.id, ...value })));
    if (held.length > 0) await manager.query(HOLD, [companyId, JSON.stringify(held)]);
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.id ?? null;
  }
}
