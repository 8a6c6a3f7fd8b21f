import type { HumanStep } from '../../definition/step.schema';
import { aboutNow } from '../../form/shown/shown-now';
import type { Outline } from '../../definition/structure/outline';
import { isHuman } from '../../definition/flow';
import { alreadyDecided } from '../../guards/is-assignee.guard';
import { excludesRequester } from '../../people/deciders';
import type { Command, CommandBody, OnTask, PersonCommandType } from '../../request/command';
import { contentFor } from '../../request/content';
import type { ActorFacts } from '../../request/facts';
import { refusal, type Refusal } from '../../request/refusal';
import type { Done, RequestContext, RequestState, Seat, StepRecord, Vote } from '../../request/request-state';
import { claimableSeats, openSeats, recordOf, votesOf, withoutAdded } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import { hasComment } from '../form/asked-form';
import { telling, withStep, type MachineContext, type MachineEvent } from '../parts/machine-context';
import { ownSeat } from './on-seat';
import type { Attempt, StepPlace } from '../operation';
import { ref, type MachineReference, type TransitionJson } from '../../definition/state-json';
import { settledBy } from './turns';

/** A word on a task, whichever operation it is. */
type WordEvent = Pick<MachineEvent, 'facts' | 'n'> & { command: OnTask & { type: PersonCommandType; actor: string } };

/** Whether one of several has to claim a step before anybody decides it. Pure. */
export function isClaimed(step: HumanStep): boolean {
  return 'claim' in step && step.claim === true;
}

/** Whether one of several has still to take a step where these sit. Pure. */
export function isToClaim(step: HumanStep | undefined, seats: StepRecord['seats'] | null): boolean {
  if (step === undefined || seats === null || !isClaimed(step)) return false;
  const claimable = claimableSeats({ status: 'open', generation: 0, seats });
  return claimable.length > 1 && claimable.every(([, { pool }]) => pool === undefined);
}

/** Guards of every word on a task: the right person, about what is there now. Pure. */
export function mayAct({ step, apart, correctors, shownFrom }: StepPlace): MachineReference[] {
  return [
    ref('is-assignee', { step: step.id }),
    ref('decides-here', { step: step.id, claim: isClaimed(step) }),
    ...(excludesRequester(step) ? [ref('not-requester'), ref('not-beneficiary')] : []),
    ...(apart.length > 0 ? [ref('distinct-deciders', { steps: apart })] : []),
    ...(correctors.length > 0 ? [ref('not-corrector', { steps: correctors })] : []),
    ref('stale-content', { writers: shownFrom }),
    ref('owes-answer', { step: step.id, owes: false }),
  ];
}

/** Where a task is taken by one of several, or given back to them: only on steps that are claimed, by whoever has it. Pure. */
export function whereClaimed(step: HumanStep, may: MachineReference, does: MachineReference): TransitionJson[] {
  if (!isClaimed(step)) return [];
  return [{ guard: [ref('is-assignee', { step: step.id }), ref('decides-here', { step: step.id, claim: false }), may], actions: [does] }];
}

/** What is said about a task, as the stored command holds it. Pure. */
export function readOnTask(body: CommandBody): OnTask {
  const named = body.seat === undefined ? {} : { seat: body.seat };
  return {
    step: body.step ?? null,
    generation: body.generation ?? null,
    ...named,
    shown: body.shown ?? null,
    hasComment: hasComment(body),
  };
}

/** The same with everything filled in, about the task that somebody has there; people who came later have one of a later generation. Pure. */
export function attemptOnTask({ context }: RequestState, { step, actor, process }: Attempt): OnTask {
  const record = step === null ? undefined : recordOf(context, step);
  const [name, own] = openSeats(record).find(([, { person }]) => person === actor) ?? [];
  const several = openSeats(record).filter(([, { person }]) => person === actor).length > 1;
  return {
    step,
    generation: own?.generation ?? record?.generation ?? null,
    ...(several ? { seat: Number(name) } : {}),
    shown: contentFor(process, context, step ?? ''),
    hasComment: true,
  };
}

