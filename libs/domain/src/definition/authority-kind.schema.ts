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
