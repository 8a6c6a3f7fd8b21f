import { approve, copy, opinion, review } from '../patterns/blocks';
import { AT_STEP, costUnit, files, longText, MATERIAL, money, period, REQUIRED, total } from '../patterns/fields';
import { plan } from '../patterns/plan.pattern';
import { MARKETING, said } from '../patterns/words';
import { activities } from './activities';

/**
 * The promotion plan of marketing: drafted by the market manager, reviewed by the market director, its budget by finance, approved by the general manager,
 * told to the business units; then it is the plan by which promotions are in plan or out of it (SC-004, S2:394; G10; X01, X11, X43).
 */
export const promotionPlanApproval = plan({
  key: 'promotion-plan-approval',
  code: 'SC-004',
  prefix: 'TGJH',
  title: ['市场推广计划审批', 'Promotion plan approval'],
  description: ['总监审核、财务审预算、总经理审批，批准后写入预算', 'Reviewed, budgeted and approved; then its lines are in the budget'],
  area: 'marketing',
  department: MARKETING,
  matter: 'promotion-plan',
  start: ['market-manager'],
  fields: [
    period('planFor', ['计划期间', 'Planned for'], { ...MATERIAL, maxDays: 366 }),
    costUnit,
    longText('aims', ['推广目标', 'Aims'], { ...REQUIRED, maxLength: 1000 }),
    activities('activities', ['推广活动', 'Activities'], 'planFor'),
    total('amount', ['计划费用', 'Planned cost'], 'activities.amount'),
    money('recommendedBudget', ['财务建议金额', 'Amount recommended by finance'], AT_STEP),
    files('planFile', ['市场推广计划', 'Promotion plan'], REQUIRED),
  ],
  becomesPlan: { table: 'activities', amount: 'amount', from: 'from', to: 'to', category: { value: 'promotion' }, unit: 'costUnit' },
  revoke: { by: ['operator', { role: 'gm' }] },
  children: [
    {
      definition: 'promotion-scheme-approval',
      title: said(['按计划提出的推广方案', 'Promotion scheme by the plan']),
      map: { costUnit: { field: 'costUnit' } },
      by: ['requester'],
      when: 'approved',
      bound: false,
      shows: ['planFor', 'activities', 'amount'],
    },
  ],
  steps: [
    review('market-director'),
    opinion('finance-director', { write: ['recommendedBudget'], title: ['财务总监审核预算', 'Budget reviewed by finance'] }),
    approve('gm', { amount: 'amount' }),
    copy('told', ['抄送事业部', 'Copy to the business units'], ['bu-manager']),
  ],
  sentence: [
    '{requester}为{costUnit}提出推广计划「{topic}」，{planFor}，共 {amount}',
    '{requester} plans promotions of {costUnit} (“{topic}”, {planFor}) for {amount}',
  ],
  rowTitle: ['推广计划 · {topic}', 'Promotion plan · {topic}'],
  facts: ['topic', 'planFor', 'costUnit', 'amount', 'activities', 'aims', 'recommendedBudget'],
  amount: 'amount',
});
