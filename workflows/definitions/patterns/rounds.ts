import type { Condition } from '@countersign/domain';
import { inSequence, type Block } from './block';
import { said, type Words } from './words';

/** What is done round after round. */
export interface RepeatedWork {
  when?: Condition;
  /** So many; a no in the last of them is a no to all of it. */
  most: number;
  /** The last of them says whether it is enough: somebody who may say no, or an end under a condition. */
  steps: readonly Block[];
}

/** Something is done until somebody accepts it: a no begins the next round, and is no return (X40). */
export const untilAccepted =
  (id: string, title: Words, { when, most, steps }: RepeatedWork): Block =>
  (around) => {
    const inside = inSequence(steps, around);
    return {
      block: 'loop',
      step: { kind: 'loop', id, title: said(title), ...(when ? { when } : {}), rounds: most, steps: inside.map(({ step }) => step) },
      inside,
    };
  };
