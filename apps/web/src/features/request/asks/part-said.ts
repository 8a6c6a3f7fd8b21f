import { isBlank, type Json } from '@countersign/domain';

/** What was said of a part so far. */
export const partIn = (said: Json | undefined): Record<string, Json> =>
  Array.isArray(said) ? ((said as Record<string, Json>[])[0] ?? {}) : {};

/** Whether an amount and a slip are said. Pure. */
export function isPartSaid(said: Json | undefined): boolean {
  const { amount, slip } = partIn(said);
  const written = typeof amount === 'object' && amount !== null && !Array.isArray(amount) ? amount['amount'] : null;
  return typeof written === 'string' && written !== '' && !isBlank(slip);
}
