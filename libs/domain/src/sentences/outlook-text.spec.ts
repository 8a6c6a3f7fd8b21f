import { compile } from '../machine/compile';
import { cny, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import type { ForeseenStep } from '../preview/foreseen-step';
import { inOneGo } from '../preview/in-one-go.fixture';
import { preview, type PreviewInput } from '../preview/preview';
import { assumptionText, followingText, foreseenText, nextText, passedOver, type Ahead } from './outlook-text';
import { context, look, stepAt } from './sentence-scene.fixture';

const whole = (steps: readonly ForeseenStep[]): Ahead => ({ steps, left: null, ends: true });

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

  it('gives no rule for people as the reason why a step is stuck that asks nobody', () => {
    const found = stepAt('review');
    const stuck = { ...found, result: 'blocked' as const, derivation: { ...found.derivation!, result: 'blocked' as const } };
    expect(foreseenText(stuck, context).why.zh).not.toBe('');
    expect(foreseenText({ ...stuck, step: 'orders' }, context)).toEqual({ why: { zh: '', en: '' }, skipped: null });
    const nobody = { ...stuck.derivation, rules: stuck.derivation.rules.map((rule) => ({ ...rule, chosen: [] })) };
    expect(foreseenText({ ...stuck, step: 'orders', derivation: nobody }, context).why.zh).toMatch(/没有可以处理的人$/);
  });

  it('says what has to be filled in before somebody can be named', () => {
    const awaiting = look({ form: {} }).steps.find(({ step }) => step === 'approval');
    expect(foreseenText(awaiting!, context)).toEqual({
      why: { zh: '填写金额后显示', en: 'Shown once the amount is filled in' },
      skipped: null,
    });
    expect(foreseenText({ ...awaiting!, awaits: ['amount', 'witness'] }, context).why).toEqual({
      zh: '填写金额、「证明人」后显示',
      en: 'Shown once the amount and “Witness” are filled in',
    });
  });

  it('names who was passed over, and why', () => {
    expect(
      passedOver(stepAt('approval'), context).map(({ candidate, role, why: reason }) => [candidate.person, role.zh, reason.zh, reason.en]),
    ).toEqual([
      ['zhang', '运营区长', '额度 ¥1,000 不够', 'limit ¥1,000 is too low'],
      ['sun', '运营经理', '额度 ¥5,000 不够', 'limit ¥5,000 is too low'],
    ]);
  });

  it('tells of whoever several rules looked at why they were passed over once', () => {
    const approval = stepAt('approval');
    const [rule] = approval.derivation?.rules ?? [];
    const twice = { ...approval, derivation: { ...approval.derivation!, rules: [rule!, rule!] } };
    expect(passedOver(twice, context)).toEqual(passedOver(approval, context));
  });

  it('tells of a list that everybody does their own items, and how many they are where they are many', () => {
    const title = { zh: '准备', en: 'Preparation' };
    const items = ['gm', 'ops-manager'].map((role) => ({ id: role, title, owner: { by: 'role', role } }));
    const list = { id: 'prepare', kind: 'checklist', title, assignee: { by: 'superior' }, items };
    const scene = { ...context, definition: sampleDefinition({ flow: [list] as never }) };
    const steps = inOneGo(
      preview(compile(scene.definition), {
        ...{ form: { amount: cny(400) }, requesterId: 'na', directory: sampleDirectory(), params: {}, choices: {} },
      }),
    ).steps;
    expect(steps.map((step) => foreseenText(step, scene).why)).toEqual([
      { zh: '各自完成自己负责的事项', en: 'Each does the items that are theirs' },
    ]);
    const next = (people: string[]) => nextText(whole([{ ...steps[0]!, people, after: 'check' }]), { step: 'check', taken: [] }, scene);
    expect(next(['zheng', 'sun'])).toEqual({
      zh: '同意后：郑国华（总经理）、孙倩（运营经理）准备；10 秒内可撤销',
      en: 'Then Zheng Guohua (General manager) and Sun Qian (Ops manager): Preparation · undo for 10 s',
    });
    expect(next(['sun', 'zheng', 'liu', 'song'])).toEqual({
      zh: '同意后：孙倩（运营经理）等 4 人准备；10 秒内可撤销',
      en: 'Then Sun Qian (Ops manager) and 3 others: Preparation · undo for 10 s',
    });
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
    const from = (id: string) =>
      nextText(whole(ahead.slice(ahead.findIndex((step) => step.step === id))), { step: id, taken: [] }, context);
    expect(from('approval')).toEqual({
      zh: '同意后：陈静（出纳）付款；10 秒内可撤销',
      en: 'Then Chen Jing (Cashier): Pay · undo for 10 s',
    });
    expect(from('pay')).toEqual({ zh: '完成后：流程结束，申请已批准；10 秒内可撤销', en: 'Then the request is approved · undo for 10 s' });
  });

  it('says after a word in one lane what that lane goes on with; where it ends, whom the others still wait for', () => {
    const standing = (step: string, person: string): ForeseenStep => ({
      step,
      result: 'seats',
      people: [person],
      derivation: null,
      current: true,
    });
    const lanes = [standing('director', 'song'), standing('check', 'liu')];
    const pay = { ...stepAt('pay'), after: 'check' };
    const told = (...more: ForeseenStep[]) => nextText(whole([...lanes, ...more]), { step: 'check', taken: [] }, context);
    expect(told(pay)).toEqual({ zh: '通过后：陈静（出纳）付款；10 秒内可撤销', en: 'Then Chen Jing (Cashier): Pay · undo for 10 s' });
    const waits = { zh: '通过后：还要等宋岚（审核）；10 秒内可撤销', en: 'Then it still waits for Song Lan (Review) · undo for 10 s' };
    expect(told()).toEqual(waits);
    expect(told({ ...pay, after: 'director' })).toEqual(waits);
  });

  it('says who has yet to speak on the same step, before whatever comes after it', () => {
    const pay = { ...stepAt('pay'), after: 'approval' };
    const told = (left: Ahead['left']) => nextText({ steps: [pay], left, ends: true }, { step: 'approval', taken: [] }, context);
    expect(told({ own: [], needed: 0, added: ['song'] })).toEqual({
      zh: '同意后：还要等宋岚（加签）；10 秒内可撤销',
      en: 'Then it still waits for Song Lan (added signature) · undo for 10 s',
    });
    expect(told({ own: ['liu', 'zhang'], needed: 1, added: ['song'] })).toEqual({
      zh: '同意后：还要等刘畅、张伟中的 1 人（批准）和宋岚（加签）；10 秒内可撤销',
      en: 'Then it still waits for 1 of Liu Chang and Zhang Wei (Approve) and Song Lan (added signature) · undo for 10 s',
    });
    expect(told(null).zh).toBe('同意后：陈静（出纳）付款；10 秒内可撤销');
  });

  it('says that it is approved only where the way was walked to that end', () => {
    const unsure = nextText({ steps: [], left: null, ends: false }, { step: 'approval', taken: [] }, context);
    expect(unsure).toEqual({ zh: '同意后：申请继续；10 秒内可撤销', en: 'Then the request goes on · undo for 10 s' });
  });

  it('tells whoever is asked besides what they were asked for and by whom, and no rule of the step', () => {
    const asked = (what: 'answer' | 'advice' | 'signature'): ForeseenStep => ({
      ...stepAt('approval'),
      people: ['song'],
      asked: { for: what, by: 'zheng' },
    });
    expect((['answer', 'advice', 'signature'] as const).map((what) => foreseenText(asked(what), context).why.zh)).toEqual([
      '郑国华请其补充资料',
      '郑国华征求其意见',
      '郑国华请其加签',
    ]);
    expect(followingText({ stands: 'running', steps: [asked('answer'), asked('signature')] }, context)).toEqual({
      zh: '宋岚加签',
      en: 'Song Lan: Added signature',
    });
  });
});
