/** A value of a form that only the running product knows: a unit by its key, a day counted from today, a file that is handed in. */
export type DemoValue =
  | { unit: string }
  | { person: string }
  | DemoDay
  | { paper: string }
  | { yuan: string }
  | { from: DemoDay; to: DemoDay }
  | { rows: readonly DemoForm[] }
  | string
  | number
  | boolean;
type DemoDay = { day: number };
export type DemoForm = Readonly<Record<string, DemoValue>>;

/** One thing that one of the demo people does with one of the requests of the story. */
export type DemoAct = { by: string; about: string } & (
  | { does: 'submit'; definition: string; form: DemoForm }
  /** What was returned is changed and sent again. */
  | { does: 'resubmit'; form: DemoForm }
  | ({ does: 'approve' | 'reject' | 'return' | 'tick'; fields?: DemoForm } & Said)
  /** An operator stops it until something is clear. */
  | { does: 'suspend'; comment: string }
  /** They are away from now on, for so many days; whoever stands in has accepted. */
  | { does: 'leave'; standIn: string; days: number }
  /** The hours of a unit are otherwise, all the week. */
  | { does: 'open'; hours: readonly [from: string, to: string] }
);
type Said = { stance?: 'for'; comment?: string; to?: 'requester'; item?: string };

const submit = (by: string, about: string, definition: string, form: DemoForm): DemoAct => ({
  does: 'submit',
  by,
  about,
  definition,
  form,
});
const press =
  (does: 'approve' | 'reject' | 'return', said: Said = {}) =>
  (by: string, about: string, fields?: DemoForm): DemoAct => ({ does, by, about, ...said, ...(fields && { fields }) });
const approve = press('approve');
const opinion = press('approve', { stance: 'for', comment: '同意' });
const tick = (by: string, about: string, item: string, fields: DemoForm = {}): DemoAct => ({ does: 'tick', by, about, item, fields });

const opening = (about: string, name: string, days: number, more: DemoForm = {}): DemoAct =>
  submit('zhao-yue', about, 'store-opening', {
    ...{ storeName: name, area: { unit: 'area-jingan' }, operation: 'direct', openingOn: { day: days } },
    ...{ budget: { yuan: '420000.00' }, scheme: { paper: '开业方案.txt' }, ...more },
  });

const leave = (by: string, reason: string, more: DemoForm = {}): DemoAct =>
  submit(by, by, 'leave-request', {
    ...{ kind: 'personal', dates: { from: { day: 3 }, to: { day: 3 } }, reason, ...more },
  });

/** Short ones that have come to their end: what Time spent counts. */
const LEAVES: readonly DemoAct[] = [
  leave('ye-xin', '发热，医生嘱咐休息一天', { kind: 'sick' }),
  approve('li-na', 'ye-xin'),
  leave('tao-yi', '家里有事'),
  press('return', { to: 'requester', comment: '请写明当天谁接班' })('qian-xiaoyu', 'tao-yi'),
  { does: 'resubmit', by: 'tao-yi', about: 'tao-yi', form: { reason: '家里有事，当天由店长接班' } },
  approve('qian-xiaoyu', 'tao-yi'),
  leave('ma-qi', '想在促销日休息'),
  press('reject', { comment: '当天有促销，人手不够，请改天' })('lin-feng', 'ma-qi'),
];

const research = (about: string, kind: string, topic: string, yuan: string): DemoAct =>
  submit('wu-di', about, 'research-plan-approval', {
    ...{ topic, kind, budget: { yuan }, period: { from: { day: 10 }, to: { day: 40 } }, region: '华东' },
    ...{ purpose: '门店访谈与客群问卷', decideBy: { day: 7 } },
  });

/** Marketing: a plan that has led to market research, one that came back, a project and a survey under way. */
const RESEARCH: readonly DemoAct[] = [
  research('colours', 'annual', '华东秋冬流行色', '32000.00'),
  approve('tang-lei', 'colours'),
  opinion('song-lan', 'colours', { recommendedBudget: { yuan: '30000.00' } }),
  approve('tang-lei', 'colours'),
  approve('zheng-guohua', 'colours'),
  research('tea', 'annual', '茶饮联名意向', '18000.00'),
  press('return', { to: 'requester', comment: '样本太少，请写明访谈哪几家门店' })('tang-lei', 'tea'),
  submit('liang-xue', 'young', 'research-project-initiation', {
    ...{ topic: '华东年轻客群', origin: 'department', direction: '二十至三十岁女装客群', mainContent: '客群规模、消费习惯、竞品' },
    attachments: { paper: '立项说明.txt' },
  }),
  approve('zheng-guohua', 'young'),
  approve('tang-lei', 'young', { scheme: { paper: '实施方案.txt' } }),
  submit('liang-xue', 'survey', 'market-research-execution', { topic: '秋冬流行色', application: { paper: '调研申请.txt' } }),
  approve('jiang-fan', 'survey', { researcher: { person: 'wu-di' } }),
];

