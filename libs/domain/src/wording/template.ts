import type { Bilingual, Language } from '../text/bilingual';
import type { Definition } from '../definition/definition.schema';
import type { FormValues } from '../request/request-state';
import { isBlank } from '../form/blank';
import { DASH, inBoth, lowerFirst, type Names } from './names';
import { cutText } from '../text/cut-text';
import { ownValue } from '../text/own-value';
import { wordValue } from './word-value';

/** Names for a template: those of its fields, and who asks, from which unit, under which number. */
export interface TemplateNames extends Names {
  requester: Bilingual;
  /** The requester's unit. */
  unit: Bilingual | null;
  /** Null while the request is a draft. */
  number: string | null;
}

/** Places that every definition may use besides its field keys. No field may have such a key, and none stands in their place. */
export const TEMPLATE_PLACES = ['requester', 'unit', 'number'] as const;

/** Signs that one value may take in a line, and that the line itself may take: what is longer ends with “…”. */
const LONGEST_VALUE = 200;
const LONGEST_LINE = 500;

const PLACE = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** The names of the places in a template, each once. Pure; `verify` checks them. */
export function templatePlaces(template: Bilingual): string[] {
  return [...new Set([template.zh, template.en].flatMap(placesIn))];
}

/** Whether a request's line in lists tells one of these fields, which its reader does not see. Pure. */
export function lineTells({ rowTitle }: Pick<Definition, 'rowTitle'>, hidden: ReadonlySet<string>): boolean {
  return templatePlaces(rowTitle).some((place) => hidden.has(place));
}

/** Braces and brackets of a template that mark nothing: `{ amount }`, `{{amount}}`, a bracket left open. Each once. Pure; `verify` checks them. */
export function strayMarks(template: Bilingual): string[] {
  const left = (text: string): string[] =>
    text
      .replace(PLACE, '')
      .replace(/\[[^[\]]*\]/g, inside)
      .match(/\{[^{}]*\}?|[[\]}]/g) ?? [];
  return [...new Set([template.zh, template.en].flatMap(left))];
}

/** Of a part that is left out where a place in it is blank, what stands between its brackets. */
const inside = (segment: string): string => segment.slice(1, -1);

/** What a template is filled with. */
export interface Filling {
  definition: Definition;
  values: FormValues;
  names: TemplateNames;
}

/** Between the parts of a title. */
const DOT = ' · ';

/**
 * Fills a template's places: `{amount}` with the field's value in words, `[，用于 {purpose}]` only where every place in it is filled. Pure.
 * Of parts with middle dots between them, those that hold nothing but blanks fall away. Any other blank place becomes a dash. At most 500 signs.
 */
export function renderTemplate(template: Bilingual, filling: Filling, language: Language): string {
  const blank = (place: string): boolean => wordPlace(place, filling, language) === null;
  const kept = template[language].replace(/\[([^[\]]*)\]/g, (_all, segment: string) => (placesIn(segment).some(blank) ? '' : segment));
  const parts = kept.split(DOT);
  const telling = parts.filter((part) => part.replace(PLACE, '').trim() !== '' || !placesIn(part).every(blank));
  const left = telling.length > 0 ? telling : parts;
  const text = left.join(DOT);
  const filled = text.replace(PLACE, (_all, place: string, at: number) => {
    const word = cutText(wordPlace(place, filling, language) ?? DASH, LONGEST_VALUE);
    return language === 'en' && isAnswer(place, filling) && isMidSentence(text.slice(0, at)) ? lowerFirst(word) : word;
  });
  return cutText(filled, LONGEST_LINE);
}

/** Whether a place holds one of the words of a yes-no field, which are written as a button would: In plan. */
function isAnswer(place: string, { definition }: Filling): boolean {
  return definition.form.fields.some(({ key, type }) => key === place && type === 'yes-no');
}

function isMidSentence(before: string): boolean {
  return before !== '' && !before.endsWith(DOT);
}

function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map((match) => match[1] ?? '');
}

/** The same in both languages. Pure. */
export function renderTemplateBoth(template: Bilingual, filling: Filling): Bilingual {
  return inBoth((language) => renderTemplate(template, filling, language));
}

/** What stands in a place; null = blank. */
function wordPlace(place: string, { definition, values, names }: Filling, language: Language): string | null {
  if (place === 'requester') return names.requester[language];
  if (place === 'unit') return names.unit?.[language] ?? null;
  if (place === 'number') return names.number;
  const field = definition.form.fields.find((candidate) => candidate.key === place);
  const value = field && ownValue(values, place);
  return field === undefined || value === undefined || isBlank(value) ? null : wordValue(field, value, names, language);
}
