import { fundsHeld } from '../../budget/funds-held';
import { budgetField } from '../../definition/budget-field';
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
  const field = budgetField(definition);
  const funds = facts.funds && field && { ...facts.funds, today: facts.today, own: fundsHeld(field, context) };
  return { form, surroundings: formSurroundings(context, facts), ...(clock && { clock }), ...(funds && { funds }) };
}
