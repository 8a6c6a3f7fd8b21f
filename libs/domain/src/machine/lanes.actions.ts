import { laneOf } from '../definition/structure';
import { withoutSteps, withStep, type MachineContext, type MachineEvent } from '../operations/machine-context';
import { recordOf, standingSteps } from '../request/standing';

/** What is said of a step with lanes: how many it has. */
export interface Fork {
  step: string;
  lanes: number;
}

function lanesOf({ step, lanes }: Fork): string[] {
  return Array.from({ length: lanes }, (_, index) => laneOf(step, index));
}

/** The walk comes to a step with lanes: each begins at its top, whatever it came to in an earlier walk. */
export function fork(machine: MachineContext, forked: Fork): MachineContext {
  const { request } = machine;
  return { ...machine, request: { ...request, steps: withoutSteps(request.steps, lanesOf(forked)) } };
}

/** A lane has come to its end. */
export function endLane(machine: MachineContext, { n }: MachineEvent, { lane }: { lane: string }): MachineContext {
  return withStep(machine, lane, { status: 'passed', generation: n, seats: {} });
}

/** Enough lanes have passed: whoever is still asked in the others is asked no longer. `inside`: the steps of all of them. */
export function join(machine: MachineContext, { inside }: { inside: readonly string[] }): MachineContext {
  const { request } = machine;
  const lost = standingSteps(request).filter((step) => inside.includes(step));
  return lost.length === 0 ? machine : { ...machine, request: { ...request, steps: withoutSteps(request.steps, lost) } };
}

/** Whether enough lanes of a step have come to their end. Pure. */
export function isJoined({ request }: MachineContext, { needed, ...fork }: Fork & { needed: number }): boolean {
  return lanesOf(fork).filter((lane) => recordOf(request, lane)?.status === 'passed').length >= needed;
}
