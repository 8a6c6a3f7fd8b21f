import { fc } from '../../../../test/support/seeded';
import type { FundsHeld } from '../request/held';
import type { BudgetLine } from '../request/budget-line';
import { allowanceOf, availableOf } from './available';
import { findLine, type LineQuestion } from './find-line';
import { burdenOf, fundingOf } from './funding';
import { fundsHeld, type Drawing, type DrawingRule } from './funds-held';
import { movementsBetween } from './movements';

const cny = (minor: string) => ({ minor, currency: 'CNY' });

function line(more: Partial<BudgetLine> = {}): BudgetLine {
  return {
    id: 'l',
    unitId: 'store',
    category: 'display',
    from: '2026-11-01',
    to: '2026-11-30',
    currency: 'CNY',
    control: 'over-plan',
    tolerance: 0,
    ownerId: null,
    planned: '4500000',
    moved: '0',
    extended: '0',
    reserved: '0',
    committed: '0',
    spent: '0',
    outside: '0',
    ...more,
  };
}

const asked: LineQuestion = { unitPath: ['company', 'region', 'store'], category: 'display', date: '2026-11-22', currency: 'CNY' };

describe('findLine', () => {
  it('takes the line of the unit itself before that of a unit above', () => {
    expect(findLine([line({ id: 'region', unitId: 'region' }), line()], asked)?.id).toBe('l');
  });

  it('takes the line of the category before one for anything, and the month before the year', () => {
    const lines = [line({ id: 'any', category: null }), line({ id: 'year', from: '2026-01-01', to: '2026-12-31' }), line({ id: 'month' })];
    expect(findLine(lines, asked)?.id).toBe('month');
    expect(findLine(lines.slice(0, 2), asked)?.id).toBe('year');
  });

  it('finds none of another unit, category, period or currency', () => {
    const others = [
      line({ unitId: 'other' }),
      line({ category: 'travel' }),
      line({ from: '2026-12-01', to: '2026-12-31' }),
      line({ currency: 'EUR' }),
    ];
    expect(findLine(others, asked)).toBeNull();
  });

  it('includes the first and the last day', () => {
    expect(findLine([line()], { ...asked, date: '2026-11-01' })).not.toBeNull();
    expect(findLine([line()], { ...asked, date: '2026-11-30' })).not.toBeNull();
    expect(findLine([line()], { ...asked, date: '2026-12-01' })).toBeNull();
  });

  it('hangs on no order of the lines', () => {
    const lines = [line({ id: 'b' }), line({ id: 'a' }), line({ id: 'c', unitId: 'region' })];
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 3 }), (shuffled) => {
        expect(findLine(shuffled, asked)?.id).toBe('a');
      }),
    );
  });
});

describe('fundingOf', () => {
  it('covers what the line has left to the last unit, and not one more', () => {
    expect(fundingOf(cny('4500000'), line(), null)).toMatchObject({ covered: cny('4500000'), over: cny('0'), inPlan: true });
    expect(fundingOf(cny('4500001'), line(), null)).toMatchObject({ covered: cny('4500000'), over: cny('1'), inPlan: false });
  });

  it('covers nothing without a line', () => {
    expect(fundingOf(cny('1'), null, null)).toEqual({
      line: null,
      available: null,
      control: null,
      covered: cny('0'),
      over: cny('1'),
      inPlan: false,
    });
  });

  it('counts what the request holds already as its own', () => {
    const own: FundsHeld = { line: 'l', currency: 'CNY', reserved: '4000000', committed: '0', spent: '0', extended: '0' };
    const found = fundingOf(cny('4500000'), line({ reserved: '4000000' }), own);
    expect(found).toMatchObject({ available: cny('4500000'), covered: cny('4500000'), inPlan: true });
    expect(fundingOf(cny('4500000'), line({ id: 'other', reserved: '4000000' }), own)).toMatchObject({ covered: cny('500000') });
  });

  it('covers nothing of a line that others have overdrawn', () => {
    expect(fundingOf(cny('100'), line({ spent: '4620000', outside: '4620000' }), null)).toMatchObject({
      available: cny('-120000'),
      covered: cny('0'),
      over: cny('100'),
    });
  });

  it('lets a line take as much more as its tolerance says, and everything where it only warns', () => {
    const tolerant = line({ tolerance: 50 });
    expect(allowanceOf(tolerant)).toBe(225_000n);
    expect(fundingOf(cny('4725000'), tolerant, null)).toMatchObject({ inPlan: true });
    expect(fundingOf(cny('4725001'), tolerant, null)).toMatchObject({ over: cny('1') });
    expect(fundingOf(cny('99900000'), line({ control: 'warn' }), null)).toMatchObject({ inPlan: true });
  });
});

const rule: DrawingRule = { key: 'budget', commit: 'approval', spend: [{ step: 'payment' }] };

function standing(more: Partial<Drawing> = {}, fields: Drawing['fields'] = {}): Drawing {
  return {
    outcome: null,
    returned: null,
    carriedOut: [],
    steps: {},
    round: 1,
    fields: { 'budget.line': 'l', 'budget.covered': cny('8370000'), 'budget.over': cny('0'), ...fields },
    ...more,
  };
}

const passed = (...steps: string[]) => ({
  steps: Object.fromEntries(steps.map((step) => [step, { status: 'passed' as const, generation: 1, seats: {} }])),
});

