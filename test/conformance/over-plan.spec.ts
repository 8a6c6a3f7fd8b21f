import { EnginePlayer } from './golden/engine-player';
import type { PlanRow } from './golden/ledger';
import type { Golden } from './golden/golden';
import { ordering } from './processes/merchandise.sheets';
import { moving } from './processes/planning.sheets';
import type { Way } from './processes/sheet';

const LINE: PlanRow = { unit: 'store-jingan', category: 'repair', yuan: '5000' };

function submitted(amount: string | null, plan: readonly PlanRow[]): string {
  const golden: Golden = { name: 'over plan', definition: 'over-plan-spending', plan, rows: [] };
  const played = new EnginePlayer(golden).play({
    by: 'sun-qian',
    does: 'submit',
    form: ({ day, unit }) => ({
      ...{ scheme: '分两期检修', costUnit: unit('store-jingan'), category: 'repair', neededOn: day(5), reason: '空调检修' },
      ...(amount === null ? {} : { amount: { amount, currency: 'CNY' } }),
    }),
  });
  return 'refused' in played ? played.refused : 'submitted';
}

describe('an over-plan scheme', () => {
  it.each([
    ['4999.99', 'must-hold'],
    ['5000.00', 'must-hold'],
    ['5000.01', 'submitted'],
    [null, 'required-fields'],
  ])('of %s where the plan has 5,000: %s', (amount, came) => {
    expect(submitted(amount, [LINE])).toBe(came);
  });

  it('is for all of it where a line only warns of nothing, or none is in force', () => {
    expect(submitted('0.01', [])).toBe('submitted');
    expect(submitted('9000.00', [{ ...LINE, control: 'warn' }])).toBe('must-hold');
  });
});

function sent(definition: string, by: string, { form, plan }: { form: Way['form']; plan: readonly PlanRow[] }): string {
  const played = new EnginePlayer({ name: definition, definition, plan, rows: [] }).play({ by, does: 'submit', form });
  return 'refused' in played ? played.refused : 'submitted';
}

describe('a budget adjustment', () => {
  const giving: PlanRow = { unit: 'store-yangpu', category: 'training', yuan: '5000' };
  const receiving: PlanRow = { unit: 'store-baoshan', category: 'training', yuan: '100' };
  const asked = (amount: string | null, plan: readonly PlanRow[]): string =>
    sent('budget-adjustment', 'sun-qian', { form: moving(amount), plan });

  it.each([
    ['4999.99', 'submitted'],
    ['5000.00', 'submitted'],
    ['5000.01', 'invalid-field'],
    [null, 'required-fields'],
  ])('of %s where the line has 5,000: %s', (amount, came) => {
    expect(asked(amount, [giving, receiving])).toBe(came);
  });

  it('is refused where one of the two lines is not there, or they are one; a line that only warns gives no more than it has', () => {
    expect(asked('1.00', [receiving])).toBe('invalid-field');
    expect(asked('1.00', [giving])).toBe('invalid-field');
    expect(asked('1.00', [{ unit: 'yunshang', category: null, yuan: '5000' }])).toBe('invalid-field');
    expect(asked('5000.01', [{ ...giving, control: 'warn' }, receiving])).toBe('invalid-field');
  });
});

describe('a purchase order', () => {
  it.each([
    ['5000.00', 1, 'submitted'],
    ['5000.01', 2, 'must-hold'],
    ['5000.01', 3, 'submitted'],
  ])('of %s with %d offers: %s', (amount, offers, came) => {
    expect(sent('purchase-order', 'xia-bing', { form: ordering(amount, offers), plan: [] })).toBe(came);
  });
});
