import type { PlanRow } from '../golden/ledger';
import type { Sheet, Way } from './sheet';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const asked =
  (amount: string, store: string): Way['form'] =>
  ({ day, unit }) => ({
    costUnit: unit(store),
    category: 'repair',
    neededOn: day(5),
    amount: yuan(amount),
    reason: '空调检修',
  });

const line = (unit: string, left: string): PlanRow[] => [{ unit, category: 'repair', yuan: left }];
const PAID: NonNullable<Way['writes']> = { payment: () => ({ paymentNumber: 'FK-2026-0011' }) };
const SCHEME = {
  'start-over-plan-spending': {
    process: 'over-plan-spending',
    gives: { costUnit: 'costUnit', category: 'category', neededOn: 'neededOn', amount: 'amount', reason: 'reason' },
  },
};
const OVER = 'start start-over-plan-spending: sun-qian\nrejected';

const released = (name: string, amount: string, { plan, steps }: { plan?: PlanRow[]; steps: string }): Way => ({
  name,
  by: 'zhao-yue',
  form: asked(amount, 'store-jingan'),
  writes: PAID,
  ...(plan ? { plan } : {}),
  way: `document-check: he-qiong\n${steps}`,
});
const RELEASED = 'ops-manager-approval: sun-qian\npayment: chen-jing\napproved';

/** S0:341; X09, X10. */
export const FUND_RELEASE: Sheet = {
  definition: 'in-plan-fund-release',
  rows: ['S0:341'],
  gaps: ['G03', 'G08'],
  starts: { yes: ['zhao-yue', 'li-na', 'lu-jia', 'wu-di', 'liang-xue', 'pan-yu', 'luo-yi'], no: ['ye-xin', 'sun-qian', 'he-qiong'] },
  links: SCHEME,
  times: { payment: '3 days' },
  stays: ['payment'],
  ways: [
    released('no plan speaks of it: it goes on as an over-plan scheme', '5000.00', { steps: OVER }),
    released('one cent less than the plan has left', '4999.99', { plan: line('store-jingan', '5000'), steps: RELEASED }),
    released('just what the plan has left', '5000.00', { plan: line('store-jingan', '5000'), steps: RELEASED }),
    released('one cent more', '5000.01', { plan: line('store-jingan', '5000'), steps: OVER }),
  ],
  turns: [
    { name: 'documents that are not in order go back', way: 1, at: 'document-check', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the operations manager says no', way: 1, at: 'ops-manager-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the operations manager has the documents checked again',
      way: 1,
      at: 'ops-manager-approval',
      does: 'return',
      to: 'previous',
      then: 'document-check: he-qiong',
    },
    { name: 'whoever checked does not pay', way: 1, at: 'payment', does: 'approve', by: 'he-qiong', then: 'refused not-assignee' },
  ],
};

const committed = (name: string, by: string, { amount, plan, steps }: { amount: string; plan?: PlanRow[]; steps: string }): Way => ({
  name,
  by,
  form: asked(amount, 'store-xuhui'),
  ...(plan ? { plan } : {}),
  way: `document-check: liu-chang\n${steps}`,
});

/** S0:328; X09, G53. */
export const ANNUAL_BUDGET: Sheet = {
  definition: 'annual-budget-in-plan-approval',
  rows: ['S0:328'],
  gaps: ['G03', 'G08', 'G53'],
  starts: { yes: ['ye-xin', 'sun-qian', 'tang-lei'], no: [] },
  links: SCHEME,
  ways: [
    committed('no plan speaks of it: it goes on as an over-plan scheme', 'ye-xin', { amount: '600.00', steps: OVER }),
    committed('just what the plan has left', 'ye-xin', {
      amount: '600.00',
      plan: line('store-xuhui', '600'),
      steps: 'ops-manager-approval: sun-qian\napproved',
    }),
    committed('one cent more', 'ye-xin', { amount: '600.01', plan: line('store-xuhui', '600'), steps: OVER }),
    committed('nobody approves their own: the operations director does', 'sun-qian', {
      amount: '599.99',
      plan: line('store-xuhui', '600'),
      steps: 'ops-manager-approval: zhou-yan\napproved',
    }),
  ],
  turns: [
    { name: 'documents that are not in order go back', way: 1, at: 'document-check', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the operations manager says no', way: 1, at: 'ops-manager-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the operations manager has the documents checked again',
      way: 1,
      at: 'ops-manager-approval',
      does: 'return',
      to: 'previous',
      then: 'document-check: liu-chang',
    },
  ],
};

const over = (name: string, amount: string, { plan, by }: { plan?: PlanRow[]; by: string }): Way => ({
  name,
  by: 'sun-qian',
  form: (tools) => ({ ...asked(amount, 'store-jingan')(tools), scheme: '分两期检修，先修收银区' }),
  writes: { execution: () => ({ result: '已分两期检修' }) },
  ...(plan ? { plan } : {}),
  way: `finance-director-opinion: song-lan\ngm-approval: ${by}\nexecution: sun-qian\napproved`,
});

/** S0:341; X10, X11, G07. */
export const OVER_PLAN: Sheet = {
  definition: 'over-plan-spending',
  rows: ['S0:341'],
  gaps: ['G03', 'G07', 'G08'],
  starts: { yes: ['sun-qian'], no: ['zhao-yue', 'zhou-yan', 'song-lan', 'zheng-guohua'] },
  times: { execution: '10 days' },
  stays: ['execution'],
  ways: [
    over('all of it where no plan speaks of it', '30000.00', { by: 'zheng-guohua' }),
    over('one cent over the plan', '5000.01', { plan: line('store-jingan', '5000'), by: 'zheng-guohua' }),
    over('just what the general manager may grant over the plan', '505000.00', { plan: line('store-jingan', '5000'), by: 'zheng-guohua' }),
    over('one cent less', '504999.99', { plan: line('store-jingan', '5000'), by: 'zheng-guohua' }),
    over('one cent more: the group’s general manager', '505000.01', { plan: line('store-jingan', '5000'), by: 'shen-siyuan' }),
  ],
  turns: [
    { name: 'finance wants another scheme', way: 0, at: 'finance-director-opinion', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the general manager says no', way: 0, at: 'gm-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the general manager asks finance again',
      way: 0,
      at: 'gm-approval',
      does: 'return',
      to: 'previous',
      then: 'finance-director-opinion: song-lan',
    },
    {
      name: 'whoever proposes it does not approve it',
      way: 0,
      at: 'gm-approval',
      does: 'approve',
      by: 'sun-qian',
      then: 'refused not-assignee',
    },
  ],
};

const GIVING: PlanRow = { unit: 'store-yangpu', category: 'training', yuan: '5000' };
const RECEIVING: PlanRow = { unit: 'store-baoshan', category: 'training', yuan: '100' };

/** What a budget adjustment is sent with. */
export const moving =
  (amount: string | null): Way['form'] =>
  ({ day, unit }) => ({
    ...{ fromUnit: unit('store-yangpu'), category: 'training', fromOn: day(5) },
    ...{ toUnit: unit('store-baoshan'), toCategory: 'training', toOn: day(5) },
    ...(amount === null ? {} : { amount: yuan(amount) }),
    reason: '培训改到宝山店办',
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