describe('fundsHeld', () => {
  it('reserves while it is asked for, commits with the yes, spends with the payment', () => {
    expect(fundsHeld(rule, standing())).toMatchObject({ reserved: '8370000', committed: '0', spent: '0' });
    expect(fundsHeld(rule, standing(passed('approval')))).toMatchObject({ reserved: '0', committed: '8370000', spent: '0' });
    expect(fundsHeld(rule, standing({ ...passed('approval', 'payment'), carriedOut: ['payment'] }))).toMatchObject({
      committed: '0',
      spent: '8370000',
    });
  });

  it('holds nothing of a draft, with its requester, or once it ended otherwise', () => {
    expect(fundsHeld(rule, standing({ round: 0 }))).toBeNull();
    expect(fundsHeld(rule, standing({ returned: { by: 'approval', to: 'requester', resume: 'walk-again' } }))).toBeNull();
    for (const outcome of ['rejected', 'withdrawn', 'terminated', 'revoked'] as const)
      expect(fundsHeld(rule, standing({ ...passed('approval'), outcome }))).toBeNull();
  });

  it('keeps as spent what was paid, whatever becomes of the request', () => {
    const paid = { ...passed('approval', 'payment'), carriedOut: ['payment'] };
    expect(fundsHeld(rule, standing({ ...paid, outcome: 'terminated' }))).toMatchObject({ committed: '0', spent: '8370000' });
    expect(fundsHeld(rule, standing({ ...passed('approval'), outcome: 'revoked' }))).toBeNull();
  });

  it('reserves the covered part alone; what is over is granted with the yes and burdens nobody', () => {
    const split = { 'budget.over': cny('230000') };
    expect(fundsHeld(rule, standing({}, split))).toMatchObject({ reserved: '8370000', extended: '0' });
    const committed = fundsHeld(rule, standing(passed('approval'), split));
    expect(committed).toMatchObject({ committed: '8600000', extended: '230000' });
    expect(burdenOf(committed as FundsHeld)).toBe(8_370_000n);
  });

  it('pays in parts, and lets go of the rest once all is paid', () => {
    const parts: DrawingRule = { ...rule, spend: [{ step: 'payment', amount: 'paid' }] };
    const half = { ...passed('approval', 'payment'), carriedOut: ['payment'] };
    expect(fundsHeld(parts, standing(half, { paid: cny('4000000') }))).toMatchObject({ committed: '4370000', spent: '4000000' });
    expect(fundsHeld(parts, standing({ ...half, outcome: 'approved' }, { paid: cny('4000000') }))).toMatchObject({
      committed: '0',
      spent: '4000000',
    });
  });
});

const amounts = fc.bigInt({ min: 0n, max: 1_000n }).map(String);
const held = fc.option(
  fc.record({
    line: fc.constantFrom('a', 'b'),
    currency: fc.constant('CNY'),
    reserved: amounts,
    committed: amounts,
    spent: amounts,
    extended: amounts,
  }),
);

describe('movementsBetween', () => {
  it('names what happened: reserve, commit, spend, release, refund', () => {
    const at = (more: Partial<FundsHeld>): FundsHeld => ({
      ...{ line: 'a', currency: 'CNY', reserved: '0', committed: '0', spent: '0', extended: '0' },
      ...more,
    });
    const kinds = (before: FundsHeld | null, after: FundsHeld | null) => movementsBetween(before, after).map(({ kind }) => kind);
    expect(kinds(null, at({ reserved: '5' }))).toEqual(['reserve']);
    expect(kinds(at({ reserved: '5' }), at({ committed: '5' }))).toEqual(['commit']);
    expect(kinds(at({ committed: '5' }), at({ spent: '5' }))).toEqual(['spend']);
    expect(kinds(at({ reserved: '5' }), null)).toEqual(['release']);
    expect(kinds(at({ spent: '5' }), null)).toEqual(['refund']);
    expect(kinds(at({ reserved: '5' }), at({ committed: '3' }))).toEqual(['release', 'commit']);
    expect(kinds(at({ reserved: '5' }), at({ committed: '8', extended: '3' }))).toEqual(['extend', 'commit']);
    expect(kinds(at({ reserved: '5' }), at({ line: 'b', reserved: '5' }))).toEqual(['release', 'reserve']);
    expect(kinds(at({ reserved: '5' }), at({ reserved: '5' }))).toEqual([]);
  });

  it('adds up to the difference, whatever was and is', () => {
    fc.assert(
      fc.property(held, held, (before, after) => {
        const found = movementsBetween(before, after);
        for (const name of ['a', 'b'])
          for (const sum of ['reserved', 'committed', 'spent', 'extended'] as const) {
            const of = (each: FundsHeld | null): bigint => (each?.line === name ? BigInt(each[sum]) : 0n);
            const moved = found.filter(({ line: on }) => on === name).reduce((total, each) => total + BigInt(each[sum]), 0n);
            expect(moved).toBe(of(after) - of(before));
          }
      }),
    );
  });

  it('never names a kind twice of one line', () => {
    fc.assert(
      fc.property(held, held, (before, after) => {
        const names = movementsBetween(before, after).map(({ line: on, kind }) => `${on} ${kind}`);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

it('has left what was planned, moved in and granted, without what was taken', () => {
  expect(availableOf(line({ moved: '300000', spent: '3530000', committed: '700000' }))).toBe(570_000n);
});
