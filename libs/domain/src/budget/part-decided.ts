import type { Definition } from '../definition/definition.schema';
import { budgetField } from '../definition/fields/budget-field';
import { flatten, isHuman } from '../definition/flow';
import type { HumanStep } from '../definition/step.schema';
import { formatMoney } from '../money/format-money';
import { isMoney, type Money } from '../money/money';
import type { RequestContext } from '../request/request-state';
import type { Bilingual } from '../text/bilingual';
import { ownValue } from '../text/own-value';

const PARTS = ['covered', 'over'] as const;

/** Of a request that a line covers in part alone: which of the two one step decides. */
export interface PartDecided {
  part: (typeof PARTS)[number];
  amount: Money;
}

/** Which part of what is asked a step decides; null where nobody else decides the other, or there is no other. Pure. */
export function partDecided(
  { authority }: Pick<HumanStep, 'authority'>,
  definition: Pick<Definition, 'form' | 'flow'>,
  { fields }: Pick<RequestContext, 'fields'>,
): PartDecided | null {
  const key = budgetField(definition)?.key;
  const part = PARTS.find((each) => `${key}.${each}` === authority?.amount);
  if (key === undefined || part === undefined) return null;
  const others = flatten(definition.flow).filter(isHuman);
  const other = PARTS.find((each) => each !== part && others.some((step) => step.authority?.amount === `${key}.${each}`));
  const [amount, rest] = [part, other].map((each) => ownValue(fields, `${key}.${each}`));
  return isMoney(amount) && isMoney(rest) && amount.minor !== '0' && rest.minor !== '0' ? { part, amount } : null;
}

/** What the button of a step says that decides a part: how much, and that the rest goes on to whoever decides that. Pure. */
export function partButton({ zh, en }: Bilingual, { part, amount }: PartDecided): Bilingual {
  const [amountZh, amountEn] = [formatMoney(amount, 'zh', 'short'), formatMoney(amount, 'en', 'short')];
  return part === 'covered'
    ? { zh: `${zh} ${amountZh}，呈报余下`, en: `${en} ${amountEn}, pass on the rest` }
    : { zh: `${zh}超出的 ${amountZh}`, en: `${en} ${amountEn} over plan` };
}

/** What is said once it was pressed: of how much. Pure. */
export function partPast({ zh, en }: Bilingual, { amount }: PartDecided): Bilingual {
  return { zh: `${zh} ${formatMoney(amount, 'zh', 'short')}`, en: `${en} ${formatMoney(amount, 'en', 'short')}` };
}
