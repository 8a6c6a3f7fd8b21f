import { expenseOf, invoiceNumber, researchOf, upload } from '../world/forms';
import type { Cast, Move } from './cast';

/** What the pictures open: requests at the places where each screen has most to show. */
export interface Stories {
  /** Came back once, was changed, and now waits for the general manager. */
  waiting: string;
  /** Approved, paid and filed. */
  finished: string;
  /** Somebody else's: no business of the cashier. */
  private: string;
  /** A form that lacks one invoice. */
  draft: string;
  /** A promotion of which the plan covers a part. */
  split: string;
  /** Somebody with posts, tasks and limits. */
  person: string;
}

const EXPENSE = 'expense-reimbursement';
const RESEARCH = 'research-plan-approval';
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

type Line = readonly [matter: string, ago: number, amount: string];
const WINDOWS: readonly Line[] = [
  ['秋季橱窗道具', 25, '14800.00'],
  ['模特 ×4 租赁', 20, '7200.00'],
  ['灯光布线', 18, '3800.00'],
];
const FRIDGE: Line = ['冰柜拆装', 16, '500.00'];

interface Expense {
  category: string;
  unit: string;
  reason: string;
  lines: readonly Line[];
}

async function expense(cast: Cast, name: string, { category, unit, reason, lines }: Expense): Promise<object> {
  const person = await cast.person(name);
  const items = lines.map(async ([matter, ago, amount]) => {
    const number = invoiceNumber();
    return {
      matter,
      date: day(-ago),
      invoiceNumber: number,
      invoice: [await upload(person, `${number.slice(-6)}.pdf`)],
      amount: cny(amount),
    };
  });
  const ages = lines.map(([, ago]) => ago);
  return {
    ...(await expenseOf(person, '1.00', unit)),
    category,
    reason,
    expenseDates: { from: day(-Math.max(...ages)), to: day(-Math.min(...ages)) },
    items: await Promise.all(items),
  };
}

const CHECKED: Move = ['刘畅', 'approve', { comment: '发票齐全，号码无重复。', fields: { inPlan: true } }];
const LOOKED_AT: readonly Move[] = [['张伟', 'approve'], CHECKED];
/** Where a line of the plan speaks, finance is not asked whether it is in plan. */
const LOOKED_AT_BY_BUDGET: readonly Move[] = [
  ['张伟', 'approve'],
  ['刘畅', 'approve', { comment: '发票齐全，号码无重复。' }],
];

/** The request on which most screens open: returned once, changed, climbing past three people. */
async function returnedOnce(cast: Cast): Promise<string> {
  const person = await cast.person('李娜');
  const attachments = [await upload(person, '橱窗方案.pdf'), await upload(person, '报价对比.pdf')];
  const common = { category: 'display-props', unit: '徐汇店', reason: '秋季换季陈列，四面橱窗及一台冰柜移位' };
  const first = { ...(await expense(cast, '李娜', { ...common, lines: WINDOWS })), attachments };
  const id = await cast.tell('李娜', EXPENSE, first, [['张伟', 'return', { to: 'requester', comment: '缺冰柜拆装的发票，补上再走。' }]]);
  const added = (await expense(cast, '李娜', { ...common, lines: [FRIDGE] })) as { items: object[] };
  const items = [...(first as unknown as { items: object[] }).items, ...added.items];
  await cast.must('李娜', 'POST', `/requests/${id}/resubmit`, {
    form: { ...first, items, expenseDates: { from: day(-25), to: day(-16) } },
  });
  await cast.walk(id, [...LOOKED_AT, ['宋岚', 'approve', { comment: '在秋季陈列计划内。' }]]);
  await cast.must('李娜', 'POST', `/requests/${id}/comments`, { text: '冰柜拆装的发票已补，在第 4 行。' });
  return id;
}

async function paidAndFiled(cast: Cast): Promise<string> {
  const lines: readonly Line[] = [
    ['圣诞橱窗道具', 12, '6800.00'],
    ['模特 ×4 租赁', 9, '3200.00'],
    ['灯光布线', 7, '1800.00'],
    ['地台翻新', 5, '500.00'],
  ];
  const form = await expense(cast, '李娜', { category: 'display-props', unit: '徐汇店', reason: '圣诞季陈列', lines });
  return cast.tell('李娜', EXPENSE, form, [
    ...LOOKED_AT,
    ['宋岚', 'approve'],
    ['周岩', 'approve', { comment: '按秋季陈列立项执行。' }],
    ['陈静', 'approve', { fields: { paymentNumber: '8841' } }],
    ['刘畅', 'approve', { fields: { voucherNumber: '2211' } }],
  ]);
}

