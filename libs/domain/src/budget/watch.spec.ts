import { nearLimitsIn, splitsIn, vendorsOver, type Spending } from './watch';

const limits = new Map([['expense', [5_000n, 20_000n]]]);
let count = 0;
const spending = (minor: number, day: string, more: Partial<Spending> = {}): Spending => ({
  ...{ request: `r${++count}`, requester: 'li', unit: 'shop', category: 'display', vendor: null, matter: 'expense' },
  ...{ minor: BigInt(minor), day: `2026-11-${day}`, ...more },
});
const sums = (found: ReturnType<typeof splitsIn>) => found.map(({ spendings, sum, limit }) => [spendings.length, sum, limit]);

describe('what is worth a look', () => {
  it('is what stays under a limit one by one and not together, within some days, of one person, unit and category', () => {
    expect(sums(splitsIn([spending(4_900, '01'), spending(4_900, '03'), spending(4_900, '20')], 7, limits))).toEqual([[2, 9_800n, 5_000n]]);
    expect(splitsIn([spending(2_500, '01'), spending(2_500, '02')], 7, limits)).toEqual([]);
    expect(sums(splitsIn([spending(2_500, '01'), spending(2_501, '02')], 7, limits))).toEqual([[2, 5_001n, 5_000n]]);
    expect(splitsIn([spending(4_900, '01'), spending(4_900, '08')], 7, limits)).toEqual([]);
    expect(splitsIn([spending(30_000, '01'), spending(30_000, '01')], 7, limits)).toEqual([]);
    for (const other of [{ requester: 'wu' }, { unit: 'other' }, { category: 'travel' }, { matter: 'leave' }])
      expect(splitsIn([spending(4_900, '01'), spending(4_900, '02', other)], 7, limits)).toEqual([]);
  });

  it('is the same of one payee, whoever asks, and told once', () => {
    const at = { vendor: 'shencai' };
    expect(sums(splitsIn([spending(4_900, '01', at), spending(4_900, '02', { ...at, requester: 'wu' })], 7, limits))).toEqual([
      [2, 9_800n, 5_000n],
    ]);
    expect(splitsIn([spending(4_900, '01', at), spending(4_900, '02', at)], 7, limits)).toHaveLength(1);
  });

  it('is who ends just below a limit again and again', () => {
    const three = [spending(4_500, '01'), spending(5_000, '11'), spending(4_999, '21')];
    expect(sums(nearLimitsIn(three, 3, limits))).toEqual([[3, 14_499n, 5_000n]]);
    expect(nearLimitsIn([...three.slice(1), spending(4_499, '25'), spending(5_001, '26')], 3, limits)).toEqual([]);
  });

  it('is a payee over a sum', () => {
    const at = { vendor: 'shencai' };
    expect(sums(vendorsOver([spending(60_000, '01', at), spending(40_001, '02', at), spending(200_000, '03')], 100_000n))).toEqual([
      [2, 100_001n, null],
    ]);
    expect(vendorsOver([spending(100_000, '01', at)], 100_000n)).toEqual([]);
  });
});
