import type { z } from 'zod';
import type { Definition } from '../definition/definition.schema';
import type { EnclosingLane } from '../definition/structure/structure';
import type { Region } from '../definition/steps/step-kind';
import type { Resume } from '../definition/steps/step-parts';
import type { HeldField, Outline } from '../definition/structure/outline';
import type { HumanStep, Step } from '../definition/step.schema';
import type { GuardInput } from '../guards/guard';
import type { Derivation } from '../people/derivation';
import type { NamedAs } from '../people/resolve/resolve';
import type { Command, CommandBody, CommandOf, CommandShapes, CommandType, SystemCommandType } from '../request/command';
import type { Notice } from '../request/effect';
import type { ActorFacts } from '../request/facts';
import type { Refusal } from '../request/refusal';
import type { Done, RequestContext, RequestState, StateValue, Undoable } from '../request/request-state';
import type { TaskClosing, TransitionEvent } from '../request/transition';
import type { Bilingual } from '../text/bilingual';
import type { OwnWords } from './words/operation-words';
import type { FormBefore } from './form/written-form';
import type { MachineContext, MachineEvent } from './parts/machine-context';
import type { MachineReference, TransitionJson } from '../definition/state-json';

/** Whose it is: of whoever holds a task, of the people of a request, of those who look after requests, of the house itself. */
export type OperationScope = 'task' | 'request' | 'operator' | 'system';

/**
 * Where the button of an operation stands: the one that is meant first, beside it, behind “more”, at the form that it sends, in what is said right
 * after the decision that it takes back, at each item of a step that is done item by item.
 */
export const BUTTON_PLACES = ['main', 'beside', 'menu', 'form', 'afterwards', 'item'] as const;
export type ButtonPlace = (typeof BUTTON_PLACES)[number];

/** What lies behind “more”, together: signing with others, giving it to others, asking and telling. */
export const BUTTON_GROUPS = ['together', 'hand-on', 'ask'] as const;
export type ButtonGroup = (typeof BUTTON_GROUPS)[number];

/** The house's own are the ones that no person sends. */
type ScopeOf<T extends CommandType> = T extends SystemCommandType ? 'system' : Exclude<OperationScope, 'system'>;

/** Where a step stands in its definition, for the operations on it. */
export interface StepPlace {
  step: HumanStep;
  /** The way to its state. */
  path: string;
  /** Human steps before it, and after it. */
  earlier: string[];
  later: string[];
  /** Regions around it, innermost first: where the walk of each begins, and which steps before it lie in it and in no smaller one; null: all others. */
  again: { top: string; among: string[] | null }[];
  /** Lanes around it, outermost first: what is in them and beside them. */
  around: EnclosingLane[];
  /** The same lanes, innermost first: by which rule their steps go on without them. */
  lanes: NonNullable<Region['lane']>[];
  /** Steps whose deciders may not decide this one. */
  apart: string[];
  /** Steps whose correctors may not decide this one. */
  correctors: string[];
  /** Steps whose writings it is shown. */
  shownFrom: string[];
  /** The money field that the whole request is about. */
  amount: string | undefined;
}

/** The same of a step that asks nobody, and waits or is stuck. */
export type StuckPlace = Pick<StepPlace, 'path' | 'earlier' | 'later'> & { step: Step };

/** What operations on a request as a whole need of its definition. */
export interface RequestPlace {
  definition: Definition;
  held: HeldField[];
  /** Guards of what may be asked: values, required fields, choices, the definition's own checks. */
  mayAsk: MachineReference[];
}

/** What a command is made of. */
export interface Reading {
  process: Outline;
  body: CommandBody;
  before: FormBefore;
}

/** What came of a command: the request before and after it, and how the people of steps on the way were found. */
export interface CameOf {
  before: RequestContext;
  after: RequestContext;
  found: Readonly<Record<string, Derivation>>;
}

/** The machine's event of a command of some type. */
export type EventOf<T extends CommandType> = Omit<MachineEvent, 'command'> & { command: CommandOf<T> };

