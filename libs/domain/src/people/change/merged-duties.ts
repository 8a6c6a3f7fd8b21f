import type { AuthorityKind } from '../../definition/authority-kinds';
import type { Definition } from '../../definition/definition.schema';
import { isHuman, rulesOf } from '../../definition/flow';
import type { Outline } from '../../definition/structure/outline';
import type { Bilingual } from '../../text/bilingual';
import { ownValue } from '../../text/own-value';

/** A post that somebody holds, as far as duties go by it. */
export interface HeldPost {
  person: string;
  role: string;
}

/** Two roles whose duties ought to be two people's, and by what. */
export interface DutyPair {
  first: string;
  second: string;
  /** What keeps them apart: a process, or the matter of two authorities. */
  about: Bilingual;
}

/** Two duties that have come to one person (X21, G23). */
export interface MergedDuty extends DutyPair {
  person: string;
}

interface Given {
  role: string | null;
  kind: AuthorityKind;
  matter: string;
  title: Bilingual;
}

const DOES: readonly AuthorityKind[] = ['execute', 'draft'];
const CHECKS: readonly AuthorityKind[] = ['review', 'inspect', 'approve', 'approve-within-limit', 'approve-within-plan', 'decide'];

/** Roles of which one carries a matter out, or draws it up, and another checks or approves the same matter; one role with both is such a pair too. Pure. */
export function dutyPairs(given: readonly Given[]): DutyPair[] {
  const byMatter = new Map<string, Given[]>();
  for (const each of given) byMatter.set(each.matter, [...(byMatter.get(each.matter) ?? []), each]);
  const pairs = new Map<string, DutyPair>();
  for (const [matter, all] of byMatter) {
    const rolesOf = (kinds: readonly AuthorityKind[]) => [
      ...new Set(all.flatMap(({ kind, role }) => (role && kinds.includes(kind) ? [role] : []))),
    ];
    for (const first of rolesOf(DOES))
      for (const second of rolesOf(CHECKS)) pairs.set(`${matter} ${first} ${second}`, { first, second, about: all[0]!.title });
  }
  return [...pairs.values()];
}

/** Roles that a process asks at two steps which it keeps apart. Pure. */
export function pairsOfProcess({
  definition,
  steps,
  apart,
}: Pick<Outline, 'steps' | 'apart'> & { definition: Pick<Definition, 'title'> }): DutyPair[] {
  const rolesAt = (id: string): string[] => {
    const step = ownValue(steps, id);
    return step && isHuman(step) ? rulesOf(step).flatMap((rule) => (rule.by === 'role' ? [rule.role] : [])) : [];
  };
  return Object.entries(apart).flatMap(([id, others]) =>
    others
      .filter((other) => id < other)
      .flatMap((other) => rolesAt(id).flatMap((first) => rolesAt(other).map((second) => ({ first, second, about: definition.title })))),
  );
}

/** Who holds both duties of a pair. What several pairs say of one person and matter is said once. Pure. */
export function mergedDuties(posts: readonly HeldPost[], pairs: readonly DutyPair[]): MergedDuty[] {
  const roles = new Map<string, Set<string>>();
  for (const { person, role } of posts) roles.set(person, (roles.get(person) ?? new Set()).add(role));
  return [...roles].flatMap(([person, own]) => {
    const both = pairs.filter(({ first, second }) => own.has(first) && own.has(second));
    const once = new Map(both.map((pair) => [`${pair.about.zh} ${[pair.first, pair.second].sort().join(' ')}`, pair]));
    return [...once.values()].map((pair) => ({ ...pair, person }));
  });
}
