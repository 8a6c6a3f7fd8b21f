import { fc } from '../../../../test/support/seeded';
import { coverage, type CoverageInput } from './coverage';
import type { Grant } from '../request/grant';

const cny = (minor: string) => ({ minor, currency: 'CNY' });

function grant(more: Partial<Grant> = {}): Grant {
  return {
    id: 'g',
    kind: 'approve-within-limit',
    matter: 'expense',
    role: 'manager',
    personId: null,
    scopeUnitId: null,
    limit: cny('500000'),
    plan: 'any',
    state: 'granted',
    withheldReason: null,
    validFrom: null,
    validTo: null,
    ...more,
  };
}

function ask(grants: Grant[], more: Partial<CoverageInput> = {}) {
  return coverage({
    grants,
    authority: { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' },
    amount: cny('500000'),
    inPlan: null,
    unitPath: ['company', 'region', 'store'],
    covers: ['region'],
    roles: ['manager'],
    personId: 'bo',
    now: '2026-03-02T02:00:00.000Z',
    ...more,
  });
}

describe('coverage', () => {
  it('covers an amount up to the limit and not one unit more', () => {
    expect(ask([grant()])).toMatchObject({ covers: true });
    expect(ask([grant()], { amount: cny('500001') })).toEqual({ covers: false, code: 'limit-too-low', limit: cny('500000') });
  });

  it('never covers by a blank limit', () => {
    expect(ask([grant({ limit: null })], { amount: cny('1') })).toEqual({ covers: false, code: 'limit-blank', limit: null });
  });

  it('covers everything by an express “no limit”, an unknown amount included', () => {
    expect(ask([grant({ limit: 'no-limit' })], { amount: cny('999999999999999') })).toMatchObject({ covers: true });
    expect(ask([grant({ limit: 'no-limit' })], { amount: null })).toMatchObject({ covers: true });
    expect(ask([grant()], { amount: null })).toMatchObject({ covers: false });
  });

  it('does not compare limits of another currency', () => {
    expect(ask([grant({ limit: { minor: '900000', currency: 'EUR' } })])).toMatchObject({ covers: false });
  });

  it('asks for no limit where the step names no amount', () => {
    expect(ask([grant({ limit: null, kind: 'review' })], { authority: { kind: 'review', matter: 'expense' } })).toMatchObject({
      covers: true,
    });
  });

  it('keeps kinds and matters apart', () => {
    expect(ask([grant({ kind: 'approve' })])).toMatchObject({ code: 'no-authority' });
    expect(ask([grant({ matter: 'lease' })])).toMatchObject({ code: 'no-authority' });
  });

  it('holds for the role or the person of the grant, and nobody else', () => {
    expect(ask([grant({ role: 'clerk' })])).toMatchObject({ code: 'no-authority' });
    expect(ask([grant({ role: null, personId: 'bo' })])).toMatchObject({ covers: true });
    expect(ask([grant({ role: null, personId: 'mei' })])).toMatchObject({ code: 'no-authority' });
    expect(ask([grant({ role: null, personId: null })])).toMatchObject({ code: 'no-authority' });
  });

  it('reaches where the grant says, else where the holder’s posts serve', () => {
    expect(ask([grant({ scopeUnitId: 'company' })], { covers: [] })).toMatchObject({ covers: true });
    expect(ask([grant({ scopeUnitId: 'other-region' })])).toMatchObject({ code: 'no-authority' });
    expect(ask([grant()], { covers: ['other-region'] })).toMatchObject({ code: 'no-authority' });
  });

  it('counts only from its first day to the day before its end', () => {
    expect(ask([grant({ validFrom: '2026-03-02' })])).toMatchObject({ covers: true });
    expect(ask([grant({ validFrom: '2026-03-03' })])).toMatchObject({ covers: false });
    expect(ask([grant({ validTo: '2026-03-03' })])).toMatchObject({ covers: true });
    expect(ask([grant({ validTo: '2026-03-02' })])).toMatchObject({ covers: false });
    expect(ask([grant({ validTo: '2026-03-02T02:00:00.000Z' })])).toMatchObject({ covers: false });
    expect(ask([grant({ validFrom: '2026-03-02T02:00:00.000Z' })])).toMatchObject({ covers: true });
  });

  it('tells a withheld grant from none', () => {
    expect(ask([grant({ state: 'withheld' })])).toMatchObject({ code: 'grant-withheld' });
    expect(ask([grant({ state: 'proposed' })])).toMatchObject({ code: 'no-authority' });
    expect(ask([grant({ state: 'expired' }), grant({ state: 'withheld' })])).toMatchObject({ code: 'grant-withheld' });
  });

  it('keeps the sides of the plan apart where the step asks', () => {
    expect(ask([grant({ plan: 'in' })], { inPlan: true })).toMatchObject({ covers: true });
    expect(ask([grant({ plan: 'in', limit: 'no-limit' })], { inPlan: false })).toMatchObject({ code: 'plan-not-covered' });
    expect(ask([grant({ plan: 'over' })], { inPlan: false })).toMatchObject({ covers: true });
    expect(ask([grant({ plan: 'any' })], { inPlan: false })).toMatchObject({ covers: true });
  });

  it('takes the widest of several grants, in whatever order they come', () => {
    const grants = [
      grant({ id: 'blank', limit: null }),
      grant({ id: 'low', limit: cny('100') }),
      grant({ id: 'high', limit: cny('600000') }),
    ];
    for (const order of [grants, [...grants].reverse()]) expect(ask(order)).toMatchObject({ covers: true, grant: { id: 'high' } });
  });

  it('takes an express “no limit” before every amount', () => {
    const grants = [
      grant({ id: 'low', limit: cny('100') }),
      grant({ id: 'top', limit: 'no-limit' }),
      grant({ id: 'high', limit: cny('600000') }),
    ];
    for (const order of [grants, [...grants].reverse()]) expect(ask(order, { amount: cny('1') })).toMatchObject({ grant: { id: 'top' } });
  });

  it('never covers an amount above every limit, and always one below some limit', () => {
    const limit = fc.oneof(fc.constant(null), fc.bigInt({ min: 0n, max: 10n ** 12n }));
    fc.assert(
      fc.property(fc.array(limit, { minLength: 1, maxLength: 6 }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (limits, amount) => {
        const grants = limits.map((each) => grant({ limit: each === null ? null : cny(each.toString()) }));
        const expected = limits.some((each) => each !== null && each >= amount);
        expect(ask(grants, { amount: cny(amount.toString()) }).covers).toBe(expected);
      }),
    );
  });
});