const count = (by: string, about: string, kind: string, more: DemoForm = {}): DemoAct =>
  submit(by, about, 'stocktake', {
    ...{ kind, countedOn: { day: 0 }, cutOff: '出入库至 20:00 冻结', sheet: { paper: '盘点表.txt' } },
    ...more,
  });

/** Counts: a month that agrees, a day that is counted again, and the warehouse's with one of two signatures. */
const COUNTS: readonly DemoAct[] = [
  count('qian-xiaoyu', 'hongkou-count', 'monthly', { store: { unit: 'store-hongkou' } }),
  approve('tao-yi', 'hongkou-count'),
  approve('qian-xiaoyu', 'hongkou-count', { variance: false, varianceAmount: { yuan: '0.00' } }),
  approve('zhao-yue', 'hongkou-count', { summary: '账实相符' }),
  count('wang-min', 'jingan-count', 'daily', { store: { unit: 'store-jingan' } }),
  approve('bai-ling', 'jingan-count'),
  approve('wang-min', 'jingan-count', { variance: true, varianceAmount: { yuan: '-420.00' } }),
  count('shi-lei', 'warehouse-count', 'periodic'),
  approve('hou-jun', 'warehouse-count'),
];

const promotion = (about: string, topic: string, costs: readonly (readonly [item: string, yuan: string])[], handling?: string): DemoAct =>
  submit('liang-xue', about, 'promotion-scheme-approval', {
    ...{ topic, period: { from: { day: 2 }, to: { day: 4 } }, costUnit: { unit: 'marketing' } },
    ...{ keyPoints: '年末客流，十二家直营店同步', scheme: '满 300 减 60，会员双倍积分', effect: '预计销售 1,150,000' },
    costs: { rows: costs.map(([item, yuan]) => ({ item, amount: { yuan } })) },
    ...{ schemeFile: { paper: '推广策划方案.txt' }, resolution: { paper: '会议决议.txt' } },
    ...(handling && { handling }),
  });

/** Promotions: one in plan that is being carried out, and one that the plan covers but for a rest. */
const PROMOTIONS: readonly DemoAct[] = [
  promotion('members', '会员日', [
    ['让利', '24000.00'],
    ['物料', '12300.00'],
  ]),
  approve('yuan-ye', 'members'),
  promotion(
    'december',
    '双十二满减',
    [
      ['让利', '48000.00'],
      ['物料', '21400.00'],
      ['投放', '12000.00'],
      ['布置', '4600.00'],
    ],
    '超出的部分是加印门贴；不批就改用电子屏，活动照办',
  ),
];

const expense = (by: string, about: string, costUnit: string, [category, matter, yuan]: readonly [string, string, string]): DemoAct =>
  submit(by, about, 'expense-reimbursement', {
    ...{ category, costUnit: { unit: costUnit }, expenseDates: { from: { day: 0 }, to: { day: 0 } }, payee: '工资卡', reason: matter },
    items: { rows: [{ matter, date: { day: 0 }, invoiceNumber: `YS-${about}`, invoice: { paper: '发票.txt' }, amount: { yuan } }] },
  });
const granted = (about: string): readonly DemoAct[] => [approve('zhao-yue', about), approve('he-qiong', about), approve('zhao-yue', about)];

/** Expenses of two stores: one is paid and waits for its voucher, two wait for the cashier. */
const EXPENSES: readonly DemoAct[] = [
  expense('wang-min', 'jingan-office', 'store-jingan', ['office', '收银纸与标签', '240.00']),
  ...granted('jingan-office'),
  approve('chen-jing', 'jingan-office', { paymentNumber: '回单 1130-07' }),
  expense('wang-min', 'jingan-travel', 'store-jingan', ['travel', '调货往返打车', '186.50']),
  ...granted('jingan-travel'),
  expense('qian-xiaoyu', 'hongkou-training', 'store-hongkou', ['training', '新员工陈列培训', '460.00']),
  ...granted('hongkou-training'),
];

