import { afterWorkingTime } from '../../calendar/working-time';
import type { StepVerdict } from '../../request/facts';
import type { RequestState } from '../../request/request-state';
import { DEMAND_DUE, REPORTED_TO, seatsAwaited, supervisorsOf } from '../../request/supervision';
import type { Directory } from '../directory';
import { unitPath } from '../posts';
import { peopleAbove } from '../resolve/rung-people';
import { unitClock } from './step-times';

/** Within which working time somebody answers who supervises a request. */
const ANSWERED_WITHIN = { days: 1 } as const;

/** What is found for those who supervise a request: until when an answer is due that is demanded now, and who is above those who have it. Null for every other name. Pure. */
export function supervisionVerdict({ context }: RequestState, name: string, directory: Directory): StepVerdict | null {
  if (name === REPORTED_TO) return { kind: 'seats', people: reportedTo({ context }, directory) };
  if (name !== DEMAND_DUE) return null;
  const clock = unitClock(directory, unitPath(directory, context.requester?.unitId ?? null), 'office');
  const due = afterWorkingTime(clock, directory.now, ANSWERED_WITHIN);
  return due === null ? { kind: 'skipped', reason: 'nobody' } : { kind: 'until', at: due.at, from: directory.now };
}

/** Whoever is next above those who have it and has not had a part in the supervision, or those who look after requests where nobody is. */
function reportedTo({ context }: Pick<RequestState, 'context'>, directory: Directory): string[] {
  const asked = [...new Set(seatsAwaited(context).map(({ seat }) => seat.person))];
  const know = new Set([...asked, ...supervisorsOf(context)]);
  const others = (people: readonly string[]): string[] => [...new Set(people)].filter((person) => !know.has(person));
  const above = others(peopleAbove('superior', asked, directory));
  if (above.length > 0) return above;
  const next = others(peopleAbove('next-superior', asked, directory));
  return next.length > 0 ? next : [...directory.operators];
}
