import type { HumanStep } from '../definition/step.schema';
import type { Process } from '../engine/process';
import type { FormValues } from '../engine/request-state';
import { computeForm } from '../form/compute';
import { formFromWire } from '../form/wire';
import { isHuman } from '../steps';
import type { CommandBody } from './command';

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

/** Keys of the fields that steps fill in. Pure. */
export function stepFields(process: Pick<Process, 'definition'>): string[] {
  return process.definition.form.fields.filter((field) => field.filledAt === 'step').map((field) => field.key);
}

function asked(process: Process, body: CommandBody, previous: FormValues): FormAfter {
  const own = new Set(stepFields(process));
  const known = new Set(process.definition.form.fields.map((field) => field.key));
  const given = body.form ?? previous;
  const start = Object.entries(given).filter(([key]) => !own.has(key));
  const written = Object.entries(previous).filter(([key]) => own.has(key));
  return { values: Object.fromEntries([...start, ...written]), invalid: Object.keys(given).filter((key) => !known.has(key)) };
}

function decided(process: Process, body: CommandBody, previous: FormValues): FormAfter {
  const written = body.fields ?? {};
  const read = formFromWire(process.definition, written, { fields: decidedStep(process, body)?.fields.write ?? [] });
  const kept = Object.entries(previous).filter(([key]) => !(key in written));
  return { values: { ...Object.fromEntries(kept), ...read.values }, invalid: read.invalid.map((problem) => problem.field) };
}

/**
 * The whole form after a command, sums computed, in the domain's form: what `record` stores. Pure.
 * submit and resubmit bring `form` in the domain's form; what steps have filled in stays. Decisions bring `fields` in wire form, of which
 * only those that the step may write count; a blank takes the value away. Other commands change nothing.
 */
export function formAfter(process: Process, body: CommandBody, previous: FormValues | null): FormAfter {
  const before = previous ?? {};
  if (body.type === 'submit' || body.type === 'resubmit') {
    const { values, invalid } = asked(process, body, before);
    return { values: computeForm(process.definition, values), invalid };
  }
  if (body.type !== 'approve' || body.fields === undefined) return { values: before, invalid: [] };
  const { values, invalid } = decided(process, body, before);
  return { values: computeForm(process.definition, values), invalid };
}
