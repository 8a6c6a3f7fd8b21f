import { ownValue } from '../text/own-value';
/**
 * Whether two JSON values are the same, whatever the order of their keys: what canonical JSON writes alike, without writing either. Properties that are
 * `undefined` count as absent. Pure.
 */
export function equalJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) return Array.isArray(left) && Array.isArray(right) && sameArray(left, right);
  return sameObject(left as Record<string, unknown>, right as Record<string, unknown>);
}

function sameArray(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((each, index) => equalJson(each, right[index]));
}

function sameObject(left: Record<string, unknown>, right: Record<string, unknown>): boolean {
  let members = 0;
  for (const key of Object.keys(left)) {
    if (ownValue(left, key) === undefined) continue;
    if (!Object.hasOwn(right, key) || !equalJson(ownValue(left, key), ownValue(right, key))) return false;
    members += 1;
  }
  for (const key of Object.keys(right)) if (ownValue(right, key) !== undefined) members -= 1;
  return members === 0;
}
