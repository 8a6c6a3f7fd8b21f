import { COMPANY } from './company.fixture';
import { leavingFault, leavingRows, stayingRows, superiorOf, type Leaving } from './leaving';
import { sentPost } from './sent-rows';

const LEAVING: Leaving = { person: 'area', lastDay: '2026-12-05', heirs: { area: 'clerk' }, until: '2027-03-01' };
const rows = (more: Partial<Leaving> = {}) => leavingRows({ ...LEAVING, ...more }, COMPANY);
const fault = (more: Partial<Leaving> = {}, by = 'keeper') => leavingFault({ ...LEAVING, ...more }, COMPANY, by);

describe('somebody leaves', () => {
  it('has their posts and their own grants end after the last day, with somebody in each place', () => {
    const { people, positions, grants } = rows();
    expect(people).toEqual([]);
    expect(positions[0]).toMatchObject({
      ...{ key: 'area', person: 'area', validTo: '2026-12-06' },
      substitute: { person: 'clerk', validFrom: '2026-12-06', validTo: '2027-03-01' },
    });
    expect(grants).toMatchObject([{ key: 'own', validTo: '2026-12-06' }]);
  });

  it('ends what they did for a vacant post on that day, or hands it on at once', () => {
    expect(rows().positions[1]).toMatchObject({ key: 'trainer', substitute: { person: 'area', validTo: '2026-12-06' } });
    expect(rows({ heirs: { trainer: 'clerk' } }).positions[1]).toMatchObject({ substitute: { person: 'clerk', validTo: '2027-02-01' } });
  });

  it('closes the account at once where the last day is over', () => {
    expect(rows({ lastDay: '2026-11-30' }).people).toMatchObject([{ key: 'area', active: false, rights: [] }]);
    expect(rows({ lastDay: '2026-12-01' }).people).toEqual([]);
  });

  it('proposes whoever holds the next post above that is held', () => {
    const [, , area] = COMPANY.positions;
    expect(superiorOf(area!, 'area', COMPANY, '2026-12-06')).toBe('head');
    expect(superiorOf(COMPANY.positions[0]!, 'head', COMPANY, '2026-12-06')).toBeNull();
  });

  it('is taken back for the posts that still have the same holder', () => {
    const kept = { positions: COMPANY.positions.map((post) => sentPost(post)), grants: [] };
    const moved = COMPANY.positions.map((post) => (post.key === 'area' ? { ...post, person: 'clerk' } : post));
    expect(stayingRows(kept, { ...COMPANY, positions: moved }).positions.map(({ key }) => key)).not.toContain('area');
    expect(stayingRows(kept, COMPANY).positions).toEqual(kept.positions);
  });

  it('is refused where nobody else sorts out stuck requests', () => {
    const people = COMPANY.people.map((each) => (each.key === 'area' ? { ...each, rights: ['requests.operate' as const] } : each));
    expect(leavingFault(LEAVING, { ...COMPANY, people }, 'keeper')).toBe('last-operator');
  });

  it('is refused with the reason', () => {
    expect(fault()).toBeNull();
    expect(fault({}, 'area')).toBe('own-leaving');
    expect(fault({ person: 'gone' })).toBe('has-left');
    expect(fault({ heirs: { area: 'gone' } })).toBe('unknown-heir');
    expect(fault({ heirs: { area: 'area' } })).toBe('heir-leaves');
    expect(fault({ heirs: { area: 'keeper' } })).toBe('own-heir');
    expect(fault({ heirs: { area: 'head' } }, 'head')).toBeNull();
    expect(fault({ lastDay: '2026-11-29' })).toBe('long-past');
    expect(fault({ until: '2026-12-06' })).toBe('until-too-early');
  });
});
