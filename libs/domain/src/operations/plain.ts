import type { Operation } from './operation';

/** What most operations are: done at once and without a comment; nobody but those concerned hears of it, and nobody takes it back. */
export const PLAIN = {
  undone: null,
  confirm: null,
  tone: 'plain',
  place: 'menu',
  needsComment: () => false,
  closes: 'decided-by-other',
  tells: null,
  undo: null,
} as const satisfies Partial<Operation>;
