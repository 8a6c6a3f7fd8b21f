import type { PlanRow } from '../golden/ledger';
import type { Sheet, Way } from './sheet';

const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const scheme =
  (amount: string): Way['form'] =>
  ({ day, unit, file }) => ({
    topic: '双十二满减',
    period: { from: day(10), to: day(12) },
    costUnit: unit('marketing'),
    keyPoints: '年末客流',
    scheme: '满 300 减 60',
    effect: '预计销售 1,150,000',
    costs: [{ item: '让利', amount: yuan(amount) }],
    handling: '超出的部分是加印门贴；不批就改用电子屏',
    schemeFile: [file],
    resolution: [file],
  });

const WRITES: NonNullable<Way['writes']> = { execution: () => ({ result: '活动照办，销售达成' }) };
const DONE = `
  copy inspection: tang-lei
  execution: liang-xue
  approved
`;
const IN_PLAN = `plan-approval: yuan-ye\nskip over-plan-approval\n${DONE}`;
const line = (left: string, more: Partial<PlanRow> = {}): PlanRow[] => [{ unit: 'marketing', category: 'promotion', yuan: left, ...more }];

const way = (name: string, amount: string, { plan, steps }: { plan: PlanRow[]; steps: string }): Way => ({
  name,
  by: 'liang-xue',
  form: scheme(amount),
  writes: WRITES,
  plan,
  way: steps,
});

/** S2:396; G08, G11, §6.1. */
export const PROMOTION_SCHEME: Sheet = {
  definition: 'promotion-scheme-approval',
  rows: ['S2:396'],
  gaps: ['G03', 'G08', 'G11', '6.1 campaigns'],
  offers: ['market-and-sales-promotion-plan'],
  starts: { yes: ['liang-xue'], no: ['tang-lei', 'wu-di', 'yuan-ye', 'sun-qian'] },
  times: { execution: '20 days' },
  stays: ['execution'],
  ways: [
    way('out of plan: no plan speaks of it, the group’s general manager signs', '86000.00', {
      plan: [],
      steps: `skip plan-approval\nover-plan-approval: shen-siyuan\n${DONE}`,
    }),
    way('one cent less than the plan has left', '83699.99', { plan: line('83700'), steps: IN_PLAN }),
    way('just what the plan has left', '83700.00', { plan: line('83700'), steps: IN_PLAN }),
    way('one cent more: the business unit signs what is covered, the group the rest', '83700.01', {
      plan: line('83700'),
      steps: `plan-approval: yuan-ye\nover-plan-approval: shen-siyuan\n${DONE}`,
    }),
    way('just what the business unit may sign', '100000.00', { plan: line('200000'), steps: IN_PLAN }),
    way('one cent more than it may: the general manager signs, in plan', '100000.01', {
      plan: line('200000'),
      steps: `plan-approval: zheng-guohua\nskip over-plan-approval\n${DONE}`,
    }),
    way('a plan for something else leaves it out of plan', '500.00', {
      plan: line('83700', { category: 'travel' }),
      steps: `skip plan-approval\nover-plan-approval: shen-siyuan\n${DONE}`,
    }),
    way('a plan of the whole company for anything covers it', '500.00', {
      plan: [{ unit: 'yunshang', category: null, yuan: '500' }],
      steps: IN_PLAN,
    }),
  ],
  turns: [
    { name: 'the business unit wants it otherwise', way: 1, at: 'plan-approval', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the business unit says no', way: 1, at: 'plan-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the group sends the rest back to the business unit',
      way: 3,
      at: 'over-plan-approval',
      does: 'return',
      to: 'previous',
      then: 'plan-approval: yuan-ye',
    },
    { name: 'the group refuses the rest', way: 3, at: 'over-plan-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the group sends it back to the market manager',
      way: 0,
      at: 'over-plan-approval',
      does: 'return',
      to: 'requester',
      then: 'returned',
    },
    {
      name: 'the business unit does not sign the rest',
      way: 3,
      at: 'over-plan-approval',
      does: 'approve',
      by: 'yuan-ye',
      then: 'refused not-assignee',
    },
    { name: 'what was carried out is not withdrawn', way: 1, at: 'execution', does: 'withdraw', then: 'refused decision-made' },
  ],
};