/** A higher limit that finance has to look at: it would send repairs of some size to somebody else. */
const LIMITS: readonly DemoAct[] = [
  submit('gu-ming', 'limit', 'authority-delegation', {
    ...{ to: 'post', role: 'ops-manager', kind: 'approve-within-limit', matter: 'expense-reimbursement', side: 'in', reach: 'limit' },
    ...{ limit: { yuan: '8000.00' }, effectiveOn: { day: 7 }, reason: '五千到八千多是常规维修，近九十天总监没有退回过' },
  }),
  approve('dong-ning', 'limit'),
];

/** The department store this morning. */
const MORNING: readonly DemoAct[] = [
  { does: 'open', by: 'lu-ning', about: 'mall-operations', hours: ['09:00', '22:00'] },
  submit('long-fei', 'morning', 'store-daily-opening', { day: { day: 0 } }),
  tick('xiong-wei', 'morning', 'dso-03'),
  tick('niu-wei', 'morning', 'dso-01'),
  tick('hua-rong', 'morning', 'dso-02'),
  tick('lei-ming', 'morning', 'dso-04'),
];

/** Stores by their own hours; somebody is away, with who stands in; a project that an operator holds up. */
const PEOPLE: readonly DemoAct[] = [
  { does: 'open', by: 'lu-ning', about: 'store-jingan', hours: ['10:00', '22:30'] },
  { does: 'open', by: 'lu-ning', about: 'store-songjiang', hours: ['09:30', '21:00'] },
  { does: 'open', by: 'lu-ning', about: 'store-jiading', hours: ['09:30', '21:00'] },
  { does: 'leave', by: 'li-na', about: 'li-na', standIn: 'lin-feng', days: 3 },
  leave('jin-yan', '孩子家长会'),
  { does: 'suspend', by: 'jiang-ming', about: 'young', comment: '等总部确认预算口径' },
];

/**
 * What has been begun in the demo company before a newcomer looks: a store that opens in eighteen days with its list under way, one whose scheme has just
 * been handed in, one that leaves its mall, the renewal of a lease, leaves, counts, research, expenses that are to be paid, a limit that is to change, a morning of the department store, somebody who is away. In order; each by whoever does it in the process.
 */
export const DEMO_STORY: readonly DemoAct[] = [
  opening('nanxiang', '南翔印象城', 18, { store: { unit: 'store-nanxiang' } }),
  approve('sun-qian', 'nanxiang'),
  opinion('song-lan', 'nanxiang', { inPlan: true, recommendedBudget: { yuan: '400000.00' } }),
  approve('zheng-guohua', 'nanxiang'),
  tick('zhao-yue', 'nanxiang', 'open-02'),
  tick('he-fang', 'nanxiang', 'open-14', { leaseFile: { paper: '租赁合同.txt' } }),
  tick('ren-jie', 'nanxiang', 'open-16'),
  tick('qin-lang', 'nanxiang', 'open-03'),
  opening('hongkou-new', '虹口新天地', 52),
  submit('he-fang', 'changning', 'mall-exit', {
    ...{ store: { unit: 'store-changning' }, mall: '天山里 2F-216', cause: 'expiry', exitOn: { day: 7 } },
    ...{ reason: '租金上调，到期不再续约；附近另有门店。' },
  }),
  opinion('song-lan', 'changning', {
    ...{
      outstanding: { yuan: '86500.00' },
      depositBack: { yuan: '85800.00' },
      penalty: { yuan: '0.00' },
      fitOutLeft: { yuan: '12000.00' },
    },
  }),
  approve('sun-qian', 'changning'),
  approve('zheng-guohua', 'changning'),
  approve('he-fang', 'changning', { noticeOn: { day: -1 }, notice: { paper: '撤场告知函.txt' } }),
  submit('he-fang', 'hongkou', 'lease-renewal', {
    ...{ store: { unit: 'store-hongkou' }, mall: '虹口龙之梦 3F-118', expiresOn: { day: 38 }, rent: { yuan: '32500.00' } },
    ...{ commission: 20, deposit: { yuan: '97500.00' } },
  }),
  ...LEAVES,
  ...COUNTS,
  ...RESEARCH,
  ...PROMOTIONS,
  ...EXPENSES,
  ...LIMITS,
  ...MORNING,
  ...PEOPLE,
];
