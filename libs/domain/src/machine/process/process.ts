import type { AnyStateMachine } from 'xstate';
import type { Outline } from '../../definition/structure/outline';
import { operationOf } from '../../operations/registry';
import type { Command } from '../../request/command';

/** A definition as the engine runs it. Immutable; kept by the caller under `key@version@hash`. */
export interface Process extends Outline {
  machine: AnyStateMachine | null;
  /** Why the definition cannot be run, and `machine` is null; null for every sound one. */
  poisoned: string | null;
}

/** The machine of a process. Pure. Throws the reason where the definition cannot be run: whoever decides then blocks the request. */
export function machineOf({ machine, poisoned }: Process): AnyStateMachine {
  if (machine === null) throw new Error(poisoned ?? 'Expected the process to have a machine, but it has none');
  return machine;
}

/** The machine's event for a command: what is meant for one step carries its name, so that two open steps never compete. Pure. */
export function eventTypeOf(command: Command): string {
  const { onStep } = operationOf(command.type);
  return onStep && 'step' in command ? `${command.step ?? ''}.${command.type}` : command.type;
}
