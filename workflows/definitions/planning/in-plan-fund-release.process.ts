import { carryOut } from '../patterns/blocks';
import { AT_STEP, budget, paidParts, text } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { within } from '../patterns/time';
import { OPERATIONS_CENTRE } from '../patterns/words';
import { ASKED, WITHIN_PLAN } from './within-plan';

/** Money that the plan has for selling is released by the plan, then paid (S0:341; A012; X09, X10). */
export const inPlanFundRelease = spend({
  key: 'in-plan-fund-release',
  prefix: 'ZJBF',
  title: ['计划内资金拨付', 'In-plan release of funds'],
  description: ['计划内由运营经理审批后付款，计划外转处理方案', 'Approved by the plan and paid; what is over plan goes on as a scheme'],
  area: 'planning',
  department: OPERATIONS_CENTRE,
  matter: 'spending',
  start: [
    'salesperson',
    'sales-rep',
    'sales-manager',
    'market-specialist',
    'market-manager',
    'area-manager',
    'store-manager',
    'ops-planner',
  ],
  fields: [
    ...ASKED,
    budget({ category: 'category', date: 'neededOn', commit: 'ops-manager-approval', spend: [{ step: 'payment', parts: 'paidParts' }] }),
    paidParts,
    text('paymentNumber', ['付款回单号', 'Payment slip number'], { ...AT_STEP, maxLength: 60 }),
  ],
  steps: [
    ...WITHIN_PLAN,
    carryOut('treasury-cashier', ['payment', '付款', 'Payment'], 'paymentNumber', {
      instead: ['finance-manager'],
      distinctFrom: ['document-check'],
      pays: { slip: 'paymentNumber', parts: 'paidParts', books: ['销售费用', 'Selling expenses'] },
      due: within(3),
      approve: ['确认付款', 'Mark as paid'],
      done: ['付款', 'paid'],
    }),
  ],
  sentence: [
    '{requester}为{costUnit}申请拨付 {amount}（{category}）[，{budget}]',
    '{requester} asks to release {amount} for {costUnit} ({category})[, {budget}]',
  ],
  rowTitle: ['拨付 · {category} · {costUnit}', 'Release · {category} · {costUnit}'],
  facts: ['costUnit', 'category', 'neededOn', 'amount', 'budget', 'reason'],
  amount: 'amount',
});
