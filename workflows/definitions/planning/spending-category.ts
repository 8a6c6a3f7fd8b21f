import { EXPENSE_CATEGORIES } from '../finance/expense-reimbursement.form';
import { choice, MATERIAL } from '../patterns/fields';
import type { Words } from '../patterns/words';

const OPTIONS: Record<string, Words> = Object.fromEntries(EXPENSE_CATEGORIES.map(([key, zh, en]) => [key, [zh, en] as const]));

/** What money is spent on, by the keys that plans go by. */
export const spendingCategory = choice('category', ['用途类别', 'Category'], OPTIONS, MATERIAL);
