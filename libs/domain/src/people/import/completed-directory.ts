import { isRecord } from '../../form/blank';
import type { Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import type { DirectoryImportInput } from './directory-import.schema';

/** What a company has already, as the document that would bring it. */
export type DirectoryBefore = Required<Pick<DirectoryImportInput, 'people' | 'positions' | 'grants'>>;

/** What a row says anew each time: it depends on what else the row says. */
const SAID_ANEW: Record<keyof DirectoryBefore, readonly string[]> = {
  people: ['login'],
  positions: ['title', 'primary'],
  grants: ['role', 'person'],
};
/** What may be absent, and is taken away by `null`. */
const ABSENT: Record<keyof DirectoryBefore, readonly string[]> = {
  people: ['email'],
  positions: ['validFrom', 'validTo', 'substitute'],
  grants: ['scope', 'withheldReason', 'validFrom', 'validTo'],
};

/**
 * A document as it was sent, in which every row of somebody or something known also says what it leaves out, as it stood before: a row that puts a
 * name right lets nobody in who had left, takes no right and prolongs nothing. What is no document is left as it is. Pure, row by row.
 */
export function* completedDirectory(document: unknown, before: DirectoryBefore): Generator<void, unknown, void> {
  if (!isRecord(document)) return document;
  const lists = (Object.keys(SAID_ANEW) as (keyof DirectoryBefore)[]).filter((name) => Array.isArray(ownValue(document, name)));
  const whole = { ...document };
  for (const name of lists) whole[name] = yield* completedRows(document[name] as Json[], name, before[name]);
  return whole;
}

function* completedRows(rows: Json[], name: keyof DirectoryBefore, before: readonly { key: string }[]): Generator<void, Json[], void> {
  const known = new Map(before.map((row) => [row.key, row as unknown as Record<string, Json | undefined>]));
  const whole = (row: Json): Json => {
    if (!isRecord(row)) return row;
    const old = known.get(String(row['key'])) ?? {};
    const kept = Object.entries(old).filter(([part, value]) => value !== undefined && !SAID_ANEW[name].includes(part));
    const all = { ...(Object.fromEntries(kept) as Record<string, Json>), ...row };
    return Object.fromEntries(Object.entries(all).filter(([part, value]) => value !== null || !ABSENT[name].includes(part)));
  };
  const made: Json[] = [];
  for (const row of rows) {
    made.push(whole(row));
    yield;
  }
  return made;
}
