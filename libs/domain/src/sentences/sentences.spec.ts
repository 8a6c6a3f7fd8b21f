import { compile } from '../engine/compile';
import { NOTICES } from '../engine/effect';
import type { TransitionEvent } from '../engine/transition';
import { FIELD_PROBLEM_CODES } from '../form/field-problem';
import { preview, type PreviewInput } from '../preview/preview';
import { cny, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import { refusal, REFUSAL_CODES } from '../refusal';
import { conditionBrief, conditionText } from '../wording/condition-text';
import { fieldLabel, fieldList } from '../wording/field-label';
import { fieldProblemText } from '../wording/field-problem-text';
import { SAMPLE } from '../form/sample-form.fixture';
import { eventText } from './event-text';
import { noticeText } from './notice-text';
import { assumptionText, foreseenText, nextText, passedOver } from './outlook-text';
import { refusalText } from './refusal-text';
import type { SentenceContext } from './sentence-context';
import { whyLine } from './why-line';

const definition = sampleDefinition();
const process = compile(definition);
const directory = sampleDirectory();
const names = {
  people: Object.fromEntries(Object.values(directory.people).map((person) => [person.id, person.name])),
  units: { area: { zh: '徐汇区', en: 'the Xuhui area' }, hq: { zh: '总部', en: 'headquarters' } },
  requests: {},
  roles: {
    'finance-specialist': { zh: '财务专员', en: 'Finance specialist' },
    'ops-manager': { zh: '运营经理', en: 'Ops manager' },
    'area-manager': { zh: '运营区长', en: 'Area manager' },
    'treasury-cashier': { zh: '出纳', en: 'Cashier' },
    gm: { zh: '总经理', en: 'General manager' },
  },
};
const context: SentenceContext = { definition, names };
const look = (change: Partial<PreviewInput> = {}) =>
  preview(process, { form: { amount: cny(12_300) }, requesterId: 'na', directory, params: {}, choices: {}, ...change });
const stepAt = (id: string, change: Partial<PreviewInput> = {}) => look(change).steps.find((step) => step.step === id)!;
const why = (id: string, change: Partial<PreviewInput> = {}) => whyLine(stepAt(id, change).derivation!, context);
const changed = (change: (copy: typeof directory) => void) => {
  const copy = sampleDirectory();
  change(copy);
  return copy;
};

describe('why a task is with somebody', () => {
  it('shows the climb to the one whose limit covers the amount', () => {
    expect(why('approval')).toEqual({
      zh: '由直属上级逐级上行，至额度覆盖 ¥12,300 为止。张伟 ¥1,000 ✕ → 孙倩 ¥5,000 ✕ → 周岩 ¥20,000 ✓',
      en: 'Climb superiors until a limit covers ¥12,300: Zhang Wei ¥1,000 ✕ → Sun Qian ¥5,000 ✕ → Zhou Yan ¥20,000 ✓',
    });
  });

  it('says that the climb is over plan', () => {
    const over = look().assumptions[0]?.alternatives[0]?.steps[0];
    expect(whyLine(over!.derivation!, context)).toEqual({
      zh: '由直属上级逐级上行，至计划外额度覆盖 ¥12,300 为止。张伟 额度只管计划内 ✕ → 孙倩 额度只管计划内 ✕ → 周岩 额度只管计划内 ✕ → 郑国华 ¥500,000 ✓',
      en: 'Climb superiors until an over-plan limit covers ¥12,300: Zhang Wei limit is for in-plan cases only ✕ → Sun Qian limit is for in-plan cases only ✕ → Zhou Yan limit is for in-plan cases only ✕ → Zheng Guohua ¥500,000 ✓',
    });
  });

  it('names a role and the unit it serves', () => {
    expect(why('check')).toEqual({ zh: '负责徐汇区的财务专员', en: 'Finance specialist in charge of the Xuhui area' });
  });

  it('names the direct superior, and a vacant post by its role', () => {
    expect(why('review')).toEqual({ zh: '申请人的直属上级', en: 'The requester’s direct superior' });
    const vacancy = changed((copy) => (copy.positions.find((post) => post.role === 'area-manager')!.personId = null));
    expect(why('review', { directory: vacancy })).toEqual({
      zh: '申请人的直属上级。运营区长 岗位空缺 ✕ → 孙倩 ✓',
      en: 'The requester’s direct superior: Area manager the post is vacant ✕ → Sun Qian ✓',
    });
  });

  it('says that nobody was found', () => {
    const none = changed((copy) => (copy.grants = []));
    expect(why('approval', { directory: none }).zh).toMatch(/张伟 没有此项审批权 ✕ → .*。没有找到可以处理的人$/);
  });
});

describe('a preview in words', () => {
  const list = (change: Partial<PreviewInput> = {}) =>
    look(change).steps.map((step) => foreseenText(step, { ...context, toRequester: true }));

  it('gives each step its reason, or why it is left out', () => {
    expect(list().map(({ why: reason, skipped }) => [reason.zh, skipped?.zh ?? null])).toEqual([
      ['您的直属上级', null],
      ['负责徐汇区', null],
      ['高于 ¥5,000 · 负责总部', null],
      ['额度 ¥20,000 覆盖 ¥12,300', null],
      ['负责总部', null],
      ['您的直属上级', null],
    ]);
    expect(list({ form: { amount: cny(10) } })[2]?.skipped).toEqual({ zh: '不高于 ¥5,000', en: 'Not above ¥5,000' });
  });

  it('names who was passed over, and why', () => {
    expect(
      passedOver(stepAt('approval'), context).map(({ candidate, role, why: reason }) => [candidate.person, role.zh, reason.zh, reason.en]),
    ).toEqual([
      ['zhang', '运营区长', '额度 ¥1,000 不够', 'limit ¥1,000 is too low'],
      ['sun', '运营经理', '额度 ¥5,000 不够', 'limit ¥5,000 is too low'],
    ]);
  });

  it('says what is assumed and who it would be otherwise', () => {
    const [assumption] = look().assumptions;
    expect(assumptionText(assumption!, context)).toEqual({
      label: { zh: '是否计划内', en: 'In plan' },
      value: { zh: '计划内', en: 'In plan' },
      otherwise: { zh: '若计划外，由郑国华（总经理）批准', en: 'If over plan, Zheng Guohua (General manager) approves' },
    });
  });

  it('says what comes after the reader’s word', () => {
    const ahead = look().steps;
    const from = (id: string) => nextText(ahead.slice(ahead.findIndex((step) => step.step === id)), context);
    expect(from('approval')).toEqual({
      zh: '同意后：陈静（出纳）付款；10 秒内可撤销',
      en: 'Then Chen Jing (Cashier): Pay · undo for 10 s',
    });
    expect(from('pay')).toEqual({ zh: '完成后：流程结束，申请获批；10 秒内可撤销', en: 'Then the request is approved · undo for 10 s' });
  });
});

describe('a condition in words', () => {
  const say = (condition: Parameters<typeof conditionText>[0], negated = false) => conditionText(condition, { definition, names }, negated);
  it.each([
    [{ eq: [{ field: 'inPlan' }, { value: true }] }, '计划内', 'In plan'],
    [
      { all: [{ gte: [{ field: 'amount' }, { money: '50000', currency: 'CNY' }] }, { filled: { field: 'witness' } }] },
      '金额不低于 ¥50,000，且证明人已填',
      'Amount is at least ¥50,000 and Witness is filled in',
    ],
    [{ requesterHasRole: 'gm' }, '申请人是总经理', 'the requester is General manager'],
    [{ eq: [{ stance: 'check' }, { value: 'against' }] }, '「查验单据」意见为反对', 'the opinion “Check documents” is against'],
  ] as const)('says %j', (condition, zh, en) => {
    expect(say(condition as never)).toEqual({ zh, en });
  });

  it('is no reason when it has too many parts', () => {
    const part = { gt: [{ field: 'amount' }, { money: '5', currency: 'CNY' }] };
    expect(conditionBrief({ all: [part, part] } as never, { definition, names })?.zh).toBe('高于 ¥5，且高于 ¥5');
    expect(conditionBrief({ all: [part, part, part] } as never, { definition, names })).toBeNull();
    expect(conditionBrief({ not: { eq: [{ field: 'inPlan' }, { value: true }] } }, { definition, names })).toEqual({
      zh: '计划外',
      en: 'Over plan',
    });
  });

  it('says the opposite by the laws of logic', () => {
    const condition = {
      any: [{ gt: [{ field: 'amount' }, { money: '5', currency: 'CNY' }] }, { not: { requesterHasRole: 'gm' } }],
    } as const;
    expect(say(condition as never, true)).toEqual({
      zh: '金额不高于 ¥5，且申请人是总经理',
      en: 'Amount is not above ¥5 and the requester is General manager',
    });
  });
});

describe('a refusal in words', () => {
  it('exists for every code, in both languages, with nothing known', () => {
    const params = { max: 3, seconds: 10, age: 31, days: 30, date: '2026-01-01', invoice: 'F1', request: 'BX-1' };
    for (const code of REFUSAL_CODES) {
      const text = refusalText(refusal(code, params));
      expect(text.zh).toMatch(/[\p{Script=Han}]/u);
      expect(text.en).not.toMatch(/[\p{Script=Han}]/u);
      expect(`${text.zh}${text.en}`).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('says who decided, and when', () => {
    const time = () => ({ zh: '10:42', en: '10:42' });
    const by = refusal('already-decided', { by: 'zhou', at: '2026-11-22T02:42:00Z', decision: 'approve', own: false });
    expect(refusalText(by, { names, time })).toEqual({ zh: '已由周岩于 10:42 同意', en: 'Already approved by Zhou Yan at 10:42' });
    expect(refusalText(refusal('already-decided', { ...by.params, own: true }), { names, time })).toEqual({
      zh: '您已经于 10:42 同意了',
      en: 'You have already approved this at 10:42',
    });
  });

  it('says how far the limit reaches', () => {
    expect(refusalText(refusal('over-limit', { amount: cny(12_300), limit: cny(5_000) })).zh).toBe(
      '您的额度 ¥5,000 不够批准 ¥12,300，须由额度更高的上级批准',
    );
    expect(refusalText(refusal('over-limit', { amount: cny(12_300), limit: null })).en).toBe(
      'No limit has been set for you, so ¥12,300 takes somebody above you',
    );
  });

  it('names fields by their labels', () => {
    expect(refusalText(refusal('required-fields', { fields: ['amount', 'payee'] }), { definition })).toEqual({
      zh: '还没有填写「金额」「收款人」',
      en: 'Still to be filled in: “Amount”, “Payee”',
    });
    expect(refusalText(refusal('duplicate-invoice', { field: 'x', invoice: 'F1', request: 'BX-2026-0001' })).zh).toBe(
      '发票 F1 已用于 BX-2026-0001，不能重复报销',
    );
  });

  it('names the people who can help', () => {
    expect(refusalText(refusal('no-approver', { step: 'approval', owners: ['ops'] }), { names })).toEqual({
      zh: '这一步没有找到可以处理的人，已请管理员解决',
      en: 'Nobody was found who may decide this step; Operator has been asked to solve it',
    });
  });
});

describe('fields in words', () => {
  it('are named down to the cell', () => {
    expect(fieldLabel(SAMPLE, 'items.1.amount')).toEqual({ zh: '费用明细第 2 行 · 金额', en: 'Items, line 2 · Amount' });
    expect(fieldList(SAMPLE, ['category', 'shop', 'dates', 'items', 'reason'])).toEqual({
      zh: '「类别」「成本归属」「费用日期」等 5 项',
      en: '“Category”, “Cost unit”, “Spent” and 2 more',
    });
  });

  it('have a text for everything that can be wrong', () => {
    for (const code of FIELD_PROBLEM_CODES) {
      const text = fieldProblemText({ code, params: { min: 1, max: 2, currency: 'CNY' } });
      expect(text.zh).toMatch(/[\p{Script=Han}]/u);
      expect(text.en).not.toMatch(/[\p{Script=Han}]|undefined/u);
    }
    expect(fieldProblemText({ code: 'below-min', params: { min: cny(0.01) } }).zh).toBe('不能小于 ¥0.01');
  });
});

describe('what happened, in words', () => {
  const say = (event: TransitionEvent) => eventText(event, context);

  it('is said by what the step asks for', () => {
    const decision = { type: 'task.decided', generation: 1, seat: 0, person: 'zhang', stance: null } as const;
    expect(say({ ...decision, step: 'review', decision: 'approve' })).toEqual({ zh: '审核通过', en: 'Reviewed' });
    expect(say({ ...decision, step: 'approval', decision: 'approve' })).toEqual({ zh: '同意', en: 'Approved' });
    expect(say({ ...decision, step: 'approval', decision: 'return' })).toEqual({ zh: '退回修改', en: 'Returned' });
    expect(say({ ...decision, step: 'approval', decision: 'approve', stance: 'against' })).toEqual({
      zh: '同意：反对',
      en: 'Approved: against',
    });
  });

  it('names merges, skips and returns with their reason', () => {
    expect(say({ type: 'step.merged', step: 'approval', generation: 1, person: 'zhang' }).zh).toBe('批准：与上一步为同一人，自动合并');
    expect(say({ type: 'step.skipped', step: 'director', reason: 'condition' })).toEqual({
      zh: '审核：不高于 ¥5,000，跳过',
      en: 'Review skipped: not above ¥5,000',
    });
    expect(say({ type: 'request.returned', by: 'approval', to: 'check', resume: 'straight-back' }).zh).toBe(
      '退回至「查验单据」，改好后直接回到退回人',
    );
  });

  it('is told to people in notices, in both languages', () => {
    const subject = {
      request: { zh: '报销 · 徐汇店', en: 'Expense · Xuhui' },
      requester: { zh: '李娜', en: 'Li Na' },
      step: { zh: '批准', en: 'Approve' },
      actor: null,
    };
    for (const notice of NOTICES) {
      const text = noticeText(notice, subject);
      expect(text.zh).toContain('报销 · 徐汇店');
      expect(text.en).toContain('Expense · Xuhui');
      expect(text.en).not.toMatch(/[\p{Script=Han}]|null|undefined/u);
    }
    expect(noticeText('task-opened', subject)).toEqual({
      zh: '李娜的「报销 · 徐汇店」等您处理：批准',
      en: 'Li Na: Expense · Xuhui is waiting for you (Approve)',
    });
    expect(noticeText('request-rejected', { ...subject, actor: { zh: '周岩', en: 'Zhou Yan' } }).zh).toBe('「报销 · 徐汇店」已由周岩驳回');
  });
});