const promoted = (name: string, amount: string, { plan, steps }: { plan: PlanRow[]; steps: string }): Way => ({
  name,
  by: 'zhao-yue',
  form: ({ day, unit }) => ({
    topic: '周末双倍积分',
    period: { from: day(10), to: day(12) },
    costUnit: unit('area-jingan'),
    scheme: '会员双倍积分',
    effect: '客流增一成',
    costs: [{ item: '物料', amount: yuan(amount) }],
    handling: '超出的部分改用电子屏',
  }),
  writes: { execution: () => ({ result: '客流增一成二' }) },
  plan,
  way: `${steps}\ncopy inspection: ding-lan\nexecution: zhao-yue\napproved`,
});
const area = (left: string): PlanRow[] => [{ unit: 'area-jingan', category: 'promotion', yuan: left }];
const within = (who: string): string => `plan-approval: ${who}\nskip over-plan-approval`;

/** S0:155, S1:111, S2:366; G35, §6.1. */
export const STORE_PROMOTION: Sheet = {
  definition: 'store-promotion-signoff',
  rows: ['S0:155', 'S1:111', 'S2:366'],
  gaps: ['G03', 'G08', 'G35', '6.1 campaigns'],
  starts: { yes: ['zhao-yue', 'ding-lan'], no: ['li-na', 'sun-qian', 'liang-xue'] },
  times: { execution: '20 days' },
  stays: ['execution'],
  ways: [
    promoted('no plan speaks of it: the general manager grants it over the plan', '3000.00', {
      plan: [],
      steps: 'skip plan-approval\nover-plan-approval: zheng-guohua',
    }),
    promoted('just what the operations manager may approve', '20000.00', { plan: area('900000'), steps: within('sun-qian') }),
    promoted('one cent more: the operations director', '20000.01', { plan: area('900000'), steps: within('zhou-yan') }),
    promoted('just what the operations director may approve', '100000.00', { plan: area('900000'), steps: within('zhou-yan') }),
    promoted('one cent more: the general manager', '100000.01', { plan: area('900000'), steps: within('zheng-guohua') }),
    promoted('the operations director what the plan covers, the general manager the rest', '86000.00', {
      plan: area('83700'),
      steps: 'plan-approval: zhou-yan\nover-plan-approval: zheng-guohua',
    }),
    promoted('just what the general manager may grant over the plan', '501000.00', {
      plan: area('1000'),
      steps: 'plan-approval: sun-qian\nover-plan-approval: zheng-guohua',
    }),
    promoted('one cent more: the group’s general manager', '501000.01', {
      plan: area('1000'),
      steps: 'plan-approval: sun-qian\nover-plan-approval: shen-siyuan',
    }),
    promoted('the general manager is asked again for the rest of what he approved', '150000.01', {
      plan: area('150000'),
      steps: 'plan-approval: zheng-guohua\nover-plan-approval: zheng-guohua',
    }),
  ],
  turns: [
    { name: 'the operations manager wants it otherwise', way: 1, at: 'plan-approval', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the general manager sends the rest back',
      way: 5,
      at: 'over-plan-approval',
      does: 'return',
      to: 'previous',
      then: 'plan-approval: zhou-yan',
    },
    { name: 'the general manager refuses the rest', way: 5, at: 'over-plan-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the operations director does not grant the rest',
      way: 5,
      at: 'over-plan-approval',
      does: 'approve',
      by: 'zhou-yan',
      then: 'refused not-assignee',
    },
  ],
};

const planned = (name: string, by: string, { amounts, way: steps }: { amounts: string[]; way: string }): Way => ({
  name,
  by,
  form: ({ day, unit, file }) => ({
    topic: '2027 年一季度',
    planFor: { from: day(30), to: day(119) },
    costUnit: unit('marketing'),
    aims: '新春与情人节两档',
    activities: amounts.map((amount, at) => ({ activity: `第 ${at + 1} 档`, from: day(30 + at), to: day(40 + at), amount: yuan(amount) })),
    planFile: [file],
  }),
  way: steps,
});
const REVIEWED =
  'market-director-review: tang-lei\nfinance-director-opinion: song-lan\ngm-approval: zheng-guohua\ncopy told: yuan-ye\napproved';

