import type { Bilingual, DirectoryImport, KnownRows } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import type { FieldError } from '../../http/problem/problem';
import { Problem } from '../../http/problem/problem';

const keysIn = (table: 'person' | 'position'): string => `SELECT id, key FROM ${table} WHERE company_id = $1 AND id = ANY ($2::uuid[])`;

/** Keys of some rows of the company by their ids. */
export async function keysById(
  manager: EntityManager,
  companyId: string,
  { table, ids }: { table: 'person' | 'position'; ids: readonly (string | null | undefined)[] },
): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; key: string }[]>(keysIn(table), [companyId, [...new Set(ids.filter(Boolean))]]);
  return new Map(rows.map(({ id, key }) => [id, key]));
}

/** The document that an import takes: of the company as it is, with these rows. Pure. */
export const importOf = ({ company }: DirectoryImport, rows: object): object => JSON.parse(JSON.stringify({ company, ...rows })) as object;

/** The directory as changes by hand look at it. Pure. */
export const knownRows = ({ people, positions, grants }: DirectoryImport, today: string): KnownRows => ({
  people,
  positions,
  grants,
  today,
});

/** Why nothing was changed, at its field. */
export function refusedChange(field: string, code: string, message: Bilingual): Problem {
  const error: FieldError = { field, code, params: {}, message };
  return new Problem('change-invalid', {}, [error]);
}
