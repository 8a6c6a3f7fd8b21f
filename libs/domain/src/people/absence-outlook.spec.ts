import { compareAuthority, whoSigns } from './absence-outlook';
import type { Directory } from './directory';
import { cny, sampleDirectory } from './sample-company.fixture';

/** Beside Zhang Wei of one area, Qian Zhou with the same post in another. */
function company(): Directory {
  const directory = sampleDirectory();
  const [zhang] = directory.positions.filter(({ personId }) => personId === 'zhang');
  if (!zhang) throw new Error('Expected the post of the area manager, but there is none');
  const other = { ...directory.units['area']!, id: 'other-area', key: 'other-area', path: ['hq', 'ops', 'other-area'] };
  return {
    ...directory,
    people: { ...directory.people, qian: { ...directory.people['zhang']!, id: 'qian', key: 'qian' } },
    units: { ...directory.units, 'other-area': other },
    positions: [...directory.positions, { ...zhang, id: 'post-other', personId: 'qian', unitId: 'other-area', covers: [] }],
  };
}

const CASE = { kind: 'approve-within-limit', matter: 'expense', plan: 'in', amount: cny(800), unitId: null } as const;
const rowOf = (standIn: string) =>
  compareAuthority(company(), { person: 'zhang', standIn }).map(({ theirs, elsewhere, above }) => [theirs, elsewhere, above]);

describe('who signs while somebody is away', () => {
  it('is the stand-in where both may, else whoever is above', () => {
    expect(whoSigns(company(), { person: 'zhang', standIn: 'sun' }, CASE)).toEqual({ person: 'sun', beyond: false });
    expect(whoSigns(company(), { person: 'zhang', standIn: 'qian' }, CASE)).toEqual({ person: 'sun', beyond: false });
    expect(rowOf('sun')).toEqual([[cny(5_000), false, 'sun']]);
  });

  it('is not promised of a stand-in whose authority is for other units only', () => {
    expect(rowOf('qian')).toEqual([[undefined, true, 'sun']]);
    expect(rowOf('na')).toEqual([[undefined, false, 'sun']]);
  });
});
