import type { Directory, Position } from './directory';
import { GRADES } from './directory';
import { postIndex } from './directory-index';
import { ownValue } from '../text/own-value';

/** Posts that a person holds, the primary one first. Pure. */
export function postsOf(directory: Directory, personId: string): Position[] {
  const own = postIndex(directory).byPerson.get(personId) ?? [];
  return [...own.filter((position) => position.primary), ...own.filter((position) => !position.primary)];
}

/** Who holds a post; null where it is vacant. Pure. */
export function holderOf(position: Position): string | null {
  return position.personId === '' ? null : position.personId;
}

/** Who is asked for a post: whoever holds it, or takes its place while it is vacant; null where nobody does. Pure. */
export function actingOn(position: Position): string | null {
  return position.substitute?.person ?? holderOf(position);
}

/** People who hold any of the roles, each once. Pure. */
export function holdersOf(directory: Directory, roles: readonly string[]): string[] {
  const { byRole } = postIndex(directory);
  return [...new Set(roles.flatMap((role) => byRole.get(role) ?? []).flatMap((post) => holderOf(post) ?? []))];
}

/** Units (subtree roots) that a post serves. Pure. */
export function unitsServed(position: Pick<Position, 'covers' | 'unitId'>): string[] {
  return position.covers.length > 0 ? position.covers : [position.unitId];
}

/** Ids from the root down to a unit; empty where the slice does not hold it. Pure. */
export function unitPath(directory: Directory, unitId: string | null): string[] {
  return unitId === null ? [] : (ownValue(directory.units, unitId)?.path ?? []);
}

/** By which of its units a post serves a place, and how far above the place that is: 0 = the place itself. Pure; null where it does not serve it. */
export function serviceOf(
  path: readonly string[],
  position: Pick<Position, 'covers' | 'unitId'>,
): { unit: string; distance: number } | null {
  const nearest = unitsServed(position).reduce((best, unit) => Math.max(best, path.indexOf(unit)), -1);
  const unit = path[nearest];
  return unit === undefined ? null : { unit, distance: path.length - 1 - nearest };
}

/** The posts above one, nearest first, vacant ones included. Pure; ends at the top, or where a broken line comes back to itself. */
export function postsAbove(directory: Directory, position: Position | null): Position[] {
  const { byId } = postIndex(directory);
  const chain = new Set<Position>();
  for (let id = position?.superiorId ?? null; id !== null;) {
    const above = byId.get(id);
    if (!above || above === position || chain.has(above)) break;
    chain.add(above);
    id = above.superiorId;
  }
  return [...chain];
}

/** The post that heads a unit: of those in it that report outside it, the one of the highest grade. Pure. Null for a unit without posts. */
export function headPost(directory: Directory, unitId: string): Position | null {
  const posts = postIndex(directory).byUnit.get(unitId) ?? [];
  const inside = new Set(posts.map((position) => position.id));
  const heads = posts.filter(({ superiorId }) => superiorId === null || !inside.has(superiorId));
  return heads.reduce<Position | null>(
    (head, each) => (head && GRADES.indexOf(head.grade) >= GRADES.indexOf(each.grade) ? head : each),
    null,
  );
}
