import { z } from 'zod';

/** The kinds of authority that the source documents use (domain §3.1). They are not one ladder. */
export const authorityKindSchema = z.enum([
  'decide',
  'approve',
  'approve-within-limit',
  'approve-within-plan',
  'co-decide',
  'review',
  'financial-opinion',
  'draft',
  'propose',
  'advise',
  'participate',
  'manage',
  'appoint',
  'recommend-appointment',
  'guide',
  'inspect',
  'supervise',
  'assess',
  'sanction',
  'rule',
  'execute',
]);
export type AuthorityKind = z.infer<typeof authorityKindSchema>;

/** Up to an amount in minor units, or expressly without limit. `null` (blank) covers nothing: the request routes upward (G01). */
export const limitSchema = z.union([
  z.strictObject({ minor: z.string().regex(/^\d+$/), currency: z.string().regex(/^[A-Z]{3}$/) }),
  z.literal('no-limit'),
  z.null(),
]);
export type Limit = z.infer<typeof limitSchema>;

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