/** Other people's expenses, so that every inbox has something in it. */
async function otherExpenses(cast: Cast): Promise<void> {
  const stories: readonly [string, Expense, readonly Move[]][] = [
    [
      '张伟',
      { category: 'repair', unit: '徐汇区', reason: '空调主机更换', lines: [['空调主机', 6, '38000.00']] },
      [['孙倩', 'approve'], CHECKED, ['宋岚', 'approve', { comment: '三家比价，取其低。' }]],
    ],
    ['周岩', { category: 'travel', unit: '运营中心', reason: '华南门店巡查', lines: [['机票与住宿', 8, '8600.00']] }, []],
    ['宋岚', { category: 'training', unit: '财务部', reason: '电子发票新规培训', lines: [['培训费', 4, '3400.00']] }, []],
    [
      '张伟',
      { category: 'promotion', unit: '徐汇区', reason: '双十二海报', lines: [['海报印制', 3, '4200.00']] },
      [['孙倩', 'approve'], CHECKED],
    ],
    ['李娜', { category: 'logistics', unit: '徐汇店', reason: '调拨运费', lines: [['同城货运', 2, '680.00']] }, [['张伟', 'approve']]],
    [
      '李娜',
      { category: 'office', unit: '徐汇店', reason: '收银纸与标签', lines: [['收银纸', 10, '360.00']] },
      [...LOOKED_AT_BY_BUDGET, ['张伟', 'reject', { comment: '办公用品由区里统一采购。' }]],
    ],
    [
      '李娜',
      { category: 'travel', unit: '徐汇店', reason: '区域例会交通', lines: [['出租车', 5, '220.00']] },
      [['张伟', 'return', { to: 'requester', comment: '请写明起止地点。' }]],
    ],
  ];
  for (const [name, form, moves] of stories) await cast.tell(name, EXPENSE, await expense(cast, name, form), moves);
}

function plan(kind: Parameters<typeof researchOf>[0], budget: string, rest: object): object {
  return { ...researchOf(kind, budget), period: { from: day(10), to: day(40) }, ...rest };
}

const opinion = (budget: string, comment: string, stance = 'for'): Move => [
  '宋岚',
  'approve',
  { stance, comment, fields: { recommendedBudget: cny(budget) } },
];

/** Research plans of every kind; answers the one that nobody outside of it may read. */
async function researchPlans(cast: Cast): Promise<string> {
  const reviewed: Move = ['唐磊', 'approve'];
  const signed: Move = ['唐磊', 'approve', { comment: '按财务建议执行。' }];
  const major: Move = ['唐磊', 'approve', { fields: { major: true } }];
  const season = plan('annual', '32000.00', { topic: '华东秋冬流行色', decideBy: day(0), purpose: '确定明年秋冬主色' });
  const visitors = plan('monthly', '9800.00', { topic: '十一月客群回访', decideBy: day(-1), purpose: '了解会员流失原因' });
  const rivals = plan('major-special', '86000.00', { topic: '长三角竞品门店', decideBy: day(3), purpose: '门店模型与坪效对比' });
  await cast.tell('吴迪', RESEARCH, season, [reviewed, opinion('30000.00', '建议同意，差旅可再压缩。'), signed]);
  await cast.tell('吴迪', RESEARCH, visitors, [reviewed, opinion('9800.00', '预算合理。'), signed]);
  await cast.tell('吴迪', RESEARCH, rivals, [major, opinion('60000.00', '超出年度专项余额。', 'against'), signed]);
  await cast.tell('高扬', RESEARCH, plan('general', '6000.00', { topic: '加盟商满意度', decideBy: day(4) }), []);
  await cast.tell('吴迪', RESEARCH, plan('general', '4500.00', { topic: '吊牌可读性' }), [['高扬', 'approve']]);
  const open = plan('monthly', '12000.00', { topic: '十二月试衣动线', decideBy: day(2), purpose: '观察试衣到成交' });
  return cast.tell('吴迪', RESEARCH, open, [reviewed]);
}

/** Everything that happened in the company before the pictures are taken. */
export async function tellStories(cast: Cast): Promise<Stories> {
  const secret = await researchPlans(cast);
  await otherExpenses(cast);
  const finished = await paidAndFiled(cast);
  const waiting = await returnedOnce(cast);
  const reason = '秋季换季陈列，四面橱窗及一台冰柜移位';
  const form = (await expense(cast, '李娜', {
    category: 'display-props',
    unit: '徐汇店',
    reason,
    lines: [...WINDOWS.slice(1), FRIDGE],
  })) as {
    items: object[];
  };
  const items = form.items.map((item, index) => (index === 2 ? { ...item, invoice: [] } : item));
  const draft = await cast.must<{ id: string }>('李娜', 'POST', '/requests', { definition: EXPENSE, form: { ...form, items } });
  // The promotion that goes over its plan is of the days that the demo has played.
  const asked = await cast.must<{ items: { requestId: string }[] }>('袁野', 'GET', '/tasks', undefined);
  const { id: person } = await cast.person('张伟');
  return { waiting, finished, private: secret, draft: draft.id, split: asked.items[0]?.requestId ?? '', person };
}
