import type { Earlier } from '../request/facts';
import { GUARDS } from './index';
import type { Guard, GuardInput } from './guard';

const cny = (minor: string) => ({ minor, currency: 'CNY' });
const OPEN = { definition: 'cash-advance', since: 'payment', until: 'clearing', days: 30 };
const PERIOD = { definition: 'expense', field: 'amount', same: ['unit'], days: 7, most: { money: '5000', currency: 'CNY' } };
const none: Earlier = { count: 0, sums: {}, oldest: null, number: null };

const ask = (name: 'settled-first' | 'within-period', params: object, { found, amount }: { found?: Earlier; amount?: object }) => {
  const guard: Guard = GUARDS[name];
  const lookup = guard.earlier(guard.params.parse(params))?.name ?? '';
  const facts = { today: '2026-12-01', ...(found && { earlier: { [lookup]: found } }) };
  const input = { context: { fields: { amount } }, command: { type: 'submit' }, facts } as unknown as GuardInput;
  return guard.refuse(input, guard.params.parse(params));
};

describe('what somebody has sent before', () => {
  it('is settled first where it has been open for longer than it may be, by days of the company', () => {
    const since = (oldest: string): Earlier => ({ ...none, count: 1, oldest, number: 'JZ-1' });
    expect(ask('settled-first', OPEN, { found: since('2026-10-31') })).toEqual({
      code: 'settle-first',
      params: { request: 'JZ-1', days: 30, age: 31 },
    });
    expect(ask('settled-first', OPEN, { found: since('2026-11-01') })).toBeNull();
    expect(ask('settled-first', { ...OPEN, days: 0 }, { found: since('2026-11-30') })).toMatchObject({ code: 'settle-first' });
    for (const found of [none, undefined]) expect(ask('settled-first', OPEN, { ...(found && { found }) })).toBeNull();
  });

  it('counts together with what is asked for now, to the cent', () => {
    const before = (minor: string): Earlier => ({ ...none, count: 1, sums: { CNY: minor } });
    expect(ask('within-period', PERIOD, { found: before('490000'), amount: cny('10000') })).toBeNull();
    expect(ask('within-period', PERIOD, { found: before('490000'), amount: cny('10001') })).toEqual({
      code: 'over-period',
      params: { field: 'amount', days: 7, count: 1, before: '4900.00', most: '5000', currency: 'CNY' },
    });
    // One request alone is the business of whoever may approve it.
    expect(ask('within-period', PERIOD, { found: none, amount: cny('900000') })).toBeNull();
    expect(ask('within-period', PERIOD, { found: before('490000'), amount: { minor: '900000', currency: 'USD' } })).toBeNull();
    expect(ask('within-period', PERIOD, { amount: cny('900000') })).toBeNull();
  });

  it('is looked up under a name of what is asked', () => {
    const name = (params: object) => GUARDS['within-period'].earlier(GUARDS['within-period'].params.parse(params))?.name;
    expect(new Set([name(PERIOD), name({ ...PERIOD, days: 30 }), name({ ...PERIOD, same: [] })]).size).toBe(3);
    expect(name({ ...PERIOD, most: { money: '1', currency: 'CNY' } })).toBe(name(PERIOD));
  });
});
