import { approve, opinion, review } from '../patterns/blocks';
import { AT_STEP, costUnit, day, MATERIAL, money, number, REQUIRED, text } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { FINANCE } from '../patterns/words';

/**
 * Guests are entertained: applied for beforehand, seen by the superior and by finance, decided by the operations director, above their limit by the general
 * manager (S0:330; A007; G04, G06, §6.1). The right of the operations manager is disputed in the source: it is withheld.
 */
export const entertainmentExpense = spend({
  key: 'entertainment-expense',
  prefix: 'ZD',
  title: ['招待费申请', 'Entertainment expense'],
  description: ['事前申请，财务签意见，按权限审批', 'Applied for beforehand; finance gives an opinion; decided within limits'],
  area: 'finance',
  department: FINANCE,
  matter: 'entertainment',
  start: 'everyone',
  fields: [
    text('guests', ['招待对象', 'Guests'], { ...MATERIAL, maxLength: 120 }),
    number('people', ['人数', 'Number of people'], { ...MATERIAL, min: 1 }),
    day('eventOn', ['招待日期', 'Date'], { ...MATERIAL, notBefore: 'today' }),
    text('policyRef', ['制度依据', 'Policy it rests on'], { ...REQUIRED, maxLength: 120 }),
    costUnit,
    money('amount', ['金额', 'Amount'], { ...MATERIAL, min: '0.01' }),
    money('recommendedBudget', ['财务建议金额', 'Amount recommended by finance'], AT_STEP),
  ],
  steps: [
    review({ superior: 1 }),
    opinion('finance-director', { write: ['recommendedBudget'] }),
    approve('ops-director', { amount: 'amount' }),
  ],
  sentence: [
    '{requester}申请 {eventOn} 招待{guests} {people} 人，{amount}',
    '{requester} asks to entertain {guests} ({people} people) on {eventOn} for {amount}',
  ],
  rowTitle: ['招待 · {guests}', 'Entertainment · {guests}'],
  facts: ['guests', 'people', 'eventOn', 'amount', 'policyRef', 'recommendedBudget', 'reason'],
  amount: 'amount',
});
