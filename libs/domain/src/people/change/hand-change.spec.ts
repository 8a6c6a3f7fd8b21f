import { COMPANY } from './company.fixture';
import { handChange, type HandChange } from './hand-change';

const made = (change: HandChange, by = 'keeper') => handChange(change, COMPANY, by);
const postOf = (change: HandChange) => {
  const rows = made(change);
  return 'fault' in rows ? rows.fault : rows.positions[0];
};

describe('a change of the directory by hand', () => {
  it('gives a vacant post from a day on, and one that is held today only', () => {
    expect(postOf({ kind: 'give', post: 'trainer', person: 'clerk', from: '2026-12-08' })).toMatchObject({
      ...{ key: 'trainer', person: 'clerk', validFrom: '2026-12-08', validTo: null, substitute: { person: 'area' } },
    });
    expect(postOf({ kind: 'give', post: 'trainer', person: 'clerk', from: '2026-12-01' })).toMatchObject({ substitute: null });
    expect(postOf({ kind: 'give', post: 'area', person: 'clerk', from: '2026-12-08' })).toBe('held');
    const swapped = postOf({ kind: 'give', post: 'area', person: 'clerk', from: '2026-12-01' });
    expect(swapped).toMatchObject({ person: 'clerk', validFrom: '2026-12-01' });
    // Whose primary post it is, is found anew.
    expect(swapped).not.toHaveProperty('primary');
    expect(postOf({ kind: 'give', post: 'middle', person: 'clerk', from: '2026-12-08' })).toMatchObject({ person: 'clerk' });
  });

  it('ends a post on a day, takes an end away, and vacates one that has not begun', () => {
    expect(postOf({ kind: 'end', post: 'area', until: '2026-12-06' })).toMatchObject({
      person: 'area',
      validTo: '2026-12-06',
      primary: true,
    });
    expect(postOf({ kind: 'end', post: 'area', until: null })).toBe('no-change');
    expect(postOf({ kind: 'end', post: 'trainer', until: '2026-12-06' })).toBe('not-held');
    expect(postOf({ kind: 'end', post: 'area', until: '2026-11-30' })).toBe('past-day');
  });

  it('keeps the title of a post, but with another role that of the role', () => {
    expect(postOf({ kind: 'role', post: 'clerk', role: 'clerk', grade: 'director' })).toMatchObject({
      grade: 'director',
      title: { en: 'clerk' },
    });
    expect(postOf({ kind: 'role', post: 'clerk', role: 'area', grade: 'manager' })).not.toHaveProperty('title');
    expect(postOf({ kind: 'superior', post: 'clerk', superior: 'top' })).toMatchObject({ superior: 'top', title: { en: 'clerk' } });
  });

  it('lets somebody take the place of a vacant post only', () => {
    expect(postOf({ kind: 'substitute', post: 'middle', person: 'clerk', until: '2027-01-01' })).toMatchObject({
      substitute: { person: 'clerk' },
    });
    expect(postOf({ kind: 'substitute', post: 'area', person: 'clerk', until: '2027-01-01' })).toBe('is-held');
    expect(postOf({ kind: 'substitute', post: 'middle', person: 'clerk', until: '2026-12-01' })).toBe('past-day');
  });

  it('gives nobody anything who has left', () => {
    expect(made({ kind: 'give', post: 'trainer', person: 'gone', from: '2026-12-01' })).toEqual({ fault: 'has-left' });
    expect(made({ kind: 'rights', person: 'gone', rights: ['budgets.read'] })).toEqual({ fault: 'has-left' });
    expect(made({ kind: 'account', person: 'gone', active: true })).toMatchObject({ people: [{ key: 'gone', active: true }] });
  });

  it.each<HandChange>([
    { kind: 'give', post: 'trainer', person: 'keeper', from: '2026-12-01' },
    { kind: 'substitute', post: 'trainer', person: 'keeper', until: '2027-01-01' },
    { kind: 'superior', post: 'keeper', superior: null },
    { kind: 'role', post: 'keeper', role: 'top', grade: 'gm' },
    { kind: 'rights', person: 'keeper', rights: ['directory.import', 'budgets.read'] },
    { kind: 'account', person: 'keeper', active: false },
  ])('raises nobody by their own hand: $kind', (change) => {
    expect(made(change)).toEqual({ fault: 'own' });
    expect(made(change, 'clerk')).not.toHaveProperty('fault');
  });

  it('lets somebody give up rights of their own', () => {
    expect(made({ kind: 'rights', person: 'keeper', rights: [] })).toMatchObject({ people: [{ rights: [] }] });
  });
});
