import { fundsHeld } from '../../budget/funds-held';
import { budgetField } from '../../definition/fields/budget-field';
import type { Definition } from '../../definition/definition.schema';
import type { Outline } from '../../definition/structure/outline';
import { formSurroundings } from '../../form/form-condition';
import type { Directory } from '../../people/directory';
import { requesterClock } from '../../people/times/requester-clock';
import type { Facts } from '../../request/facts';
import type { FormValues, RequestContext, RequestState } from '../../request/request-state';
import type { FormBefore } from './written-form';

/** What a command on a request finds of its form. Pure. `form`: null before the first submit. */
export function formBefore(
  { definition }: Pick<Outline, 'definition'>,
  { context }: Pick<RequestState, 'context'>,
  { form, facts, directory }: { form: FormValues | null; facts: Facts; directory: Directory },
): FormBefore {
  const clock = requesterClock(definition, directory, facts.requesterUnitPath);
  return { form, surroundings: formSurroundings(context, facts), ...(clock && { clock }), ...fundsBefore(definition, context, facts) };
}

/** What it finds of the ledger; nothing where the form draws on no budget, or nobody looked. Pure. */
export function fundsBefore(
  definition: Definition,
  context: RequestContext,
  { funds, today }: { funds?: Facts['funds'] | undefined; today: string },
): Pick<FormBefore, 'funds'> {
  const field = budgetField(definition);
  return funds && field ? { funds: { ...funds, today, own: fundsHeld(field, context) } } : {};
}
