import { rootOf } from '../../conditions/holds';
import { derivedFrom } from '../../definition/fields/derived';
import { broughtFields, changedFields, filledBy, isCalling, isHuman, isCopying, partsOf } from '../../definition/flow';
import type { Field } from '../../definition/fields/field.schema';
import type { Outline } from '../../definition/structure/outline';
import type { Definition } from '../../definition/definition.schema';
import { kindOf, type HumanStep, type Step } from '../../definition/step.schema';
import { follows } from '../../definition/structure/structure';
import { equalJson } from '../../digest/equal-json';
import { hashOf } from '../../digest/sha256';
import type { Json } from '../../text/bilingual';
import type { FormValues } from '../../request/request-state';
import { ownValue } from '../../text/own-value';
import { isBlank } from '../blank';
import { contentOf } from '../content-of';

/** Keys of the fields that steps fill in, sums over them included. Pure. */
export function stepFields({ definition }: Pick<Outline, 'definition'>): string[] {
  const { fields } = definition.form;
  const written = new Set(fields.filter((field) => field.filledAt === 'step').map((field) => field.key));
  const follows = (field: Field): boolean => derivedFrom(field).some((path) => written.has(rootOf(path)));
  return fields.filter((field) => written.has(field.key) || follows(field)).map((field) => field.key);
}

/**
 * Those of them that people fill in anew where everything is walked again. What another system has answered stands with its call, which is not asked
 * twice; what was paid stays paid. Pure.
 */
export function fieldsAskedAnew({ definition, steps }: Pick<Outline, 'definition' | 'steps'>): string[] {
  const all = Object.values(steps);
  const kept = new Set([...all.filter(isCalling).flatMap(filledBy), ...all.flatMap((step) => (isHuman(step) ? partsOf(step) : []))]);
  return stepFields({ definition }).filter((key) => !kept.has(key));
}

/** As much of a digest as tells two contents of one field apart. */
const DIGITS = 16;

function fieldsNamed({ form }: Definition, keys: readonly string[]): Field[] {
  const wanted = new Set(keys);
  return form.fields.filter(({ key }) => wanted.has(key));
}

function digestOf(content: Json): string {
  return hashOf(content).slice(0, DIGITS);
}

/** What a field holds, as far as its content goes; what is blank is so however it is written. */
function contentIn(values: FormValues, field: Field): Json {
  const value = ownValue(values, field.key) ?? null;
  return isBlank(value) ? null : contentOf(field, value);
}

/** Digest of each of these fields of a form, files by their content: the same file uploaded again is no change. Pure. */
export function fieldDigests(definition: Definition, keys: readonly string[], values: FormValues): Record<string, string> {
  return Object.fromEntries(fieldsNamed(definition, keys).map((field) => [field.key, digestOf(contentIn(values, field))]));
}

/** What is looked for between two forms: the fields `among` that differ, and those that were `written` in any case. */
interface Between {
  before: FormValues;
  after: FormValues;
  among: readonly string[];
  written: readonly string[];
}

/** The same of the fields that differ between two forms, and of those that were written in any case. Pure. */
export function fieldChanges(definition: Definition, { before, after, among, written }: Between): Record<string, string> {
  const differs = (field: Field): boolean =>
    ownValue(before, field.key) !== ownValue(after, field.key) && !equalJson(contentIn(before, field), contentIn(after, field));
  const changed = fieldsNamed(definition, among).filter((field) => written.includes(field.key) || differs(field));
  return Object.fromEntries(changed.map((field) => [field.key, digestOf(contentIn(after, field))]));
}

/**
 * Material fields that each step is shown: what the requester filled in, and what earlier steps did, its own writing left out. Pure.
 * A later change of one of them makes the decision of the step lapse.
 */
export function shownFields({
  definition,
  steps,
  structure,
  material,
}: Pick<Outline, 'definition' | 'steps' | 'structure' | 'material'>): Record<string, string[]> {
  return shownOf({ definition, steps, structure }, material);
}

/** Fields that are not material, where a return or a re-opening may ask only those who were shown something that changed; else none. Pure. */
export function otherFields({ form, reopen }: Definition, steps: readonly Step[], material: readonly string[]): string[] {
  const compares = reopen !== undefined || steps.some((step) => isHuman(step) && ['only-changed', 'choose'].includes(step.returns.resume));
  return compares ? form.fields.map(({ key }) => key).filter((key) => !material.includes(key)) : [];
}

/** How the signature of a step is called among the digests of fields; none of these can be. Pure. */
export function signatureOf(step: string): string {
  return `@${step}`;
}

