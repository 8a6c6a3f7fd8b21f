import type { Resume } from '../definition/steps/step-parts';

/** Whom the rules of the step find: people by group. */
export type Holders = readonly (readonly string[])[];

/** What happened to a request of three steps, `first`, `sign`, `last`, and was taken; nothing of what the engine made of it. */
export type Signed =
  | { what: 'holders'; by: string; holders: Holders; here: ReadonlySet<string> }
  /** `group`: which of their places it was said on; null on one that was added. */
  /** `receipt`: what the first of the steps writes. */
  | { what: 'yes' | 'no' | 'abstain'; by: string; step: string; group: number | null; receipt: string }
  | { what: 'back'; by: string; from: string; to: string; resume: Resume }
  /** `note`: something in the form that nothing reads. */
  | { what: 'resubmit'; by: string; note: string }
  /** `n`: with which transition. */
  | { what: 'add'; by: string; where: 'before' | 'after' | 'beside'; whom: string; group: number | null; n: number }
  /** A signature that was asked for with the transition of that number is not any more; whoever has been asked since still is. */
  | { what: 'unadd'; by: string; of: number }
  | { what: 'remove'; by: string }
  | { what: 'again'; by: string };
