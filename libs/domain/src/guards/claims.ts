import { INVOICE_CHECK } from './duplicate-invoice.guard';
import { textsOf } from './guard';
import { refusal, type Refusal } from '../request/refusal';
import type { Facts } from '../request/facts';
import type { Lookups } from '../definition/outline';
import type { RequestContext } from '../request/request-state';

/** A value that only one live or approved request may hold. */
export interface Claim {
  check: string;
  field: string;
  value: string;
}

type Holder = Pick<RequestContext, 'outcome' | 'fields'>;

/** Values that a request holds where it stands: none once it was rejected or withdrawn. Pure. */
export function claimsOf(claims: Lookups['claims'], { outcome, fields }: Holder): Claim[] {
  if (outcome === 'rejected' || outcome === 'withdrawn') return [];
  return claims.flatMap(({ check, field }) => textsOf(fields[field] ?? null).map((value) => ({ check, field, value })));
}

/** Why a request may not come to hold what it would hold `after` and did not hold `before`; null where nobody else holds any of it. Pure. */
export function heldElsewhere(
  claims: Lookups['claims'],
  { before, after }: { before: Holder; after: Holder },
  { claimed }: Pick<Facts, 'claimed'>,
): Refusal | null {
  const own = new Set(claimsOf(claims, before).map(({ check, value }) => `${check} ${value}`));
  const taken = claimsOf(claims, after).find(
    ({ check, value }) => !own.has(`${check} ${value}`) && Object.hasOwn(claimed[check] ?? {}, value),
  );
  if (taken === undefined) return null;
  const { check, field, value } = taken;
  return refusal(INVOICE_CHECK, { field, invoice: value, request: claimed[check]?.[value] ?? null });
}
