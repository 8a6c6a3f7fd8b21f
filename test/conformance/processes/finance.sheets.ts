import type { PlanRow } from '../golden/ledger';
import type { Sheet, Way } from './sheet';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const advanced = (name: string, amount: string, { by, open = false }: { by: string; open?: boolean }): Way => ({
  name,
  by: 'ye-xin',
  form: ({ day, unit, file }) => ({
    ...{ costUnit: unit('store-xuhui'), amount: yuan(amount), settleBy: day(20), slip: [file], reason: '外出采买' },
  }),
  writes: {
    'open-advances': () => ({ openAdvance: open }),
    payment: () => ({ paymentNumber: 'FK-2026-0021' }),
    clearing: () => ({ settlement: 'BX-2026-0101', returned: yuan('120.00') }),
  },
  way: `superior-review: li-na\nopen-advances: liu-chang\n${
    open ? 'rejected' : `approval: ${by}\npayment: chen-jing\nclearing: liu-chang\napproved`
  }`,
});

/** S0:326, S0:27; G02, G40, §6.1. */
export const CASH_ADVANCE: Sheet = {
  definition: 'cash-advance',
  rows: ['S0:326', 'S0:27'],
  gaps: ['G02', 'G03', 'G40', '6.1 advances'],
  starts: { yes: ['ye-xin', 'tang-lei', 'sun-qian'], no: [] },
  offers: ['expense-reimbursement'],
  times: { payment: '3 days', clearing: 'settleBy' },
  stays: ['payment', 'clearing'],
  ways: [
    advanced('just what the operations manager may approve', '3000.00', { by: 'sun-qian' }),
    advanced('one cent less', '2999.99', { by: 'sun-qian' }),
    advanced('one cent more: the operations director', '3000.01', { by: 'zhou-yan' }),
    advanced('just what the director may approve', '10000.00', { by: 'zhou-yan' }),
    advanced('one cent more: the general manager', '10000.01', { by: 'zheng-guohua' }),
    advanced('whoever has an open advance settles that first', '100.00', { by: '', open: true }),
  ],
  turns: [
    { name: 'the superior wants it otherwise', way: 0, at: 'superior-review', does: 'return', to: 'requester', then: 'returned' },
    { name: 'finance has it put right', way: 0, at: 'open-advances', does: 'return', to: 'requester', then: 'returned' },
    { name: 'it is refused', way: 0, at: 'approval', does: 'reject', then: 'rejected' },
    { name: 'what was paid is not withdrawn', way: 0, at: 'clearing', does: 'withdraw', by: 'ye-xin', then: 'refused decision-made' },
    { name: 'whoever checked does not pay', way: 0, at: 'payment', does: 'approve', by: 'liu-chang', then: 'refused not-assignee' },
  ],
};

const entertained = (
  name: string,
  amount: string,
  { by, who = 'ye-xin', superior = 'li-na' }: { by: string; who?: string; superior?: string },
): Way => ({
  name,
  by: who,
  form: ({ day, unit }) => ({
    ...{ guests: '商场招商部', people: 4, eventOn: day(5), policyRef: '招待管理办法第 3 条' },
    ...{ costUnit: unit('store-xuhui'), amount: yuan(amount), reason: '续租商谈' },
  }),
  way: `superior-review: ${superior}\nfinance-director-opinion: song-lan\nops-director-approval: ${by}\napproved`,
});

/** S0:330; G04, G06, §6.1. */
export const ENTERTAINMENT: Sheet = {
  definition: 'entertainment-expense',
  rows: ['S0:330'],
  gaps: ['G03', 'G04', 'G06'],
  starts: { yes: ['ye-xin', 'sun-qian'], no: [] },
  ways: [
    entertained('just what the operations director may approve', '2000.00', { by: 'zhou-yan' }),
    entertained('one cent less', '1999.99', { by: 'zhou-yan' }),
    entertained('one cent more: the general manager', '2000.01', { by: 'zheng-guohua' }),
    entertained('the withheld right of the operations manager decides nothing', '2000.01', {
      by: 'zheng-guohua',
      who: 'zhang-wei',
      superior: 'sun-qian',
    }),
  ],
  turns: [
    { name: 'the superior wants it otherwise', way: 0, at: 'superior-review', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the operations director says no', way: 0, at: 'ops-director-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the operations director asks finance again',
      way: 0,
      at: 'ops-director-approval',
      does: 'return',
      to: 'previous',
      then: 'finance-director-opinion: song-lan',
    },
  ],
};

const event = (
  name: string,
  size: 'large' | 'ordinary',
  { amount, plan, steps }: { amount: string; plan?: PlanRow[]; steps: string },
): Way => ({
  name,
  by: 'he-lan',
  form: ({ day, unit }) => ({
    ...{ event: '会员之夜', size, heldOn: day(10), costUnit: unit('marketing'), reason: '年末会员答谢' },
    lines: [{ item: '场地', amount: yuan(amount) }],
  }),
  ...(plan ? { plan } : {}),
  way: `planning-supervisor-review: xie-ning\n${steps}\napproved`,
});
const PLAN: PlanRow[] = [{ unit: 'marketing', category: 'promotion', yuan: '900000' }];
const LARGE = 'finance-director-opinion: song-lan\ngm-approval: ';

