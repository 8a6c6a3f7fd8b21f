import type { AuthorityKind, DirectoryImportInput } from '@countersign/domain';
import type { RoleKey } from './demo-roles';

type ImportGrant = NonNullable<DirectoryImportInput['grants']>[number];
type Limit = NonNullable<ImportGrant['limit']>;
type Duties = Partial<Record<AuthorityKind, readonly RoleKey[]>>;

const SINCE = '2026-01-01';

/** The whole company is what such a duty is for, whoever asks. */
const COMPANY = 'yunshang';

const yuan = (amount: string): Limit => ({ amount, currency: 'CNY' });

/** Who holds which authority for one matter, company-wide. */
const duties = (matter: string, held: Duties, source?: string): ImportGrant[] =>
  Object.entries(held).flatMap(([kind, roles]) =>
    roles.map((role) => ({
      ...(source === undefined ? {} : { source }),
      key: `${matter}-${kind}-${role}`,
      kind: kind as AuthorityKind,
      matter,
      role,
      scope: COMPANY,
      validFrom: SINCE,
    })),
  );

/** Up to how much the holders of roles may approve of one matter (domain §6.1). */
const limits = (
  matter: string,
  held: Partial<Record<RoleKey, Limit>>,
  plan: 'in' | 'over' | 'any' = 'any',
  kind: AuthorityKind = 'approve-within-limit',
): ImportGrant[] =>
  Object.entries(held).map(([role, limit]) => ({
    key: `${matter}-${kind === 'approve-within-limit' ? 'limit' : kind}-${role}${plan === 'any' ? '' : `-${plan}`}`,
    plan,
    kind,
    matter,
    role,
    scope: COMPANY,
    limit,
    source: '§6.1',
    validFrom: SINCE,
  }));

const RESEARCH = [
  // A135–A138: the general manager consents and approves, finance analyses, the market director reviews.
  ...duties(
    'project-initiation',
    {
      rule: ['gm', 'group-gm'],
      approve: ['gm', 'group-gm'],
      review: ['market-director', 'gm'],
      'financial-opinion': ['finance-director'],
      draft: ['market-director', 'business-manager', 'research-supervisor'],
    },
    'A135–A138 · S2:318',
  ),
  // A141, A142: the market manager analyses, the market director confirms.
  ...duties(
    'research-report',
    {
      draft: ['market-manager', 'research-supervisor', 'researcher', 'market-specialist', 'salesperson'],
      approve: ['market-director', 'gm'],
    },
    'A141, A142 · S2:392',
  ),
];

const TOP: readonly RoleKey[] = ['gm', 'group-gm'];
const DIRECTORS: readonly RoleKey[] = [
  'ops-director',
  'market-director',
  'finance-director',
  'admin-director',
  'property-head',
  'mall-ops-gm',
];
const MANAGERS: readonly RoleKey[] = [
  'ops-manager',
  'finance-manager',
  'cs-manager',
  'merch-manager',
  'warehouse-manager',
  'market-manager',
  'business-manager',
  'sales-manager',
  'purchasing-manager',
  'bu-manager',
  'hr-manager',
  'office-director',
];
const AREA_MANAGERS: readonly RoleKey[] = ['area-manager', 'duty-manager', 'floor-manager', 'pr-manager', 'project-manager'];
const SUPERVISORS: readonly RoleKey[] = [
  'store-manager',
  'training-supervisor',
  'ecom-lead',
  'security-supervisor',
  'research-supervisor',
  'planning-supervisor',
  'expansion-supervisor',
  'project-supervisor',
  'property-supervisor',
];

