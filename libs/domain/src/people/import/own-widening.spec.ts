import { directoryImportSchema, type DirectoryImport, type DirectoryImportInput } from './directory-import.schema';
import { ownWidenings } from './own-widening';

const name = { zh: '某', en: 'Some' };
const COMPANY = { key: 'co', name, timeZone: 'Asia/Shanghai', currency: 'CNY' };
const limit = (amount: string) => ({ amount, currency: 'CNY' });
const post = (key: string, more: object = {}) => ({
  key,
  person: 'ada',
  role: 'clerk',
  unit: 'shop',
  grade: 'staff',
  superior: null,
  ...more,
});
const grant = (key: string, more: object = {}) => ({
  key,
  kind: 'approve-within-limit',
  matter: 'expense',
  limit: limit('100.00'),
  ...more,
});

const parse = (rows: object): DirectoryImport =>
  directoryImportSchema.parse({ company: COMPANY, ...rows } as unknown as DirectoryImportInput);
const BEFORE = {
  people: [
    { key: 'ada', name, rights: ['directory.import'] },
    { key: 'bea', name },
  ],
  positions: [post('desk'), post('head', { person: 'bea', role: 'head' })],
  grants: [grant('clerk', { role: 'clerk', validTo: '2027-01-01' }), grant('head', { role: 'head', limit: 'no-limit' })],
};
type Rows = Partial<Record<keyof typeof BEFORE, object[]>>;

/** What an import of these rows by Ada finds. */
function found(rows: Rows): string[] {
  const merged = Object.entries(BEFORE).map(([section, known]) => {
    const given = (rows[section as keyof Rows] ?? []) as { key: string }[];
    return [section, [...known.filter(({ key }) => !given.some((each) => each.key === key)), ...given]] as const;
  });
  const after = parse(Object.fromEntries(merged));
  return ownWidenings({ before: parse(BEFORE), after, document: parse(rows), person: 'ada' }).map(({ path, code }) => `${path} ${code}`);
}

describe('what an import gives whoever imports it', () => {
  const clerk = (more: object): Rows => ({ grants: [grant('clerk', { role: 'clerk', validTo: '2027-01-01', ...more })] });
  it.each<[string, Rows, string]>([
    ['a post that signs', { positions: [post('second', { role: 'head' })] }, 'positions.0'],
    ['the post of somebody else', { positions: [post('other', { person: 'bea' }), post('head', { role: 'head' })] }, 'positions.1'],
    ['another role for one’s own post', { positions: [post('desk', { role: 'head' })] }, 'positions.0'],
    ['more units', { positions: [post('desk', { covers: ['shop', 'mall'] })] }, 'positions.0'],
    ['a grant of one’s own', { grants: [grant('ada', { person: 'ada', limit: 'no-limit' })] }, 'grants.0'],
    ['a higher limit for one’s role', clerk({ limit: limit('100.01') }), 'grants.0'],
    ['a later end', clerk({ validTo: '2027-01-02' }), 'grants.0'],
    ['no end', clerk({ validTo: undefined }), 'grants.0'],
    ['another matter', clerk({ matter: 'rent' }), 'grants.0'],
    ['the grant of another role', { grants: [grant('head', { role: 'clerk', limit: 'no-limit' })] }, 'grants.0'],
    ['more rights', { people: [{ key: 'ada', name, rights: ['directory.import', 'requests.read-all'] }] }, 'people.0'],
  ])('is for somebody else to import: %s', (_, rows, place) => {
    expect(found(rows)).toEqual([place.startsWith('people') ? `${place}.rights own-authority` : `${place} own-authority`]);
  });

  it.each<[string, Rows]>([
    [
      'what others get',
      { positions: [post('second', { person: 'bea', role: 'head' })], grants: [grant('bea', { person: 'bea', limit: 'no-limit' })] },
    ],
    ['everything as it is', BEFORE],
    ['a post that signs nothing', { positions: [post('second', { role: 'reader' })] }],
    [
      'less money, in a grant of its own from a day on',
      {
        grants: [
          grant('clerk', { role: 'clerk', validTo: '2026-12-15' }),
          grant('clerk.from', { role: 'clerk', limit: limit('50.00'), validFrom: '2026-12-15', validTo: '2027-01-01' }),
        ],
      },
    ],
    [
      'what is withheld or only proposed',
      {
        grants: [
          grant('clerk', { role: 'clerk', state: 'withheld', withheldReason: 'audit' }),
          grant('ada', { person: 'ada', state: 'proposed', limit: 'no-limit' }),
        ],
      },
    ],
    ['fewer rights', { people: [{ key: 'ada', name, rights: [] }] }],
  ])('is their own to import: %s', (_, rows) => {
    expect(found(rows)).toEqual([]);
  });
});
