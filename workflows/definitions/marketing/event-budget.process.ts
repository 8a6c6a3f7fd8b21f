import { approve, branch, opinion, review } from '../patterns/blocks';
import { AT_STEP, budget, choice, costs, costUnit, day, MATERIAL, money, text, total } from '../patterns/fields';
import { spend } from '../patterns/spend.pattern';
import { is, yes } from '../patterns/when';
import { MARKETING } from '../patterns/words';

const LIMIT = { amount: 'amount', inPlan: yes('budget.inPlan') } as const;

/** The budget of an event: a large one with the opinion of finance by the general manager, an ordinary one by operations (S1:579, S2:348; §6.1). */
export const eventBudget = spend({
  key: 'event-budget',
  prefix: 'HDYS',
  title: ['活动预算', 'Event budget'],
  description: ['大型活动由总经理审批，一般活动由运营审批', 'Large events by the general manager, ordinary ones by operations'],
  area: 'marketing',
  department: MARKETING,
  matter: 'campaign',
  start: ['copywriter', 'market-manager', 'pr-manager'],
  fields: [
    text('event', ['活动', 'Event'], { ...MATERIAL, maxLength: 120 }),
    choice('size', ['规模', 'Size'], { large: ['大型活动', 'Large'], ordinary: ['一般活动', 'Ordinary'] }, MATERIAL),
    day('heldOn', ['活动日期', 'Date'], MATERIAL),
    costUnit,
    costs('lines', ['预算明细', 'Budget lines']),
    total('amount', ['活动预算', 'Budget of the event'], 'lines.amount'),
    budget({ category: { value: 'promotion' }, date: 'heldOn' }),
    money('recommendedBudget', ['财务建议金额', 'Amount recommended by finance'], AT_STEP),
  ],
  steps: [
    review('planning-supervisor'),
    branch('size-of-the-event', ['活动规模', 'Size of the event'], {
      cases: [
        {
          title: ['大型活动', 'Large event'],
          when: is('size', 'large'),
          steps: [opinion('finance-director', { write: ['recommendedBudget'] }), approve('gm', LIMIT)],
        },
      ],
      otherwise: [approve('ops-manager', { ...LIMIT, instead: ['ops-director'] })],
    }),
  ],
  sentence: [
    '{requester}为{costUnit}申请{size}「{event}」的预算 {amount}[（{budget}）]',
    '{requester} asks for a budget of {amount} for “{event}” ({size}) at {costUnit}[ ({budget})]',
  ],
  rowTitle: ['活动预算 · {event}', 'Event budget · {event}'],
  facts: ['event', 'size', 'heldOn', 'costUnit', 'amount', 'budget', 'recommendedBudget', 'reason'],
  amount: 'amount',
});
