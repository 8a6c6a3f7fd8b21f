import { canonicalText } from '../text/canonical-text';
import type { Facts } from '../request/facts';
import type { HeldField } from '../definition/outline';
import type { Held } from '../request/held';
import { refusal, type Refusal } from '../request/refusal';
import type { RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';
import { textsOf } from './guard';

type Holder = Pick<RequestContext, 'outcome' | 'fields'>;

interface Claim {
  register: string;
  field: string;
  /** As it is written in the form. */
  written: string;
  value: string;
}

function claimsOf(fields: readonly HeldField[], { outcome, fields: values }: Holder): Claim[] {
  if (outcome !== null && outcome !== 'approved') return [];
  return fields.flatMap(({ register, field }) =>
    textsOf(ownValue(values, field) ?? null).map((written) => ({ register, field, written, value: canonicalText(written) })),
  );
}

/** What a request holds where it stands, each value once: nothing once it was rejected or withdrawn. Pure. */
export function heldBy(fields: readonly HeldField[], holder: Holder): Held {
  const held = new Map<string, Held['values'][number]>();
  for (const { register, value } of claimsOf(fields, holder)) if (value !== '') held.set(keyOf({ register, value }), { register, value });
  return { values: [...held.values()] };
}

/** Why a request may not come to hold what it would hold `after` and did not hold `before`; null where nobody else holds any of it. Pure. */
export function heldElsewhere(
  fields: readonly HeldField[],
  { before, after }: { before: Holder; after: Holder },
  { claimed }: Pick<Facts, 'claimed'>,
): Refusal | null {
  const own = new Set(claimsOf(fields, before).map(keyOf));
  const taken = claimsOf(fields, after).find(
    (claim) => !own.has(keyOf(claim)) && Object.hasOwn(claimed[claim.register] ?? {}, claim.value),
  );
  if (taken === undefined) return null;
  return refusal('value-taken', { field: taken.field, value: taken.written, request: claimed[taken.register]?.[taken.value] ?? null });
}

function keyOf({ register, value }: { register: string; value: string }): string {
  return `${register}\n${value}`;
}
