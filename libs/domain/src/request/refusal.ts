import type { Json } from '../text/bilingual';
import type { OwnRefusals } from './words/own-words';

/** Reasons that no operation alone has why the answer is no. */
export const HOUSE_REFUSALS = [
  'already-decided',
  'not-assignee',
  'not-requester',
  'own-request',
  'own-correction',
  'own-edit',
  'own-assignment',
  'own-benefit',
  'own-authority',
  'decided-before',
  'no-authority',
  'over-limit',
  'required-fields',
  'choice-required',
  'lacks-role',
  'invalid-field',
  'comment-required',
  'opinion-unsigned',
  'stale-content',
  'return-target',
  'too-many-rounds',
  'may-not-start',
  'too-old',
  'settle-first',
  'over-period',
  'must-hold',
  'value-taken',
  'one-in-force',
  'linked-not-approved',
  'linked-differs',
  'odd-letter',
  'not-undoable',
  'undo-too-late',
  'decision-made',
  'carried-out',
  'done-before',
  'value-used',
  'not-blocked',
  'not-owner',
  'right-not-held',
  'invalid-state',
  'no-longer-entitled',
  'not-assignable',
  'no-approver',
  'poisoned',
  'diverged',
  'unknown-request',
  'process-changed',
  'given-up',
] as const;
export type HouseRefusal = (typeof HOUSE_REFUSALS)[number];
/** Every reason why the answer is no. A closed union: texts exist for each in both languages. */
export type RefusalCode = HouseRefusal | OwnRefusals[keyof OwnRefusals];

/** Why the answer is no: a value, never an exception. `params` feed the bilingual text of the code. */
export interface Refusal {
  code: RefusalCode;
  params: Record<string, Json>;
}

/** Builds a refusal. Pure. */
export function refusal(code: RefusalCode, params: Record<string, Json> = {}): Refusal {
  return { code, params };
}
