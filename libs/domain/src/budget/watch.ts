import { daysBetween } from '../calendar/day-count';
import { grouped } from '../text/grouped';

/** A request that spends, as far as it may be one of several that belong together. Amounts in minor units of one currency. */
export interface Spending {
  request: string;
  requester: string;
  unit: string | null;
  /** Key; null: none is named. */
  category: string | null;
  /** To whom it is paid, as it is compared; null: to the requester. */
  vendor: string | null;
  matter: string;
  minor: bigint;
  /** When it was sent, YYYY-MM-DD. */
  day: string;
}

/** Several requests that are worth a look together. */
export interface Cluster {
  spendings: Spending[];
  sum: bigint;
  /** The limit under which each of them stays; null: it is about no limit. */
  limit: bigint | null;
}

/** Limits by matter, each ascending. */
export type LimitsOf = ReadonlyMap<string, readonly bigint[]>;

const sumOf = (spendings: readonly Spending[]): bigint => spendings.reduce((sum, { minor }) => sum + minor, 0n);

const byDay = (one: Spending, other: Spending): number => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0);

/** Those that belong together, each group in the order of its days. */
const groupsOf = (spendings: readonly Spending[], keyOf: (spending: Spending) => string | null): Spending[][] =>
  [...grouped(spendings, keyOf).values()].map((group) => group.sort(byDay));

/** The smallest limit that covers each of them. Pure. */
function coveringLimit(spendings: readonly Spending[], limits: LimitsOf): bigint | null {
  const largest = spendings.reduce((most, { minor }) => (minor > most ? minor : most), 0n);
  const known = limits.get(spendings[0]?.matter ?? '') ?? [];
  return known.find((limit) => limit >= largest) ?? null;
}

/** One after another, the requests of some days whose sum exceeds the limit that each of them stays under. */
function splitsOf(group: readonly Spending[], days: number, limits: LimitsOf): Cluster[] {
  const found: Cluster[] = [];
  for (let at = 0; at < group.length;) {
    const first = group[at] as Spending;
    let end = at + 1;
    while (end < group.length && daysBetween(first.day, (group[end] as Spending).day) < days) end += 1;
    const near = group.slice(at, end);
    const [limit, sum] = [coveringLimit(near, limits), sumOf(near)];
    const isSplit = near.length >= 2 && limit !== null && sum > limit;
    if (isSplit) found.push({ spendings: near, sum, limit });
    at = isSplit ? end : at + 1;
  }
  return found;
}

/**
 * Requests that may be one that was split to stay under a limit: of one requester, unit and category, or of one unit and payee, within so many days,
 * each covered by a limit that does not cover them together (C8). Pure.
 */
export function splitsIn(spendings: readonly Spending[], days: number, limits: LimitsOf): Cluster[] {
  const byPerson = groupsOf(spendings, ({ requester, unit, category, matter }) => [matter, requester, unit, category].join('\n'));
  const byVendor = groupsOf(spendings, ({ vendor, unit, matter }) => (vendor === null ? null : [matter, vendor, unit].join('\n')));
  const found = [...byPerson, ...byVendor].flatMap((group) => splitsOf(group, days, limits));
  const told = new Set<string>();
  return found.filter(({ spendings: each }) => {
    const key = each
      .map(({ request }) => request)
      .sort()
      .join();
    return told.has(key) ? false : told.add(key);
  });
}

/** At least so many requests of one requester that end within a tenth below a limit of theirs. Pure. */
export function nearLimitsIn(spendings: readonly Spending[], least: number, limits: LimitsOf): Cluster[] {
  const near = spendings.flatMap((each) => {
    const limit = coveringLimit([each], limits);
    return limit !== null && each.minor * 10n >= limit * 9n ? [{ each, limit }] : [];
  });
  const limitOf = new Map(near.map(({ each, limit }) => [each.request, limit]));
  const groups = groupsOf(
    near.map(({ each }) => each),
    ({ requester, matter, request }) => [matter, requester, limitOf.get(request)].join('\n'),
  );
  return groups
    .filter(({ length }) => length >= least)
    .map((group) => ({ spendings: group, sum: sumOf(group), limit: limitOf.get(group[0]?.request ?? '') ?? null }));
}

/** Payees to whom more than so much was asked to be paid. Pure. */
export function vendorsOver(spendings: readonly Spending[], most: bigint): Cluster[] {
  return groupsOf(spendings, ({ vendor }) => vendor)
    .map((group) => ({ spendings: group, sum: sumOf(group), limit: null }))
    .filter(({ sum }) => sum > most);
}
