import { fromMinor, nearLimitsIn, splitsIn, vendorsOver, type Cluster, type Spending } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { ReadersService } from '../auth/readers.service';
import { PersonRefsService } from '../people/person-refs.service';
import type { WatchItem, WatchView } from './dto/watch.view';
import {
  FULL_LINES,
  LATE_ADVANCES,
  LIMITS,
  NEAR_AT_LEAST,
  OLD_RESERVATIONS,
  OVER_PLAN,
  SPENDINGS,
  SPLIT_WITHIN,
  VENDOR_SUM,
  type FoundLine,
  type FoundSpending,
} from './watch-statements';

const MOST_TOLD = 50;
const MOST_REQUESTS = 20;

/** An item before people and requests are looked up. */
type Raw = Omit<WatchItem, 'person' | 'requests'> & { person: string | null; requests: Omit<WatchItem['requests'][number], 'readable'>[] };

/** What finance should look at: found anew each time, from requests, limits and the ledger as they stand. */
@Injectable()
export class WatchService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
    private readonly readers: ReadersService,
  ) {}

  async read(actor: Actor): Promise<WatchView> {
    const { companyId } = actor;
    const [spendings, granted, ...lines] = await Promise.all([
      this.database.query<FoundSpending[]>(SPENDINGS, [companyId]),
      this.database.query<{ matter: string; minor: string }[]>(LIMITS, [companyId]),
      this.database.query<FoundLine[]>(FULL_LINES, [companyId]),
      this.database.query<FoundLine[]>(OLD_RESERVATIONS, [companyId]),
      this.database.query<FoundLine[]>(LATE_ADVANCES, [companyId]),
      this.database.query<FoundLine[]>(OVER_PLAN, [companyId]),
    ]);
    const raw = [...clustersOf(spendings, limitsBy(granted)), ...lines.flat().map(lineItem)];
    const refs = await this.people.byIds(raw.map(({ person }) => person));
    const openable = await this.readers.openable(actor, [...new Set(raw.flatMap(({ requests }) => requests.map(({ id }) => id)))]);
    return {
      items: raw.map(({ person, requests, ...item }) => ({
        ...item,
        person: person === null ? null : this.people.in(refs, person),
        requests: requests.map((each) => ({ ...each, readable: openable.has(each.id) })),
      })),
    };
  }
}

/** Ascending. Pure. */
function limitsBy(granted: readonly { matter: string; minor: string }[]): Map<string, bigint[]> {
  const limits = new Map<string, bigint[]>();
  for (const { matter, minor } of granted) limits.set(matter, [...(limits.get(matter) ?? []), BigInt(minor)]);
  for (const all of limits.values()) all.sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return limits;
}

function clustersOf(found: readonly FoundSpending[], limits: Map<string, bigint[]>): Raw[] {
  const spendings = found.map(({ minor, ...each }): Spending => ({ ...each, minor: BigInt(minor) }));
  const by = new Map(found.map((each) => [each.request, each]));
  const item = (kind: 'split' | 'near-limit' | 'vendor') => (cluster: Cluster) => clusterItem(kind, cluster, by);
  const largest = (clusters: Cluster[]): Cluster[] =>
    clusters.sort((one, other) => (one.sum > other.sum ? -1 : one.sum < other.sum ? 1 : 0)).slice(0, MOST_TOLD);
  return [
    ...largest(splitsIn(spendings, SPLIT_WITHIN, limits)).map(item('split')),
    ...largest(nearLimitsIn(spendings, NEAR_AT_LEAST, limits)).map(item('near-limit')),
    ...largest(vendorsOver(spendings, VENDOR_SUM * 100n)).map(item('vendor')),
  ];
}

const same = <T>(values: readonly T[]): T | null => (values.every((value) => value === values[0]) ? (values[0] ?? null) : null);

/** What all of them have in common is told of them. */
function clusterItem(kind: 'split' | 'near-limit' | 'vendor', { spendings, sum, limit }: Cluster, by: Map<string, FoundSpending>): Raw {
  const found = spendings.flatMap(({ request }) => by.get(request) ?? []);
  const [first] = found;
  if (!first) throw new Error('Expected requests behind what is worth a look, but there are none');
  const money = (minor: bigint) => ({ amount: fromMinor(minor, first.currency), currency: first.currency });
  const [unit, category] = [same(found.map((each) => each.unit)), same(found.map((each) => each.category))];
  const days = found.map(({ day }) => day).sort();
  return {
    ...{ kind, line: null, share: null, from: days[0] ?? null, to: days.at(-1) ?? null },
    person: same(found.map(({ requester }) => requester)),
    unit: unit !== null && first.unitName ? { id: unit, name: first.unitName } : null,
    category: category !== null && first.categoryTitle ? { key: category, title: first.categoryTitle } : null,
    vendor: same(found.map(({ vendor }) => vendor)),
    amount: money(sum),
    limit: limit === null ? null : money(limit),
    requests: found
      .slice(0, MOST_REQUESTS)
      .map(({ request, number, title, minor }) => ({ id: request, number, title, amount: money(BigInt(minor)) })),
  };
}

function lineItem({ minor, currency, requests, ...item }: FoundLine): Raw {
  const money = (each: string) => ({ amount: fromMinor(BigInt(each), currency), currency });
  return {
    ...item,
    ...{ vendor: null, limit: null, amount: money(minor) },
    requests: requests.slice(0, MOST_REQUESTS).map(({ minor: each, ...request }) => ({ ...request, amount: money(each) })),
  };
}
