import { FIELD_PROBLEM_CODES } from '../form/check/field-problem';
import { SAMPLE } from '../form/sample-form.fixture';
import { cny } from '../people/sample-company.fixture';
import { fieldLabel, fieldList } from './field-label';
import { fieldProblemText } from './field-problem-text';

describe('fields in words', () => {
  it('are named down to the cell', () => {
    expect(fieldLabel(SAMPLE, 'items.1.amount')).toEqual({ zh: '费用明细第 2 行 · 金额', en: 'Items, line 2 · Amount' });
    expect(fieldList(SAMPLE, ['category', 'shop', 'dates', 'items', 'reason'])).toEqual({
      zh: '「类别」「成本归属」「费用日期」等 5 项',
      en: '“Category”, “Cost unit”, “Spent” and 2 more',
    });
  });

  it('tell the parts of a budget apart', () => {
    const budget = { key: 'budget', type: 'budget', label: { zh: '预算', en: 'Budget' }, amount: 'amount', unit: 'shop' };
    const definition = { form: { fields: [budget] } } as never;
    expect(fieldLabel(definition, 'budget.over')).toEqual({ zh: '预算 · 超出部分', en: 'Budget · over plan' });
    expect(fieldLabel(definition, 'budget')).toEqual({ zh: '预算', en: 'Budget' });
  });

  it('have a text for everything that can be wrong', () => {
    for (const code of FIELD_PROBLEM_CODES) {
      const text = fieldProblemText({
        code,
        params: { min: 1, max: 2, currency: 'CNY', age: 31, days: 30, available: cny(1), asked: cny(2) },
      });
      expect(text.zh).toMatch(/[\p{Script=Han}]/u);
      expect(text.en).not.toMatch(/[\p{Script=Han}]|undefined/u);
    }
    expect(fieldProblemText({ code: 'below-min', params: { min: cny(0.01) } }).zh).toBe('不能小于 ¥0.01');
  });
});
