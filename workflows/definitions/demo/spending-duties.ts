import type { RoleKey } from './demo-roles';
import { SUPERIORS, TOP, duties, limits, yuan, type ImportGrant, type Limit } from './duty-rows';

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
  // G10: the market director reviews the plan, finance its budget, the general manager approves.
  ...duties('promotion-plan', { review: ['market-director', 'gm'], 'financial-opinion': ['finance-director'] }, 'G10 · S2:394'),
  ...limits('promotion-plan', { gm: 'no-limit', 'group-gm': 'no-limit' }),
  // A143, A144, A146: in plan the business unit signs, out of plan the general manager of the group.
  ...limits('promotion', CAMPAIGNS, 'in', 'approve-within-plan'),
  ...limits('promotion', { 'group-gm': 'no-limit' }),
  // A145: the market manager carries it out.
  ...duties('promotion', { execute: ['market-manager'] }, 'A143–A146 · S2:396'),
  // S2:396, S0:154: plans of a signed scheme, and how they are carried out.
  ...duties(
    'market-plan',
    { review: ['market-director', 'gm'], approve: ['bu-manager', 'ops-manager', 'gm'], execute: ['market-manager'] },
    'S2:396',
  ),
  ...duties('promotion-tracking', { draft: ['store-manager', 'area-manager'], review: ['ops-inspector', 'ops-manager'] }, 'S0:154'),
  // G35: promotions of stores and areas go up the line.
  ...limits('store-promotion', CAMPAIGNS, 'in', 'approve-within-plan'),
  ...overPlan('store-promotion'),
  ...duties('store-promotion', { execute: ['area-manager', 'ops-inspector'] }),
];

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

/** A018, A066, X46, X47: authority comes from the general manager, by way of HR and finance; his own, the general manager of the group. */
const AUTHORITY = duties(
  'authority',
  { review: ['hr-manager', 'gm'], 'financial-opinion': ['finance-director', 'gm'], decide: TOP },
  'A018 · S0:212',
);

const PAYMENT = [
  // A216, dual control: made out, checked, released up to a director’s tier of §6.1, paid; each by somebody else.
  ...duties(
    'payment',
    {
      draft: ['finance-specialist', 'finance-manager'],
      review: ['finance-manager', 'finance-director', 'gm'],
      execute: ['treasury-cashier', 'finance-manager'],
    },
    'A216 · S3:14',
  ),
  ...limits('payment', { 'finance-director': yuan('100000.00'), gm: 'no-limit', 'group-gm': 'no-limit' }),
];

const ADJUSTMENTS = [
  ...duties('budget-adjustment', { review: ['finance-director', 'gm'] }, 'S0:27'),
  ...limits('budget-adjustment', { gm: 'no-limit', 'group-gm': 'no-limit' }),
  // G09: who approves a variance is not named; tiers of §6.1, the finance director signs beside the warehouse.
  ...duties('stock-variance', { 'co-decide': ['warehouse-manager', 'finance-director'], execute: ['warehouse-keeper'] }, 'G09 · S0:130'),
  ...limits('stock-variance', { 'ops-manager': yuan('2000.00'), 'ops-director': yuan('10000.00'), gm: 'no-limit', 'group-gm': 'no-limit' }),
  // G36: no authority over prices is stated; tiers of §6.1.
  ...duties(
    'price',
    {
      review: ['merch-manager', 'ops-inspector'],
      'financial-opinion': ['finance-director'],
      approve: ['ops-manager', 'ops-director', 'gm'],
      execute: ['merch-specialist', 'ops-specialist'],
    },
    'G36 · S3:14',
  ),
  // A014, G53: the operations manager approves trips; their own, the director.
  ...duties('business-trip', { review: SUPERIORS, approve: ['ops-manager', 'ops-director', 'gm'] }, 'A014 · S0:344'),
  ...limits('purchase', CAMPAIGNS, 'in'),
  ...overPlan('purchase'),
  ...duties('purchase', { review: ['purchasing-manager', 'gm'], execute: ['purchasing-specialist'] }, 'S3:14'),
];

/** Authority over what spends money: plans, promotions, advances, entertainment, events. */
export const SPENDING_DUTIES: ImportGrant[] = [
  ...PLANNING,
  ...PROMOTION,
  ...ADVANCES,
  ...ENTERTAINMENT,
  ...EVENTS,
  ...AUTHORITY,
  ...PAYMENT,
  ...ADJUSTMENTS,
];
