import type { AuthorityKind, DirectoryImportInput } from '@countersign/domain';
import type { RoleKey } from './demo-roles';

export type ImportGrant = NonNullable<DirectoryImportInput['grants']>[number];
export type Limit = NonNullable<ImportGrant['limit']>;
type Duties = Partial<Record<AuthorityKind, readonly RoleKey[]>>;

const SINCE = '2026-01-01';

/** The whole company is what such a duty is for, whoever asks. */
const COMPANY = 'yunshang';

export const yuan = (amount: string): Limit => ({ amount, currency: 'CNY' });

/** Who holds which authority for one matter, company-wide. */
export const duties = (matter: string, held: Duties, source?: string): ImportGrant[] =>
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
export const limits = (
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

export const TOP: readonly RoleKey[] = ['gm', 'group-gm'];
export const DIRECTORS: readonly RoleKey[] = [
  'ops-director',
  'market-director',
  'finance-director',
  'admin-director',
  'property-head',
  'mall-ops-gm',
];
export const MANAGERS: readonly RoleKey[] = [
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
export const AREA_MANAGERS: readonly RoleKey[] = ['area-manager', 'duty-manager', 'floor-manager', 'pr-manager', 'project-manager'];
export const SUPERVISORS: readonly RoleKey[] = [
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

/** Everybody whom somebody reports to. */
export const SUPERIORS: readonly RoleKey[] = [...SUPERVISORS, ...AREA_MANAGERS, ...MANAGERS, ...DIRECTORS, ...TOP];
