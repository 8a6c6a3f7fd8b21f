import type { AnyStateNode } from 'xstate';
import type { Command } from '../request/command';
import { alreadyDecided } from '../guards/is-assignee.guard';
import { refusal, type Refusal } from '../request/refusal';
import type { Facts } from '../request/facts';
import { knownGuard } from '../machine/build';
import { isOpen } from '../machine/routes';
import type { MachineContext, MachineEvent } from '../machine/machine-context';
import type { TransitionGuard } from '../steps/state-json';
import { machineOf, type Process } from '../machine/process';
import type { RequestState } from '../request/request-state';

/** What a state of the machine takes on an event, its own transitions before those of the whole machine. */
function candidates(process: Process, value: string, type: string): TransitionGuard['params'][] {
  const { root } = machineOf(process);
  const states = root.states as Record<string, AnyStateNode>;
  const node = states[value];
  if (node === undefined) throw new Error(`Expected to stand on a step of ${process.definition.key}, but “${value}” is none`);
  return [node, root as AnyStateNode].flatMap((each) =>
    (each.transitions.get(type) ?? []).map((transition) => (transition.guard as TransitionGuard).params),
  );
}

/** Why no transition of the machine takes the command at all. */
function untaken(state: RequestState, command: Command, facts: Facts): Refusal {
  const { value, context } = state;
  if (command.type === 'submit') return refusal('already-submitted', { state: value });
  if (command.type === 'resolve-again') return refusal('not-blocked');
  return alreadyDecided({ context, command, facts }) ?? refusal('invalid-state', { state: value });
}

/**
 * Why the answer to a command is no; null when nothing stands in its way. Pure.
 * Asks the guards on the machine's own transitions at this state: there is no other place that decides. Throws what a guard throws.
 */
export function refuse(process: Process, state: RequestState, command: Command, facts: Facts): Refusal | null {
  const { context, value } = state;
  if (context.blocked?.kind === 'poisoned') return refusal('poisoned', { reason: context.blocked.reason, owners: context.blocked.owners });
  const machine: MachineContext = { request: context, events: [], goto: null };
  const event: MachineEvent = { type: command.type, command, facts };
  let first: Refusal | null = null;
  for (const { route, of } of candidates(process, value, command.type)) {
    if (route !== null && !isOpen(route.type, machine, event, route.params)) continue;
    const found = firstRefusal(of, event, context);
    if (found === null) return null;
    first ??= found;
  }
  return first ?? untaken(state, command, facts);
}

function firstRefusal(
  of: TransitionGuard['params']['of'],
  { command, facts }: MachineEvent,
  context: RequestState['context'],
): Refusal | null {
  for (const { type, params } of of) {
    const found = knownGuard(type).refuse({ context, command, facts }, params);
    if (found !== null) return found;
  }
  return null;
}
