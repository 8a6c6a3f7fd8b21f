import type { StepVerdict } from '../request/facts';
import type { Seat } from '../request/request-state';
import { freeSeat, poolFor } from '../operations/seats/on-seat';
import { deciderOf } from '../request/standing';

/** The people of a step as they were found, where any were. */
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
  const { unfit = [], away = [], unanswering = [] } = found;
  const stays = (seat: Seat): boolean =>
    seat.addedBy === undefined ? wanted.some((each) => isFor(seat, each)) : !unfit.includes(deciderOf(seat));
  const theirs = before.filter(([, seat]) => seat.question === undefined && stays(seat));
  const asking = new Set(theirs.map(([name]) => name));
  const questions = before.filter(
    ([, { person, question }]) => question !== undefined && asking.has(question) && !unanswering.includes(person),
  );
  const now = theirs.map(([name, { lentBy, ...own }]): [string, Seat] => {
    const seat = own.pool ? pooled(own, found) : own;
    if (lentBy === undefined) return [name, seat];
    return [name, away.includes(own.person) ? { ...seat, person: lentBy, generation: wanted[0]?.generation ?? 0 } : { ...seat, lentBy }];
  });
  return [...now, ...questions];
}

const isOwn = ({ addedBy, question }: Seat): boolean => addedBy === undefined && question === undefined;

/** The seat that somebody new takes over: of whoever they stand in for or who stood in for them, else the first of their group. */
function placeOf(free: readonly [string, Seat][], { person, group, actingFor }: Seat): [string, Seat] | undefined {
  const same = free.filter(([, seat]) => seat.group === group);
  const theirs = same.find(([, seat]) => deciderOf(seat) === (actingFor ?? '') || seat.actingFor === person);
  return theirs ?? same[0];
}

/** Whether an added signature comes before a seat, or after it. */
function isBound(seats: [string, Seat][], [name, { after = [] }]: [string, Seat]): boolean {
  return seats.some(([other, each]) => each.addedBy !== undefined && (after.includes(other) || each.after?.includes(name) === true));
}

/**
 * Seats of people who are new. Where somebody sits there no more before or after whom a signature was added, one of them takes that place, with what
 * stood before and behind it; the others get seats of their own. Pure.
 */
export function newSeats(before: [string, Seat][], kept: [string, Seat][], added: readonly Seat[]): [string, Seat][] {
  let next = Number(freeSeat(Object.fromEntries(before)));
  let free = before.filter((each) => isOwn(each[1]) && !kept.some(([other]) => other === each[0]) && isBound(before, each));
  return added.map((seat): [string, Seat] => {
    const place = placeOf(free, seat);
    if (place === undefined) return [String(next++), seat];
    const [name, { after }] = place;
    free = free.filter((each) => each !== place);
    return [name, after ? { ...seat, after } : seat];
  });
}

/** A claimed seat, with everybody who could claim it now. */
function pooled({ poolFor: _was, ...seat }: Seat, { people, actingFor }: SeatsFound): Seat {
  const acting = people.map((person, index) => ({ person, ...(actingFor?.[index] && { actingFor: actingFor[index] }) }));
  return { ...seat, pool: [...people], ...poolFor(acting) };
}
