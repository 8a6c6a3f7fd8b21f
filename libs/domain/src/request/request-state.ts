import type { ParameterValue } from '../definition/parameters';
import type { ChildRecord, ParentLink } from './links/child-record';
import type { Answer } from '../definition/steps/step-kind';
import type { Resume } from '../definition/steps/step-parts';
import type { PersonCommandType } from './command';
import type { Notice } from './effect';
import type { ItemRecord, ItemsRecord } from './items/item-record';
import type { CallRecord, Pause, StepClock } from './steps/step-waits';
import type { Demand } from './supervision';
import type { Money } from '../money/money';
import type { Json } from '../text/bilingual';

/** A routing value kept in the state: only fields that a condition, guard, assignee, due rule or amount names are here; of tables, sums and counts (`items.amount`, `items#`). */
export type FieldValue = string | number | boolean | null | Money | string[];

/** Where the machine stands: a state, or regions with what is active in each. Plain JSON. */
export type StateValue = string | { [region: string]: StateValue };

/** One person's word, given on a seat; casting it is a fact of its own, apart from how the step settles. */
export interface Vote {
  answer: Answer;
  person: string;
  /** By which operation they said it; null where the step passed in their name. */
  pressed: PersonCommandType | null;
  /** Number of the transition that brought it. */
  n: number;
  at: string;
  stance: 'for' | 'against' | 'conditional' | null;
  /** Digest of the material fields that the seat was shown; `''` where the word needs none. */
  material: string;
  /** Digest of everything that the seat was shown. */
  shown: string;
}

/** One person's place on a step. */
export interface Seat {
  person: string;
  /** Number of the transition that opened it; with step and seat it names the task. */
  generation: number;
  vote?: Vote;
  /** Which group of the step's people it belongs to, where there are groups. */
  group?: number;
  /** Who asked for this signature beside those of the step's own rules. */
  addedBy?: string;
  /** Seats that have their say first. */
  after?: string[];
  /** It has no task now: its turn has not come, or its word is not needed any more. */
  waits?: true;
  /** Whom the rules found, where the seat was handed over since: whoever sits there decides in their place. */
  from?: string;
  /** Who gave it away to hear what its person thinks, and gets it back: only they decide. */
  lentBy?: string;
  /** Who is away, and was found by the rules: its person stands in for them. */
  actingFor?: string;
  /** Everybody who could have claimed it, its person among them. */
  pool?: string[];
  /** For whom some of those stand in. Absent = nobody of them is away. */
  poolFor?: Record<string, string>;
  /** The seat whose person asks something of this one, who answers and decides nothing. */
  question?: string;
}

/** What is remembered of a step in its newest opening. Older ones live in the journal only. */
export interface StepRecord {
  /**
   * `waived`: an operator has passed it over, for good. `closed`: its tasks went away with the request, undecided; of a lane: the others were enough. `waiting`: for a moment, for other requests or for another system, not for people.
   * Of a lane, which is remembered by its name: how it ended.
   */
  status: 'open' | 'passed' | 'merged' | 'skipped' | 'waived' | 'returned' | 'rejected' | 'blocked' | 'closed' | 'waiting';
  /** Number of the transition that opened, skipped or blocked it. */
  generation: number;
  seats: Record<string, Seat>;
  /** blocked: who looks after it, and why nobody can act. */
  owners?: string[];
  reason?: string;
  /** Somebody was named by an operator, for want of people whom the definition finds. */
  assigned?: string;
  /** The words on it can pass it no more: its people are looked for again. */
  stuck?: true;
  /** skipped: by whom, of people who may leave it out, and about what. It stands as long as that is the same. */
  leftOut?: { person: string; n: number; material: string };
  /** It was sent back from here, to come straight back: what the others said stands, as long as they are shown the same. */
  keeps?: true;
  /** The walk has gone back before it, to come again only to those who were shown something that changed: whatever it was. */
  strict?: true;
  /** Notices: digest of the material fields that were copied. */
  copied?: string;
  /** Notices: who was sent them. They hear of it should the request not hold, and nobody need send them another copy. */
  copies?: string[];
  /** Notices: whom it was copied to for that they see to it, or are to confirm that they have read it. Absent: nobody. */
  supervisors?: string[];
  readers?: string[];
  /** What stands of its items, where it has any. */
  items?: ItemsRecord;
  /** How its time runs; absent where nothing happens by time. */
  clock?: StepClock;
  /** Which round its steps are in, of a step that repeats them; absent in the first. */
  round?: number;
  /** Until when it waits, or has waited; absent where it waits for no moment. */
  until?: Pause;
  /** What it has asked of another system. */
  call?: CallRecord;
  /** Requests that it has started, by id. Absent: none. */
  children?: Record<string, ChildRecord>;
}

/** The inverse of what one command changed, kept while it may be taken back. Its keys are its footprint. */
export interface UndoPatch {
  /** Steps as they were; null where there was none. Where nothing but seats was changed, those alone, by step. */
  steps: Record<string, StepRecord | null>;
  seats: Record<string, Record<string, Seat | null>>;
  /** The same of items, where any were changed: by step, by item. */
  items?: Record<string, Record<string, ItemRecord | null>>;
  fields: Record<string, FieldValue>;
  /** Digests of material fields as they were, where each region was begun, and what steps had written; null where there was none. */
  material: Record<string, string | null>;
  /** The same of other fields, where any were changed. */
  others?: Record<string, string | null>;
  walked: Record<string, number | null>;
  written: Record<string, string | null>;
  /** By how many it added to the returns. */
  returns: number;
  /** What else of the context was different. */
  rest: Partial<Omit<RequestContext, 'steps' | 'fields' | 'material' | 'others' | 'walked' | 'written' | 'returns' | 'undo'>>;
  /** Keys of the context that were not there at all; absent = none. */
  added?: (keyof RequestContext)[];
  /** Where the machine stood, from the smallest region that the command moved; `region` is the way to it. Null where it moved none. */
  value: { region: string[]; was: StateValue } | null;
}

