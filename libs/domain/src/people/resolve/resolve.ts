import type { Assignee } from '../../definition/assignee.schema';
import { groupsOf, isHuman, isStarting, rulesOf } from '../../definition/flow';
import { LIMITS } from '../../definition/limits';
import { kindOf, type HumanStep } from '../../definition/step.schema';
import { mergeCandidates } from '../deciders';
import type { PeopleVerdict } from '../../request/facts';
import type { RequestState } from '../../request/request-state';
import { recordOf, seatOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import { signerRemoval, unfitSigners } from './candidate';
import type { Candidate, Derivation } from '../derivation';
import type { Directory } from '../directory';
import { givenTo, planOf } from './given-to';
import { thoseGone, namedCandidate, type AskedPerson } from './holders';
import { resolveItems } from './resolve-items';
import { resolutionCase, type ResolutionCase, type ResolvableProcess } from '../resolution-case';
import { standInsAmong, standsIn, withStandIns } from './stand-ins';
import { actedFor, placesFor, reaches } from './step-places';
import { itemDues } from '../times/item-times';
import { stepTimes } from '../times/step-times';
import { starterVerdict } from './starter-verdict';
import { ladderOf, pointsAt, tryInOrder, tryRule, type TriedRule } from './try-rules';

/** What a blocked step says when nobody may act on it, when so many may that nobody would feel asked, and when it could not pass if all agreed. */
export const NO_APPROVER = 'no-approver';
export const TOO_MANY_APPROVERS = 'too-many-approvers';
export const TOO_FEW_APPROVERS = 'too-few-approvers';

/** People who may be asked on one step at once. */
export const MOST_SEATS = LIMITS.seats;
/** Of one rule a derivation keeps so many; it is there to be read. */
const MOST_TOLD = 100;

/**
 * Finds the people of a step where the request stands, and says how. Pure.
 * Rules are tried in order until one leaves somebody: whoever is inactive, asks or benefits, has decided a step that this one must be distinct
 * from, or is not covered by a grant (G01: a blank limit covers nothing) is passed over and recorded. Nobody at all blocks the request with an
 * owner, or skips the step where the definition says so; it never approves. More people than can be asked at once block it too. A notice (`cc`) takes the people of all its rules.
 */
export function resolve(
  process: ResolvableProcess,
  at: RequestState,
  stepId: string,
  directory: Directory,
): { verdict: PeopleVerdict; derivation: Derivation } {
  const around = resolutionCase(process, at, stepId, directory);
  const { step } = around;
  if (isHuman(step) && kindOf(step).list) return resolvedByItem(step, around);
  if (isStarting(step)) {
    const tried = tryInOrder(step.requester, around);
    return derived(starterVerdict(step, chosenBy(tried), around), tried, around);
  }
  const groups = isHuman(step) ? tryGroups(step, around) : [step.to.map((rule) => tryRule(rule, around))];
  const found = groups.map(chosenBy);
  const wanted = placesFor(found, around);
  return derived(verdictOn(wanted, around), groups.flat(), around, wanted);
}

/** A step whose people are found item by item. */
function resolvedByItem(step: HumanStep, around: ResolutionCase): ReturnType<typeof resolve> {
  const find = (rules: readonly Assignee[]) => tryInOrder(rules, around);
  const { tried, people, items, waivers, stuck } = resolveItems(around, step, namedRule(around), find);
  const owners = [...around.directory.operators];
  if (stuck !== null)
    return derived({ kind: 'blocked', owners, reason: stuck === 'nobody' ? NO_APPROVER : TOO_FEW_APPROVERS }, tried, around);
  if (people.length > MOST_SEATS) return derived({ kind: 'blocked', owners, reason: TOO_MANY_APPROVERS }, tried, around);
  const asked = withStandIns(
    people.map((person) => ({ person, group: 0 })),
    around,
  );
  const verdict = {
    kind: 'seats' as const,
    people: asked.map(({ person }) => person),
    ...actedFor(asked),
    ...{ items, waivers },
    ...thoseGone(around),
    ...itemDues(around, step),
  };
  return derived(verdict, tried, around, asked);
}

function derived(
  verdict: PeopleVerdict,
  tried: TriedRule[],
  around: ResolutionCase,
  places: readonly AskedPerson[] = [],
): ReturnType<typeof resolve> {
  const standIns = verdict.kind === 'seats' ? standInsAmong(places, around) : [];
  return {
    verdict,
    derivation: {
      step: around.step.id,
      rules: tried.map(told),
      result: verdict.kind,
      ...(standIns.length > 0 && { standIns }),
      amount: around.question?.amount ?? null,
      plan: planOf(around),
      ladder: ladderOf(tried, around).slice(0, MOST_TOLD),
    },
  };
}

function told({ rule, candidates, chosen }: TriedRule): TriedRule {
  if (candidates.length <= MOST_TOLD) return { rule, candidates, chosen };
  return { rule, candidates: candidates.slice(0, MOST_TOLD), chosen: chosen.slice(0, MOST_TOLD), more: candidates.length - MOST_TOLD };
}

/** People whom a list of rules has found, each once. */
function chosenBy(tried: readonly TriedRule[]): string[] {
  return [...new Set(tried.flatMap((rule) => rule.chosen))];
}

function verdictOn(wanted: readonly AskedPerson[], around: ResolutionCase): PeopleVerdict {
  const { step, context, directory, process } = around;
  const people = wanted.map(({ person }) => person);
  if (!isHuman(step)) return people.length > 0 ? { kind: 'seats', people } : { kind: 'skipped', reason: 'nobody' };
  if (people.length === 0) {
    // An approval that nobody gave is never skipped, whatever the definition says.
    if (step.whenNobody === 'skip' && !kindOf(step).decision?.binding) return { kind: 'skipped', reason: 'nobody' };
    return { kind: 'blocked', owners: [...directory.operators], reason: NO_APPROVER };
  }
  const mayBe = mergeCandidates(step, context, process);
  const same = mayBe.find((each) => wanted.some(({ person, actingFor }) => person === each && actingFor === undefined));
  if (same !== undefined) return { kind: 'merged', person: same };
  if (wanted.length > MOST_SEATS) return { kind: 'blocked', owners: [...directory.operators], reason: TOO_MANY_APPROVERS };
  if (!reaches(step, wanted, around)) return { kind: 'blocked', owners: [...directory.operators], reason: TOO_FEW_APPROVERS };
  const times = stepTimes(around);
  const unfit = unfitSigners(around);
  return {
    kind: 'seats',
    people,
    ...(kindOf(step).groups ? { groups: wanted.map(({ group }) => group) } : {}),
    ...actedFor(wanted),
    ...(unfit.length > 0 ? { unfit } : {}),
    ...thoseGone(around),
    ...(times && { times }),
  };
}

/** Whom an operator has named for this opening of the step, as a rule of its own. */
function namedRule({ assigned, directory }: ResolutionCase): Assignee[] {
  const named = assigned === null ? undefined : ownValue(directory.people, assigned);
  return named ? [{ by: 'person', person: named.key }] : [];
}

/**
 * The people of each group of a step. Whom an operator has named comes first on a step of one group; where several sign, they take the places that
 * nobody can be found for, or one more in the first group. Where they may not act any more, the rules of the definition find people as ever.
 */
function tryGroups(step: HumanStep, around: ResolutionCase): TriedRule[][] {
  const groups = groupsOf(step);
  const named = namedRule(around);
  if (!kindOf(step).groups) return groups.map(({ assignee, fallback }) => tryInOrder([...named, assignee, ...fallback], around));
  const found = groups.map(({ assignee, fallback }) => tryInOrder([assignee, ...fallback], around));
  const short = found.some((tried) => chosenBy(tried).length === 0);
  return found.map((tried, index) =>
    chosenBy(tried).length === 0 || (!short && index === 0) ? [...tried, ...named.map((rule) => tryRule(rule, around))] : tried,
  );
}

/**
 * Whether a person whom a step was given to is still one to whom its rules point, by the directory of today. Pure.
 * What grants and limits say is asked by guards.
 */
export function stillEntitled(
  process: ResolvableProcess,
  at: RequestState,
  { step, person }: { step: string; person: string },
  directory: Directory,
): boolean {
  const around = resolutionCase(process, at, step, directory);
  if (!ownValue(directory.people, person)?.active) return false;
  const found = around.step;
  if (!isHuman(found)) return true;
  const seats = Object.values(recordOf(at.context, step)?.seats ?? {});
  const [, { from, lentBy, question, actingFor } = {}] = seatOf(at.context, { step, person }) ?? [];
  // It was given to them by somebody, not by a rule.
  if ((from ?? lentBy ?? question) !== undefined) return true;
  if (seats.some((seat) => seat.person === person && seat.addedBy !== undefined)) return signerRemoval(person, around) === null;
  const pointedAt = actingFor ?? person;
  if (actingFor !== undefined && !standsIn({ person, actingFor }, around)) return false;
  return [...namedRule(around), ...rulesOf(found)].some((rule) => pointsAt(rule, pointedAt, around));
}

/** What somebody is to do on a step for which another person names them; a signer signs beside those who decide, on nobody's authority. */
export type NamedAs = 'decider' | 'adviser' | 'signer';

/**
 * Whether somebody may be named for a step by another person, and if not, why: for whoever decides as if a rule had found them, for whoever only
 * gives advice or information that they are there. `derivation` says why it is with them. Pure. Null where the company has no such person.
 */
export function judgeNamed(
  process: ResolvableProcess,
  at: RequestState,
  { step, person, as }: { step: string; person: string; as: NamedAs },
  directory: Directory,
): { candidate: Candidate; derivation: Derivation } | null {
  const around = resolutionCase(process, at, step, directory);
  const found = namedCandidate(person, around);
  if (found === null) return null;
  const candidate = { ...found, removed: removalAs(as, found, { person, around }) };
  return { candidate, derivation: givenTo([candidate], around) };
}

function removalAs(
  as: NamedAs,
  { removed }: Candidate,
  { person, around }: { person: string; around: ResolutionCase },
): Candidate['removed'] {
  if (as === 'signer') return signerRemoval(person, around);
  return as === 'decider' || removed?.code === 'inactive' ? removed : null;
}
