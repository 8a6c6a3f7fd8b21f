import { identifierText } from './canonical-text';
import { headOf } from './cut-text';

/** Letters and digits that an identifier has at most. */
const MOST = 200;

/**
 * An identifier as a register keeps it: its `identifierText`, where it is one. Pure. Of a text with more letters and digits than any identifier has, the first
 * 200 and their number count: what is written as one sign may be eighteen (NFKC), and a key of the database has an end.
 */
export function registerText(text: string): string {
  const letters = lettersOf(text);
  return letters.length <= MOST ? identifierText(text) : `${identifierText(headOf(letters, MOST))} ${letters.length}`;
}

/** Whether a text is short enough to be an identifier. Pure. */
export function isIdentifierLong(text: string): boolean {
  return lettersOf(text).length <= MOST;
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
