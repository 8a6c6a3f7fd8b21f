import type { LimitChangeBody } from './dto/limits.body';
import { readChanges, type LimitSurroundings, type StandingGrant } from './limit-changes';

const GRANT = '0196f3a0-0000-7000-8000-000000000001';
const ACTOR = '0196f3a0-0000-7000-8000-0000000000aa';
const PERSON = '0196f3a0-0000-7000-8000-0000000000bb';
const limit = (amount: string) => ({ amount, currency: 'CNY' });

const standing = (more: Partial<StandingGrant> = {}): StandingGrant => ({
  ...{ id: GRANT, own: true, key: 'ops.expense', kind: 'approve-within-limit', matter: 'expense', role: 'ops' },
  ...{ limit: limit('5000.00'), plan: 'in', state: 'granted', ...more },
});

const around = (grant: StandingGrant, taken: string[] = []): LimitSurroundings => ({
  ...{ grants: new Map([[GRANT, grant]]), people: new Map([[PERSON, 'zhang-wei']]), taken: new Set(taken) },
  ...{ actorId: ACTOR, currency: 'CNY', from: '2026-12-01', reason: 'Repairs' },
});
type Found = ReturnType<typeof readChanges>[number];
const read = (change: LimitChangeBody, grant = standing(), taken: string[] = []): Found =>
  readChanges([change], around(grant, taken))[0] as Found;
const codeOf = (found: Found): string => ('rows' in found ? 'taken' : found.code);
const keysOf = (found: Found): string[] => ('rows' in found ? found.rows.map(({ key }) => key) : [found.code]);

describe('a change of a limit', () => {
  const on = { grant: GRANT };
  const yearEnd = { validTo: '2026-12-31' };
  it.each<[string, LimitChangeBody, Partial<StandingGrant>]>([
    ['by more money', { amount: '5000.01' }, {}],
    ['by no limit at all', { unlimited: true }, {}],
    ['by a later end', { amount: '5000.00', validTo: '2027-12-31' }, yearEnd],
    ['by no end', { amount: '5000.00', validTo: null }, yearEnd],
    ['by lifting what is withheld', { amount: null }, { state: 'withheld', kind: 'approve', limit: null }],
    ['by granting what was only proposed', { amount: '1' }, { state: 'proposed' }],
    ['by reviving what has expired', { amount: '1' }, { state: 'expired' }],
  ])('widens nobody’s own authority: %s', (_, change, grant) => {
    expect(codeOf(read({ ...on, ...change }, standing(grant)))).toBe('own');
    expect(codeOf(read({ ...on, ...change }, standing({ ...grant, own: false })))).toBe('taken');
  });

  it.each<[string, LimitChangeBody, Partial<StandingGrant>]>([
    ['by less money', { amount: '4999.99' }, {}],
    ['by an earlier end', { amount: '5000.00', validTo: '2026-12-30' }, yearEnd],
    ['by an end where there was none', { amount: '5000.00', validTo: '2027-01-01' }, {}],
    ['by withholding it', { amount: '9000.00', withheld: 'audit' }, {}],
  ])('narrows one’s own: %s', (_, change, grant) => {
    expect(codeOf(read({ ...on, ...change }, standing(grant)))).toBe('taken');
  });

  it('says an amount or no limit, never both', () => {
    expect(codeOf(read({ ...on, amount: '1', unlimited: true }))).toBe('ambiguous');
    expect(codeOf(read({ ...on, amount: '1', unlimited: false }))).toBe('taken');
  });

  it('is about something once in a set', () => {
    const exception = { person: PERSON, matter: 'expense', amount: '1', validTo: '2099-01-01' };
    const changes: LimitChangeBody[] = [
      { ...on, amount: '1' },
      exception,
      on,
      { ...exception, plan: 'over' },
      { ...exception, plan: 'in' },
    ];
    expect(readChanges(changes, around(standing())).map(codeOf)).toEqual(['taken', 'taken', 'twice', 'taken', 'twice']);
  });

  it('gives every exception a key of its own that the directory takes, however long or oddly written its matter is', () => {
    const exception = { person: PERSON, amount: '1', validTo: '2099-01-01' };
    const matters = ['expense', 'x'.repeat(120), `${'x'.repeat(119)}y`, 'storeRepairs', 'storerepairs', 'store_repairs'];
    const keys = matters.flatMap((matter) => keysOf(read({ ...exception, matter })));
    expect(keys[0]).toBe('exception.zhang-wei.expense.in.20261201');
    expect(new Set(keys).size).toBe(matters.length);
    for (const key of keys) expect([key, key.length <= 80, /^[a-z0-9]+(?:[-.:_][a-z0-9]+)*$/.test(key)]).toEqual([key, true, true]);
    expect(codeOf(read({ ...exception, matter: 'expense' }, standing(), keys))).toBe('exists');
  });

  it('of a grant with the longest of keys can be made as well', () => {
    const [old, fresh] = keysOf(read({ ...on, amount: '1' }, standing({ key: 'k'.repeat(80) })));
    expect(old).toHaveLength(80);
    expect([fresh?.length, fresh?.endsWith('.from-20261201')]).toEqual([80, true]);
  });
});