/** Where an operation is taken, and what the machine does then. */
interface Places {
  /** On a step with open tasks. */
  open?: (place: StepPlace) => TransitionJson[];
  /** On a step that found nobody. */
  blocked?: (place: StepPlace) => TransitionJson[];
  /** On a step that asks nobody, while it waits or is stuck. */
  stuck?: (place: StuckPlace) => TransitionJson[];
  /** About a step that asks nobody, once the walk has left it behind: wherever the request stands then, also after its end. */
  left?: (step: Step) => TransitionJson[];
  /** While steps are asked; while the requester corrects; before the first submit; within the grace time. */
  walk?: (place: RequestPlace) => TransitionJson[];
  returned?: (place: RequestPlace) => TransitionJson[];
  draft?: (place: RequestPlace) => TransitionJson[];
  finished?: (place: RequestPlace) => TransitionJson[];
  /** After the grace time. */
  ended?: (place: RequestPlace) => TransitionJson[];
}

/** Chooses between transitions, by name in the machine; it never says who may take them, and never refuses. Pure. */
export type Way<T extends CommandType = CommandType> = (machine: MachineContext, event: EventOf<T>, params: never) => boolean;

/** Where a request has come to. */
export interface Moved {
  context: RequestContext;
  value: StateValue;
  events: TransitionEvent[];
}

/** How an operation is done beside the machine: no walk follows from it. */
export interface Beside<T extends CommandType> {
  /** Where the process has its machine; where it cannot be run any more; or either way. */
  machine: 'there' | 'gone' | 'either';
  /** Whether it is taken where the request stands; else `untaken` says why not. Pure. */
  takes: (context: RequestContext) => boolean;
  /** Who may. Pure. */
  guard: (process: Pick<Outline, 'definition' | 'lookups'>) => MachineReference[];
  /** What comes of it. `steps`: those of the process; none where it cannot be run. Pure. */
  move: (state: RequestState, event: EventOf<T>, steps: Outline['steps']) => Moved;
}

/** Whose attempt, where. */
export interface Attempt {
  step: string | null;
  actor: string;
  process: Outline;
}

/** What its person chooses of, besides what a press brings. */
export interface Offer {
  /** Where it may go: `at` is the place that it means, `requester` or a step; `refusal` is why this person may not go there. */
  targets: { to: string; at: string; title: Bilingual; refusal?: Refusal | null }[];
  /** `choose` where the person says how the walk goes on. */
  resume: Resume | 'choose';
  /** Of a return: how often the request was sent back already, and how often it may be; null: as often as it takes. */
  rounds: { made: number; most: number | null };
  /** Items of the step, each with what stands in its way; those for which it makes no sense are left out. */
  items: { item: string; refusal: Refusal | null }[];
  /** Of whose rows something is decided: the table, and the column in which an amount may be cut. */
  rows: { table: string; cut?: string | undefined };
  /** The table that keeps what is paid in parts: one row is added. Null: it is paid as a whole. */
  part: string | null;
}

/**
 * One thing that can be done with a request, whole: what a press brings, where it is taken and who may, what it changes, how it is called and who
 * hears of it. A new one is one file, which also declares the shape of its command, and one line in `operations/index.ts`.
 */
