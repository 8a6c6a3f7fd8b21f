import { directoryImportSchema, ownValue, type DirectoryImport, type DirectoryImportInput } from '@countersign/domain';
import { DEMO_GRANTS } from './demo-grants';
import { DEMO_ROLES } from './demo-roles';
import { DEMO_STAFF, type StaffRow } from './demo-staff';
import { DEMO_UNITS } from './demo-units';

type ImportPerson = NonNullable<DirectoryImportInput['people']>[number];
type ImportPosition = NonNullable<DirectoryImportInput['positions']>[number];

/** Rights over the whole company: the office director looks after requests that are stuck, the system administrator keeps directory and definitions. */
const RIGHTS: Record<string, ImportPerson['rights']> = {
  'jiang-ming': ['requests.operate', 'requests.assign', 'requests.override', 'requests.read-all', 'journal.verify'],
  'sun-qian': ['requests.track'],
  'he-fang': ['leases.manage'],
  'gu-ming': ['budgets.read', 'budgets.manage', 'payments.read', 'authority.read', 'authority.manage'],
  'song-lan': ['budgets.read', 'payments.read', 'authority.read'],
  'chen-jing': ['payments.read'],
  'lu-ning': ['directory.import', 'definitions.import', 'definitions.publish', 'tokens.issue-others', 'accounts.reset'],
};

/** Where a post serves more than its own unit. Specialists of finance share the company between them, and stand in for each other. */
const COVERS: Record<string, string[]> = {
  'finance-specialist.xuhui': [
    'area-xuhui',
    'finance',
    'marketing',
    'design',
    'sales',
    'purchasing',
    'expansion',
    'administration',
    'human-resources',
    'yunshang',
  ],
  'finance-specialist.jingan': [
    'area-jingan',
    'area-pudong',
    'operations',
    'e-commerce',
    'mall-operations',
    'engineering',
    'property',
    'yunshang',
  ],
  'treasury-cashier': ['yunshang'],
  'finance-manager': ['yunshang'],
};

const people = DEMO_STAFF.flatMap(([, person]): ImportPerson[] => {
  if (person === null) return [];
  const [key, zh, en] = person;
  return [
    {
      key,
      name: { zh, en },
      login: key,
      email: `${key}@yunshang.example`,
      ...(ownValue(RIGHTS, key) ? { rights: ownValue(RIGHTS, key) } : {}),
    },
  ];
});

function position([post, person, unit, grade, superior]: StaffRow): ImportPosition {
  return {
    key: post,
    person: person?.[0] ?? null,
    role: post.split('.')[0] ?? post,
    unit,
    grade: grade as ImportPosition['grade'],
    superior,
    ...(ownValue(COVERS, post) ? { covers: ownValue(COVERS, post) } : {}),
    validFrom: '2026-01-01',
  };
}

/** The demo company 云裳服饰 / Yunshang Fashion: units, fictional people, posts, reporting lines, grants (domain §2.3, §6.1). */
export const DEMO_DIRECTORY: DirectoryImport = directoryImportSchema.parse({
  company: { key: 'yunshang', name: { zh: '云裳服饰', en: 'Yunshang Fashion' }, timeZone: 'Asia/Shanghai', currency: 'CNY' },
  units: DEMO_UNITS,
  roles: DEMO_ROLES,
  people,
  positions: DEMO_STAFF.map(position),
  grants: DEMO_GRANTS,
} satisfies DirectoryImportInput);
