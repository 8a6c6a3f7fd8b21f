import { partAdded } from '../../tables/paid-parts';
import { isDerived } from '../../definition/fields/derived';
import type { HumanStep } from '../../definition/step.schema';
import type { RunningClock } from '../../calendar/running-clock';
import type { Outline } from '../../definition/structure/outline';
import type { FormValues } from '../../request/request-state';
import { computeForm } from '../../form/compute';
import type { FormSurroundings } from '../../form/form-condition';
import { fieldsAskedAnew, stepFields } from '../../form/shown/step-fields';
import { decideRows, type DecidedRows } from '../../form/rows/decide-rows';
import { withMarksKept } from '../../form/rows/row-marks';
import type { Funds } from '../../budget/draw-up';
import { isBlankWire } from '../../form/wire/field-wire';
import { formFromWire } from '../../form/wire/wire';
import { ownValue } from '../../text/own-value';
import { broughtFields, isHuman } from '../../definition/flow';
import type { Money } from '../../money/money';
import { paysAt } from '../../people/deciders';
import type { CommandBody } from '../../request/command';

/** What a command finds of the form: all of it as stored, null before the first submit, and what its conditions may ask besides. */
export interface FormBefore {
  form: FormValues | null;
  surroundings: FormSurroundings;
  /** By which a form that is asked for counts its working days: what steps write later counts none anew. */
  clock?: RunningClock | undefined;
  /** What the ledger says, where the form draws on a budget. */
  funds?: Omit<Funds, 'again'> | undefined;
}

/** A form as a command leaves it, and what of the command's own values could not be read. */
export interface FormAfter {
  values: FormValues;
  /** Field paths. */
  invalid: string[];
}

/** The step that a decision is about; undefined where the definition has none of that name that people decide. Pure. */
export function decidedStep(process: Pick<Outline, 'steps'>, body: CommandBody): HumanStep | undefined {
  const step = body.step === undefined ? undefined : ownValue(process.steps, body.step);
  return step && isHuman(step) ? step : undefined;
}

/** By what a form counts that is being sent. */
const sentWith = ({ surroundings, clock, funds }: FormBefore): FormSurroundings => ({
  ...surroundings,
  clock,
  ...(funds && { funds: { ...funds, again: true } }),
});
/** By what one counts that somebody changes on its way: days and budgets stand while nothing else is asked for. */
const changedWith = ({ surroundings, funds }: FormBefore): FormSurroundings => ({
  ...surroundings,
  ...(funds && { funds: { ...funds, again: false } }),
});

/** A form that is asked for, for the first time or anew, sums computed; what steps have filled in stays. Pure. */
export function askedValues(process: Outline, body: CommandBody, before: FormBefore): FormAfter {
  const previous = before.form ?? {};
  const own = new Set(stepFields(process));
  const known = new Set(process.definition.form.fields.map((field) => field.key));
  const given = body.form ?? previous;
  const start = Object.entries(given).filter(([key]) => !own.has(key));
  const written = Object.entries(previous).filter(([key]) => own.has(key));
  const asked = withMarksKept(previous, Object.fromEntries([...start, ...written]));
  const values = computeForm(process.definition, asked, sentWith(before));
  return { values, invalid: Object.keys(given).filter((key) => !known.has(key)) };
}

/** A form without what steps have filled in. Pure. */
export function withoutStepFields(process: Outline, values: FormValues): FormValues {
  const own = new Set(fieldsAskedAnew(process));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !own.has(key)));
}

/** What decisions about rows come to; null where the step decides none. Pure. */
export function decidedRowsOf(process: Outline, body: CommandBody, before: FormBefore): DecidedRows | null {
  const step = decidedStep(process, body);
  const table = process.definition.form.fields.find(({ key }) => key === step?.rows?.table);
  if (step?.rows === undefined || table?.type !== 'table') return null;
  const decisions = ownValue(body.fields ?? {}, table.key);
  const deciding = { table, cut: step.rows.cut, step: step.id, by: body.actor };
  return decideRows(ownValue(before.form ?? {}, table.key), Array.isArray(decisions) ? decisions : [], deciding);
}

/** The form with a table whose rows were decided about one by one. */
function rowsDecided(process: Outline, body: CommandBody, before: FormBefore): FormAfter {
  const previous = before.form ?? {};
  const found = decidedRowsOf(process, body, before);
  const key = decidedStep(process, body)?.rows?.table;
  if (found === null || key === undefined) return { values: previous, invalid: Object.keys(body.fields ?? {}) };
  const strange = Object.keys(body.fields ?? {}).filter((each) => each !== key);
  const values = computeForm(process.definition, { ...previous, [key]: found.rows }, changedWith(before));
  return { values, invalid: [...found.invalid, ...strange] };
}

/** A form with one part more that was paid, and how much that is; null where the step pays in no parts. Pure. */
export function paidPartOf(process: Outline, body: CommandBody, before: FormBefore): (FormAfter & { part: Money | null }) | null {
  const previous = before.form ?? {};
  const step = decidedStep(process, body);
  const table = step && paysAt(step)?.parts;
  if (table === undefined) return null;
  const { definition } = process;
  const sent = body.fields ?? {};
  const { added, invalid } = partAdded({ definition, table, day: before.surroundings.today ?? '' }, previous, ownValue(sent, table));
  const strange = Object.keys(sent).filter((key) => key !== table);
  if (added === null || strange.length > 0) return { values: previous, part: null, invalid: [...invalid, ...strange] };
  return { values: computeForm(definition, { ...previous, [table]: added.rows }, changedWith(before)), part: added.part, invalid: [] };
}

/** A form with the fields that the command's step may write, sums computed; the same object where the command brings none. Pure. */
export function writtenValues(process: Outline, body: CommandBody, before: FormBefore): FormAfter {
  const previous = before.form ?? {};
  const written = body.fields;
  if (written === undefined) return { values: previous, invalid: [] };
  if (body.type === 'decide-rows') return rowsDecided(process, body, before);
  if (body.type === 'pay-part') return paidPartOf(process, body, before) ?? { values: previous, invalid: Object.keys(written) };
  const step = decidedStep(process, body);
  const brought = step ? broughtFields(step) : [];
  const read = formFromWire(process.definition, written, { fields: brought });
  const kept = Object.entries(previous).filter(([key]) => !brought.includes(key) || !Object.hasOwn(written, key));
  const brings = withMarksKept(previous, read.values);
  const values = computeForm(process.definition, { ...Object.fromEntries(kept), ...brings }, changedWith(before));
  return { values, invalid: [...read.invalid, ...blanksOfOthers(process, written, brought)].map(({ field }) => field) };
}

/** Fields that are none of the step's, and are sent as blanks: nobody takes away what others have filled in. What is worked out is so, whatever is sent. */
function blanksOfOthers({ definition }: Outline, written: FormValues, brought: readonly string[]): { field: string }[] {
  return definition.form.fields.flatMap((field) => {
    const isTheirs = isDerived(field) || brought.includes(field.key) || !Object.hasOwn(written, field.key);
    return isTheirs || !isBlankWire(field, ownValue(written, field.key) ?? null) ? [] : [{ field: field.key }];
  });
}
