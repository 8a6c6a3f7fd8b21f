import type { Outcome } from '../request-state';

/** What stands of a request that a step has started. */
export interface ChildRecord {
  /** Number of the transition that asked for it. */
  n: number;
  /** Which row of the table it was started for; absent where there is one for all. */
  row?: number;
  /** Digest of what it was given: as long as that is the same, it stands. */
  given: string;
  /** The same of its row alone. Absent: there is no table, or it was begun before that was kept, and `given` is about the whole table. */
  of?: string;
  /** How it has ended. Absent: it is under way, or about to begin. */
  outcome?: Outcome;
  /** Why it could not be started. */
  refused?: string;
  /** It is waited for no more, and is withdrawn. */
  left?: true;
  /** It goes on whatever becomes of this request. */
  free?: true;
  /** Key of its process, where a person has started it by hand; absent: its step says which. */
  process?: string;
}

/** By which request this one was started. */
export interface ParentLink {
  request: string;
  /** Null where a person has started it by hand. */
  step: string | null;
  /** How many requests are above it. */
  depth: number;
  /** It hears how this one ends. */
  waits: boolean;
  /** Who asks for the one that started it, and for those above that wait for that one: it is their own matter too. Absent: it was begun before that was kept. */
  requesters?: string[];
  /** Who benefits from them: it is their own matter too. Absent: nobody, or it was begun before that was kept. */
  beneficiaries?: string[];
  /** By which entrance of its own process it was handed over; absent: by none, or that process has no entrances. */
  entered?: string;
}
