import type { WireForm } from '../golden/golden';
import type { Sheet, Way } from './sheet';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const count =
  (kind: 'daily' | 'monthly' | 'periodic'): Way['form'] =>
  ({ day, unit, file }) => ({
    kind,
    ...(kind === 'periodic' ? {} : { store: unit('store-jingan') }),
    countedOn: day(0),
    cutOff: '出入库至 20:00 冻结',
    sheet: [file],
  });

/** What is missing has somebody who answers for it. */
const summed = (left: string | null) => (): WireForm => ({
  summary: '账实已核',
  ...(left?.startsWith('-') ? { liability: '当班店员各半' } : {}),
});

/** What the system says against the count; `recounted` what a second count leaves of it. */
const found = (amount: string | null, recounted?: string | null): NonNullable<Way['writes']> => ({
  compared: () => ({ variance: amount !== null, varianceAmount: yuan(amount ?? '0.00') }),
  ...(recounted === undefined
    ? {}
    : { recounted: ({ file }) => ({ recountSheet: [file], remains: recounted !== null, recountAmount: yuan(recounted ?? '0.00') }) }),
  investigated: () => ({ cause: '调拨单未过账' }),
  'accounts-checked': summed(recounted === undefined ? amount : recounted),
  'warehouse-checked': summed(recounted === undefined ? amount : recounted),
});

const inStore = (name: string, kind: 'daily' | 'monthly', { writes, way }: Pick<Way, 'writes' | 'way'>): Way => ({
  name,
  by: 'wang-min',
  form: count(kind),
  ...(writes ? { writes } : {}),
  way: `counted-twice: bai-ling\ncompared: wang-min\n${way}\naccounts-checked: zhao-yue\nskip warehouse-checked\napproved`,
});

