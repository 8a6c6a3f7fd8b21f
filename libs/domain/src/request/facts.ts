import type { ParametersSet } from '../definition/parameters';
import type { ItemTimes } from './items/item-record';
import type { FundsFacts } from './budget-line';
import type { Grant } from './grant';
import type { Json } from '../text/bilingual';
import type { Outcome } from './request-state';
import type { Pause, StepClock } from './steps/step-waits';

/** When a step is due and what comes when, as its calendar counts. */
export type StepTimes = Omit<StepClock, 'rung'>;

/**
 * What `resolve` found for a step. `people` in seat order; with `groups`, the group of each where there are groups. `unfit` are people whose signature
 * was asked for besides, and who may not give it any more; absent where there are none.
 */
export type StepVerdict =
  | {
      kind: 'seats';
      people: string[];
      groups?: number[];
      /** Of each of them who is away, whose place they take; null = they were found themselves. Absent = nobody is away. */
      actingFor?: (string | null)[];
      unfit?: string[];
      /** Advisers who are there no more: who lent them the seat has it again. Absent = nobody. */
      away?: string[];
      /** Who was asked for information, and is there no more: the question is taken back. Absent = nobody. */
      unanswering?: string[];
      /** Of a step that is done item by item: whose each item is, by who signs, as places in `people`; and who may waive. */
      items?: Record<string, number[][]>;
      waivers?: string[];
      /** When items are due, by item; absent where none is. */
      dues?: Record<string, ItemTimes>;
      /** When the step is due; absent where nothing happens by time. */
      times?: StepTimes;
      /** Of a rung that hands a late step on: they may decide it, and get it. */
      takes?: true;
    }
  | { kind: 'merged'; person: string }
  | { kind: 'skipped'; reason: 'nobody' }
  /** Of a step that waits: until when, and since when where that was counted from its arrival. */
  | ({ kind: 'until' } & Pause)
  /** Of a step whose time stood still: how it runs on; null where nothing happens by it any more. */
  | { kind: 'times'; times: StepTimes | null }
  | { kind: 'blocked'; owners: string[]; reason: string };

/** What is found for a step that wants people. */
export type PeopleVerdict = Exclude<StepVerdict, { kind: 'until' | 'times' }>;

/** The actor as the directory knew them at `now`. */
export interface ActorFacts {
  id: string;
  roles: string[];
  unitId: string | null;
  /** Unit path ids that any of the actor's positions covers are expanded by the reader: ids of units served (subtree roots). */
  covers: string[];
  /** The same by role: as whom the actor serves which units. Absent in facts from before it was told apart. */
  coversAs?: Record<string, string[]>;
  /** Grants of the actor's roles and person, every state, for the matters that the definition names. */
  grants: Grant[];
  /** Named rights of the actor that cover the request's company, e.g. `requests.operate`. */
  rights: string[];
}

/** What is known of a request that a form names. */
export interface LinkedRequest {
  id: string;
  /** Key of its process. */
  key: string;
  number: string | null;
  /** Null while it is under way. */
  outcome: Outcome | null;
  /** What it says in the fields that are looked up; once it is kept, digests of that (`linked-said`). */
  said: Record<string, Json>;
}

/** What a requester has sent before, as far as something is asked of it. */
export interface Earlier {
  count: number;
  /** Amounts added up by currency, in minor units. */
  sums: Record<string, string>;
  /** Of what is open: since which day of the company the oldest is, and its number; null where nothing is. */
  oldest: string | null;
  number: string | null;
}

/**
 * What directory, grants and clock said at one moment, as data. Stored with the transition; `advance` reads nothing else.
 * `now` is PostgreSQL's clock in `record`, and never the client's.
 */
export interface Facts {
  now: string;
  /** The company's calendar day at `now`, YYYY-MM-DD: what ages and dates are counted by. */
  today: string;
  actor: ActorFacts | null;
  /** People for whom the actor stands in on this request: what guards ask of the actor's authority, they ask of theirs too. Absent = nobody. */
  actsFor?: ActorFacts[];
  /** Unit path (root … own) of the requester's unit: what scopes are tested against. */
  requesterUnitPath: string[];
  /** Parameters of the definition as the company has set them; read at the first submit only. */
  params: ParametersSet;
  /** Verdicts of `resolve`, by step id, for the steps that this command enters. */
  seats: Record<string, StepVerdict>;
  /** Values held by other live or approved requests, by register: canonical value → human number of the request that holds it. */
  claimed: Record<string, Record<string, string>>;
  /** Requests that fields of the form name and of which something is asked, by field. Absent where nothing is asked of any, or nobody looked. */
  linked?: Record<string, LinkedRequest>;
  /** What the requester has sent before, by what is asked of it. Absent where nothing is, or nobody looked. */
  earlier?: Record<string, Earlier>;
  /** What the ledger says around the request. Absent where its process draws on no budget, or nobody looked. */
  funds?: FundsFacts;
  /** Something that follows from the last transition has been sent into the world. Only `record` knows; absent = not as far as is known. */
  effectsTaken?: boolean;
}
