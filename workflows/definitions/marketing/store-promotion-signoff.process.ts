import { BOTH_PARTS, carryOut, inParts, supervised } from '../patterns/blocks';
import { AT_STEP, budget, costs, costUnit, longText, MATERIAL, period, REQUIRED, total } from '../patterns/fields';
import { plan } from '../patterns/plan.pattern';
import { within } from '../patterns/time';
import { some } from '../patterns/when';
import { OPERATIONS_CENTRE } from '../patterns/words';

/**
 * A promotion of a store or an area goes up the line until a limit of campaigns covers it: within the plan as far as the plan goes, the rest by whoever may
 * grant it over the plan (S0:155, S1:111, S2:366; X09, X10, G35, §6.1). Carried out by whoever asked, inspected by operations.
 */
export const storePromotionSignoff = plan({
  key: 'store-promotion-signoff',
  prefix: 'CX',
  title: ['门店促销申请', 'Store promotion'],
  description: ['额度内逐级审批，超出计划的部分另行呈报', 'Approved level by level within the plan; the rest is passed on'],
  area: 'marketing',
  department: OPERATIONS_CENTRE,
  matter: 'store-promotion',
  start: ['area-manager', 'ops-inspector'],
  fields: [
    period('period', ['档期', 'Dates'], { ...MATERIAL, maxDays: 366 }),
    costUnit,
    longText('scheme', ['促销方案', 'Promotion scheme'], { ...MATERIAL, maxLength: 2000 }),
    longText('effect', ['预期效果', 'Expected effect'], { ...REQUIRED, maxLength: 1000 }),
    costs('costs', ['费用构成', 'Costs']),
    total('amount', ['促销费用', 'Cost of the promotion'], 'costs.amount'),
    budget({ category: { value: 'promotion' }, date: 'period', commit: BOTH_PARTS, spend: [{ step: 'execution' }] }),
    longText('handling', ['超出部分处理方案', 'What is done about the rest'], { required: some('over'), material: true, maxLength: 1000 }),
    longText('result', ['执行与效果', 'Result and effect'], { ...AT_STEP, maxLength: 1000 }),
  ],
  steps: [
    ...inParts({ covered: ['climb', {}], over: ['climb', {}] }),
    supervised('inspection', ['抄送运营督导检查', 'Copy to the inspector of operations'], ['ops-inspector']),
    carryOut('requester', ['execution', '执行并上报效果', 'Carried out, effect reported'], 'result', { due: within(20) }),
  ],
  sentence: [
    '{requester}为{costUnit}申请促销「{topic}」，{period}，费用 {amount}[（{budget}）]',
    '{requester} asks for the promotion “{topic}” for {costUnit}, {period}, at a cost of {amount}[ ({budget})]',
  ],
  rowTitle: ['促销 · {topic} · {costUnit}', 'Promotion · {topic} · {costUnit}'],
  facts: ['topic', 'period', 'costUnit', 'amount', 'budget', 'scheme', 'effect', 'handling'],
  amount: 'amount',
});
