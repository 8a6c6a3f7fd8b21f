import type { Bilingual, Language } from '../definition/bilingual';
import type { Definition } from '../definition/definition.schema';
import type { FormValues } from '../engine/request-state';
import { isBlank } from '../form/blank';
import { DASH, inBoth, type Names } from './names';
import { wordValue } from './word-value';

/** Names for a template: those of its fields, and who asks, from which unit, under which number. */
export interface TemplateNames extends Names {
  requester: Bilingual;
  /** The requester's unit. */
  unit: Bilingual | null;
  /** Null while the request is a draft. */
  number: string | null;
}

/** Places that every definition may use besides its field keys; a field of the same key goes first. */
export const TEMPLATE_PLACES = ['requester', 'unit', 'number'] as const;

const PLACE = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** The names of the places in a template, each once. Pure; `verify` checks them. */
export function templatePlaces(template: Bilingual): string[] {
  return [...new Set([template.zh, template.en].flatMap((text) => [...text.matchAll(PLACE)].map((match) => match[1] ?? '')))];
}

/** What a template is filled with. */
export interface Filling {
  definition: Definition;
  values: FormValues;
  names: TemplateNames;
}

/**
 * Fills a template's places: `{amount}` with the field's value in words, `[，用于 {purpose}]` only where every place in it is filled. Pure.
 * A blank place outside brackets becomes a dash.
 */
export function renderTemplate(template: Bilingual, filling: Filling, language: Language): string {
  const kept = template[language].replace(/\[([^[\]]*)\]/g, (_all, segment: string) => {
    const places = [...segment.matchAll(PLACE)].map((match) => match[1] ?? '');
    return places.some((place) => wordPlace(place, filling, language) === null) ? '' : segment;
  });
  return kept.replace(PLACE, (_all, place: string) => wordPlace(place, filling, language) ?? DASH);
}

/** The same in both languages. Pure. */
export function renderTemplateBoth(template: Bilingual, filling: Filling): Bilingual {
  return inBoth((language) => renderTemplate(template, filling, language));
}

/** What stands in a place; null = blank. */
function wordPlace(place: string, { definition, values, names }: Filling, language: Language): string | null {
  const field = definition.form.fields.find((candidate) => candidate.key === place);
  if (field) {
    const value = values[place];
    return value === undefined || isBlank(value) ? null : wordValue(field, value, names, language);
  }
  if (place === 'requester') return names.requester[language];
  if (place === 'unit') return names.unit?.[language] ?? null;
  return place === 'number' ? names.number : null;
}
