import type { Field } from '../definition/fields/field.schema';
import { isHuman } from '../definition/flow';
import { isBlank } from '../form/blank';
import { isVisible } from '../form/compute';
import type { FormCase, FormSurroundings } from '../form/form-condition';
import { hangsOn } from '../form/shown/visibility';
import { steeringKeys } from '../form/shown/steering';
import type { Process } from '../machine/process/process';
import type { FormValues } from '../request/request-state';
import type { Json } from '../text/bilingual';
import { expectedValue, possibleValues } from '../form/expected-value';
import type { AssumedValues } from './assumed-fields';
import type { ForeseenStep } from './foreseen-step';
import type { InPieces } from './in-pieces';
import { ownValue } from '../text/own-value';

/** Steps that are walked in all for the sake of other values: enough for dozens of them in any real process. */
const MOST_STEPS = 1_000;

/** The steps that a request takes under assumptions. */
export type ForeseenWay = (assume: AssumedValues) => InPieces<ForeseenStep[]>;

/** Another value of an assumed field, and how the way would then differ. */
export interface Alternative {
  value: Json;
  /** Steps that people would then get and do not get now, or other people get. */
  steps: ForeseenStep[];
  /** Steps that would then fall away. */
  dropped: string[];
}

/** A value that a later step will write and that the way depends on or at least goes through. */
export interface Assumption {
  field: string;
  step: string;
  value: Json;
  /** Those values for which the way differs. */
  alternatives: Alternative[];
}

/**
 * What the way assumes of fields that later steps write, and how it would differ. Pure when `way` is. Only fields that decide where a request goes
 * are tried with their other values, and as many of these as can be walked in a bounded number of steps.
 */
export function* assumptionsOf(
  process: Process,
  { form, surroundings, steps, way }: { form: FormValues; surroundings: FormSurroundings; steps: ForeseenStep[]; way: ForeseenWay },
): InPieces<Assumption[]> {
  const steering = new Set(steeringKeys(process.definition, process.routing));
  const walks = { left: Math.max(1, Math.floor(MOST_STEPS / process.order.length)) };
  const found: Assumption[] = [];
  for (const { field, step } of assumedOnTheWay(process, steps)) {
    if (isHiddenFor(field, { definition: process.definition, values: form, surroundings })) continue;
    const value = isBlank(ownValue(form, field.key)) ? expectedValue(field) : (ownValue(form, field.key) ?? null);
    const alternatives = steering.has(field.key) ? yield* alternativesOf(field, { value, steps, way, walks }) : [];
    found.push({ field: field.key, step, value, alternatives });
  }
  return found;
}

/** Whether a field is not asked for, whatever steps come to write. Pure. */
function isHiddenFor(field: Field, form: FormCase): boolean {
  const written = new Set(form.definition.form.fields.filter(({ filledAt }) => filledAt === 'step').map(({ key }) => key));
  return !hangsOn(field).some((key) => written.has(key)) && !isVisible(field, form);
}

/** Fields of closed sets of values that steps of the way write, each at the first of them. */
function assumedOnTheWay(process: Process, steps: ForeseenStep[]): { field: Field; step: string }[] {
  const seen = new Set<string>();
  return steps.flatMap(({ step: id, result }) => {
    const step = ownValue(process.steps, id);
    if (!step || !isHuman(step) || (result !== 'seats' && result !== 'awaits')) return [];
    const written = new Set(step.fields.write.filter((key) => !seen.has(key)));
    const fields = process.definition.form.fields.filter((field) => written.has(field.key) && possibleValues(field).length > 0);
    fields.forEach(({ key }) => seen.add(key));
    return fields.map((field) => ({ field, step: id }));
  });
}

interface Tried {
  value: Json;
  steps: ForeseenStep[];
  way: ForeseenWay;
  walks: { left: number };
}

function* alternativesOf(field: Field, { value, steps, way, walks }: Tried): InPieces<Alternative[]> {
  const others = possibleValues(field)
    .filter((other) => other !== value)
    .slice(0, walks.left);
  walks.left -= others.length;
  const found: Alternative[] = [];
  for (const other of others) found.push({ value: other, ...difference(steps, yield* way({ [field.key]: other })) });
  return found.filter((other) => other.steps.length + other.dropped.length > 0);
}

/** Steps that people get in the other way and not in this one, and those that fall away. */
function difference(now: ForeseenStep[], other: ForeseenStep[]): Pick<Alternative, 'steps' | 'dropped'> {
  const taken = (steps: ForeseenStep[]): ForeseenStep[] => steps.filter(({ result }) => result !== 'condition' && result !== 'nobody');
  const nameOf = ({ step, result, people }: ForeseenStep): string => [step, result, ...people].join();
  const [known, kept] = [new Set(taken(now).map(nameOf)), new Set(taken(other).map(({ step }) => step))];
  return {
    steps: taken(other).filter((step) => !known.has(nameOf(step))),
    dropped: taken(now).flatMap(({ step }) => (kept.has(step) ? [] : [step])),
  };
}
