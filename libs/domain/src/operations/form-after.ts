import type { HumanStep } from '../definition/step.schema';
import type { Outline } from '../definition/outline';
import type { FormValues, RequestState } from '../request/request-state';
import { computeForm } from '../form/compute';
import type { FormSurroundings } from '../form/form-condition';
import { differsMaterially, materialDigests, stepFields } from '../form/step-fields';
import { formFromWire } from '../form/wire';
import { ownValue } from '../text/own-value';
import { isHuman } from '../definition/flow';
import type { CommandBody } from '../request/command';

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
export function decidedStep(process: Pick<Outline, 'steps'>, body: CommandBody): HumanStep | undefined {
  const step = body.step === undefined ? undefined : ownValue(process.steps, body.step);
  return step && isHuman(step) ? step : undefined;
}

function asked(process: Outline, body: CommandBody, before: FormBefore): FormAfter {
  const previous = before.form ?? {};
  const own = new Set(stepFields(process));
  const known = new Set(process.definition.form.fields.map((field) => field.key));
  const given = body.form ?? previous;
  const start = Object.entries(given).filter(([key]) => !own.has(key));
  // A draft is the requester's own writing: only what steps have written later may stay.
  const written = body.type !== 'submit' ? Object.entries(previous).filter(([key]) => own.has(key)) : [];
  const values = computeForm(process.definition, Object.fromEntries([...start, ...written]), before.surroundings);
  return { values, invalid: Object.keys(given).filter((key) => !known.has(key)) };
}

/** Whether a resubmitted form is asked through from the first step: what steps have filled in is blank again then. */
function walksAgain(process: Outline, state: RequestState, values: FormValues): boolean {
  const { returned, material } = state.context;
  return returned !== null && (returned.resume === 'walk-again' || differsMaterially(material, materialDigests(process, values), process));
}

function withoutStepFields(process: Outline, values: FormValues): FormValues {
  const own = new Set(stepFields(process));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !own.has(key)));
}

function decided(process: Outline, body: CommandBody, previous: FormValues): FormAfter {
  const written = body.fields ?? {};
  const read = formFromWire(process.definition, written, { fields: decidedStep(process, body)?.fields.write ?? [] });
  const kept = Object.entries(previous).filter(([key]) => !Object.hasOwn(written, key));
  return { values: { ...Object.fromEntries(kept), ...read.values }, invalid: read.invalid.map((problem) => problem.field) };
}

/**
 * The whole form after a command, sums computed, in the domain's form: what `record` stores. Pure.
 * submit, resubmit and correct bring `form` in the domain's form; what steps have filled in stays, unless `state` (where the request stood before)
 * says that a returned request is walked again. Decisions bring `fields` in wire form, of which only those that the step may write
 * count; a blank takes the value away. Other commands change nothing; of an undo the caller knows what was there before.
 */
export function formAfter(process: Outline, body: CommandBody, before: FormBefore, state: RequestState | null = null): FormAfter {
  const previous = before.form ?? {};
  if (body.type === 'submit') return asked(process, body, before);
  if (body.type === 'resubmit' || body.type === 'correct') {
    const found = asked(process, body, before);
    return state && state.context.poisoned === null && walksAgain(process, state, found.values)
      ? { ...found, values: withoutStepFields(process, found.values) }
      : found;
  }
  if (body.type !== 'approve' || body.fields === undefined) return { values: previous, invalid: [] };
  const { values, invalid } = decided(process, body, previous);
  return { values: computeForm(process.definition, values, before.surroundings), invalid };
}
