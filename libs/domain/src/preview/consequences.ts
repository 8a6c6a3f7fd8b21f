import { decide, resolverOver, type Ask, type Decision } from '../engine/decide';
import type { Process } from '../machine/process/process';
import { commandFrom } from '../operations/command-from';
import { attemptOnTask } from '../operations/seats/on-task';
import { operationOf } from '../operations/registry';
import type { FormBefore } from '../operations/form/written-form';
import type { Directory } from '../people/directory';
import type { CommandBody } from '../request/command';
import type { Effect } from '../request/effect';
import type { Facts } from '../request/facts';
import type { Refusal } from '../request/refusal';
import type { Outcome, RequestContext } from '../request/request-state';
import { blockedOf, phaseOf, recordOf, standingSteps, votesOf } from '../request/standing';
import type { EngineRequest, TaskClosing, TransitionEvent } from '../request/transition';
import { ownValue } from '../text/own-value';
import { fitOf, type Fit } from './fit';
import { walkAhead } from './foresee';
import type { ForeseenStep } from './foreseen-step';
import type { InPieces } from './in-pieces';
import { rehearsalOf } from './rehearsal';

/** A task that somebody would lose. */
export interface LostTask {
  step: string;
  person: string;
  reason: TaskClosing;
}

/** What a command would bring about. Ids only. */
export interface Consequences {
  /** Where the request would stand: with its requester, with people, with nobody, or at its end. */
  stands: 'returned' | 'running' | 'blocked' | Outcome;
  /** Steps that would be open, and from there the expected way to the end. */
  steps: ForeseenStep[];
  lost: LostTask[];
  /** Decisions that stand and are not asked for again on that way, in the order of the definition. */
  kept: KeptDecision[];
  /** Who would be told in the house, whoever asks for it left out. */
  told: string[];
  /** When each open step would be due (ISO), by step; those that are due at no moment left out. */
  due: Readonly<Record<string, string>>;
  /** Why whoever it names may have the step; null where it names nobody for one. */
  fit: Fit | null;
}

/** A step that stays decided, and who decided it. */
export interface KeptDecision {
  step: string;
  people: string[];
}

/** A request with all that a command on it is decided by. */
export interface TriedRequest {
  request: EngineRequest;
  before: FormBefore;
  directory: Directory;
  facts: Facts;
}

/**
 * What a command would bring about if it were sent now, decided as `record` would decide it, or why it would be refused. Pure; nothing is stored
 * or sent. A comment that is demanded is taken as written, and of a word on a task, that its person has read what is there. Throws what a guard or
 * action throws. In pieces of one decision each.
 */
export function* consequencesOf(process: Process, tried: TriedRequest, body: CommandBody): InPieces<{ refused: Refusal } | Consequences> {
  const { request, directory } = tried;
  const decided = decidedTrial(process, tried, body);
  if ('refused' in decided) return decided;
  const { state } = decided.request;
  const lost = lostTasks(decided.transition.events);
  const told = toldBy(decided.effects, body.actor);
  // A request can be ended though its definition cannot be run any more: nothing is foreseen of it then.
  if (state.context.outcome !== null) return { stands: state.context.outcome, steps: [], lost, kept: [], told, due: {}, fit: null };
  yield;
  const changing = decided.transition.events.flatMap((event) => (event.type === 'request.returned' ? (event.fields ?? []) : []));
  const outlook = { request: decided.request, form: decided.form, directory, assume: {}, changing };
  const ahead = yield* walkAhead(rehearsalOf(process), outlook);
  return {
    stands: phaseOf(state) === 'returned' ? 'returned' : blockedOf(state.context) ? 'blocked' : 'running',
    // How the people of an open step were found is known from the command that opens it.
    steps: ahead.steps.map((step) => (step.current ? { ...step, derivation: ownValue(decided.derivations, step.step) ?? null } : step)),
    lost,
    kept: keptDecisions(process, request, ahead.request),
    told,
    due: duesOf(state.context),
    fit: fitOf(process, directory, { derivations: decided.derivations, body }),
  };
}

function toldBy(effects: readonly Effect[], actor: string): string[] {
  const people = effects.flatMap((effect) => (effect.type === 'notify' ? effect.to : []));
  return [...new Set(people)].filter((person) => person !== actor);
}

function duesOf(context: RequestContext): Record<string, string> {
  const dues = standingSteps(context).flatMap((step): [string, string][] => {
    const due = recordOf(context, step)?.clock?.due;
    return due === undefined ? [] : [[step, due]];
  });
  return Object.fromEntries(dues);
}

function decidedTrial(process: Process, { request, before, directory, facts }: TriedRequest, body: CommandBody): Decision {
  const said = { ...body, ...seatOf(process, request, body), comment: body.comment ?? '—' };
  const ask: Ask = { command: commandFrom(process, said, `${body.requestId}:trial`, before), body: said, before };
  return decide(process, request, { ask, facts }, resolverOver(process, directory));
}

/**
 * Why a press that names somebody would be refused, for each of several people; null for whoever may be named. Pure, nothing is stored or sent.
 * Throws what a guard or action throws. In pieces of one decision each.
 */
export function* namingRefusals(
  process: Process,
  { tried, body, people }: { tried: TriedRequest; body: CommandBody; people: readonly string[] },
): InPieces<(Refusal | null)[]> {
  const found: (Refusal | null)[] = [];
  for (const person of people) {
    const decided = decidedTrial(process, tried, { ...body, person });
    found.push('refused' in decided ? decided.refused : null);
    yield;
  }
  return found;
}

/** The open seat that somebody who speaks on a step has there, and what it shows them. */
function seatOf(process: Process, { state }: EngineRequest, { type, step, actor }: CommandBody): Partial<CommandBody> {
  if (step === undefined || operationOf(type).scope !== 'task') return {};
  const { generation, shown, seat } = attemptOnTask(state, { step, actor, process });
  return { ...(seat === undefined ? {} : { seat }), ...(generation === null ? {} : { generation }), ...(shown === null ? {} : { shown }) };
}

/** Steps that are passed by the very words that passed them before. */
function keptDecisions(process: Process, before: EngineRequest, after: EngineRequest): KeptDecision[] {
  return process.order.flatMap((step) => {
    const [was, is] = [before, after].map(({ state }) => recordOf(state.context, step));
    const words = was?.status === 'passed' && is?.status === 'passed' ? votesOf(was) : [];
    const stands = words.length > 0 && votesOf(is).every(({ n, person }) => words.some((word) => word.n === n && word.person === person));
    return stands ? [{ step, people: words.map(({ person }) => person) }] : [];
  });
}

/** Whoever is asked again by the same command loses nothing. */
function lostTasks(events: readonly TransitionEvent[]): LostTask[] {
  const asked = new Set(events.flatMap((event) => (event.type === 'task.opened' ? [`${event.step} ${event.person}`] : [])));
  return events.flatMap((event) =>
    event.type === 'task.closed' && !asked.has(`${event.step} ${event.person}`)
      ? [{ step: event.step, person: event.person, reason: event.reason }]
      : [],
  );
}
