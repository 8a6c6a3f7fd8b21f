import { isHuman } from '../../definition/flow';
import type { Seat } from '../../request/request-state';
import { deciderOf, recordOf, sittingSeats } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import { candidateOf } from './candidate';
import type { Candidate } from '../derivation';
import type { ResolutionCase } from '../resolution-case';
import type { StepVerdict } from '../../request/facts';
import { slotsOf } from './rule-slots';

type SeatsFound = Extract<StepVerdict, { kind: 'seats' }>;

/** Somebody who was named for a step, looked at as if a rule had pointed at them; null where the company has no such person. Pure. */
export function namedCandidate(person: string, around: ResolutionCase): Candidate | null {
  const known = ownValue(around.directory.people, person);
  if (known === undefined) return null;
  const rule = { by: 'person' as const, person: known.key };
  const [slot] = slotsOf(rule, around);
  return slot ? candidateOf(slot, rule, around) : null;
}

/** Seats of a step that waits already, questions left out. */
function seatsIn({ context, step }: ResolutionCase): Seat[] {
  if (!isHuman(step)) return [];
  return sittingSeats(recordOf(context, step.id)).filter(({ question }) => question === undefined);
}

/** Somebody who is to decide, in which group where there are groups. */
export interface AskedPerson {
  person: string;
  group: number;
  /** Who is away, in whose place they are asked. */
  actingFor?: string;
}

/**
 * Who is to decide a step that waits already: those found, but where a seat was handed over, whoever decides on it now, as long as they may act at
 * all. Where the one seat there is was handed over, nobody else is asked. Pure.
 */
export function withHolders(found: readonly AskedPerson[], around: ResolutionCase): AskedPerson[] {
  const seats = seatsIn(around).filter(({ addedBy }) => addedBy === undefined);
  const mayAct = (seat: Seat): boolean => seat.vote !== undefined || namedCandidate(deciderOf(seat), around)?.removed === null;
  const given = seats.filter((seat) => seat.from !== undefined && mayAct(seat));
  if (given.length === 0) return [...found];
  const isReplaced = ({ person, group }: AskedPerson): boolean => given.some((seat) => seat.from === person && (seat.group ?? 0) === group);
  const isHeld = ({ person, group }: AskedPerson): boolean =>
    given.some((seat) => deciderOf(seat) === person && (seat.group ?? 0) === group);
  const allGiven = given.length === seats.length && seats.every(({ group }) => group === undefined);
  const others = allGiven ? [] : found.filter((place) => !isReplaced(place) && !isHeld(place));
  return [...others, ...given.map((seat) => ({ person: deciderOf(seat), group: seat.group ?? 0 }))];
}

/**
 * Of those who were asked on a step that waits already, who are there no more: advisers, whose lender has the seat again, and who was asked for
 * information, of whom nobody will hear. Pure.
 */
export function thoseGone(around: ResolutionCase): Pick<SeatsFound, 'away' | 'unanswering'> {
  const { step, context, directory } = around;
  if (!isHuman(step)) return {};
  const isGone = ({ person }: Seat): boolean => ownValue(directory.people, person)?.active !== true;
  const gone = sittingSeats(recordOf(context, step.id)).filter(isGone);
  const away = gone.flatMap(({ person, lentBy }) => (lentBy === undefined ? [] : [person]));
  const unanswering = [...new Set(gone.flatMap(({ person, question }) => (question === undefined ? [] : [person])))];
  return { ...(away.length > 0 && { away }), ...(unanswering.length > 0 && { unanswering }) };
}
