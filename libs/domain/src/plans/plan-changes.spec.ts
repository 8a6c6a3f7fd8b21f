import type { BudgetLine } from '../request/budget-line';
import { planChanges } from './plan-changes';
import { placeOutside, postedOtherwise, readOutside } from './read-outside';
import type { PlacedPlanLine } from './read-plan';

const period = { from: '2026-11-01', to: '2026-11-30' };
const known = (more: Partial<BudgetLine> = {}): BudgetLine => ({
  ...{ id: 'l', unitId: 'shop', category: 'display', ...period, currency: 'CNY', control: 'over-plan', tolerance: 0, ownerId: null },
  ...{ planned: '10000', moved: '0', extended: '0', reserved: '0', committed: '0', spent: '0', outside: '0' },
  ...more,
});
const planned = (amount: string, more: Partial<PlacedPlanLine> = {}): PlacedPlanLine => ({
  ...{ at: 2, unit: 'shop', category: 'display', ...period, planned: amount, control: 'over-plan', tolerance: 0, owner: null },
  ...more,
});

describe('a new version of a plan', () => {
  it('changes what differs, and by how much', () => {
    const other = planned('500', { at: 3, category: 'travel' });
    expect(planChanges([planned('12000'), other], [known()])).toMatchObject({
      ok: true,
      changes: [
        { was: { id: 'l' }, added: 2_000n },
        { was: null, added: 500n },
      ],
      unchanged: 0,
    });
    expect(planChanges([planned('10000')], [known()])).toEqual({ ok: true, changes: [], unchanged: 1 });
    expect(planChanges([planned('10000', { tolerance: 5 })], [known()])).toMatchObject({ changes: [{ added: 0n }] });
  });

  it('cuts a line down to what is held, and not one unit below', () => {
    const held = known({ reserved: '3000', committed: '2000', spent: '1000', outside: '500' });
    expect(planChanges([planned('6000')], [held])).toMatchObject({ ok: true });
    expect(planChanges([planned('5999')], [held])).toMatchObject({ ok: false, problems: [{ line: 2, code: 'held' }] });
    expect(planChanges([planned('0', { control: 'warn' })], [held])).toMatchObject({ ok: true });
  });

  it('raises a line that others have overdrawn, and takes its tolerance away only where nothing hangs on it', () => {
    expect(planChanges([planned('11000')], [known({ spent: '20000', outside: '20000' })])).toMatchObject({ ok: true });
    const tolerated = known({ tolerance: 100, committed: '11000' });
    expect(planChanges([planned('10000')], [tolerated])).toMatchObject({ ok: false, problems: [{ code: 'held' }] });
    expect(planChanges([planned('11000')], [tolerated])).toMatchObject({ ok: true });
  });
});

const named = (key: string, zh: string) => ({ id: key, key, name: { zh, en: key } });
const AROUND = { units: [named('shop', '徐汇店')], categories: [named('display', '陈列')], currency: 'CNY' };
const HEAD = ['单号', '组织', '类别', '日期', '金额', '说明'];
const ROW = ['ERP-1', '徐汇店', '陈列', '2026-11-15', '6,400.00', '布展'];

describe('what others have spent', () => {
  it('is read with its reference, or each mistake is told', () => {
    expect(readOutside([HEAD, ROW], AROUND)).toEqual({
      ok: true,
      spent: [
        { at: 2, reference: 'ERP-1', unit: 'shop', category: 'display', date: '2026-11-15', amount: '640000', note: '布展', key: 'erp-1' },
      ],
    });
    const bad = readOutside([HEAD, ROW, ['ERP-1', '徐汇店', '', '2026-11-15', '1', ''], ['', '没有', 'x', '2026-13-01', '-1', '']], AROUND);
    expect(bad.ok ? [] : bad.problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
      '3 reference-twice',
      '4 blank',
      '4 unknown-unit',
      '4 unknown-category',
      '4 not-a-day',
      '4 not-an-amount',
    ]);
  });

  it.each(['erp-1', 'ＥＲＰ－１', ' ERP-1 ', 'ERP\u200b-1', 'ERP–1', 'ЕRP-1'])(
    'is known by its reference however that is spelt: %j',
    (spelt) => {
      const bad = readOutside([HEAD, ROW, [spelt, ...ROW.slice(1)]], AROUND);
      expect(bad.ok ? [] : bad.problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['3 reference-twice']);
    },
  );

  it('is not passed over where the ledger has it with another amount', () => {
    const read = readOutside([HEAD, ROW, ['ERP-11', ...ROW.slice(1)]], AROUND);
    const spent = read.ok ? read.spent : [];
    expect(postedOtherwise(spent, new Map([['erp-1', '640000']]), 'CNY')).toEqual([]);
    expect(postedOtherwise(spent, new Map([['erp-1', '64000']]), 'CNY')).toMatchObject([{ line: 2, code: 'posted-otherwise' }]);
  });

  it('is no more than a line can hold, with what it has', () => {
    const most = (reference: string): string[] => [reference, '徐汇店', '陈列', '2026-11-15', '5,000,000,000,000', ''];
    const read = readOutside([HEAD, most('A'), most('B'), ['C', ...ROW.slice(1)]], AROUND);
    const around = { lines: [known()], paths: new Map<string, string[]>(), currency: 'CNY', names: new Map<string, never>() };
    const placed = placeOutside(read.ok ? read.spent : [], around);
    expect(placed.ok ? [] : placed.problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['4 too-large']);
    expect(placeOutside(read.ok ? read.spent.slice(0, 2) : [], { ...around, lines: [known({ outside: '1' })] })).toMatchObject({
      ok: false,
    });
  });

  it('falls on the line that a request would fall on, or is refused by name', () => {
    const read = readOutside([HEAD, ROW, ['ERP-2', '徐汇店', '陈列', '2026-12-01', '1', '']], AROUND);
    const spent = read.ok ? read.spent : [];
    const around = {
      lines: [known({ id: 'region', unitId: 'region' }), known()],
      paths: new Map([['shop', ['region', 'shop']]]),
      currency: 'CNY',
      names: new Map([...AROUND.units, ...AROUND.categories].map(({ id, name }) => [id, name])),
    };
    expect(placeOutside(spent.slice(0, 1), around)).toMatchObject({ ok: true, spent: [{ reference: 'ERP-1', line: 'l' }] });
    expect(placeOutside(spent, around)).toMatchObject({
      ok: false,
      problems: [{ line: 3, message: { zh: '第 3 行：2026-12-01 没有「徐汇店 · 陈列」这一行预算。' } }],
    });
  });
});
