import type { DirectoryImportInput } from '@countersign/domain';
import { DEMO_DUTIES } from './demo-duties';
import { MATRIX_GRANTS } from './matrix';

type ImportGrant = NonNullable<DirectoryImportInput['grants']>[number];

const SINCE = '2026-01-01';
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

const expense = (key: string, grant: Omit<ImportGrant, 'key' | 'matter' | 'kind'> & { kind?: ImportGrant['kind'] }): ImportGrant => ({
  key: `expense-${key}`,
  kind: 'approve-within-limit',
  matter: 'expense-reimbursement',
  validFrom: SINCE,
  source: 'A004 · §6.1',
  ...grant,
});

const research = (key: string, kind: ImportGrant['kind'], role: string, source: string): ImportGrant => ({
  key: `research-${key}`,
  ...{ kind, role, source },
  matter: 'research-plan',
  validFrom: SINCE,
});

/** Limits of one reimbursement (domain §6.1). Lower tiers hold for what is in plan only; a role without a line has no limit at all. */
const LIMITS: ImportGrant[] = [
  expense('store-manager', { role: 'store-manager', limit: yuan('200.00'), plan: 'in' }),
  expense('area-manager', { role: 'area-manager', limit: yuan('1000.00'), plan: 'in' }),
  expense('ops-manager-2025', { role: 'ops-manager', limit: yuan('3000.00'), plan: 'in', validFrom: '2025-01-01', validTo: SINCE }),
  expense('ops-manager', { role: 'ops-manager', limit: yuan('5000.00'), plan: 'in' }),
  expense('ops-director', { role: 'ops-director', limit: yuan('20000.00'), plan: 'in' }),
  expense('bu-manager', { role: 'bu-manager', limit: yuan('20000.00'), plan: 'in' }),
  expense('finance-director', { role: 'finance-director', scope: 'finance', limit: yuan('20000.00'), plan: 'in' }),
  expense('gm-in-plan', { role: 'gm', limit: 'no-limit', plan: 'in' }),
  expense('gm-over-plan', { role: 'gm', limit: yuan('500000.00'), plan: 'over' }),
  expense('group-gm', { role: 'group-gm', limit: 'no-limit', plan: 'any' }),
];

/** Who may look at, pay and file reimbursements. The general manager reviews where finance itself is the requester. */
const EXPENSE_DUTIES: ImportGrant[] = [
  expense('review-finance-specialist', { kind: 'review', role: 'finance-specialist', scope: 'yunshang' }),
  expense('review-finance-manager', { kind: 'review', role: 'finance-manager', scope: 'yunshang' }),
  expense('review-finance-director', { kind: 'review', role: 'finance-director', scope: 'yunshang' }),
  expense('review-gm', { kind: 'review', role: 'gm' }),
  expense('review-group-gm', { kind: 'review', role: 'group-gm' }),
  expense('execute-treasury-cashier', { kind: 'execute', role: 'treasury-cashier', scope: 'yunshang' }),
  expense('execute-finance-specialist', { kind: 'execute', role: 'finance-specialist', scope: 'yunshang' }),
  expense('execute-finance-manager', { kind: 'execute', role: 'finance-manager', scope: 'yunshang' }),
];

const RESEARCH: ImportGrant[] = [
  research('review-market-director', 'review', 'market-director', 'A134 · S2:316'),
  research('approve-market-director', 'approve', 'market-director', 'A134 · S2:316'),
  research('approve-business-manager', 'approve', 'business-manager', 'A132 · S2:316'),
  { ...research('opinion-finance-director', 'financial-opinion', 'finance-director', 'A133 · S2:316'), scope: 'yunshang' },
  research('decide-gm', 'decide', 'gm', 'A131 · S2:316'),
];

/** Who may do what, since when, and up to how much. */
export const DEMO_GRANTS: ImportGrant[] = [...LIMITS, ...EXPENSE_DUTIES, ...RESEARCH, ...DEMO_DUTIES, ...MATRIX_GRANTS];
