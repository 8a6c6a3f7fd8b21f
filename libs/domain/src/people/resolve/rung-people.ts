import { isHuman } from '../../definition/flow';
import { LIMITS } from '../../definition/limits';
import type { LadderTo } from '../../definition/times/due.schema';
import type { HumanStep } from '../../definition/step.schema';
import { itemRuleOf, timeRuleOf } from '../../definition/times/time-rule';
import type { StepVerdict } from '../../request/facts';
import { awaitedOn, nextItemRung } from '../../request/items/item-clock';
import { itemOf } from '../../request/items/items';
import type { RequestState, StepRecord } from '../../request/request-state';
import { openSeats, recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import type { Candidate, Derivation } from '../derivation';
import type { Directory } from '../directory';
import { namedCandidate } from './holders';
import { actingOn, postsAbove, postsOf } from '../posts';
import { givenTo } from './given-to';
import { resolutionCase, type ResolutionCase, type ResolvableProcess } from '../resolution-case';
import { slotsOf } from './rule-slots';
import { absenceOf } from './stand-ins';

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
 * who look after requests. Who is asked already, and who has left, is passed over. Of a rung that hands on, who gets it (`takes`) and why it is with
 * them. Nobody where it is no rung of the ladder. Pure.
 */
export function rungPeople(
  process: ResolvableProcess,
  at: RequestState,
  step: string,
  directory: Directory,
): { verdict: StepVerdict; derivation: Derivation | null } {
  const around = resolutionCase(process, at, step, directory);
  const record = recordOf(at.context, step);
  const rule = isHuman(around.step) ? timeRuleOf(process.definition, around.step) : null;
  if (record?.items && isHuman(around.step)) return told(toldOfItems(record, around, around.step));
  const rung = rule?.rungs[record?.clock?.rung ?? -1];
  if (rung?.kind !== 'escalate') return told({ kind: 'skipped', reason: 'nobody' });
  const asked = openSeats(record).map(([, { person }]) => person);
  if (rung.handOn) {
    const candidates = takers(rung.to, asked, around);
    const people = candidates.flatMap(({ person }) => person ?? []);
    if (people.length === 0) return told({ kind: 'seats', people: [...directory.operators] });
    return { verdict: { kind: 'seats', people, takes: true }, derivation: { ...givenTo(candidates, around), late: true } };
  }
  return told(toldBy([{ to: rung.to, asked }], around));
}

/** Those above whoever is asked for items that are late, or whom the list's rule finds. */
function toldOfItems(record: StepRecord, around: ResolutionCase, step: HumanStep): StepVerdict {
  const { rungs } = itemRuleOf(around.definition, step);
  const late = (nextItemRung(record)?.items ?? []).flatMap((id) => {
    const rung = rungs[itemOf(record, id)?.clock?.rung ?? -1];
    return rung?.kind === 'escalate' ? [{ to: rung.to, asked: awaitedOn(record, id) }] : [];
  });
  return late.length === 0 ? { kind: 'skipped', reason: 'nobody' } : toldBy(late, around);
}

function toldBy(late: readonly { to: LadderTo; asked: string[] }[], around: ResolutionCase): StepVerdict {
  const { directory } = around;
  const found = late.flatMap(({ to, asked }) => {
    const people = typeof to === 'string' ? peopleAbove(to, asked, directory) : ruled(to, around);
    return people.filter((person) => !asked.includes(person) && ownValue(directory.people, person)?.active);
  });
  return { kind: 'seats', people: found.length > 0 ? [...new Set(found)] : [...directory.operators] };
}

const told = (verdict: StepVerdict): { verdict: StepVerdict; derivation: null } => ({ verdict, derivation: null });

/**
 * Who gets a late step: of a line upward the first who may decide it and is there, or the second; else everybody whom the rule finds and who may. Whoever
 * was asked already is passed over.
 */
function takers(to: LadderTo, asked: readonly string[], around: ResolutionCase): Candidate[] {
  const { directory, definition } = around;
  const fit = (person: string): Candidate[] => {
    if (asked.includes(person) || absenceOf(directory, person, definition.key) !== null) return [];
    const candidate = namedCandidate(person, around);
    return candidate?.removed === null ? [candidate] : [];
  };
  if (typeof to !== 'string') return [...new Set(ruled(to, around))].flatMap(fit).slice(0, LIMITS.seats);
  const [first] = asked;
  const line =
    first === undefined ? [] : postsAbove(directory, postsOf(directory, first)[0] ?? null).flatMap((post) => actingOn(post) ?? []);
  const found = [...new Set(line)].flatMap(fit);
  return [found[to === 'superior' ? 0 : 1] ?? found.at(-1)].flatMap((candidate) => candidate ?? []);
}

/** Whoever is asked for the first post above each of these people that is not theirs, or for the second. Pure. */
export function peopleAbove(to: 'superior' | 'next-superior', asked: readonly string[], directory: Directory): string[] {
  return asked.flatMap((person) => {
    const line = postsAbove(directory, postsOf(directory, person)[0] ?? null).flatMap((post) => actingOn(post) ?? []);
    const others = [...new Set(line)].filter((each) => each !== person && ownValue(directory.people, each)?.active);
    return others[to === 'superior' ? 0 : 1] ?? others.at(-1) ?? [];
  });
}

function ruled(to: Exclude<LadderTo, string>, around: ResolutionCase): string[] {
  return slotsOf(to, around).flatMap(({ person }) => person ?? []);
}
