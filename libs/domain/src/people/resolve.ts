import type { Assignee } from '../definition/assignee.schema';
import { isHuman } from '../definition/flow';
import { kindOf, type HumanStep } from '../definition/step.schema';
import { mergeCandidate } from './deciders';
import type { StepVerdict } from '../request/facts';
import type { RequestState } from '../request/request-state';
import { ownValue } from '../text/own-value';
import { candidateOf } from './candidate';
import type { Candidate, Derivation } from './derivation';
import type { Directory } from './directory';
import { resolutionCase, type ResolutionCase, type ResolvableProcess } from './resolution-case';
import { slotsOf, type Slot } from './rule-slots';

type Tried = Derivation['rules'][number];

/** What a blocked step says when nobody may act on it, when so many may that nobody would feel asked, and when it could not pass if all agreed. */
export const NO_APPROVER = 'no-approver';
export const TOO_MANY_APPROVERS = 'too-many-approvers';
export const TOO_FEW_APPROVERS = 'too-few-approvers';

/** People who may be asked on one step at once. */
export const MOST_SEATS = 50;

/** Of one rule a derivation keeps so many people; it is there to be read. */
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
): { verdict: StepVerdict; derivation: Derivation } {
  const around = resolutionCase(process, at, stepId, directory);
  const { step } = around;
  const tried = isHuman(step) ? tryInOrder(step, around) : step.to.map((rule) => tryRule(rule, around));
  const people = [...new Set(tried.flatMap((rule) => rule.chosen))];
  const verdict = verdictOn(people, around);
  return {
    verdict,
    derivation: {
      step: stepId,
      rules: tried.map(told),
      result: verdict.kind,
      amount: around.question?.amount ?? null,
      plan: around.question === null || around.question.inPlan === null ? null : around.question.inPlan ? 'in' : 'over',
      ladder: ladderOf(tried, around).slice(0, MOST_TOLD),
    },
  };
}

function told({ rule, candidates, chosen }: Tried): Tried {
  if (candidates.length <= MOST_TOLD) return { rule, candidates, chosen };
  return { rule, candidates: candidates.slice(0, MOST_TOLD), chosen: chosen.slice(0, MOST_TOLD), more: candidates.length - MOST_TOLD };
}

function verdictOn(people: string[], { step, context, directory, process }: ResolutionCase): StepVerdict {
  if (!isHuman(step)) return people.length > 0 ? { kind: 'seats', people } : { kind: 'skipped', reason: 'nobody' };
  if (people.length === 0) {
    // An approval that nobody gave is never skipped, whatever the definition says.
    if (step.whenNobody === 'skip' && !kindOf(step).decision?.binding) return { kind: 'skipped', reason: 'nobody' };
    return { kind: 'blocked', owners: [...directory.operators], reason: NO_APPROVER };
  }
  const same = mergeCandidate(step, context, process);
  if (same === null && people.length > MOST_SEATS) return { kind: 'blocked', owners: [...directory.operators], reason: TOO_MANY_APPROVERS };
  if (same !== null && people.includes(same)) return { kind: 'merged', person: same };
  if (!reaches(step, people)) return { kind: 'blocked', owners: [...directory.operators], reason: TOO_FEW_APPROVERS };
  return { kind: 'seats', people };
}

/** Whether a step can pass with these people, were all of them to agree. */
function reaches(step: HumanStep, people: readonly string[]): boolean {
  const { settle } = kindOf(step);
  const agreed = people.map((person) => ({ person, answer: 'yes' as const }));
  return settle === undefined || settle(agreed, step) === 'passed';
}

function tryInOrder(step: HumanStep, around: ResolutionCase): Tried[] {
  const tried: Tried[] = [];
  for (const rule of rulesOf(step, around)) {
    const outcome = tryRule(rule, around);
    tried.push(outcome);
    if (outcome.chosen.length > 0) break;
  }
  return tried;
}

/** Whom an operator has named comes first; where they may not act any more, the rules of the definition find people as ever. */
function rulesOf(step: HumanStep, { assigned, directory }: ResolutionCase): Assignee[] {
  const named = assigned === null ? undefined : ownValue(directory.people, assigned);
  return [...(named ? [{ by: 'person' as const, person: named.key }] : []), step.assignee, ...step.fallback];
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
  return rulesOf(found, around).some((rule) => slotsOf(rule, around).some((slot) => slot.person === person));
}

function tryRule(rule: Assignee, around: ResolutionCase): Tried {
  const candidates: Candidate[] = [];
  let chosen: string[] = [];
  for (const level of levelsOf(slotsOf(rule, around))) {
    const found = level.map((slot) => candidateOf(slot, rule, around));
    if (chosen.length > 0) {
      // Further up a line nobody is looked at any more; further holders of a role are shown as too far.
      if (rule.by !== 'role') break;
      candidates.push(
        ...found.map((candidate) =>
          candidate.removed ? candidate : { ...candidate, removed: { code: 'not-nearest' as const, params: {} } },
        ),
      );
      continue;
    }
    candidates.push(...found);
    chosen = found.flatMap(({ person, removed }) => (person === null || removed ? [] : [person]));
  }
  return { rule, candidates, chosen };
}

/** Slots by level, nearest first; a person who stands twice counts where they stand first. */
function levelsOf(slots: Slot[]): Slot[][] {
  const seen = new Set<string>();
  const levels = new Map<number, Slot[]>();
  for (const slot of slots) {
    if (slot.person !== null && seen.has(slot.person)) continue;
    if (slot.person !== null) seen.add(slot.person);
    const level = levels.get(slot.level);
    if (level) level.push(slot);
    else levels.set(slot.level, [slot]);
  }
  return [...levels.entries()].sort(([left], [right]) => left - right).map(([, level]) => level);
}

/** Everybody on the line that the step climbs, up to the top, for the picture of limits. */
function ladderOf(tried: Tried[], around: ResolutionCase): Candidate[] {
  const climb = tried.map(({ rule }) => rule).find((rule) => rule.by === 'climb');
  return climb ? levelsOf(slotsOf(climb, around)).flatMap((level) => level.map((slot) => candidateOf(slot, climb, around))) : [];
}
