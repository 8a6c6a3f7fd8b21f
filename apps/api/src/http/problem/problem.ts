import { REFUSAL_CODES, type Bilingual, type Json, type RefusalCode } from '@countersign/domain';

/** Reasons of the HTTP door itself, beside the refusals of the engine. One closed list: each has a text and a status. */
export const DOOR_CODES = [
  'unauthenticated',
  'wrong-password',
  'weak-password',
  'csrf',
  'forbidden',
  'scope-missing',
  'not-a-participant',
  'right-missing',
  'not-found',
  'invalid-body',
  'invalid-parameter',
  'not-json',
  'body-type',
  'idempotency-key-required',
  'if-match-required',
  'key-reused',
  'key-busy',
  'throttled',
  'too-large',
  'too-many-streams',
  'too-many-tokens',
  'token-beyond-issuer',
  'rights-beyond-own',
  'too-many-drafts',
  'too-many-files',
  'empty-file',
  'file-type',
  'file-damaged',
  'link-spent',
  'link-by-token',
  'account-ended',
  'no-demo',
  'login-taken',
  'too-many-filters',
  'draft-only',
  'started-by-other',
  'draft-changed',
  'being-sent',
  'definition-exists',
  'definition-invalid',
  'definition-published',
  'definition-superseded',
  'definition-retired',
  'definition-not-in-use',
  'definition-changed',
  'calendar-invalid',
  'absence-invalid',
  'absence-settled',
  'directory-invalid',
  'lease-begun',
  'lease-held',
  'lease-out',
  'lease-in-the-way',
  'lease-closed',
  'leases-invalid',
  'budgets-invalid',
  'authority-not-said',
  'limits-invalid',
  'change-invalid',
  'changed-meanwhile',
  'import-running',
  'recurring-paused-already',
  'recurring-not-paused',
  'recurring-days',
  'recurring-nothing',
  'event-differs',
  'effect-not-given-up',
  'signature-wrong',
  'signature-old',
  'call-given-up',
  'answer-wrong',
  'too-many-exports',
  'check-running',
  'evidence-too-large',
  'export-unfinished',
  'restored',
  'unavailable',
  'internal',
] as const;
export type DoorCode = (typeof DOOR_CODES)[number];
export type ProblemCode = RefusalCode | DoorCode;

export const isRefusalCode = (code: ProblemCode): code is RefusalCode => (REFUSAL_CODES as readonly string[]).includes(code);

/** What is wrong with one field of a body. */
export interface FieldError {
  field: string;
  code: string;
  params: Record<string, Json>;
  message: Bilingual;
}

/** The answer is no: the one error that services throw, mapped to RFC 9457 by the problem filter. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Record<string, Json> = {},
    readonly errors: FieldError[] | null = null,
    /** Said instead of the text of the code: the same with names and titles in it. */
    readonly text: Bilingual | null = null,
  ) {
    super(code);
    this.name = 'Problem';
  }
}
