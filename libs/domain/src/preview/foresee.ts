import { commandFrom } from '../operations/command-from';
import type { Command, CommandBody } from '../request/command';
import type { HumanStep } from '../definition/step.schema';
import { decide, resolverOver, type Decision, type Resolver } from '../engine/decide';
import { choicesWith, takenAsMade } from '../people/choices';
import { contentFor } from '../request/content';
import type { Facts, StepVerdict } from '../request/facts';
import type { Process } from '../machine/process';
import type { FormValues, RequestState } from '../request/request-state';
import type { EngineRequest, TransitionEvent } from '../request/transition';
import { isBlank } from '../form/blank';
import { formSurroundings } from '../form/form-condition';
import { formToWire } from '../form/wire';
import { actorFacts } from '../people/actor-facts';
import type { Derivation } from '../people/derivation';
import type { Directory } from '../people/directory';
import { unitPath } from '../people/posts';
import { MOST_SEATS } from '../people/resolve';
import { isHuman } from '../definition/flow';
import { isUnderWay } from '../request/children';
import { deadlines } from '../request/deadline';
import { SYSTEM_ACTOR, timerCommand } from '../request/system-commands';
import { awaitingSteps, blockedOf, openSeats, phaseOf, recordOf, standingSteps } from '../request/standing';
import { ownValue } from '../text/own-value';
import type { InPieces } from './in-pieces';
import { assumedFields, type AssumedValues } from './assumed-fields';
import { resumed } from './resumed';

/** A step that the request is expected to come to, with who would get it and why. Ids only. */
export interface ForeseenStep {
  step: string;
  /**
   * `waits`: for a moment. `called`: another system is asked. `copied`: a notice. `started`: other requests, whose people they are. `nobody`: skipped because nobody was found. `condition`: skipped because its condition does not hold.
   * `awaits`: not known before the fields in `awaits` are filled in, or the requester has chosen; before a submit only.
   */
  result: 'seats' | 'merged' | 'copied' | 'started' | 'waits' | 'called' | 'nobody' | 'condition' | 'blocked' | 'awaits';
  people: string[];
  /** Null where nobody had to be looked for: the step is open already, or skipped by its condition. */
  derivation: Derivation | null;
  /** The request stands here now. */
  current: boolean;
  /** Paths of the fields that are to be filled in first. */
  awaits?: string[];
  /** Until when it waits (ISO), as the calendar stands today. */
  until?: string;
  /** The step whose decision leads to it. Absent where it stands already, and where no decision led there. */
  after?: string;
}

/** A request whose way is foreseen, with its whole form and the directory of the moment. */
export interface Outlook {
  request: EngineRequest;
  form: FormValues;
  directory: Directory;
  /** Values taken for fields that later steps fill in, instead of their `expected`. */
  assume: AssumedValues;
  /** The step that is decided before all others that stand beside it. */
  first?: string | undefined;
}

/** A walk under way: what it has come to so far. */
export interface Walk extends Outlook {
  steps: ForeseenStep[];
  /** Parameters as the company has set them; read at the submit only. */
  params: Facts['params'];
}

/**
 * The way of a running request from where it stands to its end, if everybody agrees: each step's first person decides it. Pure.
 * Walked with the compiled machine and the same `resolve` as the real thing, so it cannot differ from it. Ends at a step without an approver.
 * A request that is with its requester is taken as resubmitted unchanged, a suspended one as resumed. Finished requests have no way left. Comes in pieces, one decision each.
 */
export function* foresee(rehearsal: Process, outlook: Outlook): InPieces<ForeseenStep[]> {
  return (yield* walkAhead(rehearsal, outlook)).steps;
}

/** The same, with the request as it would stand at the end of that way. Pure. */
export function* walkAhead(rehearsal: Process, outlook: Outlook): InPieces<Walk> {
  const request = resumed(outlook.request);
  const open = standingSteps(request.state.context).map((step) => standing(request, step));
  const started = awaitingSteps(request.state.context).map((step) => awaited(request, step));
  const walk: Walk = { ...outlook, request, params: {}, steps: [...open, ...started] };
  // Each pass decides one seat, so there are no more passes than seats.
  for (let pass = 0; pass <= rehearsal.order.length * MOST_SEATS; pass += 1) {
    const body = nextCommand(rehearsal, walk);
    if (body === null ? !timePasses(rehearsal, walk) : !goesOn(rehearsal, walk, body)) break;
    yield;
  }
  return walk;
}

