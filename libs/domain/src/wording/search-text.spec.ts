import { SAMPLE } from '../form/sample-form.fixture';
import { moneyOf } from '../money/money';
import type { FormValues } from '../request/request-state';
import { searchText } from './search-text';

const VALUES: FormValues = {
  category: 'travel',
  shop: '7d3b0c1e-0000-4000-8000-000000000001',
  dates: { from: '2026-10-28', to: '2026-11-06' },
  items: [
    { matter: '高铁 二等座', invoice: 'ＦＰ－００１Ａ', amount: { ...moneyOf('1234.50', 'CNY') }, pieces: 2, scan: [] },
    { matter: 'Taxi', amount: { ...moneyOf('65.00', 'CNY') } },
  ],
  amount: { ...moneyOf('1299.50', 'CNY') },
  reason: 'Opening of the\nStore',
  inPlan: true,
};
const TITLE = { zh: '样例 · 差旅', en: 'Sample · Travel' };
const lines = (hidden: string[] = [], values = VALUES): string[] => searchText(SAMPLE, TITLE, values, new Set(hidden)).split('\n');

describe('what search reads of a request', () => {
  it('is its line, its process, texts, numbers, plain amounts, dates and chosen options, of table rows too', () => {
    expect(lines()).toEqual(
      expect.arrayContaining([
        '样例·差旅',
        'sample·travel',
        '差旅',
        'travel',
        '2026-10-28',
        '高铁二等座',
        'fp-001a',
        '1234.50',
        '2',
        '65.00',
        '1299.50',
        'openingofthestore',
      ]),
    );
  });

  it('is no id, and nothing twice', () => {
    expect(lines().join()).not.toContain('7d3b0c1e');
    expect(new Set(lines()).size).toBe(lines().length);
  });

  it('leaves out what some step hides, also from the line that tells it', () => {
    expect(lines(['amount', 'items'])).not.toEqual(expect.arrayContaining(['1299.50']));
    expect(lines(['items']).join()).not.toMatch(/1234|taxi|fp-001a/);
    expect(lines(['category']).join()).not.toMatch(/差旅|travel/);
  });

  it('takes whatever stands in a form that fits no field', () => {
    const odd: FormValues = {
      items: [null, 'x', { constructor: 'y', amount: 'z' }],
      dates: 'never',
      amount: { minor: 'x' },
      category: 7,
      reason: {},
    };
    expect(lines([], odd)).toEqual(['样例·差旅', 'sample·travel', '样例', 'sample']);
  });

  it('is bounded', () => {
    expect(searchText(SAMPLE, TITLE, { reason: '长'.repeat(10_000) }, new Set()).length).toBe(4_000);
  });

  it.each([0, 1, 2])('never ends with half a character, with %i signs before them', (before) => {
    const reason = `${'x'.repeat(before)}${'😀'.repeat(2_400)}`;
    expect(searchText(SAMPLE, null, { reason }, new Set()).isWellFormed()).toBe(true);
  });
});
