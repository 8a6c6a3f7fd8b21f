import { EnginePlayer } from './golden/engine-player';
import type { PlanRow } from './golden/ledger';
import type { Golden } from './golden/golden';

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
