import type { AnyStateMachine } from 'xstate';
import type { Definition } from '../definition/definition.schema';
import type { Step } from '../definition/step.schema';

/** What has to be read of directory and database before a command can be decided. */
export interface Lookups {
  /** The requester's superiors up to the top are needed. */
  superiors: boolean;
  /** Person or unit fields that assignee rules start from. */
  anchors: string[];
  /** Roles whose holders are needed. */
  roles: string[];
  /** Keys of people named in the definition. */
  persons: string[];
  /** Matters whose grants are needed. */
  matters: string[];
  /** Checks that ask for values claimed by other requests, and the routing field of their values. */
  claims: { check: string; field: string }[];
  operators: true;
}

/** A definition as the engine runs it. Immutable; kept by the caller under `key@version@hash`. */
export interface Process {
  definition: Definition;
  /** Hash of the definition. */
  hash: string;
  machine: AnyStateMachine | null;
  /** Why the definition cannot be run, and `machine` is null; null for every sound one. */
  poisoned: string | null;
  steps: Record<string, Step>;
  /** Ids of all steps in document order, branches flattened. */
  order: string[];
  lookups: Lookups;
  /** Field paths whose values are kept in the state. */
  routing: string[];
  /** Keys of the material fields. */
  material: string[];
}

/** The machine of a process. Pure. Throws the reason where the definition cannot be run: whoever decides then blocks the request. */
export function machineOf({ machine, poisoned }: Process): AnyStateMachine {
  if (machine === null) throw new Error(poisoned ?? 'Expected the process to have a machine, but it has none');
  return machine;
}
