import { laneOf } from '../../definition/structure/lane-name';
import { leavingOutSteps } from '../../operations/walk/leaving';
import { telling, withoutSteps, withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import { countedLanes, tooFewLanes } from '../../request/steps/counted-lanes';
import type { StepRecord } from '../../request/request-state';
import type { TransitionEvent } from '../../request/transition';
import { decidedOn } from '../task-events';
import { recordOf, unsettledSteps } from '../../request/standing';

/** What is said of a step with lanes: how many it has. */
export interface ForkParams {
  step: string;
  lanes: number;
}

/** By which rule its lanes meet again. */
export interface Join extends ForkParams {
  needed: number;
  /** Where too few can pass any more, those that are left are enough. */
  whatIsLeft: boolean;
}

/** One of its lanes, and the steps in it. */
export interface LanePlace {
  step: string;
  lane: number;
  /** A no in it ends it and no other. */
  alone: boolean;
  /** It has passed all the same: what follows sees to it. */
  passes: boolean;
  inside: readonly string[];
}

function lanesOf({ step, lanes }: ForkParams): string[] {
  return Array.from({ length: lanes }, (_, index) => laneOf(step, index));
}

function forgetting(machine: MachineContext, gone: readonly string[], without = leavingOutSteps): MachineContext {
  const { request } = machine;
  return gone.some((id) => Object.hasOwn(request.steps, id))
    ? { ...machine, request: { ...request, steps: without(request.steps, gone) } }
    : machine;
}

/** Nobody is looked for any more where the walk has left. */
function notNeeding(machine: MachineContext, inside: readonly string[]): MachineContext {
  return { ...machine, need: machine.need.filter((step) => !inside.includes(step)) };
}

function laneEnded(machine: MachineContext, { n }: MachineEvent, lane: string, status: StepRecord['status']): MachineContext {
  return withStep(machine, lane, { status, generation: n, seats: {} });
}

/** The walk comes to a step with lanes: each begins at its top, whatever it came to in an earlier walk. */
export function fork(machine: MachineContext, forked: ForkParams): MachineContext {
  return forgetting(machine, lanesOf(forked));
}

/** The step does not come in this case: what was decided in its lanes stands no longer. */
export function passOver(machine: MachineContext, { inside, ...forked }: ForkParams & { inside: readonly string[] }): MachineContext {
  return forgetting(machine, [...lanesOf(forked), ...inside]);
}

/** A lane has come to its end. */
export function endLane(machine: MachineContext, event: MachineEvent, { step, lane }: LanePlace): MachineContext {
  return laneEnded(machine, event, laneOf(step, lane), 'passed');
}

/** A lane is not walked in this case: what was decided in it stands no longer. */
export function leaveLane(machine: MachineContext, event: MachineEvent, { step, lane, inside }: LanePlace): MachineContext {
  return laneEnded(forgetting(machine, inside), event, laneOf(step, lane), 'skipped');
}

/** A lane has come to a no. Where it ends this one and no other, whoever is still asked in it is asked no longer. */
export function failLane(machine: MachineContext, event: MachineEvent, { step, lane, alone, passes, inside }: LanePlace): MachineContext {
  if (!alone) return laneEnded(machine, event, laneOf(step, lane), 'rejected');
  const dropped = unsettledSteps(machine.request).filter((each) => inside.includes(each));
  const failed = laneEnded(notNeeding(forgetting(machine, dropped), inside), event, laneOf(step, lane), passes ? 'passed' : 'rejected');
  return telling(failed, { type: 'lane.rejected', step, lane, dropped });
}

/** The lanes have met, or too few can: whoever is still asked in the others is asked no longer. `inside`: the steps of all of them. */
export function join(
  machine: MachineContext,
  event: MachineEvent,
  { inside, ...forked }: ForkParams & { inside: readonly string[] },
): MachineContext {
  const lanes = lanesOf(forked);
  const dropped = unsettledSteps(machine.request).filter((step) => inside.includes(step));
  const passed = lanes.filter((lane) => recordOf(machine.request, lane)?.status === 'passed').length;
  const unended = lanes.filter((lane) => recordOf(machine.request, lane) === undefined);
  const settled = unended.reduce((all, lane) => laneEnded(all, event, lane, 'closed'), forgetting(machine, dropped));
  return telling(settled, { type: 'lanes.settled', step: forked.step, passed, of: lanes.length, dropped });
}

/** What is remembered of a step that repeats its own: which round they are in. */
function roundOf({ request }: MachineContext, step: string): number {
  return recordOf(request, step)?.round ?? 1;
}

/** Words that the command has brought and that are forgotten with it: no later look at the state would find them. */
function saidNow({ request }: MachineContext, { n }: MachineEvent, inside: readonly string[]): TransitionEvent[] {
  return inside.flatMap((step) =>
    Object.entries(recordOf(request, step)?.seats ?? {}).flatMap((seat) => (seat[1].vote?.n === n ? decidedOn(step, seat) : [])),
  );
}

/** The steps of a loop are walked again from their top: what was decided on them is on record, and counts for nothing any more. */
export function nextRound(
  machine: MachineContext,
  event: MachineEvent,
  { step, lanes, inside }: ForkParams & { inside: readonly string[] },
): MachineContext {
  const round = roundOf(machine, step) + 1;
  const names = lanesOf({ step, lanes });
  const said = saidNow(machine, event, inside);
  const dropped = inside.filter((id) => Object.hasOwn(machine.request.steps, id));
  const begun = forgetting({ ...machine, events: [...said, ...machine.events] }, [...names, ...inside], withoutSteps);
  const walked = { ...begun.request.walked, ...Object.fromEntries(names.map((lane) => [lane, event.n])) };
  const again = withStep({ ...begun, request: { ...begun.request, walked } }, step, {
    status: 'passed',
    generation: event.n,
    seats: {},
    round,
  });
  return telling(again, { type: 'loop.again', step, round, dropped });
}

/** Whether a loop may make another round. Pure. */
export function hasRoundsToGo(machine: MachineContext, { step, rounds }: { step: string; rounds: number }): boolean {
  return roundOf(machine, step) < rounds;
}

/** Whether enough lanes of a step have come to their end. Pure. Nothing is said before everybody whom the walk needs is found: whichever lane is looked at first, the same comes of it. */
export function isJoined(machine: MachineContext, join: Join): boolean {
  const { passed, left, walking } = countedLanes(machine.request, join);
  if (machine.need.length > 0) return false;
  return passed + left >= join.needed || (join.whatIsLeft && walking === 0 && passed > 0);
}

/** Whether a lane has come to a no that ends all of them. Pure. */
export function isBroken({ request, need }: MachineContext, { step, binding }: { step: string; binding: readonly number[] }): boolean {
  return need.length === 0 && binding.some((lane) => recordOf(request, laneOf(step, lane))?.status === 'rejected');
}

/** Whether so many lanes have come to a no that too few are left. Pure. */
export function isStarved(machine: MachineContext, join: Join): boolean {
  return machine.need.length === 0 && tooFewLanes(countedLanes(machine.request, join), join);
}
