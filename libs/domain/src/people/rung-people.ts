import { isHuman } from '../definition/flow';
import type { LadderTo } from '../definition/due.schema';
import { timeRuleOf } from '../definition/time-rule';
import type { StepVerdict } from '../request/facts';
import type { RequestState } from '../request/request-state';
import { openSeats, recordOf } from '../request/standing';
import { ownValue } from '../text/own-value';
import type { Directory } from './directory';
import { holderOf, postsAbove, postsOf } from './posts';
import { resolutionCase, type ResolutionCase, type ResolvableProcess } from './resolution-case';
import { slotsOf } from './rule-slots';

const SUFFIX = '/rung';

/** Under which name the facts hold whom the next rung of a step tells; no step can be called so. Pure. */
export function rungKey(step: string): string {
  return `${step}${SUFFIX}`;
}

/** The step whose rung is meant; null for the name of a step itself. Pure. */
export function stepOfRung(key: string): string | null {
  return key.endsWith(SUFFIX) ? key.slice(0, -SUFFIX.length) : null;
}

/**
 * Whom the rung of a step that has come tells that it is late: those above whoever is asked, or those whom its rule finds; where there is nobody, those
 * who look after requests. Who is asked already, and who has left, is passed over. Nobody where it is no rung of the ladder. Pure.
 */
export function rungPeople(process: ResolvableProcess, at: RequestState, step: string, directory: Directory): StepVerdict {
  const around = resolutionCase(process, at, step, directory);
  const record = recordOf(at.context, step);
  const rule = isHuman(around.step) ? timeRuleOf(process.definition, around.step) : null;
  const rung = rule?.rungs[record?.clock?.rung ?? -1];
  if (rung?.kind !== 'escalate') return { kind: 'skipped', reason: 'nobody' };
  const asked = openSeats(record).map(([, { person }]) => person);
  const found = typeof rung.to === 'string' ? above(rung.to, asked, directory) : ruled(rung.to, around);
  const people = [...new Set(found)].filter((person) => !asked.includes(person) && ownValue(directory.people, person)?.active);
  return { kind: 'seats', people: people.length > 0 ? people : [...directory.operators] };
}

/** Whoever holds the first post above somebody that is filled by another, or the second. */
function above(to: 'superior' | 'next-superior', asked: readonly string[], directory: Directory): string[] {
  return asked.flatMap((person) => {
    const line = postsAbove(directory, postsOf(directory, person)[0] ?? null).flatMap((post) => holderOf(post) ?? []);
    const others = [...new Set(line)].filter((each) => each !== person && ownValue(directory.people, each)?.active);
    return others[to === 'superior' ? 0 : 1] ?? others.at(-1) ?? [];
  });
}

function ruled(to: Exclude<LadderTo, string>, around: ResolutionCase): string[] {
  return slotsOf(to, around).flatMap(({ person }) => person ?? []);
}
