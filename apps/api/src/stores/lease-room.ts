import { inTheWay, type RegisteredTerm } from '@countersign/domain';
import { Problem } from '../http/problem/problem';

/** A contract may be put back. Throws `lease-in-the-way` where another has come into its place. */
export function requireRoom(number: string, known: readonly RegisteredTerm[]): void {
  const other = inTheWay(number, known);
  if (other) throw new Problem('lease-in-the-way', { number: other.number, from: other.startsOn, to: other.expiresOn });
}
