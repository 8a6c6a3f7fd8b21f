import { approve, review, supervised } from '../patterns/blocks';
import { costUnit, longText, MATERIAL, text } from '../patterns/fields';
import { ownMatter } from '../patterns/hr.pattern';
import { OPERATIONS_CENTRE, said } from '../patterns/words';

/**
 * A trip is applied for, seen by the superior and approved by the operations manager, their own by the next superior; on the way one stays in contact with
 * the superior, who supervises it; what it costs is an advance and a reimbursement (S0:344, S2:330; A014; G40, G53).
 */
export const businessTrip = ownMatter({
  key: 'business-trip',
  prefix: 'CC',
  title: ['出差申请', 'Business trip'],
  description: ['上级审核、运营经理批准，途中保持联系', 'Reviewed by the superior, approved by operations; contact on the way'],
  area: 'people',
  department: OPERATIONS_CENTRE,
  matter: 'business-trip',
  oneInForce: { requester: true, during: 'dates' },
  start: 'everyone',
  fields: [
    text('destination', ['目的地', 'Destination'], { ...MATERIAL, maxLength: 120 }),
    costUnit,
    longText('plan', ['行程与联系方式', 'Itinerary, and how to be reached'], { ...MATERIAL, maxLength: 1000 }),
  ],
  children: (['cash-advance', 'expense-reimbursement'] as const).map((definition) => ({
    definition,
    title: said(definition === 'cash-advance' ? ['差旅借支', 'Advance for the trip'] : ['差旅报销', 'Reimbursement of the trip']),
    map: { costUnit: { field: 'costUnit' } },
    by: ['requester'],
    when: 'approved',
    bound: false,
    shows: ['destination', 'dates'],
  })),
  steps: [
    review({ superior: 1 }),
    approve('ops-manager', { instead: ['ops-director'] }),
    supervised('contact', ['抄送上级，途中每日联系', 'Copy to the superior, who is kept informed daily'], [{ superior: 1 }]),
  ],
  sentence: ['{requester}申请出差{destination}，{dates}，共 {days}', '{requester} asks to travel to {destination}, {dates}, {days} in all'],
  rowTitle: ['出差 · {destination}', 'Trip · {destination}'],
  facts: ['destination', 'dates', 'days', 'costUnit', 'plan', 'reason'],
});
