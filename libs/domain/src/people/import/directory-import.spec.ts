import { inOneGo } from '../../preview/in-one-go.fixture';
import { checkDirectoryImport, parseDirectoryImport as parsing, type ExistingDirectory } from './directory-import';
import { DIRECTORY_LIMITS } from './directory-limits';
import { primaryPosts } from './primary-posts';
import type { DirectoryImport, DirectoryImportInput } from './directory-import.schema';
const parseDirectoryImport = (...read: Parameters<typeof parsing>) => inOneGo(parsing(...read));

const named = (text: string) => ({ zh: `${text}名`, en: text });

const base: DirectoryImportInput = {
  company: { key: 'acme', name: named('Acme'), timeZone: 'Asia/Shanghai', currency: 'CNY' },
  units: [
    { key: 'hq', kind: 'company', name: named('HQ'), parent: null },
    { key: 'shop', kind: 'store', name: named('Shop'), parent: 'hq' },
  ],
  roles: [{ key: 'boss', title: named('Boss') }],
  people: [
    { key: 'ann', name: named('Ann'), login: 'ann' },
    { key: 'bob', name: named('Bob') },
  ],
  positions: [
    { key: 'p-ann', person: 'ann', role: 'boss', unit: 'hq', grade: 'gm', superior: null },
    { key: 'p-bob', person: 'bob', role: 'boss', unit: 'shop', grade: 'manager', superior: 'p-ann' },
  ],
  grants: [{ key: 'g1', kind: 'approve', matter: 'spend', role: 'boss', limit: { amount: '5000.00', currency: 'CNY' } }],
};

function problemsOf(change: Partial<DirectoryImportInput>): string[] {
  const result = parseDirectoryImport({ ...base, ...change });
  return result.ok ? [] : result.problems.map((problem) => `${problem.path} ${problem.code}`);
}

function parsed(): DirectoryImport {
  const result = parseDirectoryImport(base);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.directory;
}

const NOTHING: ExistingDirectory = {
  company: null,
  before: { people: [], positions: [], grants: [] },
  parameters: {},
  currencies: [],
  units: [],
  roles: [],
  people: [],
  positions: [],
};

