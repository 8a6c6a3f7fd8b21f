import type { Directory, Position } from './directory';
import { GRADES } from './directory';

/** Posts that a person holds, the primary one first. Pure. */
export function postsOf(directory: Directory, personId: string): Position[] {
  const own = directory.positions.filter((position) => position.personId === personId);
  return [...own.filter((position) => position.primary), ...own.filter((position) => !position.primary)];
}

/** Who holds a post; null where it is vacant. Pure. */
export function holderOf(position: Position): string | null {
  return position.personId === '' ? null : position.personId;
}

/** Units (subtree roots) that a post serves. Pure. */
export function unitsServed(position: Position): string[] {
  return position.covers.length > 0 ? position.covers : [position.unitId];
}

/** Ids from the root down to a unit; empty where the slice does not hold it. Pure. */
export function unitPath(directory: Directory, unitId: string | null): string[] {
  return unitId === null ? [] : (directory.units[unitId]?.path ?? []);
}

/** By which of its units a post serves a place, and how far above the place that is: 0 = the place itself. Pure; null where it does not serve it. */
export function serviceOf(path: readonly string[], position: Position): { unit: string; distance: number } | null {
  const nearest = unitsServed(position).reduce((best, unit) => Math.max(best, path.indexOf(unit)), -1);
  const unit = path[nearest];
  return unit === undefined ? null : { unit, distance: path.length - 1 - nearest };
}

/** The posts above one, nearest first, vacant ones included. Pure; ends at the top, or where a broken line comes back to itself. */
export function postsAbove(directory: Directory, position: Position | null): Position[] {
  const byId = new Map(directory.positions.map((each) => [each.id, each]));
  const chain: Position[] = [];
  for (let id = position?.superiorId ?? null; id !== null;) {
    const above = byId.get(id);
    if (!above || above === position || chain.includes(above)) break;
    chain.push(above);
    id = above.superiorId;
  }
  return chain;
}

/** The post that heads a unit: of those in it that report outside it, the one of the highest grade. Pure. Null for a unit without posts. */
export function headOf(directory: Directory, unitId: string): Position | null {
  const inside = new Set(directory.positions.filter((position) => position.unitId === unitId).map((position) => position.id));
  const heads = directory.positions.filter(
    (position) => inside.has(position.id) && (position.superiorId === null || !inside.has(position.superiorId)),
  );
  return heads.reduce<Position | null>(
    (head, each) => (head && GRADES.indexOf(head.grade) >= GRADES.indexOf(each.grade) ? head : each),
    null,
  );
}
