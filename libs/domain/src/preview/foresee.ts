import { commandFrom } from '../operations/command-from';
import type { Command, CommandBody, CommandOf } from '../request/command';
import type { HumanStep } from '../definition/step.schema';
import { decide, resolverOver, type Decision, type Resolver } from '../engine/decide';
import { choicesWith, takenAsMade } from '../people/choices';
import { contentFor } from '../request/content';
import type { Facts, StepVerdict } from '../request/facts';
import type { Process } from '../machine/process/process';
import type { FormValues, RequestState, Seat } from '../request/request-state';
import type { EngineRequest } from '../request/transition';
import { isBlank } from '../form/blank';
import { changedAlong } from '../form/shown/changed-along';
import { formBefore } from '../operations/form/form-before';
import { formToWire } from '../form/wire/wire';
import { actorFacts, actsFor } from '../people/actor-facts';
import type { Directory } from '../people/directory';
import { unitPath } from '../people/posts';
import { MOST_SEATS, resolve } from '../people/resolve/resolve';
import { isHuman } from '../definition/flow';
import { isUnderWay } from '../request/links/children';
import { deadlines } from '../request/time/deadline';
import { SYSTEM_ACTOR, timerCommand } from '../request/system-commands';
import { demandsOn } from '../request/supervision';
import { isToClaim } from '../operations/seats/on-task';
import { awaitingSteps, blockedOf, decidingSeats, phaseOf, recordOf, standingSteps } from '../request/standing';
import { ownValue } from '../text/own-value';
import type { InPieces } from './in-pieces';
import { assumedFields, type AssumedValues } from './assumed-fields';
import { listedIn } from './rehearsal';
import { resumed } from './resumed';
import { standsOn, stepsOf, turnsOf, type ForeseenStep } from './foreseen-step';
import { stillToSpeak, type StillToSpeak } from './still-to-speak';

/** A request whose way is foreseen, with its whole form and the directory of the moment. */
export interface Outlook {
  request: EngineRequest;
  form: FormValues;
  directory: Directory;
  /** Values taken for fields that later steps fill in, instead of their `expected`. */
  assume: AssumedValues;
  /** What the ledger says; absent: nobody looked, and what was drawn stands. */
  funds?: Facts['funds'] | undefined;
  /** Whose word is cast before all others, and on which step. */
  first?: { step: string; person: string } | undefined;
  /** Fields that its requester changes when it comes back to them, whatever to; what hangs on their values stays as it is. */
  changing?: readonly string[] | undefined;
}

/** A walk under way: what it has come to so far. */
export interface Walk extends Outlook {
  steps: ForeseenStep[];
  /** Parameters as the company has set them; read at the submit only. */
  params: Facts['params'];
  /** Who has yet to speak on the step of the `first` word after it; null where nobody has. Absent before it is cast. */
  left?: StillToSpeak | null;
}

/**
 * The way of a running request from where it stands to its end, if everybody agrees: each step's first person decides it. Pure.
 * Walked with the compiled machine and the same `resolve` as the real thing, so it cannot differ from it. Ends at a step without an approver.
 * A request that is with its requester is taken as resubmitted unchanged, a suspended one as resumed. Finished requests have no way left. Comes with
 * the request as it would stand at the end of that way; in pieces, one decision each.
 */
