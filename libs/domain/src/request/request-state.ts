import type { Money } from '../money/money';
import type { Json } from '../text/bilingual';
import type { Resume } from '../definition/step.schema';

/** A routing value kept in the state: only fields that a condition, guard, assignee, due rule or amount names are here; of tables, sums and counts (`items.amount`, `items#`). */
export type FieldValue = string | number | boolean | null | Money | string[];

/** One person's place on a step. */
export interface Seat {
  seat: number;
  person: string;
}

/** One person's word on a step; a fact of its own, apart from the step's outcome. */
export interface Vote {
  person: string;
  type: 'approve' | 'reject' | 'return';
  stance: 'for' | 'against' | 'conditional' | null;
  at: string;
}

/** A step in its newest generation. Older generations live in the journal only. */
export interface StepState {
  generation: number;
  /** `closed`: its tasks went away with a withdrawal, undecided. */
  status: 'open' | 'passed' | 'merged' | 'skipped' | 'returned' | 'rejected' | 'blocked' | 'closed';
  seats: Seat[];
  votes: Vote[];
}

/** What an undo would restore: who did what, where from, until when. */
export interface Undoable {
  person: string;
  type: 'approve' | 'reject' | 'return' | 'withdraw';
  /** Machine state before the command. */
  from: string;
  at: string;
  /** Routing fields that the command overwrote, with the values before. */
  fields: Record<string, FieldValue>;
  contentHash: string;
  /** What else the command changed, as it was. Steps that did not exist stand as null. */
  before: {
    steps: Record<string, StepState | null>;
    path: string[];
    returned: RequestContext['returned'];
    resumeAt: string | null;
    decided: boolean;
    returns: number;
    blocked: Blocked | null;
    materialHash: string;
  };
}

/** Where a request stands and why nobody can move it in the ordinary way. */
export interface Blocked {
  kind: 'no-approver' | 'poisoned';
  step: string;
  owners: string[];
  reason: string;
}

/** What the machine remembers. Plain JSON, small, without names or texts. */
export interface RequestContext {
  requestId: string;
  requester: { id: string; roles: string[]; unitId: string } | null;
  beneficiary: string | null;
  params: Record<string, string | number | boolean>;
  fields: Record<string, FieldValue>;
  /** Step id → person that the requester chose. */
  choices: Record<string, string>;
  /** Submits so far; 1 after the first. */
  round: number;
  firstSubmittedAt: string | null;
  /** The company's calendar day of that moment, YYYY-MM-DD. */
  firstSubmittedOn: string | null;
  /** Digest of everything shown: form, files, opinions. Sent back with decisions. */
  contentHash: string;
  /** Digest of the material fields. */
  materialHash: string;
  /** Raised by every return, resubmit and undo. */
  generation: number;
  steps: Record<string, StepState>;
  /** Steps entered in this walk, in order, skipped ones left out. */
  path: string[];
  /** Somebody has decided since the last submit: from then on a walking request cannot be withdrawn. */
  decided: boolean;
  /** Returns so far, to whomever; each begins another round of the walk. */
  returns: number;
  /** Set while the request is with its requester. `by` is the step that returned it. */
  returned: { by: string; to: string; resume: Resume } | null;
  /** Straight-back: where the walk goes on after the step returned to has passed. */
  resumeAt: string | null;
  undoable: Undoable | null;
  outcome: 'approved' | 'rejected' | 'withdrawn' | null;
  finishedAt: string | null;
  /** End of the grace time of a finished request; null otherwise. */
  closesAt: string | null;
  blocked: Blocked | null;
  /** Internal to one `advance`: the step whose seats the facts do not hold. Null in every stored state. */
  need: string | null;
}

/**
 * A request's state: which definition, which machine state, what is remembered.
 * `value` is a step id, or one of `draft`, `returned`, `approved`, `rejected`, `withdrawn`, `closed`.
 */
export interface RequestState {
  key: string;
  version: number;
  value: string;
  context: RequestContext;
}

/** Machine states that are no steps. Step ids may not use these words. */
export const RESERVED_STATES = ['draft', 'returned', 'approved', 'rejected', 'withdrawn', 'closed'] as const;

/** Values of a whole form, as the API and the database keep them (files as metadata). */
export type FormValues = Record<string, Json>;
