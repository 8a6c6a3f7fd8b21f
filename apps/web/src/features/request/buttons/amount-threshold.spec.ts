import { asksOnceMore, isAbove, objectionsOf } from './amount-threshold';

const money = (amount: string) => ({ amount, currency: 'CNY' });

describe('isAbove', () => {
  it('lets the plain case pass without a question', () => {
    expect(isAbove(money('12300.00'), 100_000)).toBe(false);
    expect(isAbove(money('100000.00'), 100_000)).toBe(false);
  });
  it('asks from the first cent above', () => {
    expect(isAbove(money('100000.01'), 100_000)).toBe(true);
    expect(isAbove(money('90071992547409931.00'), 100_000)).toBe(true);
  });
  it('never asks where no money is spent', () => {
    expect(isAbove(null, 0)).toBe(false);
  });
});

describe('asksOnceMore', () => {
  const opinion = (stance: 'for' | 'against' | 'conditional') => ({
    stance,
    by: { id: 'a', name: { zh: '宋岚', en: 'Song Lan' }, title: null, unit: null, avatar: null },
    text: { zh: stance, en: stance },
  });
  const view = (...stances: Parameters<typeof opinion>[0][]) => ({ amount: money('860.00'), opinions: stances.map(opinion) }) as never;
  it('asks where somebody signed against, however small the amount, and only there', () => {
    expect(asksOnceMore(view(), 100_000)).toBe(false);
    expect(asksOnceMore(view('for', 'conditional'), 100_000)).toBe(false);
    expect(asksOnceMore(view('for', 'against'), 100_000)).toBe(true);
    expect(asksOnceMore(view('for'), 800)).toBe(true);
  });
  it('names conditions too, and nobody in favour', () => {
    expect(objectionsOf(view('for', 'conditional', 'against')).map(({ stance }) => stance)).toEqual(['conditional', 'against']);
  });
});
