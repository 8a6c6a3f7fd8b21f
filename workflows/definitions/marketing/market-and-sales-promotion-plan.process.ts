import { approve, carryOut, review } from '../patterns/blocks';
import { AT_STEP, costUnit, files, longText, MATERIAL, period, REQUIRED } from '../patterns/fields';
import { plan } from '../patterns/plan.pattern';
import { within } from '../patterns/time';
import { MARKETING, said } from '../patterns/words';

/**
 * The market plan and the plan of sales promotions of a signed scheme: drafted with the departments concerned, reviewed by the market director, approved by
 * the business unit, carried out, and looked at afterwards (S2:396, S2:314; X01, X43). Its money is the scheme’s, in plan or out of it.
 */
export const marketAndSalesPromotionPlan = plan({
  key: 'market-and-sales-promotion-plan',
  prefix: 'SCJH',
  title: ['市场计划和促销计划审批', 'Market and sales promotion plan'],
  description: ['按已签批的方案制定，总监审核、事业部审批', 'By a signed scheme: reviewed by the director, approved by the business unit'],
  area: 'marketing',
  department: MARKETING,
  matter: 'market-plan',
  start: ['market-manager'],
  fields: [
    {
      key: 'scheme',
      label: said(['推广方案', 'Promotion scheme']),
      material: true,
      type: 'request',
      definition: 'promotion-scheme-approval',
      outcomes: ['approved'],
      must: 'in-force',
      same: [['costUnit', 'costUnit']],
    },
    costUnit,
    period('planFor', ['计划期间', 'Planned for'], { ...MATERIAL, maxDays: 366 }),
    longText('marketPlan', ['市场计划', 'Market plan'], { ...MATERIAL, maxLength: 2000 }),
    longText('salesPlan', ['促销计划', 'Plan of sales promotions'], { ...MATERIAL, maxLength: 2000 }),
    longText('involved', ['参与部门与意见', 'Departments involved, and what they say'], { ...REQUIRED, maxLength: 1000 }),
    files('planFile', ['计划文件', 'Plan'], REQUIRED),
    longText('result', ['实施情况', 'How it was carried out'], { ...AT_STEP, maxLength: 1000 }),
    longText('evaluation', ['评估', 'Evaluation'], { ...AT_STEP, maxLength: 1000 }),
  ],
  children: [
    {
      definition: 'promotion-execution-tracking',
      title: said(['促销执行跟踪', 'Tracking of its execution']),
      map: { topic: { field: 'topic' } },
      by: ['requester', { role: 'area-manager' }],
      when: 'approved',
      bound: false,
      shows: ['planFor', 'salesPlan'],
    },
  ],
  steps: [
    review('market-director'),
    approve('bu-manager', { instead: ['ops-manager'] }),
    carryOut('requester', ['execution', '组织实施', 'Carried out'], 'result', { due: within(20) }),
    review('market-director', { id: 'evaluated', title: ['实施评估', 'Evaluated'], write: ['evaluation'], required: ['evaluation'] }),
  ],
  sentence: [
    '{requester}为{costUnit}制定市场与促销计划「{topic}」，{planFor}',
    '{requester} plans the market and sales promotions of {costUnit} (“{topic}”, {planFor})',
  ],
  rowTitle: ['市场与促销计划 · {topic}', 'Market and promotion plan · {topic}'],
  facts: ['topic', 'scheme', 'costUnit', 'planFor', 'marketPlan', 'salesPlan', 'result', 'evaluation'],
});
