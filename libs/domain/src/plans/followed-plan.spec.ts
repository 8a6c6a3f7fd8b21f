import fc from 'fast-check';
import { allowanceOf, availableOf } from '../budget/available';
import type { Definition } from '../definition/definition.schema';
import { followedPlan, plannedLines, type FollowedLine, type PlannedLine } from './followed-plan';

const cny = (minor: string) => ({ minor, currency: 'CNY' });
const days = { from: '2027-01-20', to: '2027-02-15' };
const planned = (minor: string, more: Partial<PlannedLine> = {}): PlannedLine => ({
  ...{ unit: 'marketing', category: 'promotion', ...days, currency: 'CNY', planned: minor },
  ...more,
});
const line = (more: Partial<FollowedLine> = {}): FollowedLine => ({
  ...{ id: 'l', unitId: 'marketing', category: 'promotion', ...days, currency: 'CNY', control: 'over-plan', tolerance: 0, ownerId: null },
  ...{ planned: '0', moved: '0', extended: '0', reserved: '0', committed: '0', spent: '0', outside: '0', added: '0' },
  ...more,
});

describe('what an approved request plans', () => {
  const definition = {
    becomesPlan: { table: 'rows', amount: 'amount', from: 'from', to: 'to', category: { value: 'promotion' }, unit: 'unit' },
  } as Pick<Definition, 'becomesPlan'>;
  const row = (minor: string, more: object = {}) => ({ ...days, amount: cny(minor), ...more });

  it('is one line for each unit, category and period, with what its rows add up to', () => {
    const form = { unit: 'marketing', rows: [row('100'), row('50', { to: '2027-02-28' }), row('11')] };
    expect(plannedLines(definition, form)).toEqual([planned('111'), planned('50', { to: '2027-02-28' })]);
  });

  it('is nothing of rows that were refused, that are blank, or of a process that plans nothing', () => {
    const refused = { ...row('100'), '#': { step: 's', by: 'p', reason: 'r', refused: true } };
    expect(plannedLines(definition, { unit: 'marketing', rows: [refused, { amount: cny('5') }] })).toEqual([]);
    expect(plannedLines({}, { unit: 'marketing', rows: [row('100')] })).toEqual([]);
  });

  it('is of the category that its row says, or of none', () => {
    const byRow = { becomesPlan: { ...definition.becomesPlan, category: 'kind' } } as Pick<Definition, 'becomesPlan'>;
    const found = plannedLines(byRow, { unit: 'u', rows: [row('1', { kind: 'travel' }), row('2')] });
    expect(found.map(({ category, planned: minor }) => [category, minor])).toEqual([
      ['travel', '1'],
      [null, '2'],
    ]);
  });
});

describe('the budget that follows it', () => {
  it('has a line made where none is of its very place, and more on the line where one is', () => {
    expect(followedPlan([planned('100')], [])).toEqual({ changes: [], made: [planned('100')] });
    expect(followedPlan([planned('100')], [line({ planned: '7' })])).toEqual({ changes: [{ line: 'l', planned: '100' }], made: [] });
    expect(followedPlan([planned('100')], [line({ currency: 'EUR' })]).made).toHaveLength(1);
  });

  it('changes nothing when it has followed already, whatever finance has planned since', () => {
    expect(followedPlan([planned('100')], [line({ planned: '300', added: '100' })])).toEqual({ changes: [], made: [] });
  });

  it('goes on with the line to which the request has added, of several of one place', () => {
    const both = [line({ id: 'a' }), line({ id: 'b', planned: '100', added: '100' })];
    expect(followedPlan([planned('120')], both)).toEqual({ changes: [{ line: 'b', planned: '20' }], made: [] });
  });

  it('takes back what nobody holds where the approval is no more, to the last unit', () => {
    const added = { planned: '100', added: '100' };
    expect(followedPlan([], [line(added)]).changes).toEqual([{ line: 'l', planned: '-100' }]);
    expect(followedPlan([], [line({ ...added, reserved: '30', spent: '10' })]).changes).toEqual([{ line: 'l', planned: '-60' }]);
    expect(followedPlan([], [line({ ...added, committed: '100' })]).changes).toEqual([]);
    expect(followedPlan([], [line({ ...added, control: 'warn', committed: '100' })]).changes).toEqual([{ line: 'l', planned: '-100' }]);
  });

  it('never cuts a line below what is held of it, and comes to the same when it is done again', () => {
    const amount = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount, amount), fc.integer({ min: 0, max: 1_000 }), ([before, added, held, aim], tolerance) => {
        const known = line({ planned: String(before + added), added: String(added), tolerance, committed: String(held) });
        fc.pre(availableOf(known) + allowanceOf(known) >= 0n);
        const [change] = followedPlan(aim === 0 ? [] : [planned(String(aim))], [known]).changes;
        const by = BigInt(change?.planned ?? '0');
        const after = { ...known, planned: String(BigInt(known.planned) + by), added: String(BigInt(known.added) + by) };
        expect(availableOf(after) + allowanceOf(after)).toBeGreaterThanOrEqual(0n);
        expect(BigInt(after.planned)).toBeGreaterThanOrEqual(0n);
        if (tolerance === 0) expect(followedPlan(aim === 0 ? [] : [planned(String(aim))], [after]).changes).toEqual([]);
      }),
    );
  });
});
