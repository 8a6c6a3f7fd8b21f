import { SAMPLE, sampleFile } from '../form/sample-form.fixture';
import { NO_NAMES } from './names';
import { renderTemplate, renderTemplateBoth, templatePlaces } from './template';
import { wordValue } from './word-value';

const names = {
  ...NO_NAMES,
  people: { p1: { zh: '李娜', en: 'Li Na' } },
  units: { u1: { zh: '徐汇店', en: 'Xuhui store' } },
  requests: { r1: 'BX-2026-0147' },
  requester: { zh: '李娜', en: 'Li Na' },
  unit: { zh: '静安店', en: 'Jing’an store' },
  number: null,
};
const values = { shop: 'u1', amount: { minor: '1230000', currency: 'CNY' }, companion: 'p1', reason: '用 {requester} [括号]' };
const render = (zh: string, filled: Record<string, unknown> = values) =>
  renderTemplate({ zh, en: zh }, { definition: SAMPLE, values: filled as typeof values, names }, 'zh');

describe('a template', () => {
  it('is filled with names and words of each field', () => {
    expect(renderTemplateBoth(SAMPLE.sentence, { definition: SAMPLE, values, names })).toEqual({
      zh: '李娜为徐汇店申请 ¥12,300.00',
      en: 'Li Na asks for ¥12,300.00 for Xuhui store',
    });
  });

  it('drops a segment in brackets when one of its places is blank', () => {
    expect(render('报销[，与{companion}同行][，{memo}]')).toBe('报销，与李娜同行');
    expect(render('A[ {unit} {number}]B')).toBe('AB');
  });

  it('is never longer than a line, however long its values are', () => {
    const long = { ...values, reason: '长'.repeat(10_000) };
    expect(render('{reason}', long)).toBe(`${'长'.repeat(199)}…`);
    expect(render('{reason}'.repeat(100), long)).toHaveLength(500);
    expect(render('{reason}', { ...values, reason: '𠮷'.repeat(200) })).toBe(`${'𠮷'.repeat(99)}…`);
  });

  it('writes a dash for a blank outside brackets', () => {
    expect(render('{requester}，{category}', {})).toBe('李娜，—');
    expect(render('{category} · {memo}', {})).toBe('— · —');
  });

  it('leaves out the parts between middle dots that would say nothing', () => {
    expect(render('报销 · {category}[ · {shop}]', {})).toBe('报销');
    expect(render('报销 · {category}[ · {shop}]', { shop: 'u1' })).toBe('报销 · 徐汇店');
    expect(render('{memo} · {requester}', {})).toBe('李娜');
    expect(render('报销 · 共 {amount}', {})).toBe('报销 · 共 —');
  });

  it('does not read places or brackets out of what people wrote', () => {
    expect(render('事由：{reason}')).toBe('事由：用 {requester} [括号]');
  });

  it('writes an answer small in the middle of an English sentence', () => {
    const text = { zh: '申请[（{inPlan}）]', en: 'asks[ ({inPlan})]' };
    const said = (inPlan: boolean | null) => renderTemplateBoth(text, { definition: SAMPLE, values: { ...values, inPlan }, names });
    expect(said(false)).toEqual({ zh: '申请（计划外）', en: 'asks (over plan)' });
    expect(said(null)).toEqual({ zh: '申请', en: 'asks' });
    const title = { zh: '{inPlan} · {memo}', en: '{inPlan} · {memo}' };
    expect(renderTemplateBoth(title, { definition: SAMPLE, values: { ...values, inPlan: true }, names }).en).toBe('In plan');
  });

  it('names its places once, of both languages', () => {
    expect(templatePlaces({ zh: '{a}{b}{a}', en: '{c}' })).toEqual(['a', 'b', 'c']);
  });
});

describe('a value in words', () => {
  const field = (key: string) => SAMPLE.form.fields.find((candidate) => candidate.key === key)!;
  it.each([
    ['category', 'display', '陈列道具', 'Display fixtures'],
    ['dates', { from: '2026-10-28', to: '2026-11-06' }, '2026-10-28 至 11-06', '28 Oct – 6 Nov 2026'],
    ['dates', { from: '2025-12-28', to: '2026-01-06' }, '2025-12-28 至 2026-01-06', '28 Dec 2025 – 6 Jan 2026'],
    ['dates', { from: '2026-10-28', to: '2026-10-28' }, '2026-10-28', '28 Oct 2026'],
    ['items', [{}, {}], '2 行', '2 lines'],
    ['days', 1234.5, '1,234.5 天', '1,234.5 days'],
    ['days', 3, '3 天', '3 days'],
    ['inPlan', true, '计划内', 'In plan'],
    ['inPlan', false, '计划外', 'Over plan'],
    ['inPlan', null, '—', '—'],
    ['companion', 'p1', '李娜', 'Li Na'],
    ['companion', 'p2', '—', '—'],
    ['linked', 'r1', 'BX-2026-0147', 'BX-2026-0147'],
    ['extra', [sampleFile('a.pdf')], 'a.pdf', 'a.pdf'],
    ['extra', [sampleFile('a.pdf'), sampleFile('b.pdf')], '2 个文件', '2 files'],
    ['cap', { minor: '500', currency: 'JPY' }, 'JP¥500', 'JP¥500'],
    ['due', '2026-02-03', '2026-02-03', '3 Feb 2026'],
  ])('%s %j reads %s / %s', (key, value, zh, en) => {
    expect([wordValue(field(key), value, names, 'zh'), wordValue(field(key), value, names, 'en')]).toEqual([zh, en]);
  });
});
