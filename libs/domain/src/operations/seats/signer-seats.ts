import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { Seat, StepRecord } from '../../request/request-state';
import { freeSeat } from './on-seat';
import { isBefore } from './turns';
import { ownValue } from '../../text/own-value';

/** Where a signature is added: before the own word, after it, or beside it. */
export type Where = 'before' | 'after' | 'beside';

type Seats = StepRecord['seats'];

const behind = (seat: Seat, other: string): Seat => ({ ...seat, after: [...new Set([...(seat.after ?? []), other])] });

/** Seats that have to wait for the added one as they wait for the one that it was added to. */
function alsoWait(step: HumanStep, own: [string, Seat], each: [string, Seat]): boolean {
  if (each[1].vote !== undefined || each[0] === own[0]) return false;
  const bothRuled = own[1].addedBy === undefined && each[1].addedBy === undefined;
  return (each[1].after ?? []).includes(own[0]) || (bothRuled && kindOf(step).inOrder?.(step) === true && isBefore(own, each));
}

/** The seats of a step with one more, for a signature that the holder of `own` asks for. Pure. */
export function withSigner(
  step: HumanStep,
  seats: Seats,
  own: string,
  { where, ...signer }: Pick<Seat, 'person' | 'generation' | 'addedBy'> & { where: Where },
): Seats {
  const next = freeSeat(seats);
  const holder = ownValue(seats, own) as Seat;
  const entries = Object.entries(seats).map((each): [string, Seat] => {
    if (where === 'before') return each[0] === own ? [own, behind(holder, next)] : each;
    return alsoWait(step, [own, holder], each) ? [each[0], behind(each[1], next)] : each;
  });
  const added: Seat = { ...signer, ...(where === 'after' ? { after: [own] } : {}) };
  return { ...Object.fromEntries(entries), [next]: added };
}

/** The newest signature that somebody has asked for on a step and that was not given yet: its seat; undefined where there is none. Pure. */
export function addedSeat(record: StepRecord | undefined, by: string): string | undefined {
  if (record?.status !== 'open') return undefined;
  return Object.entries(record.seats).findLast(([, { addedBy, vote }]) => addedBy === by && vote === undefined)?.[0];
}

/** The seats of a step without an added one: whoever waited for it waits for what it waited for. Pure. */
export function withoutSigner(seats: Seats, gone: string): Seats {
  const { [gone]: removed, ...left } = seats;
  const entries = Object.entries(left).map(([id, seat]): [string, Seat] => {
    if (!seat.after?.includes(gone)) return [id, seat];
    const { after: _was, ...own } = seat;
    const after = [...new Set(seat.after.flatMap((each) => (each === gone ? (removed?.after ?? []) : [each])))].filter(
      (each) => each !== id,
    );
    return [id, after.length > 0 ? { ...own, after } : own];
  });
  return Object.fromEntries(entries);
}