/** S1:579, S2:348; §6.1. */
export const EVENT_BUDGET: Sheet = {
  definition: 'event-budget',
  rows: ['S1:579', 'S2:348'],
  gaps: ['G03', 'G08', '6.1 campaigns'],
  starts: { yes: ['he-lan', 'liang-xue', 'su-qing'], no: ['xie-ning', 'wu-di'] },
  ways: [
    event('over the plan no limit of operations holds: the general manager', 'ordinary', {
      amount: '500.00',
      steps: 'ops-manager-approval: zheng-guohua',
    }),
    event('just what the operations manager may approve', 'ordinary', {
      amount: '20000.00',
      plan: PLAN,
      steps: 'ops-manager-approval: sun-qian',
    }),
    event('one cent more: the operations director', 'ordinary', {
      amount: '20000.01',
      plan: PLAN,
      steps: 'ops-manager-approval: zhou-yan',
    }),
    event('a large one in plan, whatever it costs', 'large', { amount: '600000.00', plan: PLAN, steps: `${LARGE}zheng-guohua` }),
    event('just what the general manager may grant over the plan', 'large', { amount: '500000.00', steps: `${LARGE}zheng-guohua` }),
    event('one cent more: the group’s general manager', 'large', { amount: '500000.01', steps: `${LARGE}shen-siyuan` }),
  ],
  turns: [
    {
      name: 'the campaign supervisor wants it otherwise',
      way: 1,
      at: 'planning-supervisor-review',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    { name: 'the operations manager says no', way: 1, at: 'ops-manager-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the general manager asks finance again',
      way: 3,
      at: 'gm-approval',
      does: 'return',
      to: 'previous',
      then: 'finance-director-opinion: song-lan',
    },
  ],
};

const paid = (name: string, amount: string, { released, by = 'xia-bing', way }: { released: string; by?: string; way?: string }): Way => ({
  name,
  by,
  form: ({ unit, approved }) => ({
    ...{ approved, payee: '华东面料', account: '招商银行 尾号 8812' },
    ...{ costUnit: unit('store-xuhui'), amount: yuan(amount), reason: '到货付款' },
  }),
  writes: { prepare: () => ({ voucher: 'FKD-2026-0031' }), payment: () => ({ paymentNumber: 'HD-2026-0098' }) },
  way: way ?? `prepare: liu-chang\nfinance-manager-review: gu-ming\nfinance-director-approval: ${released}\npayment: chen-jing\napproved`,
});

/** S3:14; A216, dual control; §6.1. */
export const FUND_PAYMENT: Sheet = {
  definition: 'fund-payment',
  rows: ['S3:14'],
  gaps: ['G03', '6.1 payments'],
  starts: { yes: ['xia-bing', 'gu-ming', 'he-qiong', 'jiang-ming'], no: ['song-lan', 'chen-jing', 'li-na'] },
  times: { prepare: '1 days', payment: '3 days' },
  stays: ['payment'],
  ways: [
    paid('one cent less than the finance director may release', '99999.99', { released: 'song-lan' }),
    paid('just what the finance director may release', '100000.00', { released: 'song-lan' }),
    paid('one cent more: the general manager', '100000.01', { released: 'zheng-guohua' }),
    paid('a finance specialist who asks makes it out, and somebody else checks, releases and pays', '100.00', {
      released: 'song-lan',
      by: 'liu-chang',
      way: 'prepare: liu-chang\nfinance-manager-review: gu-ming\nfinance-director-approval: song-lan\npayment: chen-jing\napproved',
    }),
    paid('nobody checks their own: the finance director, and the general manager releases', '100.00', {
      released: 'zheng-guohua',
      by: 'gu-ming',
      way: 'prepare: liu-chang\nfinance-manager-review: song-lan\nfinance-director-approval: zheng-guohua\npayment: chen-jing\napproved',
    }),
  ],
  turns: [
    { name: 'whoever makes it out wants it otherwise', way: 0, at: 'prepare', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the finance manager wants it otherwise',
      way: 0,
      at: 'finance-manager-review',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    {
      name: 'the finance manager has it made out again',
      way: 0,
      at: 'finance-manager-review',
      does: 'return',
      to: 'previous',
      then: 'prepare: liu-chang',
    },
    { name: 'it is not released', way: 0, at: 'finance-director-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the finance director wants it otherwise',
      way: 0,
      at: 'finance-director-approval',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    {
      name: 'the finance director has it checked again',
      way: 0,
      at: 'finance-director-approval',
      does: 'return',
      to: 'previous',
      then: 'finance-manager-review: gu-ming',
    },
    { name: 'whoever checked does not pay', way: 0, at: 'payment', does: 'approve', by: 'gu-ming', then: 'refused not-assignee' },
  ],
};
