import { ownValue, type Bilingual } from '@countersign/domain';
import { EXPENSE_CATEGORIES } from '../finance/expense-reimbursement.form';
import { DEMO_UNITS } from './demo-units';

/** What money is spent on: the categories of expenses. */
export const DEMO_CATEGORIES: readonly { key: string; title: Bilingual }[] = EXPENSE_CATEGORIES.map(([key, zh, en]) => ({
  key,
  title: { zh, en },
}));

/** What one unit may spend on one category in each month of the plan, in yuan. */
export interface DemoBudgetLine {
  unit: string;
  category: string;
  monthly: number;
  /** Key of the person whose line it is. */
  owner: string;
}

type CategoryKey = (typeof EXPENSE_CATEGORIES)[number][0];

/** Display props are bought season by season for all stores together: no line of the plan speaks of them, and finance says what they are. */
const STORE: Record<Exclude<CategoryKey, 'display-props'>, number> = {
  travel: 6_000,
  office: 3_000,
  logistics: 9_000,
  repair: 8_000,
  promotion: 20_000,
  training: 4_000,
  other: 3_000,
};
const LARGE = 1.5;
const LARGE_STORES = ['store-xuhui', 'store-jingan', 'store-zhengda'];
const OWNERS: Record<string, string> = { 'area-xuhui': 'zhang-wei', 'area-jingan': 'zhao-yue', 'area-pudong': 'zhang-wei' };

/** What marketing may spend on promotions for all stores together. */
const CAMPAIGNS: DemoBudgetLine = { unit: 'marketing', category: 'promotion', monthly: 120_000, owner: 'tang-lei' };

/** The annual plan of the twelve stores, category by category. */
const STORES: readonly DemoBudgetLine[] = DEMO_UNITS.filter(({ kind }) => kind === 'store').flatMap(({ key, parent }) =>
  (Object.keys(STORE) as (keyof typeof STORE)[]).map((category) => ({
    unit: key,
    category,
    monthly: STORE[category] * (LARGE_STORES.includes(key) ? LARGE : 1),
    owner: ownValue(OWNERS, parent ?? '') ?? 'sun-qian',
  })),
);

/** The annual plan of the company. */
export const DEMO_BUDGET: readonly DemoBudgetLine[] = [...STORES, CAMPAIGNS];

/** Categories that the bookkeeping of the stores posts month by month, without requests. */
const POSTED: readonly CategoryKey[] = ['promotion', 'logistics', 'repair', 'office'];
/** Whose people draw on their lines themselves. */
const DRAWN = ['store-xuhui', CAMPAIGNS.unit];
/** The line that the books have overdrawn in the month before, and by how much, in yuan. */
const OVERDRAWN = { unit: 'store-zhengda', category: 'promotion', by: 1_200 };

/** What a line of the demo company has spent outside of requests by some month (`ago`: how many months before this one), in yuan; 0: nothing. Pure. */
export function demoSpent({ unit, category, monthly }: DemoBudgetLine, month: number, ago: number): number {
  if (ago < 0 || DRAWN.includes(unit) || !(POSTED as readonly string[]).includes(category)) return 0;
  if (ago === 1 && unit === OVERDRAWN.unit && category === OVERDRAWN.category) return monthly + OVERDRAWN.by;
  const place = DEMO_BUDGET.findIndex((line) => line.unit === unit && line.category === category);
  const share = 55 + ((place * 7 + month * 11) % 9) * 5;
  return Math.round((monthly * share * (ago === 0 ? 0.4 : 1)) / 1_000) * 10;
}
