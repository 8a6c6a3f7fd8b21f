/** A reference to a guard, a way or an action, as XState's JSON wants it. */
export interface MachineReference {
  type: string;
  params: object;
}

/**
 * A transition of the machine as JSON. Of its guards, those that `guards/` knows may refuse; those that `machine/ways` knows only choose the way,
 * and never say who may take it.
 */
export interface TransitionJson {
  /** A state of the same level, or `#request…` with the whole way to it; absent: the machine stays where it is. */
  target?: string;
  /** Leaves and enters again where the target is the state itself or one around it: XState runs its entry actions only then. */
  reenter?: true;
  guard: MachineReference[];
  actions?: MachineReference[];
}

/** One state of the machine as JSON, with the states inside it. */
export interface StateJson {
  type?: 'final' | 'parallel';
  initial?: string;
  entry?: MachineReference[];
  always?: TransitionJson[];
  on?: Record<string, TransitionJson[]>;
  states?: Record<string, StateJson>;
}

/** The state of the walk: every return begins it again from its top, and every step asks itself whether its decision still stands. */
export const WALK = '#request.walk';

/** The machine's own event: the people for whom the walk stopped are found, and it goes on where it stands. No command is called so. */
export const FOUND = 'found';

/** What the state of a step takes that may stop for want of people: it is entered again once they are found. Pure. */
export function goesOnAt(path: string, step: string): Record<string, TransitionJson[]> {
  return { [FOUND]: [{ target: path, reenter: true, guard: [ref('needed', { step })], actions: [ref(FOUND)] }] };
}

/** The way to a state of the whole machine. Pure. */
export function stateOf(name: string): string {
  return `#request.${name}`;
}

/** A reference to a guard, way or action. Pure. */
export function ref(type: string, params: object = {}): MachineReference {
  return { type, params };
}
