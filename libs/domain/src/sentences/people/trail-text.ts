import type { Candidate } from '../../people/derivation';
import type { Language } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';
import { DASH } from '../../wording/names';
import { takenPlace } from './away-text';
import { removalText } from './removal-text';
import { personName, type SentenceContext } from '../sentence-context';
import { superiorText } from './superior-text';
import { limitText } from '../step-words';

/** Stops that a line tells one by one. */
const MOST_STOPS = 20;

/** The way to somebody, stop by stop; `more`: how many are kept nowhere. Pure. */
export function trailText(shown: readonly Candidate[], more: number, stop: (candidate: Candidate) => string): string {
  const left = Math.max(0, shown.length - MOST_STOPS) + more;
  return [...shown.slice(0, MOST_STOPS).map(stop), ...(left > 0 ? [`… +${left}`] : [])].join(' → ');
}

/** One stop on the way: a name, the limit or the reason, and a mark. Pure. */
export function trailStop(candidate: Candidate, context: SentenceContext, language: Language): string {
  const { person, role, limit, removed } = candidate;
  const title = ownValue(context.names.roles, role ?? '');
  const name =
    person === null
      ? (title?.[language] ?? DASH)
      : personName(context, person)[language] + takenPlace(candidate, title)[language] + superiorText(candidate, context)[language];
  const byLimit = limit !== undefined && limit !== null && (removed === null || removed.code === 'limit-too-low');
  const remark = byLimit ? limitText(limit)[language] : (removalText(candidate, context)?.[language] ?? '');
  return [name, remark, removed ? '✕' : '✓'].filter((part) => part !== '').join(' ');
}
