import type { Outline } from '../../definition/structure/outline';
import { differsMaterially, fieldDigests } from '../../form/shown/step-fields';
import type { CommandBody } from '../../request/command';
import type { FormValues, RequestState } from '../../request/request-state';
import { answeredValues, takesAnswer } from './answered-form';
import { operationOf } from '../registry';
import { askedValues, withoutStepFields, writtenValues, type FormAfter, type FormBefore } from './written-form';

/** Whether a form that is asked anew is asked through from the first step: what steps have filled in is blank again then. */
function walksAgain(process: Outline, { context }: RequestState, values: FormValues): boolean {
  const { returned, material, poisoned } = context;
  if (returned === null || poisoned !== null) return false;
  if (returned.resume !== 'straight-back') return returned.resume === 'walk-again';
  return differsMaterially(material, fieldDigests(process.definition, process.material, values), process);
}

/**
 * The whole form after a command, sums computed, in the domain's form: what `record` stores. Pure.
 * What brings a `form` brings it in the domain's form; what steps have filled in stays, unless `state` (where the request stood before) says that
 * a returned request is walked again. What brings `fields` brings them in wire form, of which only those that its step may write count; a blank
 * takes the value away. Other commands change nothing; of what takes a decision back the caller knows what was there before.
 */
export function formAfter(process: Outline, body: CommandBody, before: FormBefore, state: RequestState | null = null): FormAfter {
  switch (operationOf(body.type).brings) {
    case 'form': {
      const found = askedValues(process, body, before);
      return state && walksAgain(process, state, found.values) ? { ...found, values: withoutStepFields(process, found.values) } : found;
    }
    case 'fields':
      if (body.type === 'call.ended') {
        const taken = state !== null && takesAnswer(state, body.step ?? body.called?.step ?? '');
        return taken ? answeredValues(process, body, before) : { values: before.form ?? {}, invalid: [] };
      }
      return writtenValues(process, body, before);
    case undefined:
      return { values: before.form ?? {}, invalid: [] };
  }
}
