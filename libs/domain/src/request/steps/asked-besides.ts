import type { Seat, StepRecord } from '../request-state';
import { deciderOf } from '../standing';
import { ownValue } from '../../text/own-value';

/** For what somebody is asked on a step whose own rules did not point at them, and by whom. Ids only. */
export interface AskedBesides {
  /** `decision`: it was handed over, and `by` had it first. */
  for: 'answer' | 'advice' | 'signature' | 'decision';
  by: string;
}

/** What a seat is asked for that the rules of its step have not found; null of one that they have. Pure. */
export function askedBesides({ seats }: Pick<StepRecord, 'seats'>, seat: Seat): AskedBesides | null {
  const { question, lentBy, addedBy, from } = seat;
  const asker = question === undefined ? undefined : ownValue(seats, question);
  if (asker !== undefined) return { for: 'answer', by: deciderOf(asker) };
  if (lentBy !== undefined) return { for: 'advice', by: lentBy };
  if (addedBy !== undefined) return { for: 'signature', by: addedBy };
  return from === undefined ? null : { for: 'decision', by: from };
}