/** S4:46, S0:130, S1:113, S1:195, S1:231; X51, COUNT-14, COUNT-16. */
export const STOCKTAKE: Sheet = {
  definition: 'stocktake',
  rows: ['S4:46', 'S0:130', 'S1:113', 'S1:195', 'S1:231'],
  gaps: ['G03', 'X51', 'COUNT-14', 'COUNT-16'],
  starts: { yes: ['wang-min', 'shi-lei', 'hou-jun'], no: ['bai-ling', 'zhao-yue', 'tian-yu', 'sun-qian'] },
  times: {
    compared: '1 days',
    recounted: '2 days',
    investigated: '3 days',
  },
  ways: [
    {
      name: 'the warehouse: counted by operations and the warehouse, compared, counted again, investigated, summed up',
      by: 'shi-lei',
      form: count('periodic'),
      writes: found('-300.01', '-280.00'),
      way: `
        sign counted-together: hou-jun, kang-ning / tian-yu
        compared: shi-lei
        recounted: ding-lan
        recount-accepted: sun-qian
        meet recount
        investigated: hou-jun
        copy start-variance-adjustment: gu-ming, sun-qian
        skip accounts-checked
        warehouse-checked: sun-qian
        approved
      `,
    },
    inStore('a store’s day whose book and goods agree', 'daily', {
      writes: found(null),
      way: 'skip investigated\nskip start-variance-adjustment',
    }),
    inStore('a loss of three hundred is within the tolerance', 'monthly', {
      writes: found('-300.00'),
      way: 'investigated: hou-jun\ncopy start-variance-adjustment: gu-ming, sun-qian',
    }),
    inStore('a gain of three hundred is within the tolerance', 'monthly', {
      writes: found('300.00'),
      way: 'investigated: hou-jun\ncopy start-variance-adjustment: gu-ming, sun-qian',
    }),
    inStore('a gain beyond it is counted again, and is gone', 'monthly', {
      writes: found('300.01', null),
      way: 'recounted: ding-lan\nrecount-accepted: zhao-yue\nmeet recount\nskip investigated\nskip start-variance-adjustment',
    }),
    {
      name: 'operations does not sign a count of its own twice: its head does',
      by: 'hou-jun',
      form: count('periodic'),
      writes: found(null),
      way: `
        sign counted-together: cui-ying, kang-ning / tian-yu
        compared: hou-jun
        skip investigated
        skip start-variance-adjustment
        skip accounts-checked
        warehouse-checked: sun-qian
        approved
      `,
    },
  ],
  turns: [
    {
      name: 'a second count that comes out otherwise goes back',
      way: 1,
      at: 'counted-twice',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    {
      name: 'whoever counted first does not count again',
      way: 1,
      at: 'counted-twice',
      does: 'approve',
      by: 'wang-min',
      then: 'refused not-assignee',
    },
    {
      name: 'a second count that is not accepted is done once more',
      way: 0,
      at: 'recount-accepted',
      does: 'reject',
      then: 'recounted: ding-lan',
    },
    { name: 'nobody rejects a count', way: 0, at: 'counted-together', does: 'reject', then: 'refused invalid-state' },
    { name: 'one party alone can send it back', way: 0, at: 'counted-together', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'a store’s shortage is not closed before it is said who answers for it',
      way: 2,
      at: 'accounts-checked',
      does: 'approve',
      fields: summed(null),
      then: 'refused required-fields',
    },
    {
      name: 'nor is one of the warehouse',
      way: 0,
      at: 'warehouse-checked',
      does: 'approve',
      fields: summed(null),
      then: 'refused required-fields',
    },
    {
      name: 'the area manager wants the cause again',
      way: 2,
      at: 'accounts-checked',
      does: 'return',
      to: 'previous',
      then: 'investigated: hou-jun',
    },
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
  stays: ['booked'],
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
  stays: ['tags-changed'],
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

/** What a purchase order is sent with. */
export const ordering =
  (amount: string, offers: number): Way['form'] =>
  ({ day, unit }) => ({
    goods: '货架 20 组',
    offers: Array.from({ length: offers }, (_, at) => ({ supplier: `供应商 ${at + 1}`, price: yuan(amount) })),
    supplier: '供应商 1',
    ...{ costUnit: unit('store-jingan'), category: 'repair', neededOn: day(10), amount: yuan(amount), reason: '门店更新' },
  });
const ordered = (name: string, amount: string, { by, plan = '900000' }: { by: string; plan?: string | null }): Way => ({
  name,
  by: 'xia-bing',
  form: ordering(amount, 3),
  writes: { order: () => ({ orderNumber: 'PO-2026-0042' }), arrival: ({ day }) => ({ arrivedOn: day(0) }) },
  ...(plan === null ? {} : { plan: [{ unit: 'store-jingan', category: 'repair', yuan: plan }] }),
  way: `purchasing-manager-review: yu-zhou\nops-manager-approval: ${by}\norder: xia-bing\narrival: xia-bing\napproved`,
});

/** S3:14; §6.1. */
export const PURCHASE_ORDER: Sheet = {
  definition: 'purchase-order',
  rows: ['S3:14'],
  gaps: ['G03', 'G08', '6.1 campaigns'],
  starts: { yes: ['xia-bing'], no: ['yu-zhou', 'li-na', 'sun-qian'] },
  times: { order: '1 days', arrival: 'neededOn' },
  stays: ['order', 'arrival'],
  ways: [
    ordered('no plan speaks of it: the general manager', '600.01', { by: 'zheng-guohua', plan: null }),
    ordered('one cent over the plan: the general manager', '600.01', { by: 'zheng-guohua', plan: '600' }),
    ordered('one cent less than the operations manager may approve', '19999.99', { by: 'sun-qian' }),
    ordered('just what the operations manager may approve', '20000.00', { by: 'sun-qian' }),
    ordered('one cent more: the operations director', '20000.01', { by: 'zhou-yan' }),
    ordered('just what the operations director may approve', '100000.00', { by: 'zhou-yan' }),
    ordered('one cent more: the general manager', '100000.01', { by: 'zheng-guohua' }),
    ordered('just what the general manager may grant over the plan', '500000.00', { by: 'zheng-guohua', plan: '1' }),
    ordered('one cent more: the group’s general manager', '500000.01', { by: 'shen-siyuan', plan: '1' }),
  ],
  turns: [
    {
      name: 'the purchasing manager wants another offer',
      way: 2,
      at: 'purchasing-manager-review',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    { name: 'the operations manager says no', way: 2, at: 'ops-manager-approval', does: 'reject', then: 'rejected' },
    { name: 'the operations manager sends it back', way: 2, at: 'ops-manager-approval', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the operations manager has offers compared again',
      way: 2,
      at: 'ops-manager-approval',
      does: 'return',
      to: 'previous',
      then: 'purchasing-manager-review: yu-zhou',
    },
    { name: 'what was ordered is not withdrawn', way: 2, at: 'arrival', does: 'withdraw', then: 'refused decision-made' },
  ],
};
