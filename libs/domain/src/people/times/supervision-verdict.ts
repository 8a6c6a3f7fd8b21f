import { afterWorkingTime } from '../../calendar/working-time';
import type { StepVerdict } from '../../request/facts';
import type { RequestState } from '../../request/request-state';
import { DEMAND_DUE, REPORTED_TO, seatsAwaited } from '../../request/supervision';
import { ownValue } from '../../text/own-value';
import type { Directory } from '../directory';
import { unitPath } from '../posts';
import { peopleAbove } from '../resolve/rung-people';
import { unitClock } from './step-times';

/** Within which working time somebody answers who supervises a request. */
const ANSWERED_WITHIN = { days: 1 } as const;

/** What is found for those who supervise a request: until when an answer is due that is demanded now, and who is above those who have it. Null for every other name. Pure. */
export function supervisionVerdict({ context }: RequestState, name: string, directory: Directory): StepVerdict | null {
  if (name === REPORTED_TO) return { kind: 'seats', people: reportedTo(context, directory) };
  if (name !== DEMAND_DUE) return null;
  const clock = unitClock(directory, unitPath(directory, context.requester?.unitId ?? null), 'office');
  const due = afterWorkingTime(clock, directory.now, ANSWERED_WITHIN);
  return due === null ? { kind: 'skipped', reason: 'nobody' } : { kind: 'until', at: due.at, from: directory.now };
}

/** Whoever is above those who have it, or those who look after requests where nobody is. */
function reportedTo(context: RequestState['context'], directory: Directory): string[] {
  const asked = [...new Set(seatsAwaited(context).map(({ seat }) => seat.person))];
  const above = peopleAbove('superior', asked, directory).filter((person) => !asked.includes(person));
  const people = above.filter((person) => ownValue(directory.people, person)?.active);
  return people.length > 0 ? [...new Set(people)] : [...directory.operators];
}
