import { EXPENSE_CATEGORIES } from '../finance/expense-reimbursement.form';
import { choice, MATERIAL, type Field } from '../patterns/fields';
import type { Words } from '../patterns/words';

const OPTIONS: Record<string, Words> = Object.fromEntries(EXPENSE_CATEGORIES.map(([key, zh, en]) => [key, [zh, en] as const]));

/** What money is spent on, by the keys that plans go by. */
export const spentOn = (key: string, label: Words): Field => choice(key, label, OPTIONS, MATERIAL);

/** The same of the one category of a form. */
export const spendingCategory = spentOn('category', ['用途类别', 'Category']);
