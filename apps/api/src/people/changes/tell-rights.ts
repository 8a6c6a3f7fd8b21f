import type { ChangedRow } from '@countersign/database';
import { isRecord } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

const TELL = `
  INSERT INTO notification (id, company_id, person_id, notice, params)
  SELECT x.id, $1, p.id, 'rights-changed', $3::jsonb FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, key text)
    JOIN person p ON p.company_id = $1 AND p.key = x.key AND p.active`;

/** Tells everybody whose rights an import has changed, whoever else knows of it. */
export async function tellRights(
  manager: EntityManager,
  { companyId, actorId, rows }: { companyId: string; actorId: string | null; rows: ChangedRow[] },
): Promise<void> {
  const told = rows.filter(({ section, before, after }) => section === 'people' && (hasRights(before) || hasRights(after)));
  if (told.length === 0) return;
  const people = told.map(({ key }) => ({ id: uuidv7(), key }));
  await manager.query(TELL, [companyId, JSON.stringify(people), JSON.stringify(actorId === null ? {} : { by: actorId })]);
}

const hasRights = (row: ChangedRow['after']): boolean => isRecord(row) && Array.isArray(row.rights) && row.rights.length > 0;
