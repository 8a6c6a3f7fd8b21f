import type { ChangedRow } from '@countersign/database';
import { canonicalJson, isRecord, ownValue, type DirectoryImport, type Json } from '@countersign/domain';

type Row = Record<string, Json>;
const SECTIONS = ['units', 'roles', 'people', 'positions', 'grants', 'parameters'] as const;

/** What differs between two states of a directory, row by row, of each row the members that differ. Pure, in pieces: a directory may be large. */
export function* changedRows(before: DirectoryImport, after: DirectoryImport): Generator<void, ChangedRow[], void> {
  const sections = SECTIONS.map((section) => [section, before[section], after[section]] as const);
  const changed: ChangedRow[] = [];
  for (const [section, was, is] of [['company', [before.company], [after.company]] as const, ...sections]) {
    const rowsWere = yield* rowsByKey(was as unknown as Json);
    const rowsAre = yield* rowsByKey(is as unknown as Json);
    for (const key of new Set([...rowsWere.keys(), ...rowsAre.keys()])) {
      changed.push(...differing(section, key, { was: rowsWere.get(key), is: rowsAre.get(key) }));
      yield;
    }
  }
  return changed;
}

function* rowsByKey(rows: Json): Generator<void, Map<string, Row>, void> {
  const known = new Map<string, Row>();
  for (const row of Array.isArray(rows) ? rows : []) {
    if (isRecord(row)) known.set([row.definition, row.key].filter(Boolean).map(String).join('.'), row as Row);
    yield;
  }
  return known;
}

function differing(section: string, key: string, { was, is }: { was: Row | undefined; is: Row | undefined }): ChangedRow[] {
  if (!was || !is) return [{ section, key, before: was ?? null, after: is ?? null }];
  const members = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => !isSame(ownValue(was, name), ownValue(is, name)),
  );
  const only = (row: Row): Row => Object.fromEntries(members.map((name) => [name, ownValue(row, name) ?? null]));
  return members.length === 0 ? [] : [{ section, key, before: only(was), after: only(is) }];
}

const isSame = (was: Json | undefined, is: Json | undefined): boolean =>
  was === is || canonicalJson(was ?? null) === canonicalJson(is ?? null);
