import { reaches } from './reach';

const rung = (limit: string | null) =>
  ({ limit: limit === null || limit === 'no-limit' ? limit : { amount: limit, currency: 'CNY' } }) as never;

describe('how far limits reach', () => {
  it('is drawn by multiples, an amount among the limits on the side that it is on', () => {
    const { widths, asked } = reaches([rung('200'), rung('5000'), rung('20000'), rung('no-limit'), rung(null)], '12300');
    expect(widths[3]).toBe(1);
    expect(widths[4]).toBe(0);
    expect(widths[1]).toBeLessThan(asked!);
    expect(widths[2]).toBeGreaterThan(asked!);
    expect(widths[0]).toBeLessThan(widths[1]!);
  });

  it('has no line where no amount is asked about', () => {
    expect(reaches([rung('200')], null).asked).toBeNull();
  });
});
