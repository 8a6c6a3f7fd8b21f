import { getNextTransitions } from 'xstate';
import { guardInput } from '../guards/guard';
import { knownGuard } from '../machine/build';
import { eventTypeOf, machineOf, type Process } from '../machine/process';
import { isOpen, isWay } from '../machine/ways';
import { besideOf, operationOf } from '../operations/registry';
import { machineContext, type MachineEvent } from '../operations/machine-context';
import type { Reference } from '../definition/state-json';
import type { Command } from '../request/command';
import type { Facts } from '../request/facts';
import { refusal, type Refusal } from '../request/refusal';
import type { RequestState } from '../request/request-state';

/** The named guards of a transition: one, or several that XState takes together. */
function referencesOf(guard: unknown): Reference[] {
  if (guard === undefined) return [];
  return typeof guard === 'function' ? (guard as unknown as { guards: Reference[] }).guards : [guard as Reference];
}

/** Guards of what the machine would take this event by, from the innermost state outwards. */
function candidates(process: Process, { value, context }: RequestState, type: string): Reference[][] {
  const machine = machineOf(process);
  const snapshot = machine.resolveState({ value, context: machineContext(context) });
  const transitions = getNextTransitions(snapshot).filter(({ eventType }) => eventType === type);
  return transitions.map(({ guard }) => referencesOf(guard));
}

/**
 * Why the answer to a command is no; null when nothing stands in its way. Pure.
 * Asks the guards on the machine's own transitions at this state: there is no other place that decides. Guards that only choose the way never
 * refuse. Throws what a guard throws.
 */
export function refuse(process: Process, state: RequestState, command: Command, facts: Facts): Refusal | null {
  const { context } = state;
  const operation = operationOf(command.type);
  if (context.poisoned && !operation.whileStopped) {
    return refusal('poisoned', { reason: context.poisoned.reason, owners: context.poisoned.owners });
  }
  const event: MachineEvent = { type: eventTypeOf(command), command, facts, n: 0 };
  const beside = besideOf(command.type, process);
  if (beside) return beside.takes(context) ? firstRefusal(beside.guard(process), event, context) : operation.untaken(context, command);
  let first: Refusal | null = null;
  for (const guards of candidates(process, state, event.type)) {
    const machine = machineContext(context);
    if (guards.some(({ type, params }) => isWay(type) && !isOpen(type, machine, event, params))) continue;
    const found = firstRefusal(guards, event, context);
    if (found === null) return null;
    first ??= found;
  }
  return first ?? operation.untaken(context, command) ?? refusal('invalid-state', { state: '' });
}

function firstRefusal(guards: readonly Reference[], event: MachineEvent, context: RequestState['context']): Refusal | null {
  const input = guardInput(context, event);
  for (const { type, params } of guards) {
    const found = isWay(type) ? null : knownGuard(type).refuse(input, params);
    if (found !== null) return found;
  }
  return null;
}
