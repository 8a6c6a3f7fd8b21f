import { inOrder, type Block } from './block';
import { said, type Words } from './words';

/** One of the ways that are walked side by side. */
export interface Lane {
  title: Words;
  steps: readonly Block[];
}

/** Several things at the same time, each by its own people; what follows waits for all of them (X05, X27). */
export const sideBySide =
  (id: string, title: Words, lanes: readonly Lane[]): Block =>
  (around) => {
    const walked = lanes.map(({ steps }) => inOrder(steps, around));
    return {
      block: 'parallel',
      step: {
        kind: 'parallel',
        id,
        title: said(title),
        join: 'all',
        lanes: lanes.map((lane, index) => ({ title: said(lane.title), steps: (walked[index] ?? []).map(({ step }) => step) })),
      },
      inside: walked.flat(),
    };
  };
