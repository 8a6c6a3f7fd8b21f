/** A transient state that sends the walk to `goto`. Step ids cannot hold an `@`. */
export const HUB = '@go';

/** A reference as XState's JSON wants it. */
export interface Reference {
  type: string;
  params: object;
}

/**
 * The guard of a transition, as JSON. `route` says whether the transition is meant at all (which way), `of` who may take it (why not).
 * Only `of` can refuse.
 */
export interface TransitionGuard {
  type: 'all';
  params: { route: Reference | null; of: Reference[] };
}

export interface TransitionJson {
  target?: string;
  /** Leaves and enters again where the target is the state itself: XState runs its entry actions only then. */
  reenter?: true;
  guard: TransitionGuard;
  actions?: Reference[];
}

/** One state of the machine as JSON. */
export interface StateJson {
  type?: 'final';
  entry?: Reference[];
  always?: TransitionJson[];
  on?: Record<string, TransitionJson[]>;
}

/** The guard of a way that nobody has to be allowed to take. Pure. */
export function way(type: string, params: object = {}): TransitionGuard {
  return { type: 'all', params: { route: { type, params }, of: [] } };
}

/** The guard of a transition that any of the named guards may refuse. Pure. */
export function allOf(of: Reference[], route: Reference | null = null): TransitionGuard {
  return { type: 'all', params: { route, of } };
}

/** A reference to a guard, action or route. Pure. */
export function ref(type: string, params: object = {}): Reference {
  return { type, params };
}