/** S2:394; G10. */
export const PROMOTION_PLAN: Sheet = {
  definition: 'promotion-plan-approval',
  rows: ['S2:394'],
  gaps: ['G03', 'G10'],
  offers: ['promotion-scheme-approval'],
  starts: { yes: ['liang-xue'], no: ['tang-lei', 'wu-di', 'yuan-ye', 'zheng-guohua'] },
  ways: [
    planned('the director reviews, finance looks at the budget, the general manager approves', 'liang-xue', {
      amounts: ['180000.00', '60000.00'],
      way: REVIEWED,
    }),
    planned('the general manager approves it whatever the amount', 'liang-xue', { amounts: ['500000.01'], way: REVIEWED }),
  ],
  turns: [
    { name: 'the director wants it otherwise', way: 0, at: 'market-director-review', does: 'return', to: 'requester', then: 'returned' },
    { name: 'finance sends it back', way: 0, at: 'finance-director-opinion', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'finance has the director look again',
      way: 0,
      at: 'finance-director-opinion',
      does: 'return',
      to: 'previous',
      then: 'market-director-review: tang-lei',
    },
    { name: 'the general manager sends it back', way: 0, at: 'gm-approval', does: 'return', to: 'requester', then: 'returned' },
    {
      name: 'the general manager asks finance again',
      way: 0,
      at: 'gm-approval',
      does: 'return',
      to: 'previous',
      then: 'finance-director-opinion: song-lan',
    },
    { name: 'the general manager says no', way: 0, at: 'gm-approval', does: 'reject', then: 'rejected' },
    { name: 'the director does not decide', way: 0, at: 'gm-approval', does: 'approve', by: 'tang-lei', then: 'refused not-assignee' },
  ],
};

/** S2:396, S2:314. */
export const MARKET_PLAN: Sheet = {
  definition: 'market-and-sales-promotion-plan',
  rows: ['S2:396', 'S2:314'],
  gaps: ['G03'],
  offers: ['promotion-execution-tracking'],
  starts: { yes: ['liang-xue'], no: ['tang-lei', 'wu-di', 'yuan-ye'] },
  times: { execution: '20 days' },
  stays: ['execution'],
  ways: [
    {
      name: 'the director reviews, the business unit approves, it is carried out and evaluated',
      by: 'liang-xue',
      form: ({ day, unit, file }) => ({
        topic: '双十二',
        costUnit: unit('marketing'),
        planFor: { from: day(10), to: day(20) },
        marketPlan: '商圈投放与会员唤醒',
        salesPlan: '满 300 减 60',
        involved: '商品部、运营部已会签',
        planFile: [file],
      }),
      writes: { execution: () => ({ result: '按计划实施' }), evaluated: () => ({ evaluation: '达成 103%' }) },
      way: 'market-director-review: tang-lei\nbu-manager-approval: yuan-ye\nexecution: liang-xue\nevaluated: tang-lei\napproved',
    },
  ],
  turns: [
    { name: 'the director wants it otherwise', way: 0, at: 'market-director-review', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the business unit sends it back', way: 0, at: 'bu-manager-approval', does: 'return', to: 'requester', then: 'returned' },
    { name: 'the business unit says no', way: 0, at: 'bu-manager-approval', does: 'reject', then: 'rejected' },
    {
      name: 'the business unit has the director look again',
      way: 0,
      at: 'bu-manager-approval',
      does: 'return',
      to: 'previous',
      then: 'market-director-review: tang-lei',
    },
    { name: 'what was carried out is put right', way: 0, at: 'evaluated', does: 'return', to: 'previous', then: 'execution: liang-xue' },
  ],
};

/** S0:154, S1:161. */
export const PROMOTION_TRACKING: Sheet = {
  definition: 'promotion-execution-tracking',
  rows: ['S0:154', 'S1:161'],
  gaps: ['G03'],
  starts: { yes: ['li-na', 'zhao-yue'], no: ['ye-xin', 'ding-lan', 'liang-xue'] },
  times: { 'carried-out': '10 days', 'summed-up': '3 days' },
  ways: [
    {
      name: 'carried out in the store, inspected, summed up, reported to operations and marketing',
      by: 'li-na',
      form: ({ day, unit }) => ({ topic: '双十二', store: unit('store-xuhui'), period: { from: day(1), to: day(3) } }),
      writes: {
        'carried-out': () => ({ execution: '全员到岗，物料齐全' }),
        inspected: () => ({ inspection: '价签三处缺失，已补' }),
        'summed-up': () => ({ summary: '客流增一成二，连带率 1.8' }),
      },
      way: 'carried-out: li-na\ninspected: ding-lan\nsummed-up: li-na\ncopy reported: zhou-yan, tang-lei\napproved',
    },
  ],
  turns: [{ name: 'the inspector has it put right', way: 0, at: 'inspected', does: 'return', to: 'previous', then: 'carried-out: li-na' }],
};
