import type { Outline } from '../../definition/outline';
import { formSurroundings } from '../../form/form-condition';
import type { Directory } from '../../people/directory';
import { requesterClock } from '../../people/requester-clock';
import type { Facts } from '../../request/facts';
import type { FormValues, RequestState } from '../../request/request-state';
import type { FormBefore } from './written-form';

/** What a command on a request finds of its form. Pure. `form`: null before the first submit. */
export function formBefore(
  { definition }: Pick<Outline, 'definition'>,
  { context }: Pick<RequestState, 'context'>,
  { form, facts, directory }: { form: FormValues | null; facts: Facts; directory: Directory },
): FormBefore {
  const clock = requesterClock(definition, directory, facts.requesterUnitPath);
  return { form, surroundings: formSurroundings(context, facts), ...(clock && { clock }) };
}
