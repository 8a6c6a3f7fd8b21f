import { EXPENSE_PEOPLE } from './expense-people.golden';
import { EXPENSE_REFUSAL } from './expense-refusal.golden';
import { EXPENSE_RETURN } from './expense-return.golden';
import { EXPENSE_ROUTE } from './expense-route.golden';
import type { Golden } from './golden';
import { HANDING_ON } from './handing-on.golden';
import { LISTS } from './lists.golden';
import { NAMED } from './named.golden';
import { OPERATORS } from './operators.golden';
import { OPERATIONS } from './operations.golden';
import { RESEARCH_KINDS } from './research-kinds.golden';
import { RESEARCH_RULES } from './research-rules.golden';
import { SUPERVISING } from './supervising.golden';
import { FIRST_WAYS } from '../processes';

/** All golden tables. A new file adds its line here. */
export const GOLDEN: readonly Golden[] = [
  ...EXPENSE_ROUTE,
  ...EXPENSE_PEOPLE,
  ...EXPENSE_RETURN,
  ...EXPENSE_REFUSAL,
  ...RESEARCH_KINDS,
  ...RESEARCH_RULES,
  ...OPERATIONS,
  ...HANDING_ON,
  ...LISTS,
  ...OPERATORS,
  ...SUPERVISING,
  ...NAMED,
  ...FIRST_WAYS,
];
