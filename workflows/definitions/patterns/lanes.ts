import { inSequence, type Block } from './block';
import { said, type Words } from './words';

/** One of the ways that are walked side by side. */
export interface LaneBlocks {
  title: Words;
  steps: readonly Block[];
  /** A no in it ends it as a yes would, and what follows sees to it. */
  noPasses?: true;
}

/** Several things at the same time, each by its own people; what follows waits for all of them, or for any one (X05, X27). */
export const sideBySide =
  (id: string, title: Words, lanes: readonly LaneBlocks[], join: 'all' | 'any' = 'all'): Block =>
  (around) => {
    const walked = lanes.map(({ steps }) => inSequence(steps, around));
    return {
      block: 'parallel',
      step: {
        kind: 'parallel',
        id,
        title: said(title),
        join,
        lanes: lanes.map((lane, index) => ({
          title: said(lane.title),
          steps: (walked[index] ?? []).map(({ step }) => step),
          ...(lane.noPasses ? { onReject: 'pass' } : {}),
        })),
      },
      inside: walked.flat(),
    };
  };
