import { canonicalJson, ownValue, type Json } from '@countersign/domain';
import { mapInTurns } from '@countersign/platform';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ImportCountView } from '../dto/people.view';

/** Rows that one statement writes. */
export const CHUNK = 500;

/** Writes the rows that are new or say something else than what is there, in the order given, and counts. */
export async function upsert<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  wanted: Row[],
  options: { existing: Row[]; identity: (keyof Row & string)[] },
): Promise<ImportCountView> {
  const { existing, identity } = options;
  const keyOf = (row: Row): string => identity.map((column) => String(ownValue(row, column))).join('/');
  const before = new Map(await mapInTurns(existing, (row) => [keyOf(row), row] as const));
  const news = await mapInTurns(wanted, (row) => {
    const old = before.get(keyOf(row));
    return !old || !same(row, old);
  });
  const changed = wanted.filter((_, at) => news[at]);
  for (let start = 0; start < changed.length; start += CHUNK) {
    await manager.upsert(entity, changed.slice(start, start + CHUNK), identity);
  }
  const created = changed.filter((row) => !before.has(keyOf(row))).length;
  return { created, updated: changed.length - created, unchanged: wanted.length - changed.length };
}

/** Whether every column that the wanted row names has that value already. An entity has all columns; those that it says nothing of stay as they are. */
function same<Row extends ObjectLiteral>(wanted: Row, old: Row): boolean {
  return Object.keys(wanted).every(
    (column) =>
      ownValue(wanted, column) === undefined ||
      ownValue(wanted, column) === ownValue(old, column) ||
      canonicalJson((ownValue(wanted, column) ?? null) as Json) === canonicalJson((ownValue(old, column) ?? null) as Json),
  );
}
