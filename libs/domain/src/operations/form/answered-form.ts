import type { Definition } from '../../definition/definition.schema';
import { filledBy, isCalling } from '../../definition/flow';
import type { Outline } from '../../definition/structure/outline';
import type { CallingStep } from '../../definition/step.schema';
import { computeForm } from '../../form/compute';
import { validateForm } from '../../form/check/validate';
import { formFromWire } from '../../form/wire/wire';
import type { CommandBody, StepWriting } from '../../request/command';
import type { RequestState } from '../../request/request-state';
import { recordOf } from '../../request/standing';
import type { Json } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { pathsOf } from './asked-form';
import type { Reading } from '../operation';
import { between } from './step-writing';
import type { FormAfter, FormBefore } from './written-form';

type Answer = Pick<CommandBody, 'step' | 'called' | 'fields'>;

/** The step whose call is answered; undefined where nothing of the answer belongs into the form. Pure. */
function answeredStep({ steps }: Pick<Outline, 'steps'>, { step: named, called }: Answer): CallingStep | undefined {
  const step = ownValue(steps, named ?? called?.step ?? '');
  return step && isCalling(step) && filledBy(step).length > 0 ? step : undefined;
}

/** The form with what another system has answered: all of it, or nothing where any part is absent or wrong. Pure; asked when it comes in, and again when it counts. */
export function filledAnswer(definition: Definition, step: CallingStep, fields: Record<string, Json>, before: FormBefore): FormAfter {
  const previous = before.form ?? {};
  const keys = filledBy(step);
  const read = formFromWire(definition, fields, { fields: keys });
  const kept = Object.entries(previous).filter(([key]) => !keys.includes(key));
  const values = computeForm(definition, { ...Object.fromEntries(kept), ...read.values }, before.surroundings);
  const found = validateForm(definition, values, { step: step.id, ...before.surroundings });
  const invalid = pathsOf([...read.invalid, ...found.invalid, ...found.missing]);
  return invalid.length > 0 ? { values: previous, invalid } : { values, invalid };
}

/** The same of a command. Pure. */
export function answeredValues(process: Outline, answer: Answer, before: FormBefore): FormAfter {
  const step = answeredStep(process, answer);
  if (step === undefined) return { values: before.form ?? {}, invalid: [] };
  return filledAnswer(process.definition, step, answer.fields ?? {}, before);
}

/** Whether a request takes what is answered at a step into its form: it waits for that, and has no outcome yet. Pure. */
export function takesAnswer({ context }: Pick<RequestState, 'context'>, step: string): boolean {
  const { call } = recordOf(context, step) ?? {};
  return context.outcome === null && call !== undefined && call.answered !== true && call.failed === undefined;
}

/** What an answer writes, as the stored command holds it; null where nothing of it belongs into the form. Pure. */
export function answerOf(body: CommandBody, reading: Reading | null): StepWriting | null {
  const step = reading && answeredStep(reading.process, body);
  if (!reading || !step) return null;
  const { values, invalid } = answeredValues(reading.process, body, reading.before);
  return { ...between(reading, values, filledBy(step)), missing: [], invalid, writes: true };
}
