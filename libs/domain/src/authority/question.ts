import { holds } from '../conditions/holds';
import { environmentOf } from '../conditions/environment';
import type { StepAuthority } from '../definition/steps/step-parts';
import type { Money } from '../money/money';
import type { RequestContext } from '../request/request-state';
import { isMoney } from '../money/money';
import { ownValue } from '../text/own-value';

/** What a step asks of its decider's authority in this case: `amount` null = blank, `inPlan` null = not asked, blank plan = over plan. */
export interface AuthorityQuestion {
  amount: Money | null;
  inPlan: boolean | null;
}

/** The amount and the side of the plan that a step's authority must cover, where the request stands. Pure. */
export function authorityQuestion(authority: StepAuthority, context: RequestContext): AuthorityQuestion {
  const amount = authority.amount === undefined ? null : ownValue(context.fields, authority.amount);
  return {
    amount: isMoney(amount) ? amount : null,
    inPlan: authority.inPlan === undefined ? null : holds(authority.inPlan, environmentOf(context)),
  };
}
