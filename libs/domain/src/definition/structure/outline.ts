import type { Definition } from '../definition.schema';
import type { Step } from '../step.schema';
import type { Structure } from './structure';

/** A routing field whose values a request holds alone, by the register in which they are told apart. */
export interface HeldField {
  register: string;
  field: string;
  /** The value is that of these fields together, in order; `field` is the one that a form marks. Absent: that of the field. */
  parts?: HeldPart[];
}

/** What stands for whoever asks among fields whose values are held together; no field is called so. */
export const HELD_REQUESTER = '@requester';

/** One of several fields whose values are held together. `exact`: told apart as it stands, and not as an identifier is. */
export interface HeldPart {
  field: string;
  exact: boolean;
  /** It is a range of dates, each day of which is held; the last of its fields. */
  days?: true | undefined;
}

/** Fields that tell which lines of a budget are meant, or of which category (`of`) they always are. */
export interface FundsAsked {
  unit: string;
  category?: string | undefined;
  of?: string;
  date?: string | undefined;
}

/** Which requests of a process its requester has sent before, as far as something is asked of them. */
export interface EarlierLookup {
  /** By which it is found among the facts. */
  name: string;
  /** Key of the process. */
  definition: string;
  /** They say the same in these fields. */
  same: string[];
  /** Sent within so many days; null: whenever. */
  days: number | null;
  /** Of these only where one step was carried out and another is not; null: of all that were not turned down. */
  open: { since: string; until: string } | null;
}

/** What has to be read of directory and database before a command can be decided. */
export interface Lookups {
  /** The requester's superiors up to the top are needed. */
  superiors: boolean;
  /** The superiors of everybody found are needed. Absent: not. */
  above?: true;
  /** Person or unit fields that assignee rules start from. */
  anchors: string[];
  /** Roles whose holders in the whole company are needed, and those of whom only holders near a unit are. */
  companyRoles: string[];
  nearRoles: string[];
  /** Keys of people named in the definition. */
  persons: string[];
  /** Keys of units named by its rules. Absent: none. */
  units?: string[];
  /** Matters whose grants are needed. */
  matters: string[];
  /** Fields whose values a request holds alone. */
  held: HeldField[];
  /** Fields that name requests of which something is asked, and what of them is looked up. */
  linked: { field: string; said: string[] }[];
  /** What the requester has sent before. Absent: nothing is asked of it. */
  earlier?: EarlierLookup[];
  /** Fields that tell which lines of a budget the request may fall on; null where it draws on none. */
  funds: (FundsAsked & { to?: FundsAsked }) | null;
  operators: true;
}

/** What can be told of a definition without its machine: its steps by id and in order, and what has to be kept and read for it. Immutable. */
export interface Outline {
  definition: Definition;
  /** Hash of the definition. */
  hash: string;
  steps: Record<string, Step>;
  /** Ids of all steps in document order, branches flattened. */
  order: readonly string[];
  /** What comes before what. */
  structure: Structure;
  lookups: Lookups;
  /** Field paths whose values are kept in the state. */
  routing: string[];
  /** Keys of the material fields: those so flagged, and those that steer, because a condition, assignee, limit, guard or sum reads them. */
  material: string[];
  /** Material fields that each step that people decide is shown as somebody else filled them in, by step. */
  shown: Record<string, string[]>;
  /** Keys of all other fields, where some return may ask only those who were shown something that changed; else none. */
  others: string[];
  /** By step that people decide: what it is shown of them, and the steps before it that sign (`signatureOf`). */
  shownOthers: Record<string, string[]>;
  /** Steps whose writings and signatures each step that people decide is shown, by step. */
  shownFrom: Record<string, string[]>;
  /** Steps whose deciders may not decide a step, by that step. */
  apart: Record<string, string[]>;
  /** Steps whose correctors may not decide a step, by that step; only steps that have any. */
  correctors: Record<string, string[]>;
  /** Paths that a step's `when` reads and that the step writes itself, by step; only steps that have any. */
  ownPaths: Record<string, ReadonlySet<string>>;
  /** Steps that write what something else reads. */
  writesForOthers: ReadonlySet<string>;
}
