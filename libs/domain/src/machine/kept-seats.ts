import type { StepVerdict } from '../request/facts';
import type { Seat } from '../request/request-state';
import { poolFor } from '../operations/parts/on-seat';
import { deciderOf } from '../request/standing';

export type SeatsFound = Extract<StepVerdict, { kind: 'seats' }>;

/** Whether a seat is for this person of this group to decide on. */
export const isFor = (seat: Seat, wanted: Pick<Seat, 'person' | 'group' | 'actingFor'>): boolean =>
  seat.addedBy === undefined &&
  seat.question === undefined &&
  deciderOf(seat) === wanted.person &&
  seat.group === wanted.group &&
  seat.actingFor === wanted.actingFor;

/**
 * Seats that stay where these are to be asked: theirs, added ones whose people still may sign, and what those ask of others. One that was lent to
 * somebody who is there no more is its lender's again; who could have claimed it otherwise are those who are found now.
 */
export function keptSeats(before: [string, Seat][], wanted: readonly Seat[], found: SeatsFound): [string, Seat][] {
  const { unfit = [], away = [] } = found;
  const stays = (seat: Seat): boolean =>
    seat.addedBy === undefined ? wanted.some((each) => isFor(seat, each)) : !unfit.includes(deciderOf(seat));
  const theirs = before.filter(([, seat]) => seat.question === undefined && stays(seat));
  const asking = new Set(theirs.map(([name]) => name));
  const questions = before.filter(([, { question }]) => question !== undefined && asking.has(question));
  const now = theirs.map(([name, { lentBy, ...own }]): [string, Seat] => {
    const seat = own.pool ? pooled(own, found) : own;
    if (lentBy === undefined) return [name, seat];
    return [name, away.includes(own.person) ? { ...seat, person: lentBy, generation: wanted[0]?.generation ?? 0 } : { ...seat, lentBy }];
  });
  return [...now, ...questions];
}

/** A claimed seat, with everybody who could claim it now. */
function pooled({ poolFor: _was, ...seat }: Seat, { people, actingFor }: SeatsFound): Seat {
  const acting = people.map((person, index) => ({ person, ...(actingFor?.[index] && { actingFor: actingFor[index] }) }));
  return { ...seat, pool: [...people], ...poolFor(acting) };
}
