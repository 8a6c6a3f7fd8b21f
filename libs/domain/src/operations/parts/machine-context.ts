import type { Command } from '../../request/command';
import type { Facts } from '../../request/facts';
import type { RequestContext } from '../../request/request-state';
import type { TransitionEvent } from '../../request/transition';

/** What the machine carries while it steps: the request's memory, and what one step leaves for `advance`. */
export interface MachineContext {
  request: RequestContext;
  /** What happened, tasks left out: those are the difference of two states. */
  events: TransitionEvent[];
  /** Steps that the walk has come to and whose people the facts do not hold. */
  need: readonly string[];
}

/** What the machine carries as it begins a step. Pure. */
export function machineContext(request: RequestContext): MachineContext {
  return { request, events: [], need: [] };
}

/** The walk waits there for people to be found. Pure. */
export function needing(machine: MachineContext, step: string): MachineContext {
  return { ...machine, need: [...machine.need, step] };
}

/** The event of a step: the command with its facts. */
export interface MachineEvent {
  type: string;
  command: Command;
  facts: Facts;
  /** Number of the transition that it makes. */
  n: number;
}

/** Remembers a step otherwise. Pure. */
export function withStep(machine: MachineContext, step: string, record: RequestContext['steps'][string]): MachineContext {
  return { ...machine, request: { ...machine.request, steps: { ...machine.request.steps, [step]: record } } };
}

/** Tells something more. Pure. */
export function telling(machine: MachineContext, ...events: TransitionEvent[]): MachineContext {
  return { ...machine, events: [...machine.events, ...events] };
}

/** Steps without those of a list. Pure. */
export function withoutSteps(steps: RequestContext['steps'], gone: readonly string[]): RequestContext['steps'] {
  const names = new Set(gone);
  return Object.fromEntries(Object.entries(steps).filter(([id]) => !names.has(id)));
}
