import { isRecord } from '../form/blank';
import type { Bilingual, Json, Language } from '../text/bilingual';

/** Words that a refusal brings in both languages; null where it brings none. Pure. */
export function saidWords(value: Json | undefined): Bilingual | null {
  const { zh, en } = isRecord(value) ? value : {};
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

/** What ids and keys are called, for wording. Whatever is missing is written as a dash, never as an id. */
export interface Names {
  /** Person id → name. */
  people: Record<string, Bilingual>;
  /** Unit id → name. */
  units: Record<string, Bilingual>;
  /** Role key → title. */
  roles: Record<string, Bilingual>;
  /** Request id → human number. */
  requests: Record<string, string>;
}

/** Nobody and nothing has a name. */
export const NO_NAMES: Names = { people: {}, units: {}, roles: {}, requests: {} };

/** How a blank is written. */
export const DASH = '—';

/** Words something in both languages with one function. Pure when the function is. */
export function inBoth(word: (language: Language) => string): Bilingual {
  return { zh: word('zh'), en: word('en') };
}

/** Puts a list into words: 张伟、刘畅 / Zhang Wei and Liu Chang. Pure. */
export function wordList(items: readonly string[], language: Language): string {
  if (language === 'zh') return items.join('、');
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Takes an English word into the middle of a sentence; abbreviations stay. Pure. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
