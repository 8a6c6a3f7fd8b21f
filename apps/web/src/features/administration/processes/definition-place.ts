import { ownValue, type Bilingual } from '@countersign/domain';

/** Where in a definition something is, in the words of its author: the step or field by name, and the rest of the path. */
export interface DefinitionPlace {
  kind: 'step' | 'field' | 'column' | 'option' | 'other';
  name: Bilingual | string | null;
  /** Counted from one; null for what is no entry of a list. */
  at: number | null;
  rest: string;
}

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;

const KINDS: Readonly<Record<string, DefinitionPlace['kind']>> = {
  flow: 'step',
  steps: 'step',
  otherwise: 'step',
  fields: 'field',
  columns: 'column',
  options: 'option',
};

const bilingual = (value: unknown): Bilingual | null =>
  isThing(value) && typeof value.zh === 'string' && typeof value.en === 'string' ? { zh: value.zh, en: value.en } : null;

function nameOf(entry: unknown): Bilingual | string | null {
  if (!isThing(entry)) return null;
  const named = bilingual(entry.title) ?? bilingual(entry.label);
  if (named) return named;
  const key = entry.id ?? entry.key ?? entry.value;
  return typeof key === 'string' ? key : null;
}

/** The places that a path such as `flow.0.assignee.role` leads through, outermost first. Pure. */
export function definitionPlaces(path: string, definition: unknown): DefinitionPlace[] {
  const places: DefinitionPlace[] = [];
  let here: unknown = definition;
  let rest: string[] = [];
  let list = '';
  for (const part of path.split('.').filter((word) => word !== '')) {
    const index = /^\d+$/.test(part) ? Number(part) : null;
    here = isThing(here) ? ownValue(here as Thing, part) : undefined;
    const kind = index === null ? undefined : ownValue(KINDS, list);
    if (index !== null && kind) {
      places.push({ kind, name: nameOf(here), at: index + 1, rest: '' });
      rest = [];
    } else if (!(part in KINDS)) rest.push(part);
    list = part;
  }
  const words = rest.filter((word) => word !== 'form').join('.');
  const last = places[places.length - 1];
  if (last) last.rest = words;
  else if (words !== '') places.push({ kind: 'other', name: null, at: null, rest: words });
  return places;
}
