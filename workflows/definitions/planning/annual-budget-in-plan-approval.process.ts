import { budget } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { OPERATIONS_CENTRE } from '../patterns/words';
import { ASKED, WITHIN_PLAN } from './within-plan';

/** What the annual plan has is committed by the plan (S0:328; A006; X09). */
export const annualBudgetInPlanApproval = spend({
  key: 'annual-budget-in-plan-approval',
  prefix: 'NYS',
  title: ['年度计划内预算审批', 'In-plan budget approval'],
  description: ['计划内由运营经理按计划审批，计划外转处理方案', 'Approved by the plan; what is over plan goes on as a scheme'],
  area: 'planning',
  department: OPERATIONS_CENTRE,
  matter: 'budget',
  start: 'everyone',
  fields: [...ASKED, budget({ category: 'category', date: 'neededOn', commit: 'ops-manager-approval' })],
  steps: WITHIN_PLAN,
  sentence: [
    '{requester}为{costUnit}申请使用年度预算 {amount}（{category}）[，{budget}]',
    '{requester} asks to commit {amount} of the annual budget for {costUnit} ({category})[, {budget}]',
  ],
  rowTitle: ['年度预算 · {category} · {costUnit}', 'Annual budget · {category} · {costUnit}'],
  facts: ['costUnit', 'category', 'neededOn', 'amount', 'budget', 'reason'],
  amount: 'amount',
});