/** Where nobody has anything to do, time passes until a step has waited long enough; false where none waits for a moment. */
function timePasses(rehearsal: Process, walk: Walk): boolean {
  const { request, form, directory } = walk;
  const next = deadlines(request.state).find(({ kind }) => kind === 'pause');
  if (next === undefined || phaseOf(request.state) !== 'walk' || blockedOf(request.state.context)) return false;
  const facts = { ...factsAt(walk, SYSTEM_ACTOR), actor: null, now: next.at };
  const before = { form, surroundings: formSurroundings(request.state.context, facts) };
  const ask = { command: timerCommand(request, next), body: null, before };
  keep(walk, decide(rehearsal, request, { ask, facts }, resolverOn(rehearsal, directory)), { type: 'timer' });
  return true;
}

/** People as the directory has them. A list is walked as one piece of work of whose it is; whoever has an item of it is on it all the same. */
function resolverOn(rehearsal: Process, directory: Directory): Resolver {
  const real = resolverOver(rehearsal, directory);
  const hasItems = ({ context }: RequestState, step: string): boolean => recordOf(context, step)?.items !== undefined;
  return { ...real, isEntitled: (at, given) => hasItems(at, given.step) || real.isEntitled(at, given) };
}

/** Applies one command, looking up people as the walk comes to their steps, and notes the steps that it came to. */
export function walkOn(rehearsal: Process, walk: Walk, body: CommandBody): void {
  keep(walk, decidedNext(rehearsal, walk, body), body);
}

/** The same; false where it would be refused: what a person may not decide tells no further way, and is no fault of whoever looks ahead. */
function goesOn(rehearsal: Process, walk: Walk, body: CommandBody): boolean {
  const decided = decidedNext(rehearsal, walk, body);
  if (!('refused' in decided)) keep(walk, decided, body);
  return !('refused' in decided);
}

function decidedNext(rehearsal: Process, walk: Walk, body: CommandBody): Decision {
  const { directory } = walk;
  const facts = factsAt(walk, body.actor);
  const before = { form: walk.form, surroundings: formSurroundings(walk.request.state.context, facts) };
  const command = filledIn(rehearsal, walk, commandFrom(rehearsal, body, `${body.requestId}:${walk.request.n}`, before));
  return decide(rehearsal, walk.request, { ask: { command, body, before }, facts }, resolverOn(rehearsal, directory));
}

function keep(walk: Walk, decided: Decision, by: { type: string; step?: string }): void {
  if ('refused' in decided) throw new Error(`Expected to walk on with ${by.type}, but it is refused: ${decided.refused.code}`);
  walk.form = decided.form;
  walk.request = decided.request;
  const came = stepsOf(decided.transition.events, decided.derivations, decided.transition.facts.seats);
  walk.steps.push(...came.map((step) => (by.step === undefined ? step : { ...step, after: by.step })));
}

function standing({ state }: EngineRequest, step: string): ForeseenStep {
  const record = recordOf(state.context, step);
  const people = openSeats(record).map(([, seat]) => seat.person);
  const blocked = record?.status === 'blocked' || state.context.poisoned !== null;
  return { step, result: blocked ? 'blocked' : 'seats', people, derivation: null, current: true };
}

/** It waits here for requests that it has started, for another system, or for a moment. */
function awaited({ state }: EngineRequest, step: string): ForeseenStep {
  const { until: { at: until } = {}, call } = recordOf(state.context, step) ?? {};
  const waiting = { step, people: [], derivation: null, current: true };
  if (call !== undefined) return { ...waiting, result: 'called' };
  return until === undefined ? { ...waiting, result: 'started' } : { ...waiting, result: 'waits', until };
}

/** What it would hear of a request or system that it waits for, were all well there; null where it waits for none. */
function newsAhead({ context }: EngineRequest['state']): CommandBody | null {
  const calling = awaitingSteps(context).find((each) => recordOf(context, each)?.call !== undefined);
  if (calling !== undefined) {
    const called = { step: calling, call: recordOf(context, calling)?.call?.id ?? '', failed: null, status: null };
    return { type: 'call.ended', requestId: context.requestId, actor: SYSTEM_ACTOR, called };
  }
  const step = awaitingSteps(context).find((each) => recordOf(context, each)?.children !== undefined);
  const [child] = Object.entries(recordOf(context, step ?? '')?.children ?? {}).find(([, each]) => isUnderWay(each)) ?? [];
  if (step === undefined || child === undefined) return null;
  const news = { step, child, number: null, outcome: 'approved' as const, refused: null };
  return { type: 'child.ended', requestId: context.requestId, actor: SYSTEM_ACTOR, news };
}

