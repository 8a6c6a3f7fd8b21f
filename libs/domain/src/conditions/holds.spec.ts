import { fc } from '../../../../test/support/seeded';
import type { Condition, Operand } from '../definition/condition.schema';
import { holds, type ConditionEnvironment } from './holds';
import { operandsOf, rolesAskedBy } from './operands';

const cny = (minor: string) => ({ minor, currency: 'CNY' });
const environment: ConditionEnvironment = {
  fields: {
    amount: cny('500000'),
    note: 'abc',
    day: '2026-03-02',
    yes: false,
    zero: 0,
    blank: null,
    empty: '',
    list: ['a'],
    none: [],
    'items.amount': cny('7'),
    'items#': 2,
  },
  params: { on: true, most: 3, limit: cny('500000') },
  stanceOn: (step) => (step === 'opinion' ? 'against' : null),
  requesterRoles: ['clerk'],
};
const field = (name: string): Operand => ({ field: name });
const is = (condition: Condition) => holds(condition, environment);

describe('a condition', () => {
  it('compares money exactly, in its currency only', () => {
    expect(is({ gt: [field('amount'), { money: '4999.99', currency: 'CNY' }] })).toBe(true);
    expect(is({ gt: [field('amount'), { money: '5000', currency: 'CNY' }] })).toBe(false);
    expect(is({ gte: [field('amount'), { money: '5000.00', currency: 'CNY' }] })).toBe(true);
    expect(is({ lt: [field('amount'), { money: '9000', currency: 'EUR' }] })).toBe(false);
    expect(is({ ne: [field('amount'), { money: '9000', currency: 'EUR' }] })).toBe(false);
  });

  it('compares with an amount or a number that the company sets, and with as much below zero', () => {
    expect(is({ lte: [field('amount'), { param: 'limit' }] })).toBe(true);
    expect(
      is({
        gt: [
          { money: '-5000.01', currency: 'CNY' },
          { param: 'limit', negative: true },
        ],
      }),
    ).toBe(false);
    expect(
      is({
        gte: [
          { money: '-5000', currency: 'CNY' },
          { param: 'limit', negative: true },
        ],
      }),
    ).toBe(true);
    expect(is({ eq: [{ value: -3 }, { param: 'most', negative: true }] })).toBe(true);
    expect(is({ filled: { param: 'on', negative: true } })).toBe(false);
  });

  it('is false wherever a blank is compared, “not equal” included', () => {
    for (const blank of ['blank', 'empty', 'missing', 'none']) {
      for (const operator of ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const) {
        expect(is({ [operator]: [field(blank), { value: 'x' }] } as Condition)).toBe(false);
      }
    }
    expect(is({ ne: [field('note'), { value: 'x' }] })).toBe(true);
  });

  it('is false across types', () => {
    expect(is({ eq: [field('zero'), { value: false }] })).toBe(false);
    expect(is({ ne: [field('zero'), { value: '0' }] })).toBe(false);
  });

  it('compares days in the order of the calendar', () => {
    expect(is({ lt: [field('day'), { value: '2026-03-10' }] })).toBe(true);
  });

  it('asks for sums, counts, parameters, stances and roles', () => {
    expect(is({ eq: [{ sum: 'items.amount' }, { money: '0.07', currency: 'CNY' }] })).toBe(true);
    expect(is({ lt: [{ count: 'items' }, { param: 'most' }] })).toBe(true);
    expect(is({ eq: [{ stance: 'opinion' }, { value: 'against' }] })).toBe(true);
    expect(is({ eq: [{ stance: 'other' }, { value: 'for' }] })).toBe(false);
    expect(is({ requesterHasRole: 'clerk' })).toBe(true);
    expect(is({ requesterHasRole: 'gm' })).toBe(false);
  });

  it('tells what is filled', () => {
    expect(['yes', 'zero', 'list', 'amount'].map((name) => is({ filled: field(name) }))).toEqual([true, true, true, true]);
    expect(['blank', 'empty', 'none', 'missing'].map((name) => is({ filled: field(name) }))).toEqual([false, false, false, false]);
  });

  it('joins, and is kind to empty joins as logic is', () => {
    expect(is({ all: [] })).toBe(true);
    expect(is({ any: [] })).toBe(false);
    expect(is({ not: { any: [{ requesterHasRole: 'gm' }, { in: [field('note'), ['abd', 'abc']] }] } })).toBe(false);
  });

  it('refuses a form of condition that nobody knows', () => {
    expect(() => is({ maybe: true } as unknown as Condition)).toThrow(/Expected to know a condition/);
  });

  it('names its operands and roles, however deep', () => {
    const deep: Condition = {
      not: { any: [{ all: [{ filled: field('note') }, { requesterHasRole: 'gm' }] }, { eq: [field('day'), { value: 'x' }] }] },
    };
    expect(operandsOf(deep)).toEqual([field('note'), field('day'), { value: 'x' }]);
    expect(rolesAskedBy(deep)).toEqual(['gm']);
  });

  it('says exactly one of less, equal and greater for filled values of one type', () => {
    const value = fc.oneof(fc.string({ minLength: 1 }), fc.integer());
    fc.assert(
      fc.property(value, value, (left, right) => {
        const pair: [Operand, Operand] = [{ value: left }, { value: right }];
        const verdicts = [is({ lt: pair }), is({ eq: pair }), is({ gt: pair })].filter(Boolean).length;
        expect(verdicts).toBe(typeof left === typeof right ? 1 : 0);
      }),
    );
  });
});

describe('names that every object has', () => {
  const nothing = { fields: {}, params: {}, stanceOn: () => null, requesterRoles: [] };
  it.each(['constructor', 'toString', '__proto__', 'valueOf'])('are blank where nobody wrote them: %s', (name) => {
    for (const operand of [{ field: name }, { sum: name }, { count: name }, { param: name }, { stance: name }])
      expect(holds({ filled: operand }, nothing)).toBe(false);
    expect(holds({ filled: { field: name } }, { ...nothing, fields: JSON.parse(`{ "${name}": "x" }`) as Record<string, string> })).toBe(
      true,
    );
  });
});