/** Whether somebody has a task on the step. Pure. */
export function sitsOn({ context }: RequestState, actor: ActorFacts, step: string | null): boolean {
  return step !== null && openSeats(recordOf(context, step)).some(([, { person }]) => person === actor.id);
}

/** Why a decision is not taken: nobody can decide there, somebody has, the request has moved on, or its step knows no such thing. Pure. */
export function taskGone(context: RequestContext, command: Command): Refusal {
  const step = 'step' in command && command.step !== null ? command.step : '';
  const record = recordOf(context, step);
  if (record?.status === 'blocked') return refusal('no-approver', { step, owners: record.owners ?? [] });
  // Of several who sign, others may have said something: whoever still has a task there was not too late.
  const asked = 'generation' in command && openSeats(record).some(([, seat]) => isOf(seat, command));
  return (asked ? null : alreadyDecided({ context, command })) ?? refusal('invalid-state', { state: step });
}

function isOf(seat: Seat, { actor, generation }: Pick<OnTask, 'generation'> & { actor: string }): boolean {
  return seat.person === actor && seat.generation === generation;
}

/** Whether people are asked there: a step that they decide, or the requester; not a wait, another system or another request. Pure. */
export function asksPeople(process: Pick<Outline, 'steps'>, id: string): boolean {
  const step = ownValue(process.steps, id);
  return step === undefined || isHuman(step);
}

/** The step of that name that people decide. Pure. Throws where there is none. */
export function humanStepNamed(process: Pick<Outline, 'steps'>, id: string): HumanStep {
  const step = ownValue(process.steps, id);
  if (step === undefined || !isHuman(step)) throw new Error(`Expected to act on a step that people decide, but “${id}” is none`);
  return step;
}

/** Remembers that something was done in the world, and by whom last. */
function carriedOut(machine: MachineContext, step: string, done: Done): MachineContext {
  const { request } = machine;
  const steps = [...new Set([...request.carriedOut, step])];
  return { ...machine, request: { ...request, carriedOut: steps, doneBy: { ...request.doneBy, [step]: done } } };
}

/** A word as it is kept. Pure. */
export function voteOn({ command, facts, n }: WordEvent, word: Pick<Vote, 'answer' | 'stance' | 'material' | 'shown'>): Vote {
  const { answer, stance, material, shown } = word;
  return { answer, pressed: command.type, person: command.actor, n, at: facts.now, stance, material, shown };
}

/** Puts the actor's word on their seat, and tells where the step has passed by it. What becomes of the step is what the words on it come to. Pure. */
export function cast(
  machine: MachineContext,
  event: WordEvent,
  word: Pick<Vote, 'answer' | 'stance'> & { step: string },
  process: Outline,
): MachineContext {
  const { command, n } = event;
  const { record, name, seat } = ownSeat(machine, command);
  const vote = voteOn(event, { ...word, ...aboutNow(process, word.step, machine.request) });
  const seats = { ...record.seats, [name]: { ...seat, vote } };
  const step = humanStepNamed(process, word.step);
  return withSeats(machine, { step, seats, n });
}

/** An open step with other seats or words: what becomes of it is what the words on it come to. Tells where it has passed. Pure. */
export function withSeats(
  machine: MachineContext,
  { step, seats, n }: { step: HumanStep; seats: StepRecord['seats']; n: number },
): MachineContext {
  const { id } = step;
  const record = recordOf(machine.request, id) as StepRecord;
  const settled = settledBy(step, { ...record, seats }, n);
  const changed = withStep(machine, id, settled);
  if (settled.status !== 'passed') return changed;
  const done = votesOf(withoutAdded(settled)).findLast(({ answer }) => answer === 'yes');
  const executes = done !== undefined && step.authority?.kind === 'execute';
  const decided = executes ? carriedOut(changed, id, { person: done.person, n: done.n, at: done.at }) : changed;
  return telling(decided, { type: 'step.passed', step: id, generation: record.generation });
}
