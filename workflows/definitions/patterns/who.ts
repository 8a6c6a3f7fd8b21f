import type { Assignee } from '@countersign/domain';
import type { RoleKey } from '../demo/demo-roles';

/**
 * Who gets a step, as a process says it. A role alone is meant near the requester where every store or area has its own, else company-wide;
 * `near` says another place: the requester's unit, the company, or the unit or person that a field names.
 */
export type Who =
  | RoleKey
  | { role: RoleKey; near: string }
  | { superior: 1 | 2; of?: string }
  | { field: string }
  | { choice: readonly RoleKey[] }
  | 'requester'
  | 'climb';

/** Roles of which every store or area has its own. */
const NEAR: readonly RoleKey[] = ['area-manager', 'store-manager', 'sales-associate', 'cashier', 'store-trainer'];

/** Heads of departments: whoever may ask for something in the name of one. */
export const HEADS: readonly RoleKey[] = [
  'ops-manager',
  'cs-manager',
  'merch-manager',
  'warehouse-manager',
  'training-supervisor',
  'planning-supervisor',
  'market-manager',
  'sales-manager',
  'purchasing-manager',
  'hr-manager',
  'admin-director',
  'finance-manager',
  'mall-ops-gm',
  'expansion-supervisor',
  'bu-manager',
  'property-head',
];

const byRole = (role: RoleKey, near: string): Assignee => ({
  by: 'role',
  role,
  scope: near === 'requester' || near === 'company' ? near : { field: near },
});

/** The role that a step names, where it names one. Pure. */
export function roleOf(who: Who): RoleKey | null {
  if (typeof who === 'object') return 'role' in who ? who.role : null;
  return who === 'requester' || who === 'climb' ? null : who;
}

/** The rule of the language. Pure. */
export function assigneeOf(who: Who): Assignee {
  if (who === 'requester') return { by: 'requester' };
  if (who === 'climb') return { by: 'climb', of: 'requester' };
  if (typeof who === 'string') return byRole(who, NEAR.includes(who) ? 'requester' : 'company');
  if ('role' in who) return byRole(who.role, who.near);
  if ('superior' in who) return { by: 'superior', level: who.superior, of: who.of === undefined ? 'requester' : { field: who.of } };
  return 'field' in who ? { by: 'field', field: who.field } : { by: 'choice', roles: [...who.choice] };
}