/** What the first person of the open step would send; null where nobody can send anything. */
function nextCommand(rehearsal: Process, walk: Walk): CommandBody | null {
  const { request, form } = walk;
  const { context } = request.state;
  if (blockedOf(context)) return null;
  if (phaseOf(request.state) === 'returned' && context.requester)
    return { type: 'resubmit', requestId: context.requestId, actor: context.requester.id, form };
  const news = newsAhead(request.state);
  if (news !== null) return news;
  const asked = standingSteps(context).filter((each) => openSeats(recordOf(context, each)).length > 0);
  const id = asked.find((each) => each === walk.first) ?? asked[0];
  const step = id === undefined ? undefined : ownValue(rehearsal.steps, id);
  const first = step && openSeats(recordOf(context, step.id))[0]?.[1];
  if (!step || !isHuman(step) || !first) return null;
  return {
    type: 'approve',
    requestId: context.requestId,
    actor: first.person,
    step: step.id,
    generation: first.generation,
    fields: writtenBy(rehearsal, step, walk),
    comment: '—',
    stance: 'for',
    again: true,
    shown: contentFor(rehearsal, context, step.id),
  };
}

/** Fields that the step would write, in wire form: what is taken for them where they are still blank. */
function writtenBy(rehearsal: Process, step: HumanStep, { form, assume }: Walk): FormValues {
  const values = assumedFields(rehearsal.definition, step, { form, assume });
  return formToWire(rehearsal.definition, Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value))));
}

/** What is missing does not hold up a rehearsal. */
function filledIn(rehearsal: Process, { request }: Walk, command: Command): Command {
  const whole = 'missing' in command ? { ...command, missing: [], invalid: [] } : command;
  if (!('choices' in whole)) return whole;
  return { ...whole, choices: { ...takenAsMade(rehearsal), ...choicesWith(request.state.context, whole) } };
}

function factsAt({ request, directory, params }: Walk, actor: string): Facts & { seats: Record<string, StepVerdict> } {
  const facts = actorFacts(directory, actor, []);
  const requesterUnit = request.state.context.requester?.unitId ?? facts.unitId;
  return {
    now: directory.now,
    today: directory.today,
    actor: facts,
    requesterUnitPath: unitPath(directory, requesterUnit),
    params,
    seats: {},
    claimed: {},
  };
}

function stepsOf(
  events: readonly TransitionEvent[],
  derivations: Record<string, Derivation>,
  verdicts: Record<string, StepVerdict>,
): ForeseenStep[] {
  const steps: ForeseenStep[] = [];
  const note = (step: string, result: ForeseenStep['result'], people: string[], more: Pick<ForeseenStep, 'until'> = {}): void => {
    if (!steps.some((each) => each.step === step))
      steps.push({ step, result, people, derivation: ownValue(derivations, step) ?? null, current: false, ...more });
  };
  for (const event of events) {
    if (event.type === 'step.skipped') note(event.step, event.reason === 'condition' ? 'condition' : 'nobody', []);
    else if (event.type === 'step.merged') note(event.step, 'merged', [event.person]);
    else if (event.type === 'children.started') note(event.step, 'started', [event.requester]);
    else if (event.type === 'pause.begun') note(event.step, 'waits', [], { until: event.until });
    else if (event.type === 'call.sent') note(event.step, 'called', []);
    else if (event.type === 'request.blocked') note(event.step, 'blocked', []);
    // Of several who sign one after the other, the next are asked without being looked for.
    else if (event.type === 'task.opened' && Object.hasOwn(verdicts, event.step)) note(event.step, 'seats', peopleOf(verdicts[event.step]));
    else if (event.type === 'copy.sent') note(event.step, 'copied', peopleOf(ownValue(verdicts, event.step)));
  }
  return steps;
}

function peopleOf(verdict: StepVerdict | undefined): string[] {
  return verdict?.kind === 'seats' ? [...new Set(verdict.people)] : [];
}
