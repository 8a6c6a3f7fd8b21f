import type { Field } from '../definition/field.schema';
import type { HumanStep } from '../definition/step.schema';
import type { Process } from '../engine/process';
import { hashOf } from '../digest/sha256';
import type { FormValues, RequestState } from '../engine/request-state';
import { computeForm } from '../form/compute';
import { contentOf } from '../form/content-of';
import type { FormSurroundings } from '../form/form-condition';
import { formFromWire } from '../form/wire';
import { isHuman } from '../steps';
import type { CommandBody } from './command';

/** What a command finds of the form: all of it as stored, null before the first submit, and what its conditions may ask besides. */
export interface FormBefore {
  form: FormValues | null;
  surroundings: FormSurroundings;
}

/** A form as a command leaves it, and what of the command's own values could not be read. */
export interface FormAfter {
  values: FormValues;
  /** Field paths. */
  invalid: string[];
}

/** The step that a decision is about; undefined where the definition has none of that name that people decide. Pure. */
export function decidedStep(process: Pick<Process, 'steps'>, body: CommandBody): HumanStep | undefined {
  const step = body.step === undefined ? undefined : process.steps[body.step];
  return step && isHuman(step) ? step : undefined;
}

/** Keys of the fields that steps fill in, sums over them included. Pure. */
export function stepFields({ definition }: Pick<Process, 'definition'>): string[] {
  const { fields } = definition.form;
  const written = new Set(fields.filter((field) => field.filledAt === 'step').map((field) => field.key));
  const follows = (field: Field): boolean => field.type === 'money-sum' && written.has(field.of.split('.')[0] ?? '');
  return fields.filter((field) => written.has(field.key) || follows(field)).map((field) => field.key);
}

/** Digest of the material fields of a form, files by their content: the same file uploaded again is no change. Pure. */
export function materialHash(process: Pick<Process, 'definition' | 'material'>, values: FormValues): string {
  const fields = process.definition.form.fields.filter((field) => process.material.includes(field.key));
  return hashOf(Object.fromEntries(fields.map((field) => [field.key, contentOf(field, values[field.key] ?? null)])));
}

function asked(process: Process, body: CommandBody, before: FormBefore): FormAfter {
  const previous = before.form ?? {};
  const own = new Set(stepFields(process));
  const known = new Set(process.definition.form.fields.map((field) => field.key));
  const given = body.form ?? previous;
  const start = Object.entries(given).filter(([key]) => !own.has(key));
  // A draft is the requester's own writing: only what steps have written later may stay.
  const written = body.type === 'resubmit' ? Object.entries(previous).filter(([key]) => own.has(key)) : [];
  const values = computeForm(process.definition, Object.fromEntries([...start, ...written]), before.surroundings);
  return { values, invalid: Object.keys(given).filter((key) => !known.has(key)) };
}

/** Whether a resubmitted form is asked through from the first step: what steps have filled in is blank again then. */
function walksAgain(process: Process, state: RequestState, values: FormValues): boolean {
  const { returned, materialHash: before } = state.context;
  return returned !== null && (returned.resume === 'walk-again' || materialHash(process, values) !== before);
}

function withoutStepFields(process: Process, values: FormValues): FormValues {
  const own = new Set(stepFields(process));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !own.has(key)));
}

function decided(process: Process, body: CommandBody, previous: FormValues): FormAfter {
  const written = body.fields ?? {};
  const read = formFromWire(process.definition, written, { fields: decidedStep(process, body)?.fields.write ?? [] });
  const kept = Object.entries(previous).filter(([key]) => !(key in written));
  return { values: { ...Object.fromEntries(kept), ...read.values }, invalid: read.invalid.map((problem) => problem.field) };
}

/**
 * The whole form after a command, sums computed, in the domain's form: what `record` stores. Pure.
 * submit and resubmit bring `form` in the domain's form; what steps have filled in stays, unless `state` (where the request stood before)
 * says that a resubmitted request is walked again. Decisions bring `fields` in wire form, of which only those that the step may write
 * count; a blank takes the value away. Other commands change nothing; of an undo the caller knows what was there before.
 */
export function formAfter(process: Process, body: CommandBody, before: FormBefore, state: RequestState | null = null): FormAfter {
  const previous = before.form ?? {};
  if (body.type === 'submit') return asked(process, body, before);
  if (body.type === 'resubmit') {
    const found = asked(process, body, before);
    return state && walksAgain(process, state, found.values) ? { ...found, values: withoutStepFields(process, found.values) } : found;
  }
  if (body.type !== 'approve' || body.fields === undefined) return { values: previous, invalid: [] };
  const { values, invalid } = decided(process, body, previous);
  return { values: computeForm(process.definition, values, before.surroundings), invalid };
}