/** What each step is shown of those fields, hidden ones left out, and which steps before it sign. Pure. */
export function shownOthers(outline: Pick<Outline, 'definition' | 'steps' | 'structure' | 'others'>): Record<string, string[]> {
  const { steps, structure, others } = outline;
  if (others.length === 0) return {};
  const signers = Object.values(steps).filter((step) => kindOf(step).decision?.signed);
  return Object.fromEntries(
    Object.entries(shownOf(outline, others)).map(([id, keys]) => {
      const step = ownValue(steps, id);
      const hidden = step && isHuman(step) ? step.fields.hidden : [];
      const signed = signers.filter((signer) => follows(structure, id, signer.id)).map((signer) => signatureOf(signer.id));
      return [id, [...keys.filter((key) => !hidden.includes(key)), ...signed]];
    }),
  );
}

/** Of these fields, those that each step is shown. */
function shownOf(
  { definition, steps, structure }: Pick<Outline, 'definition' | 'steps' | 'structure'>,
  among: readonly string[],
): Record<string, string[]> {
  const atStep = new Set(stepFields({ definition }));
  const sums = definition.form.fields.flatMap((field) => derivedFrom(field).map((path) => [rootOf(path), field.key] as const));
  const written = Object.values(steps).map((step): [string, Set<string>] => {
    const writes = filledBy(step);
    return [step.id, new Set([...writes, ...sums.flatMap(([of, key]) => (writes.includes(of) ? [key] : []))])];
  });
  const writers = written.filter(([, keys]) => keys.size > 0);
  const shown = written.flatMap(([id, own]): [string, string[]][] => {
    const step = ownValue(steps, id);
    if (step === undefined || !(isHuman(step) || isCopying(step))) return [];
    const earlier = new Set(writers.filter(([writer]) => follows(structure, id, writer)).flatMap(([, keys]) => [...keys]));
    return [[id, among.filter((key) => !own.has(key) && (!atStep.has(key) || earlier.has(key)))]];
  });
  return Object.fromEntries(shown);
}

/**
 * By step that people decide: the steps whose writings and signatures it is shown, in document order. Pure. Those before it, and whoever else
 * writes the same fields, or may correct what everybody is shown; itself where several may sit on it and one of them changes what all are shown. Lists,
 * on which each fills in their own items, and what steps of other lanes write for themselves are left out.
 */
export function writersShown({ steps, structure }: Pick<Outline, 'steps' | 'structure'>): Record<string, string[]> {
  const human = Object.values(steps).filter(isHuman);
  const writers = Object.values(steps).filter((step) => filledBy(step).length > 0 || (isHuman(step) && changesShown(step)));
  return Object.fromEntries(
    human.map(({ id }) => {
      const earlier = writers.filter((writer) => follows(structure, id, writer.id));
      const shown = new Set(earlier.flatMap(filledBy));
      const others = writers.filter(
        (writer) =>
          (writer.id === id ? isHuman(writer) && changesOwn(writer) : earlier.includes(writer)) ||
          (writer.id !== id && ((isHuman(writer) && changesAsked(writer)) || filledBy(writer).some((key) => shown.has(key)))),
      );
      return [id, others.map((writer) => writer.id)];
    }),
  );
}

/** Whether a decision on a step is something new to read, though it fills in nothing. */
const changesShown = (step: HumanStep): boolean =>
  broughtFields(step).length > 0 || step.rows !== undefined || kindOf(step).decision?.signed === true;

/** Whether whoever decides a step changes what the others on it are shown. */
const changesOwn = (step: HumanStep): boolean => !kindOf(step).list && changedFields(step).length > 0;

/** Whether a step may change what the requester has filled in, which everybody is shown. */
const changesAsked = ({ fields, rows }: HumanStep): boolean => fields.edit !== undefined || rows !== undefined;

/** One digest of what a step is shown of the material fields; `''` where it is shown none. Pure. */
export function shownDigest({ shown }: Pick<Outline, 'shown'>, step: string, material: Readonly<Record<string, string>>): string {
  const keys = ownValue(shown, step) ?? [];
  return keys.length === 0 ? '' : hashOf(keys.map((key) => ownValue(material, key) ?? '')).slice(0, DIGITS);
}

/** Whether two forms differ in anything material that the requester fills in. Pure. */
export function differsMaterially(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  process: Pick<Outline, 'definition'>,
): boolean {
  const keys = new Set(stepFields(process));
  return Object.entries(after).some(
    ([path, digest]) => !keys.has(path) && (!Object.hasOwn(before, path) || ownValue(before, path) !== digest),
  );
}
