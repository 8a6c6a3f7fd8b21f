import { LOOKALIKES } from './lookalikes';
import { ownValue } from './own-value';

/** Blanks of every script, and what no reader can see: format and control signs, joiners, fillers, variation selectors. */
const UNSEEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800]/gu;

/** The first sign that a reader sees: letters, numbers, punctuation and symbols, but not those of them that are drawn as nothing. */
const SEEN = /(?![\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}])[\p{L}\p{N}\p{P}\p{S}]/u;

/** Hyphens, dashes and minus signs of every width and length. */
const DASHES = /\p{Dash}/gu;

const LOOKS_LATIN = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'gu');

const DIGIT = /\p{Nd}/u;
const DIGITS = /\p{Nd}/gu;

/**
 * A text as it counts where two spellings of one thing must meet: sign-in names, request numbers, exact names. Pure.
 * Compatibility forms are one (NFKC: full-width digits, ligatures), case is folded, blanks and invisible signs are gone, every dash is `-`, digits of
 * every script are 0 to 9, and Greek and Cyrillic letters that look like Latin ones are those.
 * Never shown or stored in place of what somebody wrote; doing it twice changes nothing.
 */
export function canonicalText(text: string): string {
  const folded = text.normalize('NFKC').replace(DIGITS, latinDigit).toLowerCase().toUpperCase();
  const latin = folded.replace(LOOKS_LATIN, (letter) => ownValue(LOOKALIKES, letter) ?? letter);
  return latin.toLowerCase().replaceAll('ς', 'σ').replace(UNSEEN, '').replace(DASHES, '-').normalize('NFKC');
}

/** Marks that may stand on any letter: a dot below, a stroke, a line under it. Vowels of scripts that write them as marks are none. */
const ANYWHERE = /(?=\p{M})\p{Script=Inherited}/gu;

/** Letters that are written beside each other: Latin ones as keyboards have them (phonetic signs and small capitals only look like them) with those of China, Japan and Korea; others alone. Unicode Standard Annex 31, table 5. */
const TOGETHER = [
  'a-z\\u00df-\\u017f\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}',
  ...[
    'Arabic|Armenian|Bengali|Cyrillic|Devanagari|Ethiopic|Georgian|Greek|Gujarati|Gurmukhi|Hebrew|Kannada|Khmer|Lao|Malayalam|Myanmar|Oriya|Sinhala',
    'Tamil|Telugu|Thaana|Thai|Tibetan',
  ]
    .flatMap((names) => names.split('|'))
    .map((script) => `\\p{Script=${script}}`),
].map((letters) => new RegExp(`[\\P{L}\\p{Script=Common}${letters}]`, 'u'));

/**
 * The first letter for which a text cannot be told from another at sight: of a second script, of one that nobody writes identifiers in, or a rare form
 * of a Latin one. Latin letters may stand beside those of China, Japan and Korea. null where there is none. Pure.
 */
export function oddLetter(text: string): string | null {
  const letters = [...bareText(text)];
  const strangers = TOGETHER.map((known) => letters.find((letter) => !known.test(letter)) ?? null);
  return strangers.includes(null) ? null : (strangers[0] ?? null);
}

/** Without marks that almost nobody sees. */
function bareText(text: string): string {
  return canonicalText(text).normalize('NFD').replace(ANYWHERE, '').normalize('NFKC');
}

/**
 * An identifier as it counts in a register, where nothing may stand twice: letters and digits of its canonical text, since people write signs in
 * between as they like (invoice numbers). Pure. What is made of signs alone counts as they stand; empty = nothing that anybody sees.
 */
export function identifierText(text: string): string {
  const bare = [...bareText(text)].filter(isIdentifying).join('');
  return bare === '' ? canonicalText(text) : bare;
}

/** Whether a sign tells one identifier from another: letters with their marks, and numbers. Pure. */
export function isIdentifying(sign: string): boolean {
  return /^(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}]$/u.test(sign);
}

/** Digits of one script stand in a row, from zero to nine. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Whether two texts are one thing, however each is spelt. Pure. A text of which nothing is left is the same as no other. */
export function isSameText(left: string, right: string): boolean {
  const canonical = canonicalText(left);
  return canonical !== '' && canonical === canonicalText(right);
}

/** Whether a reader sees nothing of a text: it is empty, or made of blanks and invisible signs. Pure. */
export function isUnseen(text: string): boolean {
  return !SEEN.test(text);
}
