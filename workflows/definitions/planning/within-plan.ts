import type { Block } from '../patterns/block';
import { approve, branch, endsInNo, review, starts } from '../patterns/blocks';
import { day, costUnit, MATERIAL, money, type Field } from '../patterns/fields';
import { not, yes } from '../patterns/when';
import { spendingCategory } from './spending-category';

/** What is asked of the plan: who pays, for what, when, how much. */
export const ASKED: readonly Field[] = [
  costUnit,
  spendingCategory,
  day('neededOn', ['用款日期', 'Needed on'], MATERIAL),
  money('amount', ['金额', 'Amount'], { ...MATERIAL, min: '0.01' }),
];

/**
 * Finance checks the documents; what the plan covers, the operations manager approves by the plan, whatever its amount; everything else ends here and goes
 * on as an over-plan scheme of theirs (A006, A012, X09, X10).
 */
export const WITHIN_PLAN: readonly Block[] = [
  review(
    { role: 'finance-specialist', near: 'costUnit' },
    { id: 'document-check', title: ['查验单据', 'Document check'], instead: ['finance-manager'] },
  ),
  branch('in-plan', ['计划内外', 'In or over plan'], {
    cases: [
      {
        title: ['计划外', 'Over plan'],
        when: not(yes('budget.inPlan')),
        steps: [
          starts('start-over-plan-spending', ['转计划外处理方案', 'Goes on as an over-plan scheme'], {
            definition: 'over-plan-spending',
            who: ['ops-manager'],
            map: {
              costUnit: { field: 'costUnit' },
              category: { field: 'category' },
              neededOn: { field: 'neededOn' },
              amount: { field: 'amount' },
              reason: { field: 'reason' },
            },
            shows: ['costUnit', 'category', 'neededOn', 'amount', 'budget', 'reason'],
          }),
          endsInNo('not-in-plan', ['不在计划内，转计划外处理', 'Not in plan: handled as over-plan spending']),
        ],
      },
    ],
    otherwise: [
      approve('ops-manager', {
        kind: 'approve-within-plan',
        amount: 'amount',
        inPlan: yes('budget.inPlan'),
        title: ['运营经理按计划审批', 'Approved by the plan'],
      }),
    ],
  }),
];
