import { z } from 'zod';
import type { AuthorityKind } from '../definition/authority-kinds';
import { fromMinor } from '../money/money';

/** Up to an amount in minor units, or expressly without limit. `null` (blank) covers nothing: the request routes upward (G01). */
export const limitSchema = z.union([
  z.strictObject({ minor: z.string().regex(/^\d+$/), currency: z.string().regex(/^[A-Z]{3}$/) }),
  z.literal('no-limit'),
  z.null(),
]);
export type Limit = z.infer<typeof limitSchema>;

/** A limit as documents write it: in decimals. Pure. */
export function writtenLimit(limit: Limit): { amount: string; currency: string } | 'no-limit' | null {
  if (limit === null || limit === 'no-limit') return limit;
  return { amount: fromMinor(BigInt(limit.minor), limit.currency), currency: limit.currency };
}

/** One authority given to a role or a person: kind × matter × scope × condition × state × validity. */
export interface Grant {
  id: string;
  kind: AuthorityKind;
  matter: string;
  /** Exactly one of the two. */
  role: string | null;
  personId: string | null;
  /** Unit whose subtree the grant covers; null: where the holder's position covers. */
  scopeUnitId: string | null;
  /** null = blank: covers nothing. Ignored by steps that ask for no amount. */
  limit: Limit;
  /** Which side of the plan the grant is for. */
  plan: 'in' | 'over' | 'any';
  state: 'proposed' | 'granted' | 'withheld' | 'expired';
  withheldReason: string | null;
  /** ISO instants of the company's midnight, inclusive start, exclusive end; null = open. */
  validFrom: string | null;
  validTo: string | null;
}
