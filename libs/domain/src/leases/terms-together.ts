import { canonicalText } from '../text/canonical-text';
import { leaseProblem, type LeaseProblem } from './lease-problem';
import { overlap, termKey, type LeaseTerm, type RegisteredTerm } from './lease-term';

/** A contract is called as it was called first, whatever letters of the same look it is written in: by the register, else by the table. Pure. */
export function spellings(known: readonly LeaseTerm[]): (number: string) => string {
  const first = new Map<string, string>();
  const exact = new Set(known.map(({ number }) => number));
  for (const { number } of known) if (!first.has(canonicalText(number))) first.set(canonicalText(number), number);
  return (number) => {
    if (exact.has(number)) return number;
    const key = canonicalText(number);
    const called = first.get(key) ?? number;
    first.set(key, called);
    return called;
  };
}

const placeOf = ({ unit, place }: LeaseTerm): string => `${unit} ${canonicalText(place)}`;

/**
 * The first term of another contract that stands in the way of putting `number` back: at the same place of the same store, with a day in common. Pure.
 */
export function inTheWay(number: string, known: readonly RegisteredTerm[]): RegisteredTerm | undefined {
  const own = known.filter((term) => term.number === number);
  return known.find(
    (other) => !other.out && other.number !== number && own.some((term) => placeOf(term) === placeOf(other) && overlap(term, other)),
  );
}

/** What is wrong with rows beside each other and beside the register: a contract is of one store, its terms follow each other, and a place has one at a time. Pure. */
export function together(rows: readonly { term: LeaseTerm; line: number }[], known: readonly RegisteredTerm[]): LeaseProblem[] {
  const seen = new Map<string, LeaseTerm[]>();
  const placed = new Map<string, LeaseTerm[]>();
  const add = (term: LeaseTerm): void => {
    for (const [map, key] of [[seen, term.number] as const, [placed, placeOf(term)] as const]) {
      const terms = map.get(key);
      if (terms) terms.push(term);
      else map.set(key, [term]);
    }
  };
  const told = new Set<string>();
  const given = new Set(rows.map(({ term }) => termKey(term)));
  // What was taken out is in nobody's way, unless this table puts its contract back.
  const named = new Set(rows.map(({ term }) => term.number));
  for (const term of known) if (!given.has(termKey(term)) && (!term.out || named.has(term.number))) add(term);
  const wrong = ({ term, line }: { term: LeaseTerm; line: number }): LeaseProblem[] => {
    const { number } = term;
    const others = seen.get(number) ?? [];
    if (told.has(termKey(term))) return [leaseProblem(line, 'twice', { number, from: term.startsOn })];
    if (others.some(({ unit }) => unit !== term.unit)) return [leaseProblem(line, 'other-store', { number })];
    const crossing = others.find((other) => overlap(other, term)) ?? placed.get(placeOf(term))?.find((other) => overlap(other, term));
    return crossing ? [leaseProblem(line, 'overlap', { number: crossing.number, from: crossing.startsOn, to: crossing.expiresOn })] : [];
  };
  return rows.flatMap((row) => {
    const problems = wrong(row);
    add(row.term);
    told.add(termKey(row.term));
    return problems;
  });
}
