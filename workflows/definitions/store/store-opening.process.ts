import { STORE_OPENING_LIST } from '../checklists/store-opening.list';
import { approve, carryOut, copy, opinion, prepare, review } from '../patterns/blocks';
import { check } from '../patterns/check.pattern';
import { AT_STEP, choice, day, files, longText, MATERIAL, money, region, REQUIRED, steering, store, text, yesNo } from '../patterns/fields';
import { checklist } from '../patterns/lists';
import { on, waits, within } from '../patterns/time';
import { is, not, yes } from '../patterns/when';
import { OPERATIONS_CENTRE, said } from '../patterns/words';

const AREA_MANAGER = { role: 'area-manager', near: 'area' } as const;
const FRANCHISE = is('operation', 'franchise');

/**
 * A store opens: scheme and budget approved, prepared by the list, inspected, permitted, opened, looked back at (S0:157, S0:113, S1:115; A060; X41, X52).
 * From the source: scheme, preliminary work, inspection; goods, articles, image, people, promotion. Finance, general manager, permit and the review after
 * thirty days are recommended. Run by the company, jointly, or by a franchisee: the first stock is another item then.
 */
export const storeOpening = check({
  key: 'store-opening',
  prefix: 'KD',
  title: ['新店开业', 'Store opening'],
  description: ['方案与预算、准备清单、检视、许可、开业、复盘', 'Scheme and budget, preparation, inspection, permit, opening, review'],
  area: 'store',
  department: OPERATIONS_CENTRE,
  matter: 'store-opening',
  start: ['area-manager', 'ops-manager'],
  entrances: {
    field: 'operation',
    each: [
      { value: 'direct', title: said(['直营店开业', 'A store of our own opens']) },
      { value: 'joint', title: said(['联营店开业', 'A joint store opens']) },
      { value: 'franchise', title: said(['加盟店开业', 'A franchised store opens']) },
    ],
  },
  fields: [
    text('storeName', ['店名', 'Store'], MATERIAL),
    region('area', ['所属区域', 'Area'], MATERIAL),
    store('store', ['已建档的门店', 'Store, once it is in the directory'], { material: true }),
    choice(
      'operation',
      ['经营方式', 'Way of operating'],
      { direct: ['直营', 'Company-run'], joint: ['联营', 'Joint'], franchise: ['加盟', 'Franchise'] },
      MATERIAL,
    ),
    day('openingOn', ['计划开业日', 'Planned opening day'], MATERIAL),
    money('budget', ['开业预算', 'Opening budget'], MATERIAL),
    files('scheme', ['开业方案', 'Opening scheme'], REQUIRED),
    yesNo('inPlan', ['预算计划', 'Budget plan'], {
      ...steering(true),
      yes: said(['计划内', 'In plan']),
      no: said(['计划外', 'Over plan']),
    }),
    money('recommendedBudget', ['财务建议预算', 'Budget recommended by finance'], AT_STEP),
    longText('inspection', ['检视结果', 'Inspection'], AT_STEP),
    day('openedOn', ['实际开业日', 'Opened on'], AT_STEP),
    longText('lookBack', ['30 天复盘：计划与实绩、遗留问题', 'After 30 days: plan and result, open points'], AT_STEP),
  ],
  steps: [
    review('ops-manager', { title: ['运营经理审核开业方案', 'Scheme reviewed by the operations manager'] }),
    opinion('finance-director', {
      id: 'financial-opinion',
      title: ['财务总监审查开业预算', 'Finance director’s opinion on the budget'],
      write: ['inPlan', 'recommendedBudget'],
      required: ['inPlan'],
    }),
    approve('gm', { amount: 'budget', inPlan: yes('inPlan') }),
    checklist('preparation', ['开业准备', 'Preparation'], {
      list: STORE_OPENING_LIST,
      who: AREA_MANAGER,
      anchor: 'openingOn',
      instead: [AREA_MANAGER, 'ops-manager'],
      waive: 'ops-manager',
    }),
    prepare(AREA_MANAGER, ['inspection', '开业前总检视', 'Inspection of all preparation'], 'inspection', {
      kind: 'inspect',
      due: on('openingOn', -1),
    }),
    approve('ops-manager', {
      id: 'opening-permit',
      title: ['运营经理开业许可', 'Opening permit of the operations manager'],
      due: on('openingOn', -1),
      approve: ['许可开业', 'Permit the opening'],
      done: ['许可开业', 'permitted the opening'],
    }),
    carryOut(AREA_MANAGER, ['opening', '开业', 'Opening'], 'openedOn', {
      due: on('openingOn'),
      approve: ['确认开业', 'Mark as opened'],
      done: ['开业', 'opened it'],
    }),
    copy('start-first-stock', ['首批上货与建档', 'First stock, store file'], ['merch-manager', 'warehouse-manager'], not(FRANCHISE)),
    copy('start-franchise-batch', ['加盟首批配货', 'First batch of the franchisee'], ['merch-manager'], FRANCHISE),
    waits('look-back-day', ['开业满 30 天', '30 days after the opening'], 'openingOn', 30),
    carryOut(AREA_MANAGER, ['look-back', '开业 30 天复盘', 'Review after 30 days'], 'lookBack', { due: within(5) }),
  ],
  sentence: [
    '{requester}申请 {openingOn} 开业「{storeName}」（{area}，{operation}），预算 {budget}[（{inPlan}）]',
    '{requester} asks to open “{storeName}” on {openingOn} ({area}, way of operating: {operation}), budget {budget}[ ({inPlan})]',
  ],
  rowTitle: ['开业 · {storeName} · {openingOn}', 'Opening · {storeName} · {openingOn}'],
  facts: ['storeName', 'area', 'operation', 'openingOn', 'budget', 'inPlan', 'inspection', 'openedOn'],
  amount: 'budget',
});
