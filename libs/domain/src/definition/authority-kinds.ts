/** The kinds of authority that the source documents use (domain §3.1). They are not one ladder. */
export const AUTHORITY_KINDS = [
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
] as const;

/** A kind of authority, such as `approve-within-limit`. */
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];
