import type { z } from 'zod';
import { definitionSchema, type Definition } from '../definition/definition.schema';
import { fieldKeySchema } from '../definition/fields/field.schema';
import type { Finding } from '../definition/finding';
import { innermostIssues } from '../definition/document/format-problems';
import { STEP_KINDS } from '../definition/steps';
import type { StepKindModule } from '../definition/steps/step-kind';
import { stepIdSchema } from '../definition/steps/step-parts';
import { isRecord } from '../form/blank';
import { ownValue, valueAt } from '../text/own-value';
import { verify } from './verify';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;
type Thing = Record<PropertyKey, unknown>;

/** After so many tries a document is not looked at any further. */
const MOST_TRIES = 6;
const WORDS = { zh: '—', en: '—' };

/** What stands in for a part at the top that cannot be read. */
const PARTS: Readonly<Record<string, unknown>> = {
  key: 'unread',
  version: 1,
  title: WORDS,
  area: 'store',
  numberPrefix: 'UN',
  start: { everyone: true },
  sentence: WORDS,
  rowTitle: WORDS,
};

/** Parts whose entries the others name: without them nothing can be told. */
const NAMED_BY_OTHERS: ReadonlySet<PropertyKey> = new Set(['form', 'flow', 'parameters']);

const field = (key: string) => ({ key, type: 'text', label: WORDS });
const step = (id: string) => ({ kind: 'cc', id, title: WORDS, to: [{ by: 'requester' }] });

/** A copy of a definition with something else in place of what cannot be read; what was touched, and what it is called. */
interface Mended {
  json: Thing;
  touched: Path[];
  names: string[];
}

function put(json: unknown, path: Path, value: unknown): void {
  const [last] = path.slice(-1);
  const place = valueAt(json, path.slice(0, -1));
  if (last === undefined || typeof place !== 'object' || place === null) return;
  if (value !== undefined || Array.isArray(place)) (place as Thing)[last] = value;
  else Reflect.deleteProperty(place, last);
}

const LISTS: ReadonlySet<PropertyKey> = new Set(['fields', 'flow', 'steps', 'otherwise']);

/** The field of the form, or the innermost step, that a place is in. */
function entryOf(path: Path): Path | null {
  const place = path.findLastIndex((key, index) => typeof key === 'number' && LISTS.has(path[index - 1] ?? ''));
  const entry = place < 0 ? null : path.slice(0, place + 1);
  // Fields that a step lists are words, not fields of the form.
  return entry?.at(-2) === 'fields' && entry[0] !== 'form' ? entryOf(path.slice(0, place)) : entry;
}

/** What a part and everything inside it is called. */
function namesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    (key === 'id' || key === 'key') && typeof value === 'string' ? [value] : namesIn(value),
  );
}

/** Steps that people decide hold no others, which what is written elsewhere may name. */
function isDecided(step: unknown): boolean {
  const kind = isRecord(step) && typeof step.kind === 'string' ? step.kind : '';
  return (ownValue<StepKindModule<never>>(STEP_KINDS as never, kind)?.decision ?? null) !== null;
}

/** Puts something readable of the same name in the place of an entry; false where others may mean what cannot be read of it. */
function mendEntry({ json, touched, names }: Mended, entry: Path): boolean {
  const old = valueAt(json, entry);
  const isField = entry[0] === 'form';
  const name = isRecord(old) ? old[isField ? 'key' : 'id'] : null;
  if (!(isField ? fieldKeySchema : stepIdSchema).safeParse(name).success || !(isField || isDecided(old))) return false;
  put(json, entry, isField ? field(String(name)) : step(String(name)));
  touched.push(entry);
  names.push(...namesIn(old));
  return true;
}

/** Takes out or replaces what one issue is about; false where nothing of what others name would be left. */
function mend(mended: Mended, { issue, path }: { issue: Issue; path: Path }): boolean {
  const { json, touched } = mended;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) put(json, [...path, key], undefined);
    return true;
  }
  const place = entryOf(path) ?? path.slice(0, 1);
  const again = touched.some((each) => each.join() === place.join());
  if (place.length > 1) return !again && mendEntry(mended, place);
  const [top] = path;
  if (top === undefined || NAMED_BY_OTHERS.has(top)) return false;
  // What is required has a stand-in; what may be left out is left out.
  const whole = again || path.length === 1;
  put(json, whole ? place : path, whole ? ownValue(PARTS, String(top)) : undefined);
  touched.push(place);
  return true;
}

function mended(source: unknown): { definition: Definition; by: Mended } | null {
  if (!isRecord(source)) return null;
  const by: Mended = { json: JSON.parse(JSON.stringify(source)) as Thing, touched: [], names: [] };
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const parsed = definitionSchema.safeParse(by.json);
    if (parsed.success) return { definition: parsed.data, by };
    // Several things may be wrong with one entry: it is replaced once.
    const issues = new Map(
      innermostIssues(parsed.error.issues, by.json).map((each) => [`${each.issue.code} ${(entryOf(each.path) ?? each.path).join()}`, each]),
    );
    if (![...issues.values()].every((each) => mend(by, each))) return null;
  }
  return null;
}

/**
 * Whether a finding holds whatever stood at the places that could not be read: it is not at, around or about one of them.
 */
function holdsAnyway({ path }: Finding, { json, touched, names }: Mended): boolean {
  const own = path === '' ? [] : path.split('.');
  const near = touched.some((place) => {
    const shorter = Math.min(place.length, own.length);
    return place.slice(0, shorter).map(String).join('.') === own.slice(0, shorter).join('.');
  });
  if (near) return false;
  const text = JSON.stringify(valueAt(json, own)) ?? '';
  return names.every((name) => [`"${name}"`, `"${name}.`, `{${name}}`, `{${name}.`].every((mention) => !text.includes(mention)));
}

/**
 * What else is wrong with a definition whose format is not right: what can be told for certain though parts of it cannot be read, so that whoever
 * wrote it mends all of it at once. Pure; bounded by the limits of a document, which have been looked at before.
 */
export function errorsBeyondFormat(json: unknown): Finding[] {
  const found = mended(json);
  if (!found) return [];
  return verify(found.definition).filter((finding) => finding.severity === 'error' && holdsAnyway(finding, found.by));
}
