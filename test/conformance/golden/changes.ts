import { DEMO_DIRECTORY } from '@countersign/definitions';
import type { DirectoryImport } from '@countersign/domain';

type Person = DirectoryImport['people'][number];
type Position = DirectoryImport['positions'][number];
type Grant = DirectoryImport['grants'][number];

function only<Row extends { key: string }>(rows: readonly Row[], key: string): Row {
  const row = rows.find((each) => each.key === key);
  if (!row) throw new Error(`Expected the demo company to have “${key}”, but it has not`);
  return row;
}

/** Somebody of the demo company, changed. */
export function person(key: string, change: Partial<Person>): Person {
  return { ...only(DEMO_DIRECTORY.people, key), ...change };
}

/** A post of the demo company, changed. */
export function position(key: string, change: Partial<Position>): Position {
  return { ...only(DEMO_DIRECTORY.positions, key), ...change };
}

/** A grant of the demo company, changed. */
export function grant(key: string, change: Partial<Grant> = {}): Grant {
  return { ...only(DEMO_DIRECTORY.grants, key), ...change };
}

/** A grant of the demo company, taken back. */
export function withheld(key: string): Grant {
  return grant(key, { state: 'withheld', withheldReason: 'under review' });
}
