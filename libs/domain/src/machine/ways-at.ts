import { getNextTransitions } from 'xstate';
import type { MachineReference } from '../definition/state-json';
import type { RequestState } from '../request/request-state';
import { machineOf, type Process } from './process/process';
import { snapshotAt } from './step-machine';

/** The named guards of a transition: one, or several that XState takes together. */
function referencesOf(guard: unknown): MachineReference[] {
  if (guard === undefined) return [];
  return typeof guard === 'function' ? (guard as unknown as { guards: MachineReference[] }).guards : [guard as MachineReference];
}

/** Guards of each way by which the machine would take an event where a request stands, from the innermost state outwards. Pure. */
export function waysAt(process: Process, state: RequestState, type: string): MachineReference[][] {
  const transitions = getNextTransitions(snapshotAt(machineOf(process), state)).filter(({ eventType }) => eventType === type);
  return transitions.map(({ guard }) => referencesOf(guard));
}