export interface Operation<T extends CommandType = CommandType> extends OwnWords<T> {
  type: T;
  scope: ScopeOf<T>;
  /** Its events are meant for one step, which the command names. */
  onStep: boolean;
  /** What a press brings besides who, where and what was shown. Where requests run nothing can be asked of it: zod is not there. */
  body: z.ZodObject;
  /**
   * What of it belongs to the form: a `form` is asked anew, `fields` are written by the step; absent: nothing. What the form is afterwards, what the
   * journal keeps of it, and what stands there again once it was taken back all follow from that.
   */
  brings?: 'form' | 'fields';
  /** Its `fields` are about rows of a table, and not values of the step. */
  rowByRow?: true;
  /** A press is about what was shown, and carries its digest: one that is about older content is refused. */
  ofContent?: true;
  /** What the button says, what is said once it was done, and once that was taken back. */
  button: Bilingual;
  past: Bilingual;
  undone: Bilingual | null;
  /** The question before it is done, with what follows from it; null = a press does it at once, or its screen says more than one sentence could. */
  confirm: { title: Bilingual; consequence: Bilingual } | null;
  /** What follows besides, by what the process does. Pure. */
  followsToo?: (definition: Definition) => Bilingual | null;
  /** It ends something, or leaves a mark for ever. */
  tone: 'plain' | 'danger';
  place: ButtonPlace;
  /** What its dialog calls the places among which is chosen; absent: there are none. */
  whereTo?: Bilingual;
  /** The letter that presses it on a keyboard; no two that are offered together share one. */
  key?: string;
  /** Among which others it stands behind “more”; absent: among those that stand alone. */
  group?: ButtonGroup;
  /** Its requester is likely to want it next: it stands beside the others, not behind them. */
  likely?: true;
  /** The same on a step that has words of its own; `at`: where it is offered. */
  buttonOn?: (step: HumanStep, at?: { definition: Definition; context: RequestContext }) => Bilingual | undefined;
  pastOn?: (step: HumanStep, at?: { definition: Definition; context: RequestContext }) => Bilingual | undefined;
  undoneOn?: (step: HumanStep) => Bilingual | undefined;
  /** Whoever is asked again on a step that was carried out confirms or corrects what is written, under another name. `of` is pure. */
  confirms?: { of: (step: HumanStep, context: RequestContext) => Done | null; button: Bilingual; past: Bilingual };
  /** What the timeline says of a task that was decided so; absent: `past`. On a step with words of its own, those. */
  said?: Bilingual;
  saidOn?: (step: HumanStep) => Bilingual | undefined;
  /** A comment is demanded. Pure. */
  needsComment: (step: HumanStep | null, context: RequestContext) => boolean;
  /** Why the tasks go away that it takes from people, and what those people are told. */
  closes: TaskClosing;
  tells: Notice | null;
  /** Under which name its person may take it back within the grace time; null = it cannot be. */
  undo: Undoable['type'] | null;
  /** It takes a decision back: whose effects, words and fields are as before it. Which one, null where there is none. Pure. */
  takesBack?: (context: Pick<RequestContext, 'undo' | 'steps'>, actor: string) => Undoable | null;
  /** It is taken even where the request was stopped. */
  whileStopped?: true;
  /** It is taken even while the request is suspended. */
  whileSuspended?: true;
  /** What the person is to do on its step whom a press names; absent: it names nobody, or says itself whether they fit. */
  names?: NamedAs;
  /** Whether it is somebody's business at all; to others it is not even shown. Pure. */
  concerns: (state: RequestState, actor: ActorFacts, step: string | null, process: Pick<Outline, 'definition' | 'steps'>) => boolean;
  /** What the command holds; null = nobody could read the body. Pure. Throws on what JSON cannot carry. */
  read: (body: CommandBody, reading: Reading | null) => CommandShapes[T];
  /** The command that somebody would send with everything filled in: what is left to refuse is the person and the moment. Pure. */
  attempt: (state: RequestState, at: Attempt) => CommandShapes[T];
  /** What is chosen where it is offered on a step. Pure. */
  offers?: (process: Outline, step: HumanStep, context: RequestContext, actor: ActorFacts) => Partial<Offer>;
  /** What is chosen where it is offered on the request as a whole. Pure. */
  offersOf?: (process: Outline, context: RequestContext, actor: ActorFacts) => Partial<Offer>;
  at: Places;
  /** Why it is refused after all guards, as only the whole process can tell. Pure. */
  refuses?: (process: Outline, input: Pick<GuardInput, 'context' | 'facts'> & { command: CommandOf<T> }) => Refusal | null;
  /** Ways between its transitions, by name. */
  ways?: Record<string, Way<T>>;
  /** Where it needs or has no machine, what is done instead. */
  beside?: Beside<T>;
  /** At which places people are looked for again by it: wherever somebody waits, or where nobody was found. */
  looksAgain?: 'standing' | 'stuck';
  /** Names under which its facts hold people that the walk does not ask for, and that it needs from the start. Pure. */
  asksAlong?: (command: CommandOf<T>) => string[];
  /** What it changes, as the machine's action; absent where all of it is done beside the machine. Pure. */
  act?: (machine: MachineContext, event: EventOf<T>, params: { step: string }, process: Outline) => MachineContext;
  /** Why nothing of the machine takes it where the request stands. Pure. */
  untaken: (context: RequestContext, command: Command, process: Pick<Outline, 'steps'>) => Refusal | null;
  /** Why it cannot be after all, as only what came of it shows. Pure. */
  settle?: (came: CameOf, command: CommandOf<T>) => Refusal | null;
}
