import type { Json } from '../../text/bilingual';
import { allSteps } from '../../definition/structure/compensating';
import type { Definition } from '../../definition/definition.schema';
import type { Column, Field } from '../../definition/fields/field.schema';
import { isDerived } from '../../definition/fields/derived';
import { broughtFields, filledBy, isCalling, isHuman } from '../../definition/flow';
import type { FormValues } from '../../request/request-state';
import { isBlank, rowsOf } from '../blank';
import { computeForm, isVisible } from '../compute';
import { ownValue } from '../../text/own-value';
import { checkField, checkLength, checkSums } from './field-check';
import { isDayRange, isNearDay } from '../day';
import { fieldProblem, MOST_PROBLEMS, type FieldProblem } from './field-problem';
import { isRefused } from '../rows/row-marks';
import { formHolds, type FormCase, type FormSurroundings } from '../form-condition';

/** What keeps a form from being sent: what is not filled in, and what is filled in wrongly. */
export interface FormFindings {
  missing: FieldProblem[];
  invalid: FieldProblem[];
  /** Keys of the fields asked for that are not shown for these values: whatever is left in them counts as blank. */
  hidden: string[];
}

/** Whose part of the form is looked at: the requester's (`step: null`), or the fields that a step writes or may correct. */
export interface FormPart extends FormSurroundings {
  step: string | null;
}

/**
 * Looks a form over, for the part that the requester or one step fills in. Pure; the browser and the engine ask this same function.
 * Values are as the domain keeps them. Hidden fields are neither missing nor wrong.
 */
export function validateForm(definition: Definition, values: FormValues, part: FormPart): FormFindings {
  const { step, ...surroundings } = part;
  const form: FormCase = { definition, surroundings, values: computeForm(definition, values, surroundings) };
  const asked = step === null ? startPart(form) : stepPart(form, step);
  const shown = asked.filter(({ field }) => isVisible(field, form));
  return {
    missing: shown.flatMap(({ field, required }) => missingIn(field, required, form)).slice(0, MOST_PROBLEMS),
    invalid: shown.flatMap(({ field }) => invalidIn(field, form)).slice(0, MOST_PROBLEMS),
    hidden: asked.filter((each) => !shown.includes(each)).map(({ field }) => field.key),
  };
}

interface Asked {
  field: Field;
  required: boolean;
}

function startPart(form: FormCase): Asked[] {
  return (
    form.definition.form.fields
      .filter((field) => field.filledAt === 'start')
      // What is worked out nobody fills in: what it is worked out from is asked for.
      .map((field) => ({ field, required: !isDerived(field) && formHolds(field.required, form) }))
  );
}

function stepPart(form: FormCase, id: string): Asked[] {
  const step = allSteps(form.definition).find((each) => each.id === id);
  if (step && isCalling(step))
    return form.definition.form.fields.filter(({ key }) => filledBy(step).includes(key)).map((field) => ({ field, required: true }));
  if (!step || !isHuman(step))
    throw new Error(`Expected “${form.definition.key}” to have a step “${id}” that people decide, but it has none`);
  return form.definition.form.fields
    .filter((field) => [...broughtFields(step), ...step.fields.required].includes(field.key))
    .map((field) => {
      const corrected = step.fields.edit?.includes(field.key) === true;
      return { field, required: corrected ? formHolds(field.required, form) : step.fields.required.includes(field.key) };
    });
}

function missingIn(field: Field, required: boolean, form: FormCase): FieldProblem[] {
  const value = ownValue(form.values, field.key);
  if (isBlank(value)) return required ? [missing(field, field.key)] : [];
  if (field.type !== 'table') return [];
  const columns = field.columns.filter((column) => formHolds(column.required, form));
  return rowsOf(value).flatMap((row, index) =>
    isRefused(row)
      ? []
      : columns
          .filter((column) => isBlank(ownValue(row, column.key)))
          .map((column) => missing(column, `${field.key}.${index}.${column.key}`)),
  );
}

/** What is missing, with its type: some things are chosen, others written. */
const missing = ({ type }: Field | Column, path: string): FieldProblem => fieldProblem(path, 'required', { type });

function invalidIn(field: Field, form: FormCase): FieldProblem[] {
  const { values, surroundings } = form;
  const { today } = surroundings;
  const value: Json | undefined = ownValue(values, field.key);
  const whole = checkField(field, value, { today }) ?? outsideRange(field, { value, path: field.key }, form);
  const problems = [whole, checkLength(field, value), noTimeLeft(field, form), endsAtOnce(field, form)].filter(
    (problem) => problem !== null,
  );
  if (field.type !== 'table') return problems;
  const cells = rowsOf(value).flatMap((row, index) =>
    (isRefused(row) ? [] : field.columns).map((column) => {
      const cell = { value: ownValue(row, column.key), path: `${field.key}.${index}.${column.key}` };
      return checkField(column, cell.value, { path: cell.path, today }) ?? outsideRange(column, cell, form);
    }),
  );
  return [...problems, ...checkSums(field, value), ...cells.filter((problem) => problem !== null), ...reversedRows(field, form)];
}

/** Rows of what becomes lines of a budget whose period ends before it begins; said where the end is. */
function reversedRows({ key }: Field, { definition: { becomesPlan }, values }: FormCase): FieldProblem[] {
  if (becomesPlan?.table !== key) return [];
  return rowsOf(ownValue(values, key)).flatMap((row, index) => {
    const [from, to] = [ownValue(row, becomesPlan.from), ownValue(row, becomesPlan.to)];
    const reversed = typeof from === 'string' && typeof to === 'string' && isNearDay(from) && isNearDay(to) && from > to;
    return reversed && !isRefused(row) ? [fieldProblem(`${key}.${index}.${becomesPlan.to}`, 'range-reversed')] : [];
  });
}

/** An authority that ends on or before the day on which it begins; said where the end is. */
function endsAtOnce({ key }: Field, { definition: { becomesGrant }, values }: FormCase): FieldProblem | null {
  if (becomesGrant?.until !== key) return null;
  const [from, until] = [ownValue(values, becomesGrant.from), ownValue(values, key)];
  return typeof from === 'string' && typeof until === 'string' && isNearDay(until) && until <= from
    ? fieldProblem(key, 'range-reversed')
    : null;
}

/** Of days that are counted: one day alone of which both halves are left out; said where the second is. */
function noTimeLeft(field: Field, { values }: FormCase): FieldProblem | null {
  if (field.type !== 'days') return null;
  const { first, last } = field.half;
  const range = ownValue(values, field.of);
  if (first === undefined || last === undefined || !isDayRange(range) || range.from !== range.to) return null;
  return ownValue(values, first) === true && ownValue(values, last) === true ? fieldProblem(last, 'no-time-left') : null;
}

/** A day that belongs to a range of the form and lies outside of it. Where the range says nothing yet, or ends before it begins, the day is not judged by it. */
function outsideRange(
  field: Field | Column,
  { value, path }: { value: Json | undefined; path: string },
  { definition, values }: FormCase,
): FieldProblem | null {
  if (field.type !== 'date' || field.within === undefined || typeof value !== 'string') return null;
  const range = ownValue(values, field.within);
  const of = definition.form.fields.find(({ key }) => key === field.within);
  if (of === undefined || !isDayRange(range) || range.from > range.to || (range.from <= value && value <= range.to)) return null;
  return fieldProblem(path, 'outside-range', { range: { ...of.label } });
}
