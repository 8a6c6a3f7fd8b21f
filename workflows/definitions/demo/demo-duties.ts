import { AREA_MANAGERS, DIRECTORS, MANAGERS, SUPERVISORS, TOP, duties, limits, type ImportGrant } from './duty-rows';
import { SPENDING_DUTIES } from './spending-duties';

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

/** What the documented processes ask for: authority over their matters, by role. */
export const DEMO_DUTIES: ImportGrant[] = [...RESEARCH, ...LEAVE, ...STORE, ...MERCHANDISE, ...SPENDING_DUTIES];
