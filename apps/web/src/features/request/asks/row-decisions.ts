import type { Json, RowDecision } from '@countersign/domain';

/** What was said about rows so far. */
export const decisionsIn = (said: Json | undefined): RowDecision[] => (Array.isArray(said) ? (said as unknown as RowDecision[]) : []);

/** Whether something is said about some row, and to each a reason, and an amount where one is cut. Pure. */
export function areSaid(said: Json | undefined): boolean {
  const decisions = decisionsIn(said);
  const whole = ({ reason, cut }: RowDecision): boolean => reason.trim() !== '' && (cut === undefined || cut.amount !== '');
  return decisions.length > 0 && decisions.every(whole);
}
