import type { Operation } from '../operation';
import type { OwnWords } from '../words/operation-words';

/**
 * What most operations are: done at once and without a comment; nobody but those concerned hears of it, and nobody takes it back; in
 * words that the house has already.
 */
export const PLAIN = {
  undone: null,
  confirm: null,
  tone: 'plain',
  place: 'menu',
  needsComment: () => false,
  closes: 'decided-by-other',
  tells: null,
  undo: null,
  events: {},
  closings: {},
  notices: {},
  refusals: {},
} as const satisfies Partial<Omit<Operation, keyof OwnWords>> & Record<keyof OwnWords, object>;
