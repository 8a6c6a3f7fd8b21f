import { identifierText } from './canonical-text';
import { beginningOf } from './cut-text';

/** Letters and digits that an identifier has at most. */
const MOST = 200;

/** Signs that are looked at together: what is written as one may be eighteen (NFKC), and a long text of those is not spelt out to its end. */
const CHUNK = /[^]{1,16}/gu;
const NO_LETTERS = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * An identifier as a register keeps it: its `identifierText`, where it is one. Pure. Of a text with more letters and digits than any identifier has, the first
 * 200 and how many were written count: a key of the database has an end.
 */
export function registerText(text: string): string {
  const letters = firstLetters(text);
  return letters.length <= MOST
    ? identifierText(text)
    : `${identifierText(beginningOf(letters, MOST))} ${text.replace(NO_LETTERS, '').length}`;
}

/** Whether a text is short enough to be an identifier. Pure. */
export function isIdentifierLong(text: string): boolean {
  return firstLetters(text).length <= MOST;
}

/** Letters and digits of a text as they count, up to some more than an identifier has. */
function firstLetters(text: string): string {
  let letters = '';
  for (const [chunk] of text.matchAll(CHUNK)) {
    letters += chunk.normalize('NFKC').replace(NO_LETTERS, '');
    if (letters.length > MOST) break;
  }
  return letters;
}