/** A decision that its person may still take back. */
export interface Undoable {
  person: string;
  type: PersonCommandType;
  step: string | null;
  n: number;
  at: string;
  /** What it told anybody besides of new tasks; null: about the request as a whole. */
  told: { notice: Notice; step: string | null }[];
  patch: UndoPatch;
}

/** How a request comes to its end. */
export const OUTCOMES = ['approved', 'rejected', 'withdrawn', 'terminated', 'revoked'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who has carried something out, and with which transition. */
export interface Done {
  person: string;
  n: number;
  at: string;
}

/** What the machine remembers. Plain JSON, small, without names or texts. */
export interface RequestContext {
  requestId: string;
  requester: { id: string; roles: string[]; unitId: string } | null;
  beneficiary: string | null;
  /** Roles to whose holders it gives authority: they decide nothing about it. Absent: none. */
  concerns?: string[];
  params: Record<string, ParameterValue>;
  fields: Record<string, FieldValue>;
  /** Step id → person that the requester chose. */
  choices: Record<string, string>;
  /** Submits so far; 1 after the first. */
  round: number;
  firstSubmittedAt: string | null;
  /** The company's calendar day of that moment, YYYY-MM-DD. */
  firstSubmittedOn: string | null;
  /** Digest of what was asked when the request was last sent: form, files, comment. */
  formDigest: string;
  /** By step: digest of what decisions there have written or signed. What a seat is shown is made of both (`request/content`). */
  written: Record<string, string>;
  /** Digest of each material field; a decision stands as long as those that it was shown are the same. */
  material: Record<string, string>;
  /** Digest of each other field, and of what steps have signed, where the definition may ask only those who were shown something that changed. */
  others?: Record<string, string>;
  /** By region of the walk: number of the transition with which it was last begun, by a submit or a return. */
  walked: Record<string, number>;
  steps: Record<string, StepRecord>;
  /**
   * Steps of authority `execute` whose work somebody has done: money was paid, a contract signed. What was carried out is not undone by going back
   * before it, withdrawing or rejecting; in the order in which it was first done.
   */
  carriedOut: string[];
  /** By whom and when each of them was done last. Absent = nothing was carried out. */
  doneBy?: Record<string, Done>;
  /** Returns so far, to whomever; each begins another round of the walk. */
  returns: number;
  /** Set while the request is with its requester. `by` is the step that returned it. */
  returned: { by: string; to: string; resume: Resume } | null;
  /** Operators and those whom they named, who have changed its form: they decide nothing on it. Absent = nobody. */
  correctedBy?: string[];
  /** By step: who has corrected the requester's fields there while passing it, and decides no later step of what they wrote. Absent = nobody. */
  editedBy?: Record<string, string[]>;
  /** Decisions that may still be taken back, oldest first; whatever changes the same steps or fields ends that. */
  undo: Undoable[];
  outcome: Outcome | null;
  finishedAt: string | null;
  /** End of the grace time of a finished request; null otherwise. */
  closesAt: string | null;
  /** A guard or action threw: nothing goes on before an operator has corrected or ended it. */
  poisoned: { step: string; owners: string[]; reason: string } | null;
  /** An operator has suspended it then: nothing goes on before it is resumed. Absent = it was not. */
  suspendedAt?: string;
  /** Who has revoked its approval, and when: its compensating steps are walked. Absent: nobody has. */
  revoking?: Done;
  /** When somebody who may do so last reminded those who have it. Absent = never. */
  urgedAt?: string;
  /** When somebody who supervises it last reported it upward. Absent = never. */
  reportedAt?: string;
  /** Answers that are demanded by those who supervise it. Absent = none ever was. */
  demands?: Demand[];
  /** By step: who has confirmed that they have read the copy that it sent them. Absent = nobody. */
  receipts?: Record<string, Record<string, Done>>;
  /** By which request it was started. Absent: by nobody's but its requester's own wish. */
  parent?: ParentLink;
  /** Requests that people have started from it by hand, by id. Absent: none. */
  children?: Record<string, ChildRecord>;
  /** People who were sent a copy by somebody's own choice: nobody is sent two. Absent = nobody. */
  copiedTo?: string[];
}

/** A request's state: which definition, where the machine stands, what is remembered. */
export interface RequestState {
  key: string;
  version: number;
  value: StateValue;
  context: RequestContext;
}

/** Machine states that are no steps. Step ids may not use these words. */
export const RESERVED_STATES = ['draft', 'walk', 'returned', ...OUTCOMES, 'closed'] as const;
export type Phase = (typeof RESERVED_STATES)[number];
/** Where it is remembered that a returned request has nobody to change it: as if it were a step, which none can be called. */
export const WITH_REQUESTER = 'returned' satisfies Phase;

/** Values of a whole form, as the API and the database keep them (files as metadata). */
export type FormValues = Record<string, Json>;
