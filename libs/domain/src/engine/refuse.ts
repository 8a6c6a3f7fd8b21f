import { guardInput } from '../guards/guard';
import { knownGuard } from '../machine/build';
import { eventTypeOf, type Process } from '../machine/process/process';
import { isOpen, isWay } from '../machine/ways';
import { waysAt } from '../machine/ways-at';
import { besideOf, operationOf } from '../operations/registry';
import { machineContext, type MachineEvent } from '../operations/parts/machine-context';
import type { Operation } from '../operations/operation';
import type { MachineReference } from '../definition/state-json';
import type { Command } from '../request/command';
import type { Facts } from '../request/facts';
import { refusal, type Refusal } from '../request/refusal';
import type { RequestState } from '../request/request-state';

/**
 * Why the answer to a command is no; null when nothing stands in its way. Pure.
 * Asks the guards on the machine's own transitions at this state: there is no other place that decides. Guards that only choose the way never
 * refuse. Throws what a guard throws.
 */
export function refuse(process: Process, state: RequestState, command: Command, facts: Facts): Refusal | null {
  const { context } = state;
  const operation: Operation = operationOf(command.type) as unknown as Operation;
  const held = heldBack(context, operation);
  const beside = besideOf(command.type, process);
  if (held && (beside || process.machine === null)) return held;
  const event: MachineEvent = { type: eventTypeOf(command), command, facts, n: 0 };
  if (beside)
    return beside.takes(context) ? firstRefusal(beside.guard(process), event, context) : operation.untaken(context, command, process);
  let first: Refusal | null = null;
  for (const guards of openWays(process, state, event)) {
    const found = held ?? firstRefusal(guards, event, context);
    if (found === null) return operation.refuses?.(process, { context, command, facts }) ?? null;
    first ??= found;
  }
  return first ?? operation.untaken(context, command, process) ?? refusal('invalid-state', { state: '' });
}

/** Why nothing is taken of a request that was stopped or suspended; null where it is. */
function heldBack({ poisoned, suspendedAt }: RequestState['context'], operation: Operation): Refusal | null {
  if (poisoned !== null && !operation.whileStopped) return refusal('poisoned', { reason: poisoned.reason, owners: poisoned.owners });
  return suspendedAt === undefined || operation.whileSuspended ? null : refusal('suspended', { at: suspendedAt });
}

/** Guards of what the machine would take this event by, as far as the ways are open. */
function openWays(process: Process, state: RequestState, event: MachineEvent): MachineReference[][] {
  return waysAt(process, state, event.type).filter((guards) => {
    const machine = machineContext(state.context);
    return guards.every(({ type, params }) => !isWay(type) || isOpen(type, machine, event, params));
  });
}

function firstRefusal(guards: readonly MachineReference[], event: MachineEvent, context: RequestState['context']): Refusal | null {
  const input = guardInput(context, event);
  for (const { type, params } of guards) {
    const found = isWay(type) ? null : knownGuard(type).refuse(input, params);
    if (found !== null) return found;
  }
  return null;
}
