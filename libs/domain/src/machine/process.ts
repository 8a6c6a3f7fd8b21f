import type { AnyStateMachine } from 'xstate';
import type { Outline } from '../definition/outline';

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
