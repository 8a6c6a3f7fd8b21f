import type { Assignee } from '../../definition/assignee.schema';
import { asksSuperior, candidateOf } from './candidate';
import type { Candidate, Derivation } from '../derivation';
import type { ResolutionCase } from '../resolution-case';
import { levelsOf, slotsAbove, slotsOf, type Slot } from './rule-slots';

/** One rule, and what came of it. */
export type TriedRule = Derivation['rules'][number];

/** Rules tried in order, up to the first that leaves somebody. Pure. */
export function tryInOrder(rules: readonly Assignee[], around: ResolutionCase): TriedRule[] {
  const tried: TriedRule[] = [];
  for (const rule of rules) {
    const outcome = tryRule(rule, around);
    tried.push(outcome);
    if (outcome.chosen.length > 0) break;
  }
  return tried;
}

/** Who is found by one rule, and why others are not. Pure. */
export function tryRule(rule: Assignee, around: ResolutionCase): TriedRule {
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
    chosen = mayAct(found);
    if (chosen.length > 0 || climbs(rule)) continue;
    const above = superiorsOf(found, level, around);
    candidates.push(...above);
    chosen = mayAct(above);
  }
  return { rule, candidates, chosen };
}

const mayAct = (found: readonly Candidate[]): string[] =>
  found.flatMap(({ person, removed }) => (person === null || removed ? [] : [person]));

/** Of people who were all passed over, the superiors of those whose superior the step asks then: up to the first who may act. */
function superiorsOf(found: readonly Candidate[], level: readonly Slot[], around: ResolutionCase): Candidate[] {
  return found.flatMap((candidate, index) => {
    const { person } = candidate;
    const post = level[index]?.position;
    if (person === null || !post || !asksSuperior(candidate, around)) return [];
    const line = slotsAbove(post, around).map((slot) => ({ ...candidateOf(slot, ABOVE, around), superiorOf: person }));
    const first = line.findIndex(({ removed }) => removed === null);
    return first < 0 ? line : line.slice(0, first + 1);
  });
}

/** Rules that go up a line by themselves. */
const climbs = ({ by }: Assignee): boolean => by === 'superior' || by === 'climb' || by === 'unit-head';

const ABOVE: Assignee = { by: 'superior', level: 1, of: 'requester' };

/** Everybody on the line that the step climbs, up to the top, for the picture of limits. Pure. */
export function ladderOf(tried: TriedRule[], around: ResolutionCase): Candidate[] {
  const climb = tried.map(({ rule }) => rule).find((rule) => rule.by === 'climb');
  return climb ? levelsOf(slotsOf(climb, around)).flatMap((level) => level.map((slot) => candidateOf(slot, climb, around))) : [];
}

/** Whether a rule leads to somebody, or to whoever they are asked in the place of. Pure. */
export function pointsAt(rule: Assignee, person: string, around: ResolutionCase): boolean {
  return (
    slotsOf(rule, around).some((slot) => slot.person === person) ||
    tryRule(rule, around).candidates.some((each) => each.person === person && each.superiorOf !== undefined)
  );
}
