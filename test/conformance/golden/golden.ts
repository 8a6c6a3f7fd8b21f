import type { DirectoryImportInput, FileReference, Json, PersonCommandType, Resume } from '@countersign/domain';
import type { PlanRow } from './ledger';

type Uploaded = Pick<FileReference, keyof FileReference>;

/** What a form may be made of: days relative to today, values that no other table uses, uploaded files. */
export interface FormTools {
  /** ISO day so many days from today. */
  day(offset: number): string;
  /** A text that is this table's own. */
  own(text: string): string;
  /** Three of them, as they cross the wire. */
  files: Uploaded[];
  /** The first of them. */
  file: Uploaded;
  unit(key: string): string;
  person(key: string): string;
  /** Id of a request of the purchasing specialist that was approved. */
  approved: string;
}
export type WireForm = Record<string, Json>;
export type Patch = Partial<Pick<DirectoryImportInput, 'grants' | 'parameters' | 'people' | 'positions'>>;

/** What somebody does, and what must come of it: either `events` and `waits`, or `refused`. */
export interface Act {
  /** Person key. */
  by: string;
  does: PersonCommandType;
  /** Which request, where a table has several. */
  of?: string;
  form?: (tools: FormTools) => WireForm;
  fields?: (tools: FormTools) => WireForm;
  comment?: string;
  stance?: 'for' | 'against' | 'conditional';
  to?: string;
  resume?: Resume;
  /** Decides on what was shown before the last command, not on what stands there now. */
  shownBefore?: boolean;
  /** The task decided on, where it is not the one that waits. */
  step?: string;
  /** The item of a checklist. */
  item?: string;
  /** Key of whoever is named: who gets it, is asked, reads it or signs it too. */
  person?: string;
  /** Key of whose task it is, where several have one. */
  from?: string;
  /** Only that it is taken matters, and that these are among what happened: what follows is looked at in a later row. */
  taken?: readonly string[];
  /** What happened, one word line per event (`wordEvent`). */
  events?: string[];
  /** `<step>: <people>`, `blocked at <step>: <owners>`, `returned`, or an outcome. */
  waits?: string;
  /** Refusal code. */
  refused?: string;
}

/** The directory changes; what it replaces comes back when the table ends. */
export interface Change {
  change: Patch;
}

/** The grace time passes, and the timer fires. */
export interface Pass {
  passes: 'grace';
  of?: string;
  events: string[];
  waits: string;
}

/** Another system, of which a step has asked something, does it or refuses it. */
export interface Reply {
  replies: 'yes' | 'no';
  of?: string;
  events: string[];
  waits: string;
}

export type Row = Act | Change | Pass | Reply;

/**
 * One table: a definition, a directory (the demo company), and commands with what must come of each (test/README.md).
 * Played twice, through the pure engine and through the real workflow; both must give just this.
 */
export interface Golden {
  /** A statement. */
  name: string;
  definition: string;
  /** What the ledger holds; absent: no plan speaks of anything. */
  plan?: readonly PlanRow[];
  rows: Row[];
}

/** A table as it is written: forms and changes by name, the rows as text. */
export interface GoldenText {
  name: string;
  forms: Record<string, (tools: FormTools) => WireForm>;
  changes?: Record<string, Patch>;
  rows: string;
}

/** What a row gave: compared as a whole. */
export type Played = { events: string[]; waits: string } | { refused: string } | { changed: true };

/** What a row is expected to give. */
export function expectedOf(row: Row): Played {
  if ('change' in row) return { changed: true };
  if ('refused' in row && row.refused !== undefined) return { refused: row.refused };
  if ('taken' in row && row.taken)
    return { events: expect.arrayContaining([...row.taken]) as string[], waits: expect.any(String) as string };
  return { events: row.events ?? [], waits: row.waits ?? '' };
}

/** One row in words, for the message of a failing test. */
export function wordRow(row: Row): string {
  if ('change' in row) return 'the directory changes';
  if ('replies' in row) return `the other system says ${row.replies}`;
  return 'passes' in row ? 'the grace time passes' : `${row.by} does ${row.does}`;
}
