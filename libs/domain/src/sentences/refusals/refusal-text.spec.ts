import { cny } from '../../people/sample-company.fixture';
import { REFUSAL_CODES } from '../../operations/registry';
import { refusal } from '../../request/refusal';
import { refusalText } from './refusal-text';
import { definition, names } from '../sentence-scene.fixture';

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
      'You have no limit set, so ¥12,300 takes somebody above you',
    );
  });

  it('names fields by their labels', () => {
    expect(refusalText(refusal('required-fields', { fields: ['amount', 'payee'] }), { definition })).toEqual({
      zh: '尚未填写「金额」「收款人」',
      en: 'Still to be filled in: “Amount”, “Payee”',
    });
    expect(refusalText(refusal('value-taken', { field: 'x', value: 'F1', request: 'BX-2026-0001' })).en).toBe(
      '“F1” is already used on BX-2026-0001 and cannot be used twice',
    );
  });

  it('names the steps that somebody has to be picked for', () => {
    expect(refusalText(refusal('choice-required', { steps: ['review', 'approval'] }), { definition })).toEqual({
      zh: '请先为「审核」「批准」选择处理人',
      en: 'Please choose who handles “Review” and “Approve” first',
    });
  });

  it('names the people who can help', () => {
    expect(refusalText(refusal('no-approver', { step: 'approval', owners: ['ops'] }), { names })).toEqual({
      zh: '这一步没有可以处理的人，已请管理员解决',
      en: 'Nobody can act on this step; it is with Operator to be sorted out',
    });
  });
});
