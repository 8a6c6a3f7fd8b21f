import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { Seat, StepRecord } from '../../request/request-state';
import { ownValue } from '../../text/own-value';
import { ownTally, tally } from './tally';

type Seats = StepRecord['seats'];

/** Whether a seat of a step that asks one after the other comes before another. Both are of the step's own rules. Pure. */
export function isBefore([one, left]: [string, Seat], [other, right]: [string, Seat]): boolean {
  const [first = 0, second = 0] = [left.group, right.group];
  return first === second ? Number(one) < Number(other) : first < second;
}

/** Seats that the step's own rules have found; whoever is only asked something has none. */
const ownSeats = (seats: Seats): [string, Seat][] =>
  Object.entries(seats).filter(([, { addedBy, question }]) => addedBy === undefined && question === undefined);

function hasTurn(step: HumanStep, seats: Seats, [id, seat]: [string, Seat]): boolean {
  const settled = ownTally(step, seats) === 'passed';
  const isOwn = seat.addedBy === undefined;
  if (isOwn && settled) return false;
  const hasSpoken = (other: Seat | undefined): boolean =>
    other === undefined || other.vote !== undefined || (settled && other.addedBy === undefined);
  const inOrder = isOwn && kindOf(step).inOrder?.(step) === true;
  const ahead = inOrder ? ownSeats(seats).filter((each) => isBefore(each, [id, seat])) : [];
  return ahead.every(([, { vote }]) => vote !== undefined) && (seat.after ?? []).every((other) => hasSpoken(ownValue(seats, other)));
}

/** Seats that had to speak before one was asked, those included that these waited for. Pure. */
export function aheadOf(step: HumanStep, seats: Seats, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (one: string): void => {
    const seat = ownValue(seats, one);
    if (seat === undefined) return;
    const inOrder = seat.addedBy === undefined && kindOf(step).inOrder?.(step) === true;
    const ruled = inOrder ? ownSeats(seats).filter((each) => isBefore(each, [one, seat])) : [];
    const ahead = [...(seat.after ?? []), ...ruled.map(([other]) => other)].filter((other) => !found.has(other));
    for (const other of ahead) {
      found.add(other);
      look(other);
    }
  };
  look(id);
  return found;
}

/**
 * The seats of an open step, each with whether its turn has come. Whose turn comes is asked in an opening of its own, which the transition `n` begins;
 * whose word is not needed any more is asked no longer. Pure.
 */
export function takingTurns(step: HumanStep, seats: Seats, n: number): Seats {
  const turned = Object.entries(seats).map((entry): [string, Seat] => {
    const [id, seat] = entry;
    const waits = seat.vote === undefined && seat.question === undefined && !hasTurn(step, seats, entry);
    if (waits === (seat.waits ?? false)) return entry;
    const { waits: _was, ...asked } = seat;
    return [id, waits ? { ...seat, waits } : { ...asked, generation: n }];
  });
  return Object.fromEntries(turned);
}

/** A step with these seats, as far as their words settle it. Pure. */
export function settledBy(step: HumanStep, record: StepRecord, n: number): StepRecord {
  const { stuck: _stuck, ...known } = record;
  const settled = tally(step, record.seats);
  if (settled === 'stuck') return { ...known, status: 'open', stuck: true };
  return settled === 'open' ? { ...known, status: settled, seats: takingTurns(step, record.seats, n) } : { ...known, status: settled };
}