describe('a directory import', () => {
  it('takes a directory whose references all hold', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('fills in what may be left out', () => {
    expect(parsed().people[1]).toEqual({ key: 'bob', name: named('Bob'), language: 'zh', active: true, rights: [] });
    expect(parsed().grants[0]).toMatchObject({ plan: 'any', state: 'granted' });
  });

  it('leaves as it is what a row of somebody known leaves out, and takes away what it says is nothing', () => {
    const before = {
      people: [
        {
          key: 'bob',
          name: named('Bop'),
          active: false,
          language: 'en' as const,
          rights: ['directory.import' as const],
          email: 'b@example.com',
          login: 'bob',
        },
      ],
      positions: [
        {
          key: 'clerk',
          person: 'ann',
          role: 'clerk',
          unit: 'shop',
          grade: 'staff' as const,
          superior: null,
          covers: ['hq'],
          primary: true,
          validTo: '2026-12-31',
          substitute: { person: 'bob', validTo: '2027-02-01' },
        },
      ],
      grants: [
        {
          key: 'g',
          kind: 'approve' as const,
          matter: 'spend',
          role: 'boss',
          limit: 'no-limit' as const,
          plan: 'in' as const,
          state: 'withheld' as const,
          withheldReason: 'x',
          scope: 'hq',
          validTo: '2026-12-31',
        },
      ],
    };
    const read = (more: object) => {
      const result = parseDirectoryImport({ ...base, ...more }, { ...NOTHING, before });
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      return result.directory;
    };
    const people = [...base.people!.filter(({ key }) => key !== 'bob'), { key: 'bob', name: named('Bob') }];
    expect(read({ people }).people.at(-1)).toEqual({
      ...{ key: 'bob', name: named('Bob'), active: false, language: 'en', rights: ['directory.import'], email: 'b@example.com' },
    });
    const back = [...people.slice(0, -1), { key: 'bob', name: named('Bob'), active: true, email: null, rights: [] }];
    expect(read({ people: back }).people.at(-1)).toEqual({ key: 'bob', name: named('Bob'), active: true, language: 'en', rights: [] });
    const clerk = { key: 'clerk', person: 'ann', role: 'boss', unit: 'shop', grade: 'staff' as const, superior: null };
    const positions = [...base.positions!, clerk];
    expect(read({ positions }).positions.at(-1)).toMatchObject({ substitute: { person: 'bob', validTo: '2027-02-01' } });
    const without = positions.map((post) => (post.key === 'clerk' ? { ...post, substitute: null } : post));
    expect(read({ positions: without }).positions.at(-1)).not.toHaveProperty('substitute');
    const grants = [{ key: 'g', kind: 'approve' as const, matter: 'spend', person: 'bob' }];
    expect(read({ grants }).grants).toEqual([
      {
        ...{ key: 'g', kind: 'approve', matter: 'spend', person: 'bob', limit: 'no-limit', plan: 'in' },
        state: 'withheld',
        withheldReason: 'x',
        scope: 'hq',
        validTo: '2026-12-31',
      },
    ]);
    expect(read({ grants: [{ ...grants[0], validTo: null, limit: null }] }).grants[0]).not.toHaveProperty('validTo');
    expect(read({ grants: [{ ...grants[0], validTo: null, limit: null }] }).grants[0]).toHaveProperty('limit', null);
  });

  it('reads a grant without a limit as blank, not as unlimited', () => {
    const result = parseDirectoryImport({ ...base, grants: [{ key: 'g', kind: 'approve', matter: 'spend', role: 'boss' }] });
    expect(result.ok && result.directory.grants[0]?.limit).toBeNull();
  });

  it('names every reference that leads nowhere', () => {
    const positions = [
      { key: 'p', person: 'eve', role: 'chef', unit: 'moon', grade: 'staff' as const, superior: 'q', covers: ['hq', 'mars'] },
    ];
    expect(problemsOf({ positions, grants: [{ key: 'g', kind: 'approve', matter: 'm', person: 'eve', scope: 'moon' }] })).toEqual([
      'positions.0.person unknown-person',
      'positions.0.role unknown-role',
      'positions.0.unit unknown-unit',
      'positions.0.superior unknown-position',
      'positions.0.covers.1 unknown-unit',
      'grants.0.person unknown-person',
      'grants.0.scope unknown-unit',
    ]);
  });

  it('takes a substitute of a vacant post whose period ends', () => {
    const [ann, bob] = base.positions ?? [];
    const named = (substitute: object) => problemsOf({ positions: [ann!, { ...bob!, person: null, substitute } as typeof bob & object] });
    expect(named({ person: 'ann', validFrom: '2026-12-01', validTo: '2027-02-01' })).toEqual([]);
    expect(named({ person: 'eve', validTo: '2027-02-01' })).toEqual(['positions.1.substitute.person unknown-person']);
    const day = '2027-02-01';
    expect(named({ person: 'ann', validFrom: day, validTo: day })).toEqual(['positions.1.substitute.validTo period-reversed']);
    expect(named({ person: 'ann', validTo: '2901-01-01' })).toEqual(['positions.1.substitute.validTo day-out-of-range']);
    expect(named({ person: 'ann' })).toEqual(['positions.1.substitute.validTo wrong-shape']);
  });

  it('finds circles of reporting lines and of units', () => {
    const [ann, bob] = base.positions ?? [];
    expect(problemsOf({ positions: [{ ...ann!, superior: 'p-bob' }, bob!] })).toEqual([
      'positions.0.superior reporting-cycle',
      'positions.1.superior reporting-cycle',
    ]);
    const units = [
      { key: 'hq', kind: 'company' as const, name: named('HQ'), parent: null },
      { key: 'shop', kind: 'store' as const, name: named('Shop'), parent: 'area' },
      { key: 'area', kind: 'region' as const, name: named('Area'), parent: 'shop' },
    ];
    expect(problemsOf({ units })).toEqual(['units.1.parent unit-cycle', 'units.2.parent unit-cycle']);
  });

  it('does not blame a post that only leads into a circle', () => {
    const at = (key: string, superior: string) => ({ key, person: null, role: 'boss', unit: 'hq', grade: 'staff' as const, superior });
    expect(problemsOf({ positions: [at('a', 'b'), at('b', 'c'), at('c', 'b')] })).toEqual([
      'positions.1.superior reporting-cycle',
      'positions.2.superior reporting-cycle',
    ]);
  });

  it('refuses keys and sign-in names that are used twice', () => {
    const people = [...(base.people ?? []), { key: 'bob', name: named('Bobby') }, { key: 'carl', name: named('Carl'), login: 'ANN' }];
    expect(problemsOf({ people })).toEqual(['people.2.key duplicate-key', 'people.3.login duplicate-login']);
  });

  it('refuses two primary posts of one person unless one ends before the other begins', () => {
    const second = (validFrom?: string, validTo?: string) => [
      { ...base.positions![0]!, primary: true, validTo: '2026-06-01' },
      { ...base.positions![1]!, person: 'ann', primary: true, ...(validFrom ? { validFrom } : {}), ...(validTo ? { validTo } : {}) },
    ];
    expect(problemsOf({ positions: second() })).toEqual(['positions.0.primary two-primaries', 'positions.1.primary two-primaries']);
    expect(problemsOf({ positions: second('2026-06-01') })).toEqual([]);
  });

  it('refuses a grant for nobody, for two, withheld without a reason, or with an unreadable limit', () => {
    const grant = { kind: 'approve' as const, matter: 'spend' };
    const grants = [
      { ...grant, key: 'a' },
      { ...grant, key: 'b', role: 'boss', person: 'ann' },
      { ...grant, key: 'c', role: 'boss', state: 'withheld' as const },
      { ...grant, key: 'd', role: 'boss', limit: { amount: '5,000', currency: 'CNY' } },
      { ...grant, key: 'e', role: 'boss', limit: { amount: '1.234', currency: 'CNY' } },
      { ...grant, key: 'f', role: 'boss', validFrom: '2026-05-01', validTo: '2026-05-01' },
    ];
    expect(problemsOf({ grants })).toEqual([
      'grants.0 grant-holder',
      'grants.1 grant-holder',
      'grants.2 withheld-without-reason',
      'grants.3.limit grant-amount',
      'grants.4.limit grant-amount',
      'grants.5.validTo period-reversed',
    ]);
  });

  it('takes limits in the currency of the company or of one of its processes: another one covers nothing', () => {
    const limited = (currency: string) => [
      { kind: 'approve' as const, matter: 'spend', key: 'a', role: 'boss', limit: { amount: '1', currency } },
    ];
    expect(problemsOf({ grants: limited('USD') })).toEqual(['grants.0.limit.currency grant-currency']);
    expect(problemsOf({ grants: limited('JPY') })).toEqual(['grants.0.limit.currency grant-currency']);
    expect(problemsOf({ grants: limited('CNY') })).toEqual([]);
    const known = parseDirectoryImport({ ...base, grants: limited('USD') }, { ...NOTHING, currencies: ['USD'] });
    expect(known.ok).toBe(true);
  });

  it('knows the time zones of this world only', () => {
    const company = { key: 'acme', name: named('Acme'), currency: 'CNY' };
    for (const timeZone of ['Mars/Phobos', '+08:00', 'constructor'])
      expect(problemsOf({ company: { ...company, timeZone } })).toEqual(['company.timeZone unknown-time-zone']);
  });

  it('knows the currencies of this world only, and no key that every object has', () => {
    const company = { key: 'acme', name: named('Acme'), timeZone: 'Asia/Shanghai', currency: 'XQQ' };
    expect(problemsOf({ company })).toEqual(['company.currency unknown-currency']);
    const grants = [{ key: 'g', kind: 'approve' as const, matter: 'spend', role: 'boss', limit: { amount: '1.00', currency: 'XQQ' } }];
    expect(problemsOf({ grants })).toEqual(['grants.0.limit.currency unknown-currency']);
    expect(problemsOf({ roles: [{ key: 'constructor', title: named('x') }, ...base.roles!] })).toEqual(['roles.0.key wrong-shape']);
  });

  it('says where the document has the wrong shape', () => {
    expect(problemsOf({ people: [{ key: 'Not A Key', name: named('x') }] })).toEqual(['people.0.key wrong-shape']);
  });

  it('says what is malformed in both languages, at the innermost place', () => {
    const limit = { amount: 5000, currency: 'CNY' } as unknown as { amount: string; currency: string };
    const result = parseDirectoryImport({ ...base, grants: [{ key: 'g1', kind: 'approve', matter: 'spend', role: 'boss', limit }] });
    const [problem] = result.ok ? [] : result.problems;
    expect(problem?.path).toBe('grants.0.limit.amount');
    expect(problem?.message.zh).toBe('格式不对：须为文字');
    expect(problem?.message.en).toBe('This is not in the expected format: must be text');
  });

  it('lets a part refer to what the company already has', () => {
    const part = parsed();
    const alone = { ...part, units: [], roles: [], people: [] };
    expect(checkDirectoryImport(alone).length).toBeGreaterThan(0);
    const existing = {
      ...NOTHING,
      units: part.units,
      roles: ['boss'],
      people: [
        { key: 'ann', login: null },
        { key: 'bob', login: null },
      ],
      positions: [],
    };
    expect(checkDirectoryImport(alone, existing)).toEqual([]);
  });

  it('words every problem in both languages', () => {
    const result = parseDirectoryImport({ ...base, grants: [{ key: 'g', kind: 'approve', matter: 'm' }] });
    expect(result.ok ? null : result.problems[0]?.message).toEqual({
      zh: '授权「g」须且只须写明角色或人员之一',
      en: 'The grant “g” must name either a role or a person',
    });
  });

  it('takes the first listed post as primary when none is marked', () => {
    const two = parsed();
    two.positions.push({ ...two.positions[1]!, key: 'p-bob-2' });
    expect(two.positions.map(({ key }) => primaryPosts(two.positions).has(key))).toEqual([true, true, false]);
    two.positions[2]!.primary = true;
    expect(two.positions.map(({ key }) => primaryPosts(two.positions).has(key))).toEqual([true, false, true]);
  });

  it('leaves a person the primary post that the document does not name', () => {
    const [, bob] = parsed().positions;
    const kept = { key: 'p-old', person: 'bob', superior: null, primary: true, validFrom: undefined, validTo: undefined };
    expect([...primaryPosts([bob!], [kept])]).toEqual([]);
    expect([...primaryPosts([bob!], [{ ...kept, primary: false }])]).toEqual(['p-bob']);
    expect([...primaryPosts([{ ...bob!, validFrom: '2026-06-01' }], [{ ...kept, validTo: '2026-06-01' }])]).toEqual(['p-bob']);
  });

  describe('judges sign-in names by what they are afterwards', () => {
    const company = { units: [], roles: [], positions: [] };
    const people = (...logins: [string, string?][]) =>
      logins.map(([key, login]) => ({ key, name: named(key), ...(login === undefined ? {} : { login }) }));
    const existing = {
      ...NOTHING,
      ...company,
      people: [
        { key: 'ann', login: 'a' },
        { key: 'bob', login: 'b' },
        { key: 'eve', login: 'e' },
      ],
    };
    const judged = (...logins: [string, string?][]): string[] => {
      const result = parseDirectoryImport({ company: base.company, people: people(...logins) }, existing);
      return result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`);
    };

    it('two people, or three in a ring, may swap theirs', () => {
      expect(judged(['ann', 'b'], ['bob', 'a'])).toEqual([]);
      expect(judged(['ann', 'b'], ['bob', 'e'], ['eve', 'a'])).toEqual([]);
    });

    it('somebody who is named without one keeps theirs', () => {
      expect(judged(['ann', 'b'], ['bob'])).toEqual(['people.0.login duplicate-login']);
      expect(judged(['bob'], ['ann', 'b'])).toEqual(['people.1.login duplicate-login']);
    });

    it('one name is one name however it is spelt', () => {
      expect(judged(['new', 'Ｅ'])).toEqual(['people.0.login duplicate-login']);
      expect(judged(['new', ' e\u200b'])).toEqual(['people.0.login duplicate-login']);
      expect(judged(['new', '\u200b'])).toEqual(['people.0.login unseen-login']);
    });
  });

  describe('of a size', () => {
    const chain = (length: number) => [
      { key: 'u0', kind: 'company' as const, name: named('u'), parent: null },
      ...Array.from({ length: length - 1 }, (_, index) => ({
        ...{ key: `u${index + 1}`, kind: 'region' as const, name: named('u') },
        parent: `u${index}`,
      })),
    ];
    const lone = { company: base.company };
    const told = (result: ReturnType<typeof parseDirectoryImport>): string[] =>
      result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`);

    it('says where units stand too deep, once for a branch, also where a row takes others down with it', () => {
      const most = DIRECTORY_LIMITS.unitLevels;
      expect(told(parseDirectoryImport({ ...lone, units: chain(most) }))).toEqual([]);
      expect(told(parseDirectoryImport({ ...lone, units: chain(most + 10) }))).toEqual([`units.${most}.parent too-deep`]);
      const below = Array.from({ length: 3 }, (_, index) => ({
        key: `b${index}`,
        kind: 'region',
        parent: index === 0 ? 'u0' : `b${index - 1}`,
      }));
      const existing = { ...NOTHING, units: [...chain(most - 1), ...below], roles: [], people: [], positions: [] };
      const moved = { key: 'b0', kind: 'region' as const, name: named('b'), parent: `u${most - 2}` };
      expect(told(parseDirectoryImport({ ...lone, units: [moved] }, existing))).toEqual(['units.0.parent too-deep']);
    });

    it('says where posts stand too deep', () => {
      const positions = Array.from({ length: DIRECTORY_LIMITS.postLevels + 1 }, (_, index) => ({
        ...{ key: `p${index}`, person: null, role: 'boss', unit: 'hq', grade: 'staff' as const },
        superior: index === 0 ? null : `p${index - 1}`,
      }));
      expect(problemsOf({ positions })).toEqual([`positions.${DIRECTORY_LIMITS.postLevels}.superior too-deep`]);
    });

    it('refuses a list that is too long before it reads it', () => {
      const roles = Array<object>(DIRECTORY_LIMITS.roles + 1).fill({});
      expect(told(parseDirectoryImport({ ...lone, roles }))).toEqual(['roles too-many-rows']);
    });

    it('judges long chains, circles and rosters in about as many steps as they have rows', () => {
      const rows = 20_000;
      const units = chain(rows);
      const round = units.map((unit) => (unit.parent === null ? { ...unit, kind: 'region' as const, parent: `u${rows - 1}` } : unit));
      const positions = Array.from({ length: rows }, (_, index) => ({
        ...{
          key: `p${index}`,
          person: 'ann',
          role: 'boss',
          unit: 'u0',
          grade: 'staff' as const,
          superior: index === 0 ? null : `p${index - 1}`,
        },
        primary: true,
      }));
      const begun = process.cpuUsage().user;
      expect(told(parseDirectoryImport({ ...lone, units })).length).toBe(1);
      expect(told(parseDirectoryImport({ ...lone, units: round })).length).toBe(100);
      expect(told(parseDirectoryImport({ ...base, units, positions })).length).toBe(100);
      // A step for each pair of rows would be minutes.
      expect(process.cpuUsage().user - begun).toBeLessThan(10_000_000);
    });

    it('takes days that somebody may mean', () => {
      const post = { ...base.positions![0]!, validFrom: '0000-01-01' };
      expect(problemsOf({ positions: [post, base.positions![1]!] })).toEqual(['positions.0.validFrom day-out-of-range']);
    });
  });
});