/** G27: a store manager up to a day, an area manager three, an operations manager seven, a director fifteen, the general manager whatever is longer. */
const LEAVE = [
  ...duties('leave-day', { approve: [...SUPERVISORS, ...AREA_MANAGERS, ...MANAGERS, ...DIRECTORS, ...TOP] }),
  ...duties('leave-few', { approve: [...AREA_MANAGERS, ...MANAGERS, ...DIRECTORS, ...TOP] }),
  ...duties('leave-week', { approve: [...MANAGERS, ...DIRECTORS, ...TOP] }),
  ...duties('leave-fortnight', { approve: [...DIRECTORS, ...TOP] }),
  ...duties(
    'leave',
    {
      approve: TOP,
      review: [...SUPERVISORS, ...AREA_MANAGERS, ...MANAGERS, ...DIRECTORS, ...TOP, 'hr-specialist'],
    },
    'A202 · S4:50',
  ),
];

const STORE = [
  // A060: an area manager follows renewals and exits up; the rest are the recommended steps of CL-RENEW (G32).
  ...duties(
    'lease',
    {
      draft: ['area-manager', 'expansion-supervisor'],
      'financial-opinion': ['finance-director'],
      review: ['ops-manager', 'ops-director', 'gm'],
      // A store is left, without a contract and its amount.
      approve: ['gm', 'group-gm'],
      'co-decide': ['group-gm'],
      execute: ['expansion-supervisor', 'office-director', 'area-manager'],
    },
    'A060 · S0:158',
  ),
  // A060, X41: scheme, inspection, permit. The budget goes by the column of purchases and campaigns in §6.1.
  ...duties(
    'store-opening',
    {
      review: ['ops-manager', 'ops-director', 'gm'],
      'financial-opinion': ['finance-director'],
      inspect: ['area-manager', 'ops-manager'],
      approve: ['ops-manager', 'ops-director', 'gm'],
      execute: ['area-manager', 'ops-manager'],
    },
    'A060 · S0:157',
  ),
  ...limits('store-opening', { gm: 'no-limit' }, 'in'),
  ...limits('store-opening', { gm: { amount: '500000.00', currency: 'CNY' } }, 'over'),
  ...limits('store-opening', { 'group-gm': 'no-limit' }),
  // A060, G32: finance and the general manager always; the rest by CL-EXIT.
  ...duties(
    'store-exit',
    {
      'financial-opinion': ['finance-director'],
      review: ['ops-manager', 'ops-director', 'gm'],
      approve: ['gm', 'group-gm'],
      execute: ['expansion-supervisor', 'area-manager', 'finance-specialist', 'finance-manager', 'office-director'],
    },
    'A060 · S0:159',
  ),
  // A187: security holds the opening together with the duty supervisor.
  ...duties('store-operation', { draft: ['security-supervisor'], review: ['duty-manager', 'mall-ops-gm', 'gm'] }, 'A187 · S2:72'),
  ...limits('lease', { gm: 'no-limit', 'group-gm': 'no-limit' }),
];

const MERCHANDISE = [
  // X51: two parties count; A084: the area manager checks the counts of the stores.
  ...duties(
    'stocktake',
    {
      draft: ['store-manager', 'warehouse-manager', 'ops-specialist', 'ecom-lead', 'ops-inspector'],
      'co-decide': ['ops-specialist', 'ecom-lead', 'warehouse-keeper', 'warehouse-manager'],
      review: ['sales-associate', 'cashier', 'store-trainer', 'area-manager', 'ops-manager', 'ops-director', 'gm'],
    },
    'A084 · S1:113',
  ),
];

/** Over the plan the general manager grants up to 500,000, the group’s general manager beyond (G07). */
const overPlan = (matter: string): ImportGrant[] => [
  ...limits(matter, { gm: yuan('500000.00') }, 'over'),
  ...limits(matter, { 'group-gm': 'no-limit' }),
];
const CHECKED: readonly RoleKey[] = ['finance-specialist', 'finance-manager', 'gm', 'group-gm'];
const BY_THE_PLAN: Partial<Record<RoleKey, Limit>> = {
  'ops-manager': 'no-limit',
  'ops-director': 'no-limit',
  gm: 'no-limit',
  'group-gm': 'no-limit',
};

