import { canonicalText, parseAmount, withoutIdleZeros } from '@countersign/domain';
import { likePattern } from '../../http/cursor';

/** One word of a search: each spelling under which a text may hold it. */
export type SearchWord = readonly string[];

/** More words than anybody means only cost time. */
const MOST_WORDS = 10;

/** The classes of `search_grams`: signs of which two make a key, letters and digits, of which three do, and all others, which are keys by themselves. */
const RUNS = /[\u2e80-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+|[0-9a-z\u00c0-\u1fff]+/gu;
const SIGNS = /[^\u2e80-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}0-9a-z\u00c0-\u1fff\u0001-\u0020]/gu;
const WIDE = /^[\u2e80-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** The words of a search in canonical spelling; an amount also as the plain decimal that requests are kept under, a number also with its dashes. Pure. */
export function searchWords(q: string, currency: string): SearchWord[] {
  const words = q.split(/\s+/u).filter((word) => canonicalText(word) !== '');
  return [...new Set(words)]
    .slice(0, MOST_WORDS)
    .map((word) => [...new Set([canonicalText(word), ...amountIn(word, currency), ...numberIn(word)])]);
}

function amountIn(word: string, currency: string): string[] {
  if (!/\p{Nd}/u.test(word)) return [];
  const amount = parseAmount(word, currency);
  return amount.ok ? [withoutIdleZeros(amount.decimal)] : [];
}

/** The number of a request that was written without its dashes: BX20260147 → bx-2026-0147. */
function numberIn(word: string): string[] {
  const [, prefix, year, rest] = /^([a-z]{1,6})-?(\d{4})-?(\d*)$/.exec(canonicalText(word)) ?? [];
  if (prefix === undefined || year === undefined) return [];
  return [[prefix, year, rest].filter(Boolean).join('-')];
}

/** Patterns for `LIKE ANY`: a text holds the word in one of its spellings. */
export const patternsOf = (word: SearchWord): string[] => word.map(likePattern);

/** The keys that a text must have to hold all words, as a `tsquery`; null where the words have none. Pure. */
export function keysOf(words: readonly SearchWord[]): string | null {
  const each = words.map(keysOfWord).filter((keys) => keys !== null);
  return each.length === 0 ? null : each.join(' & ');
}

function keysOfWord(word: SearchWord): string | null {
  const spellings = word.map((spelling) => (spelling.match(RUNS)?.map(keysOfRun) ?? spelling.match(SIGNS)?.map(quoted) ?? []).join(' & '));
  return spellings.includes('') ? null : `(${spellings.map((keys) => `(${keys})`).join(' | ')})`;
}

function keysOfRun(run: string): string {
  const signs = [...run];
  const length = WIDE.test(run) ? 2 : 3;
  if (signs.length < length) return `${quoted(run)}:*`;
  const keys = Array.from({ length: signs.length - length + 1 }, (_, at) => signs.slice(at, at + length).join(''));
  return [...new Set(keys)].map(quoted).join(' & ');
}

const quoted = (key: string): string => `'${key.replace(/['\\]/g, '$&$&')}'`;
