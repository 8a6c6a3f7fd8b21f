import type { z } from 'zod';
import type { Bilingual } from '../../text/bilingual';
import type { Assignee } from '../assignee.schema';
import type { Condition } from '../condition.schema';
import type { Field } from '../fields/field.schema';
import type { Finding } from '../finding';
import type { StateJson, TransitionJson } from '../state-json';
import type { HumanStep, Step } from '../step.schema';
import type { ItemList } from './item.schema';

/** A part of the walk that can be walked again by itself: all of it, or a lane. */
export interface Region {
  /** As `definition/structure` calls it. */
  name: string;
  /** The way to its states, to where its walk begins, and to what follows when one of its steps has come to a no. */
  at: string;
  top: string;
  failed: string;
  /** The lane that it is, and by which rule its step goes on without it; absent: it is all of the walk. */
  lane?: {
    step: string;
    lane: number;
    alone: boolean;
    passes: boolean;
    inside: string[];
    lanes: number;
    needed: number;
    whatIsLeft: boolean;
    rounds?: number;
  };
}

/** Where a step stands in its definition, for its state of the machine. */
export interface StatePlace {
  /** The way to the region that its sequence runs in. */
  region: string;
  /** Regions around it, outermost first. */
  regions: Region[];
  /** The way to the state that follows when the step has passed. */
  next: string;
  /** Human steps before it. */
  earlier: string[];
  /** Steps whose deciders may not decide this one. */
  apart: string[];
  /** Steps whose correctors may not decide this one. */
  correctors: string[];
  /** Steps whose writings it is shown. */
  shownFrom: string[];
  /** The money field that the whole request is about. */
  amount: string | undefined;
  /** Ids of all steps of a sequence and of everything nested in it. Pure. */
  idsIn: (steps: readonly Step[]) => string[];
  /** The state of a step that people decide: it takes every operation that says so. Pure. */
  decided: (step: HumanStep) => StateJson;
  /** What a step that asks nobody takes while it waits or is stuck: every operation that says so. Pure. */
  stuck: (step: Step) => Record<string, TransitionJson[]>;
  /** The states of a sequence inside the step, in a region of its own; after the last of them comes `next`. Pure. */
  sequence: (steps: readonly Step[], region: Region, next: string) => Record<string, StateJson>;
}

/** What somebody can say on a seat; the values mean nothing. An operation with an answer of its own adds it here (`declare module`). */
export interface Answers {
  yes: unknown;
  no: unknown;
  /** Neither for nor against. */
  abstain: unknown;
  /** The request went back. */
  back: unknown;
}
export type Answer = keyof Answers;

/** One seat, as far as counting goes; without an answer while it is out. */
export interface CountedSeat {
  person: string;
  answer: Answer | null;
  /** Which of the step's groups of people it belongs to. */
  group: number;
}

/** What the answers on a step come to. `stuck`: it can pass no more, though nobody is against it. */
export type Settled = 'open' | 'passed' | 'rejected' | 'returned' | 'stuck';

/** People of a step who are found together: by the first rule that leaves anybody. */
export interface PeopleGroup {
  assignee: Assignee;
  fallback: Assignee[];
}

/** What a kind looks at when it checks a step: where it stands in the JSON, and the fields of the form. */
export interface StepSubject {
  path: string;
  fields: ReadonlyMap<string, Field>;
}

/** Something that a step holds, and where it stands in the step's JSON (`fallback.1`). */
export interface Placed<T> {
  at: string;
  value: T;
}

/** A sequence inside a step: where it stands, what it is called, and what must hold for it; without a condition it is what remains. */
export interface Inner {
  at: string;
  title?: Bilingual;
  steps: Step[];
  when?: Placed<Condition>;
}

/** What it means to decide such a step: its words, and what may be asked of whom. */
export interface Deciding {
  /** What the button says that passes it, what is said once that was done, and what comes before what follows (同意后). */
  button: Bilingual;
  past: Bilingual;
  after: Bilingual;
  /** What a person does on it, and has done, as part of a sentence. */
  does: Bilingual;
  done: Bilingual;
  /** Its decider signs for, against or with conditions, with a comment; they are always asked. */
  signed?: true;
  /** It is somebody's yes to the request: it is never skipped for want of people. */
  binding?: true;
  /** Something is carried out: it may be given to the requester, who otherwise decides nothing of their own, and nobody passes it unasked. */
  carriedOut?: true;
  /** A yes to it may be one of many, by one press, where its step does not say otherwise. */
  inBulk?: true;
  /** Working days that it usually has, where a definition keeps the usual deadlines (G03); absent: as many as it takes. */
  usualDays?: number;
}

/**
 * One kind of step, whole: its form, its words, what it holds, and its state of the machine, whose guards, ways and actions are names. Plain data and
 * pure functions. A new kind is one file and one line in `steps/index.ts`; only what an arrival does for the first time needs an action of its own.
 */
export interface StepKindModule<S extends { kind: string }> {
  kind: S['kind'];
  /** What such a step is called among other kinds. */
  title: Bilingual;
  /** Its form; `step` is that of any step, for kinds that hold others. */
  schema: (step: () => z.ZodType<Step>) => z.ZodType<S>;
  /** How people decide it; null where nobody is asked. */
  decision: Deciding | null;
  /** Nothing comes after it. */
  ends?: true;
  /** It starts other requests, and may wait for them. */
  starts?: true;
  /** It waits for a moment. */
  pauses?: true;
  /** It asks something of another system. */
  calls?: true;
  /**
   * Sequences inside it, in document order, of which the first is walked whose condition holds (`lanes`: each whose own does); and the same step
   * with others in their place.
   */
  inner: (step: S) => Inner[];
  withInner: (step: S, sequences: Step[][]) => S;
  /** Its sequences are lanes, walked side by side, each in a region of its own: how many have to pass before the step has. */
  lanes?: (step: S) => number;
  /** Its one lane begins again from its top where it has come to a no. */
  repeats?: true;
  /** It is done item by item, and never passed by one press: what there is to do, by whom. */
  list?: (step: S) => ItemList;
  /** By which rules it finds people. */
  assignees: (step: S) => Placed<Assignee>[];
  /** Its people where several rules find them side by side, in order. Absent: one group, by `assignee` and `fallback`. */
  groups?: (step: S) => PeopleGroup[];
  /** Its people are asked one after the other, in the order of their groups. Pure. Absent: all at once. */
  inOrder?: (step: S) => boolean;
  /** Nobody holds two of its seats: whoever is found by several rules sits with the first. Pure. Absent: one seat for each rule. */
  distinctPeople?: (step: S) => boolean;
  /** Its people may abstain. Pure. Absent: they may not. */
  mayAbstain?: (step: S) => boolean;
  /** Conditions that the machine evaluates on it, `when` and those of its sequences left out. */
  conditions: (step: S) => Placed<Condition>[];
  /**
   * What the answers on a step come to; as soon as no answer that is still out can change it. Pure. Absent: one answer settles it.
   */
  settle?: (seats: readonly CountedSeat[], step: S) => Settled;
  /** What is wrong with such a step besides what can be wrong with any. Pure. */
  verify: (step: S, subject: StepSubject) => Finding[];
  /** The step's own state; those of nested steps are compiled by `compile`. */
  state: (step: S, place: StatePlace) => StateJson;
}
