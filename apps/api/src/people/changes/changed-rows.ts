import type { ChangedRow } from '@countersign/database';
import { canonicalJson, isRecord, type DirectoryImport, type Json } from '@countersign/domain';

type Row = Record<string, Json>;
const SECTIONS = ['units', 'roles', 'people', 'positions', 'grants', 'parameters'] as const;

/** What differs between two states of a directory, row by row, of each row the members that differ. Pure. */
export function changedRows(before: DirectoryImport, after: DirectoryImport): ChangedRow[] {
  const sections = SECTIONS.map((section) => [section, before[section], after[section]] as const);
  return [['company', [before.company], [after.company]] as const, ...sections].flatMap(([section, was, is]) =>
    differing(section, rowsByKey(was as unknown as Json), rowsByKey(is as unknown as Json)),
  );
}

function rowsByKey(rows: Json): Map<string, Row> {
  const keyed = (Array.isArray(rows) ? rows : []).filter(isRecord);
  return new Map(keyed.map((row) => [[row.definition, row.key].filter(Boolean).map(String).join('.'), row as Row]));
}

function differing(section: string, before: Map<string, Row>, after: Map<string, Row>): ChangedRow[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (!was || !is) return [{ section, key, before: was ?? null, after: is ?? null }];
    const members = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => !isSame(was[name], is[name]));
    const only = (row: Row): Row => Object.fromEntries(members.map((name) => [name, row[name] ?? null]));
    return members.length === 0 ? [] : [{ section, key, before: only(was), after: only(is) }];
  });
}

const isSame = (was: Json | undefined, is: Json | undefined): boolean => canonicalJson(was ?? null) === canonicalJson(is ?? null);
