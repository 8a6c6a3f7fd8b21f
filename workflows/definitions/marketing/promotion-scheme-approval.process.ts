import { BOTH_PARTS, carryOut, inParts, supervised } from '../patterns/blocks';
import { AT_STEP, budget, costs, costUnit, files, longText, MATERIAL, period, REQUIRED, total } from '../patterns/fields';
import { plan } from '../patterns/plan.pattern';
import { within } from '../patterns/time';
import { some } from '../patterns/when';
import { MARKETING, said } from '../patterns/words';

/**
 * A promotion scheme is signed: in plan by the manager of the business unit, out of plan, where circumstances are special, by the general manager of the
 * group; the market director gets a copy, inspects and expedites; the market manager carries it out (SC-005, S2:396; A143–A146; X09, X14, G08, G11).
 * In plan is what the plan in force covers at that moment; a scheme that it covers in part is signed in two parts.
 */
export const promotionSchemeApproval = plan({
  key: 'promotion-scheme-approval',
  code: 'SC-005',
  prefix: 'TGFA',
  title: ['市场推广策划方案审批', 'Promotion scheme approval'],
  description: ['计划内由事业部经理签批，计划外由集团总经理签批', 'Signed by the business unit in plan, by the group out of plan'],
  area: 'marketing',
  department: MARKETING,
  matter: 'promotion',
  start: ['market-manager'],
  fields: [
    period('period', ['档期', 'Dates'], { ...MATERIAL, maxDays: 366 }),
    costUnit,
    longText('keyPoints', ['市场重点', 'Key points'], { ...REQUIRED, maxLength: 1000 }),
    longText('scheme', ['促销方案', 'Promotion scheme'], { ...MATERIAL, maxLength: 2000 }),
    longText('effect', ['预期效果分析', 'Expected effect'], { ...REQUIRED, maxLength: 1000 }),
    costs('costs', ['费用构成', 'Costs']),
    total('amount', ['推广费用', 'Cost of the promotion'], 'costs.amount'),
    budget({ category: { value: 'promotion' }, date: 'period', commit: BOTH_PARTS, spend: [{ step: 'execution' }] }),
    longText('handling', ['计划外特殊情况与处理方案', 'Why it goes over the plan, and what is done about the rest'], {
      required: some('over'),
      material: true,
      maxLength: 1000,
    }),
    files('schemeFile', ['A 市场推广策划方案', 'A Promotion scheme'], REQUIRED),
    files('resolution', ['B 会议决议', 'B Resolution of the meeting'], REQUIRED),
    longText('result', ['执行结果', 'Result'], { ...AT_STEP, maxLength: 1000 }),
  ],
  children: [
    {
      definition: 'market-and-sales-promotion-plan',
      title: said(['市场计划和促销计划', 'Market and sales promotion plan']),
      map: { topic: { field: 'topic' }, costUnit: { field: 'costUnit' }, scheme: { parent: true } },
      by: ['requester'],
      when: 'approved',
      bound: false,
      shows: ['period', 'scheme', 'amount'],
    },
  ],
  steps: [
    ...inParts({
      covered: ['bu-manager', { title: ['计划内签批', 'Signed in plan'], approve: ['签批', 'Sign'], done: ['签批', 'signed it'] }],
      over: ['group-gm', { title: ['计划外签批', 'Signed out of plan'], approve: ['签批', 'Sign'], done: ['签批', 'signed it'] }],
    }),
    supervised('inspection', ['抄送市场总监检查、督办', 'Copy to the market director, who inspects and expedites'], ['market-director']),
    carryOut('requester', ['execution', '按方案执行', 'Carried out by the scheme'], 'result', { due: within(20) }),
  ],
  sentence: [
    '{requester}为{costUnit}申请推广「{topic}」，{period}，费用 {amount}[（{budget}）]',
    '{requester} asks to promote “{topic}” for {costUnit}, {period}, at a cost of {amount}[ ({budget})]',
  ],
  rowTitle: ['推广 · {topic}', 'Promotion · {topic}'],
  facts: ['topic', 'period', 'costUnit', 'amount', 'budget', 'keyPoints', 'effect', 'handling'],
  amount: 'amount',
  phrases: [['yes', ['按计划执行', 'Keep to the plan']]],
});
