import { approve, carryOut, opinion } from '../patterns/blocks';
import { AT_STEP, budget, costUnit, day, longText, MATERIAL, money } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { within } from '../patterns/time';
import { not, yes } from '../patterns/when';
import { OPERATIONS_CENTRE, said } from '../patterns/words';
import { spendingCategory } from './spending-category';

/**
 * What goes over the plan: the operations manager proposes how to handle it, finance gives an opinion, the general manager approves, the group’s beyond
 * 500,000; only then is it put into effect (S0:341; A013; X10, X11, X42, G07). How much is over, the ledger says.
 */
export const overPlanSpending = spend({
  key: 'over-plan-spending',
  prefix: 'CJH',
  title: ['计划外部分处理方案', 'Over-plan handling scheme'],
  description: ['运营经理提出方案，总经理审批后组织实行', 'Proposed by operations, put into effect once the general manager approves'],
  area: 'planning',
  department: OPERATIONS_CENTRE,
  matter: 'spending',
  start: ['ops-manager'],
  fields: [
    longText('scheme', ['处理方案', 'Handling scheme'], { ...MATERIAL, maxLength: 2000 }),
    costUnit,
    spendingCategory,
    day('neededOn', ['用款日期', 'Needed on'], MATERIAL),
    money('amount', ['申请金额', 'Amount asked for'], { ...MATERIAL, min: '0.01' }),
    budget({ category: 'category', date: 'neededOn', commit: 'gm-approval', spend: [{ step: 'execution' }] }),
    money('recommendedBudget', ['财务建议金额', 'Amount recommended by finance'], AT_STEP),
    longText('result', ['实行结果', 'Result'], { ...AT_STEP, maxLength: 1000 }),
  ],
  submitChecks: [
    {
      type: 'must-hold',
      params: {
        condition: not(yes('budget.inPlan')),
        words: said(['计划内够用，不必走计划外流程', 'The plan covers it: no over-plan scheme is needed']),
        field: 'amount',
      },
    },
  ],
  steps: [
    opinion('finance-director', { write: ['recommendedBudget'] }),
    approve('gm', { amount: 'budget.over', inPlan: yes('budget.inPlan') }),
    carryOut('ops-manager', ['execution', '组织实行', 'Put into effect'], 'result', { due: within(10) }),
  ],
  sentence: [
    '{requester}为{costUnit}申请 {amount}（{budget}），附处理方案',
    '{requester} asks for {amount} for {costUnit} ({budget}), with a handling scheme',
  ],
  rowTitle: ['计划外 · {category} · {costUnit}', 'Over plan · {category} · {costUnit}'],
  facts: ['scheme', 'costUnit', 'category', 'neededOn', 'amount', 'budget', 'recommendedBudget', 'reason'],
  amount: 'amount',
});
