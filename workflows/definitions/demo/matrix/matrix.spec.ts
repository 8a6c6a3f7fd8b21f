import { directoryImportSchema } from '@countersign/domain';
import { DEMO_GRANTS } from '../demo-grants';
import { ROLE_TITLES } from '../demo-roles';
import { CARRIED_ROWS, MATRIX_GRANTS, MATRIX_ROWS } from '.';

const rowsNamed = (source: string | undefined): string[] => {
  const range = /A(\d{3})–A(\d{3})/.exec(source ?? '');
  const within = range ? Array.from({ length: Number(range[2]) - Number(range[1]) + 1 }, (_, at) => Number(range[1]) + at) : [];
  return [...(source?.match(/A\d{3}/g) ?? []), ...within.map((each) => `A${String(each).padStart(3, '0')}`)];
};

describe('the matrix of authorities', () => {
  it('ships whole: each of the 221 rows once, in order', () => {
    expect(MATRIX_ROWS.map(([row]) => row)).toEqual(Array.from({ length: 221 }, (_, at) => `A${String(at + 1).padStart(3, '0')}`));
  });

  it('is bound to roles that there are, in words of both languages', () => {
    for (const [row, source, held, zh, en] of MATRIX_ROWS) {
      expect([row, held.length > 0, /^S\d:\d+$/.test(source)]).toEqual([row, true, true]);
      expect([row, /[\u4e00-\u9fff]/.test(zh), /[\u4e00-\u9fff]/.test(en)]).toEqual([row, true, false]);
      for (const each of held) expect(ROLE_TITLES).toHaveProperty([each.split(' ')[0]!]);
    }
  });

  it('is granted row by row, or carried by the grants of a process that name the row', () => {
    const named = new Set(DEMO_GRANTS.flatMap(({ source }) => rowsNamed(source)));
    expect(MATRIX_ROWS.map(([row]) => row).filter((row) => !named.has(row))).toEqual([]);
    for (const row of CARRIED_ROWS) expect(MATRIX_GRANTS.filter(({ source }) => rowsNamed(source).includes(row))).toEqual([]);
  });

  it('withholds what is disputed, with the reason', () => {
    const withheld = MATRIX_GRANTS.filter(({ state }) => state === 'withheld');
    expect(withheld.map(({ key, withheldReason }) => [key, Boolean(withheldReason)])).toEqual([
      ['a007-decide-ops-manager', true],
      ['a066-draft-training-supervisor', true],
      ['a183-execute-market-specialist', true],
    ]);
  });

  it('never takes a blank for no limit', () => {
    const blank = MATRIX_GRANTS.filter(({ kind }) => kind === 'approve-within-limit');
    expect(blank.map(({ key, limit }) => [key, limit ?? null])).toEqual([['a005-approve-within-limit-ops-manager', null]]);
  });

  it('is taken in by the directory', () => {
    const grants = directoryImportSchema.shape.grants.parse(MATRIX_GRANTS);
    expect(new Set(grants.map(({ key }) => key)).size).toBe(MATRIX_GRANTS.length);
  });
});
