import type { PlanRow } from '../golden/ledger';
import type { Sheet, Way } from './sheet';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const GIVING: PlanRow = { unit: 'store-xuhui', category: 'repair', yuan: '5000' };
const RECEIVING: PlanRow = { unit: 'store-jingan', category: 'office', yuan: '100' };

/** What a budget adjustment is sent with. */
export const moving =
  (amount: string | null): Way['form'] =>
  ({ day, unit }) => ({
    ...{
      fromUnit: unit('store-xuhui'),
      category: 'repair',
      fromOn: day(5),
      toUnit: unit('store-jingan'),
      toCategory: 'office',
      toOn: day(5),
    },
    ...(amount === null ? {} : { amount: yuan(amount) }),
    reason: '空调检修延期',
  });

const moved = (name: string, amount: string): Way => ({
  name,
  by: 'sun-qian',
  form: moving(amount),
  plan: [GIVING, RECEIVING],
  way: 'finance-director-review: song-lan\ngm-approval: zheng-guohua\napproved',
});

/** S0:27. */
export const BUDGET_ADJUSTMENT: Sheet = {
  definition: 'budget-adjustment',
  rows: ['S0:27'],
  gaps: ['G03'],
  starts: { yes: ['sun-qian', 'liang-xue', 'yuan-ye'], no: ['li-na', 'wu-di', 'zheng-guohua'] },
  ways: [moved('one cent less than the line has left', '4999.99'), moved('just what the line has left', '5000.00')],
  turns: [
    { name: 'finance wants it otherwise', way: 0, at: 'finance-director-review', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the general manager says no', way: 0, at: 'gm-approval', does: 'reject', then: 'rejected' },
    { name: 'the general manager sends it back', way: 0, at: 'gm-approval', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the general manager asks finance again',
      way: 0,
      at: 'gm-approval',
      does: 'return',
      to: 'previous',
      then: 'finance-director-review: song-lan',
    },
    { name: 'whoever asks does not approve it', way: 0, at: 'gm-approval', does: 'approve', by: 'sun-qian', then: 'refused not-assignee' },
  ],
};

const adjusted = (name: string, amount: string, { steps, kind = 'counted' }: { steps: string; kind?: string }): Way => ({
  name,
  by: 'tian-yu',
  form: ({ file }) => ({ kind, amount: yuan(amount), sheet: [file], reason: '月末盘点' }),
  writes: { booked: () => ({ adjusted: '已按损溢表调账' }) },
  way: `${steps}\nbooked: tian-yu\napproved`,
});
const SIGNED = 'sign signed-by-two: shi-lei, song-lan';

/** S0:130; G09, §6.1. */
export const VARIANCE_ADJUSTMENT: Sheet = {
  definition: 'stocktake-variance-adjustment',
  rows: ['S0:130'],
  gaps: ['G03', 'G09', '6.1 variance'],
  starts: { yes: ['tian-yu', 'kang-ning'], no: ['shi-lei', 'wang-min', 'sun-qian', 'song-lan'] },
  times: { booked: '2 days' },
  ways: [
    adjusted('one cent less than the first tier', '1999.99', { steps: 'skip signed-by-two\nops-manager-approval: sun-qian' }),
    adjusted('just the first tier', '2000.00', { steps: 'skip signed-by-two\nops-manager-approval: sun-qian' }),
    adjusted('one cent more: two signatures, then the operations director', '2000.01', {
      steps: `${SIGNED}\nops-manager-approval: zhou-yan`,
    }),
    adjusted('just what the operations director may approve', '10000.00', { steps: `${SIGNED}\nops-manager-approval: zhou-yan` }),
    adjusted('one cent more: the general manager', '10000.01', { steps: `${SIGNED}\nops-manager-approval: zheng-guohua` }),
    adjusted('obsolete stock is written off by the general manager, however little', '100.00', {
      kind: 'obsolete',
      steps: 'skip signed-by-two\ngm-approval: zheng-guohua',
    }),
  ],
  turns: [
    { name: 'the warehouse does not sign', way: 2, at: 'signed-by-two', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the operations manager sends it back', way: 1, at: 'ops-manager-approval', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the operations manager says no', way: 1, at: 'ops-manager-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the operations director has it signed again',
      way: 2,
      at: 'ops-manager-approval',
      does: 'return',
      to: 'previous',
      then: 'signed-by-two: shi-lei, song-lan',
    },
    { name: 'the general manager does not write it off', way: 5, at: 'gm-approval', does: 'reject', then: 'rejected' },
    { name: 'the general manager sends it back', way: 5, at: 'gm-approval', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the book that was adjusted is not withdrawn', way: 1, at: 'booked', does: 'withdraw', then: 'refused decision-made' },
  ],
};

const priced = (name: string, depth: number, steps: string): Way => ({
  name,
  by: 'fang-yi',
  form: ({ day }) => ({
    ...{ goods: '秋款针织衫 A-118', before: yuan('399.00'), after: yuan('319.00'), depth, effectiveOn: day(3) },
    ...{ margin: '毛利率由 62% 降到 52%', reason: '换季' },
  }),
  writes: { 'tags-changed': () => ({ tags: '十二家门店价签已更换' }) },
  way: `merch-manager-review: qin-lang\n${steps}\ntags-changed: fang-yi\nfloor-check: ding-lan\napproved`,
});
const MANAGER = 'ops-manager-approval: sun-qian';
const DIRECTOR = 'finance-director-opinion: song-lan\nops-director-approval: zhou-yan';

/** S3:14, S4:46; G36, §6.1. */
export const PRICE_ADJUSTMENT: Sheet = {
  definition: 'price-adjustment',
  rows: ['S3:14', 'S4:46'],
  gaps: ['G03', 'G36'],
  starts: { yes: ['fang-yi', 'hou-jun'], no: ['qin-lang', 'li-na', 'sun-qian'] },
  times: { 'tags-changed': '1 days' },
  ways: [
    priced('just under what the operations manager may mark down', 19.99, MANAGER),
    priced('just what the operations manager may mark down', 20, MANAGER),
    priced('a hundredth more: an opinion of finance, and the director', 20.01, DIRECTOR),
    priced('just what the director may mark down', 30, DIRECTOR),
    priced('a hundredth more: the general manager', 30.01, 'deep-opinion: song-lan\ngm-approval: zheng-guohua'),
  ],
  turns: [
    { name: 'merchandising wants it otherwise', way: 0, at: 'merch-manager-review', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the operations manager says no', way: 0, at: 'ops-manager-approval', does: 'reject', then: 'rejected' },
    { name: 'the operations manager sends it back', way: 0, at: 'ops-manager-approval', does: 'return', to: 'requester', then: 'returned' },
    { name: 'finance sends it back', way: 2, at: 'finance-director-opinion', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the director says no', way: 2, at: 'ops-director-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the director asks finance again',
      way: 2,
      at: 'ops-director-approval',
      does: 'return',
      to: 'previous',
      then: 'finance-director-opinion: song-lan',
    },
    { name: 'finance sends a deep one back', way: 4, at: 'deep-opinion', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the general manager says no', way: 4, at: 'gm-approval', does: 'reject', then: 'rejected' },
    {
      name: 'tags that are wrong are changed again',
      way: 0,
      at: 'floor-check',
      does: 'return',
      to: 'previous',
      then: 'tags-changed: fang-yi',
    },
  ],
};

const trip = (name: string, by: string, steps: string): Way => ({
  name,
  by,
  form: ({ day, unit }) => ({
    ...{ destination: '杭州', costUnit: unit('operations'), plan: '拜访商场；手机随时可联系' },
    ...{ dates: { from: day(7), to: day(8) }, fromNoon: false, untilNoon: false, reason: '商场洽谈' },
  }),
  way: steps,
});

/** S0:344, S2:330; G40, G53. */
export const BUSINESS_TRIP: Sheet = {
  definition: 'business-trip',
  rows: ['S0:344', 'S2:330'],
  gaps: ['G03', 'G40', 'G53'],
  offers: ['cash-advance', 'expense-reimbursement'],
  starts: { yes: ['luo-yi', 'sun-qian', 'ye-xin'], no: [] },
  ways: [
    trip(
      'the superior looks at it, the operations manager approves',
      'ye-xin',
      'superior-review: li-na\nops-manager-approval: sun-qian\ncopy contact: li-na\napproved',
    ),
    trip(
      'nobody approves their own: the operations director does',
      'sun-qian',
      'superior-review: zhou-yan\nmerge ops-manager-approval: zhou-yan\ncopy contact: zhou-yan\napproved',
    ),
  ],
  turns: [
    { name: 'the superior wants it otherwise', way: 0, at: 'superior-review', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the operations manager says no', way: 0, at: 'ops-manager-approval', does: 'reject', then: 'rejected' },
    { name: 'the operations manager sends it back', way: 0, at: 'ops-manager-approval', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the operations manager asks the superior again',
      way: 0,
      at: 'ops-manager-approval',
      does: 'return',
      to: 'previous',
      then: 'superior-review: li-na',
    },
  ],
};

/** What a purchase order is sent with. */
export const ordering =
  (amount: string, offers: number): Way['form'] =>
  ({ day, unit }) => ({
    goods: '货架 20 组',
    offers: Array.from({ length: offers }, (_, at) => ({ supplier: `供应商 ${at + 1}`, price: yuan(amount) })),
    supplier: '供应商 1',
    ...{ costUnit: unit('store-jingan'), category: 'repair', neededOn: day(10), amount: yuan(amount), reason: '门店更新' },
  });
const ordered = (name: string, amount: string, { by, plan = '900000' }: { by: string; plan?: string }): Way => ({
  name,
  by: 'xia-bing',
  form: ordering(amount, 3),
  writes: { order: () => ({ orderNumber: 'PO-2026-0042' }), arrival: ({ day }) => ({ arrivedOn: day(0) }) },
  plan: [{ unit: 'store-jingan', category: 'repair', yuan: plan }],
  way: `purchasing-manager-review: yu-zhou\nops-manager-approval: ${by}\norder: xia-bing\narrival: xia-bing\napproved`,
});

/** S3:14; §6.1. */
export const PURCHASE_ORDER: Sheet = {
  definition: 'purchase-order',
  rows: ['S3:14'],
  gaps: ['G03', 'G08', '6.1 campaigns'],
  starts: { yes: ['xia-bing'], no: ['yu-zhou', 'li-na', 'sun-qian'] },
  times: { order: '1 days', arrival: 'neededOn' },
  ways: [
    ordered('one cent less than the operations manager may approve', '19999.99', { by: 'sun-qian' }),
    ordered('just what the operations manager may approve', '20000.00', { by: 'sun-qian' }),
    ordered('one cent more: the operations director', '20000.01', { by: 'zhou-yan' }),
    ordered('just what the operations director may approve', '100000.00', { by: 'zhou-yan' }),
    ordered('one cent more: the general manager', '100000.01', { by: 'zheng-guohua' }),
    ordered('over the plan: the general manager', '600.01', { by: 'zheng-guohua', plan: '600' }),
    ordered('just what the general manager may grant over the plan', '500000.00', { by: 'zheng-guohua', plan: '1' }),
    ordered('one cent more: the group’s general manager', '500000.01', { by: 'shen-siyuan', plan: '1' }),
  ],
  turns: [
    {
      name: 'the purchasing manager wants another offer',
      way: 0,
      at: 'purchasing-manager-review',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    { name: 'the operations manager says no', way: 0, at: 'ops-manager-approval', does: 'reject', then: 'rejected' },
    { name: 'the operations manager sends it back', way: 0, at: 'ops-manager-approval', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the operations manager has offers compared again',
      way: 0,
      at: 'ops-manager-approval',
      does: 'return',
      to: 'previous',
      then: 'purchasing-manager-review: yu-zhou',
    },
    { name: 'what was ordered is not withdrawn', way: 0, at: 'arrival', does: 'withdraw', then: 'refused decision-made' },
  ],
};