export function* walkAhead(rehearsal: Process, outlook: Outlook): InPieces<Walk> {
  const request = resumed(outlook.request);
  const walk: Walk = { ...outlook, request, params: {}, steps: standsOn(request) };
  // Each pass decides one seat, so there are no more passes than seats.
  for (let pass = 0; pass <= rehearsal.order.length * MOST_SEATS; pass += 1) {
    const bodies = nextCommands(rehearsal, walk);
    const said = bodies.find((body) => goesOn(rehearsal, walk, body));
    if (said === undefined && !(bodies.length === 0 && timePasses(rehearsal, walk))) break;
    if (said !== undefined) noteLeft(rehearsal, walk, said);
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
  const before = formBefore(rehearsal, request.state, { form, facts, directory });
  const ask = { command: timerCommand(request, next), body: null, before };
  keep(walk, decide(rehearsal, request, { ask, facts }, resolverOn(rehearsal, directory)), { type: 'timer' });
  return true;
}

/** People as the directory has them. A list is walked as one piece of work of everybody who has an item of it. */
function resolverOn(rehearsal: Process, directory: Directory): Resolver {
  const real = resolverOver(rehearsal, directory);
  return {
    ...real,
    find: (at, name) => listPeople(rehearsal, at, { name, directory }) ?? real.find(at, name),
    isEntitled: (at, given) => listedIn(rehearsal, given.step) !== null || real.isEntitled(at, given),
  };
}

/** Those who have an item of a list; null for any other step. */
function listPeople(
  rehearsal: Process,
  at: RequestState,
  { name, directory }: { name: string; directory: Directory },
): ReturnType<Resolver['find']> | null {
  const process = listedIn(rehearsal, name);
  if (process === null) return null;
  const { verdict, derivation } = resolve(process, at, name, directory);
  if (verdict.kind !== 'seats') return { verdict, derivation };
  const { items: _items, waivers: _waivers, ...seats } = verdict;
  return { verdict: seats, derivation };
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
  const before = formBefore(rehearsal, walk.request.state, { form: walk.form, facts, directory });
  const command = filledIn(rehearsal, walk, commandFrom(rehearsal, body, `${body.requestId}:${walk.request.n}`, before));
  return decide(rehearsal, walk.request, { ask: { command, body, before }, facts }, resolverOn(rehearsal, directory));
}

/** Who has yet to speak on the step of the first word, once that was cast. */
function noteLeft(rehearsal: Process, walk: Walk, { type, actor, step: id }: CommandBody): void {
  if (type !== 'approve' && type !== 'advise') return;
  const { first, request } = walk;
  const step = first && ownValue(rehearsal.steps, first.step);
  if (!step || !isHuman(step) || walk.left !== undefined || actor !== first.person || id !== first.step) return;
  walk.left = stillToSpeak(step, recordOf(request.state.context, first.step));
}

function keep(walk: Walk, decided: Decision, by: { type: string; step?: string }): void {
  if ('refused' in decided) throw new Error(`Expected to walk on with ${by.type}, but it is refused: ${decided.refused.code}`);
  walk.form = decided.form;
  walk.request = decided.request;
  const came = stepsOf(decided.transition.events, decided.derivations, decided.transition.facts.seats);
  const turned = turnsOf(walk, decided.transition);
  walk.steps.push(...[...turned, ...came].map((step) => (by.step === undefined ? step : { ...step, after: by.step })));
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

/** What could be sent next, the likeliest first: by the people of the open steps, whoever is to speak first before all others. */
function nextCommands(rehearsal: Process, walk: Walk): CommandBody[] {
  const { request, form, first } = walk;
  const { context } = request.state;
  if (blockedOf(context)) return [];
  if (phaseOf(request.state) === 'returned' && context.requester)
    return [{ type: 'resubmit', requestId: context.requestId, actor: context.requester.id, form }];
  const news = newsAhead(request.state);
  if (news !== null) return [news];
  const words = standingSteps(context).flatMap((step) =>
    decidingSeats(recordOf(context, step)).map(([name, seat]) => ({ step, name, seat })),
  );
  const rank = ({ step, seat }: SeatOn): number => (step !== first?.step ? 2 : seat.person === first.person ? 0 : 1);
  return [...words].sort((one, other) => rank(one) - rank(other)).flatMap((word) => wordOf(rehearsal, walk, word) ?? []);
}

interface SeatOn {
  step: string;
  name: string;
  seat: Seat;
}

/** The word of one person: their decision, or the advice that they were asked for; before it what they owe or have to claim. */
function wordOf(rehearsal: Process, walk: Walk, { step: id, name, seat }: SeatOn): CommandBody | null {
  const { context } = walk.request.state;
  const step = ownValue(rehearsal.steps, id);
  if (!step || !isHuman(step)) return null;
  const said = { requestId: context.requestId, actor: seat.person, step: id, generation: seat.generation, comment: '—' };
  // What only holds a press up takes nothing of the way: it is done first.
  if (demandsOn(context, id, name).length > 0) return { ...said, type: 'answer-demand' };
  if (isToClaim(step, recordOf(context, id)?.seats ?? null) && seat.addedBy === undefined) return { ...said, type: 'claim' };
  if (seat.lentBy !== undefined) return { ...said, type: 'advise' };
  return {
    ...said,
    type: 'approve',
    // Who only signs besides fills nothing in.
    fields: seat.addedBy === undefined ? writtenBy(rehearsal, step, walk) : {},
    stance: 'for',
    again: true,
    shown: contentFor(rehearsal, context, id),
  };
}

/** Fields that the step would write, in wire form: what is taken for them where they are still blank. */
function writtenBy(rehearsal: Process, step: HumanStep, { form, assume }: Walk): FormValues {
  const values = assumedFields(rehearsal.definition, step, { form, assume });
  return formToWire(rehearsal.definition, Object.fromEntries(Object.entries(values).filter(([, value]) => !isBlank(value))));
}

/** What is missing does not hold up a rehearsal. */
function filledIn(rehearsal: Process, { request, changing = [] }: Walk, command: Command): Command {
  const asked = command.type === 'resubmit' ? asChanged(command, changedAlong(rehearsal.definition, changing)) : command;
  const whole = 'missing' in asked ? { ...asked, missing: [], invalid: [] } : asked;
  if (!('choices' in whole)) return whole;
  return { ...whole, choices: { ...takenAsMade(rehearsal), ...choicesWith(request.state.context, whole) } };
}

/** The content of a field that has changed: no digest of any. */
const CHANGED = 'changed';

/** The same form with something else in these fields, as far as whoever was shown them can tell. */
function asChanged(command: CommandOf<'resubmit'>, keys: readonly string[]): CommandOf<'resubmit'> {
  const marked = (digests: Record<string, string>) =>
    Object.fromEntries(Object.entries(digests).map(([key, digest]) => [key, keys.includes(key) ? CHANGED : digest]));
  return { ...command, material: marked(command.material), ...(command.others && { others: marked(command.others) }) };
}

function factsAt({ request, directory, params, funds }: Walk, actor: string): Facts & { seats: Record<string, StepVerdict> } {
  const facts = actorFacts(directory, actor, []);
  const requesterUnit = request.state.context.requester?.unitId ?? facts.unitId;
  const absent = actsFor(request.state.context, actor);
  return {
    now: directory.now,
    today: directory.today,
    actor: facts,
    ...(absent.length > 0 && { actsFor: absent.map((person) => actorFacts(directory, person, [])) }),
    requesterUnitPath: unitPath(directory, requesterUnit),
    params,
    seats: {},
    claimed: {},
    ...(funds && { funds }),
  };
}
