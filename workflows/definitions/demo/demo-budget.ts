import type { Bilingual } from '@countersign/domain';
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

/** The annual plan of the twelve stores, category by category. */
export const DEMO_BUDGET: readonly DemoBudgetLine[] = DEMO_UNITS.filter(({ kind }) => kind === 'store').flatMap(({ key, parent }) =>
  (Object.keys(STORE) as (keyof typeof STORE)[]).map((category) => ({
    unit: key,
    category,
    monthly: STORE[category] * (LARGE_STORES.includes(key) ? LARGE : 1),
    owner: OWNERS[parent ?? ''] ?? 'sun-qian',
  })),
);