const PLANNING = [
  // A006, A012, G53: the operations manager approves by the plan, whatever the amount; their own, the director.
  ...duties('budget', { review: CHECKED }, 'A006 · S0:328'),
  ...limits('budget', BY_THE_PLAN, 'in', 'approve-within-plan'),
  ...limits('spending', BY_THE_PLAN, 'in', 'approve-within-plan'),
  // A013: over the plan the operations manager proposes and carries out.
  ...duties(
    'spending',
    {
      review: CHECKED,
      'financial-opinion': ['finance-director'],
      execute: ['ops-manager', 'treasury-cashier', 'finance-manager'],
    },
    'A012, A013 · S0:341',
  ),
  ...overPlan('spending'),
];

/** §6.1, the column of purchases and campaigns: within the plan up to so much, over it the general managers. */
const CAMPAIGNS: Partial<Record<RoleKey, Limit>> = {
  'area-manager': yuan('2000.00'),
  'ops-manager': yuan('20000.00'),
  'ops-director': yuan('100000.00'),
  'bu-manager': yuan('100000.00'),
  gm: 'no-limit',
  'group-gm': 'no-limit',
};

const PROMOTION = [
  // A143, A144, A146: in plan the business unit signs, out of plan the general manager of the group.
  ...limits('promotion', CAMPAIGNS, 'in', 'approve-within-plan'),
  ...limits('promotion', { 'group-gm': 'no-limit' }),
  // A145: the market manager carries it out.
  ...duties('promotion', { execute: ['market-manager'] }, 'A143–A146 · S2:396'),
  // G35: promotions of stores and areas go up the line.
  ...limits('store-promotion', CAMPAIGNS, 'in', 'approve-within-plan'),
  ...overPlan('store-promotion'),
  ...duties('store-promotion', { execute: ['area-manager', 'ops-inspector'] }),
];

const SUPERIORS: readonly RoleKey[] = [...SUPERVISORS, ...AREA_MANAGERS, ...MANAGERS, ...DIRECTORS, ...TOP];

const ADVANCES = [
  // A005, A029, G02: superiors look at it, finance at what is open, whoever may approves; the cashier pays, finance clears it.
  ...limits('cash-advance', {
    'ops-manager': yuan('3000.00'),
    'ops-director': yuan('10000.00'),
    'bu-manager': yuan('10000.00'),
    gm: 'no-limit',
    'group-gm': 'no-limit',
  }),
  ...duties('cash-advance', {
    review: [...SUPERIORS, 'finance-specialist'],
    execute: ['treasury-cashier', 'finance-specialist', 'finance-manager'],
  }),
];

const ENTERTAINMENT: ImportGrant[] = [
  ...limits('entertainment', { 'ops-director': yuan('2000.00'), 'bu-manager': yuan('2000.00'), gm: 'no-limit', 'group-gm': 'no-limit' }),
  // A007, G06: the source itself disputes it.
  ...limits('entertainment', { 'ops-manager': yuan('2000.00') }).map((grant) => ({
    ...grant,
    state: 'withheld' as const,
    withheldReason: '理财观点有分歧，暂不授予 · Disputed for differing views on money, not granted for now',
  })),
  ...duties('entertainment', { review: SUPERIORS, 'financial-opinion': ['finance-director'] }),
];

const EVENTS = [
  ...limits('campaign', CAMPAIGNS, 'in'),
  ...overPlan('campaign'),
  ...duties('campaign', { review: ['planning-supervisor', 'market-director', 'gm'], 'financial-opinion': ['finance-director'] }),
];

/** What the documented processes ask for: authority over their matters, by role. */
export const DEMO_DUTIES: ImportGrant[] = [
  ...RESEARCH,
  ...LEAVE,
  ...STORE,
  ...MERCHANDISE,
  ...PLANNING,
  ...PROMOTION,
  ...ADVANCES,
  ...ENTERTAINMENT,
  ...EVENTS,
];
