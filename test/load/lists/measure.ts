import { pageStatement } from '../../../apps/api/src/requests/rows/row-query';
import { planShape } from '../../support/plan-shape';
import { cpuTime, perCall } from '../bench/cpu';
import { percentile } from '../bench/report/statistics';
import type { ListCase } from './cases';
import type { ListsPlace } from './place';

/** What one case took. Milliseconds. */
export interface CaseFigures {
  name: string;
  who: string;
  goal: number;
  calls: number;
  rows: number;
  p50: number;
  p95: number;
  /** Processor time of one call, in the API with its caller and in PostgreSQL: what a busy machine does not stretch. */
  cpu: number;
  plan: string;
}

/** Calls at least, so that p95 means something. */
const CALLS = 20;

/** Goes through the pages of a case, again from the first until there are enough calls. One call before counts for nothing. */
export async function measureCase(place: ListsPlace, asked: ListCase): Promise<CaseFigures> {
  const times: number[] = [];
  let rows = 0;
  await call(place, asked, null);
  const before = cpuTime();
  for (let walk = 0; times.length < CALLS; walk += 1) {
    let cursor: string | null = null;
    for (let page = 0; asked.pages === 'all' || page < asked.pages; page += 1) {
      const started = performance.now();
      const answer: Page = await call(place, asked, cursor);
      times.push(performance.now() - started);
      if (walk === 0) rows += (answer.items ?? answer.requests ?? []).length;
      cursor = answer.nextCursor ?? null;
      if (cursor === null) break;
    }
  }
  const used = perCall(before, cpuTime(), times.length);
  const { name, who, goal } = asked;
  return {
    ...{ name, who, goal, rows, calls: times.length },
    ...{ p50: percentile(times, 0.5), p95: percentile(times, 0.95), cpu: used.bench + used.PostgreSQL },
    plan: await planOf(place, asked),
  };
}

interface Page {
  items?: unknown[];
  requests?: unknown[];
  nextCursor?: string | null;
}

async function call(place: ListsPlace, { who, path }: ListCase, cursor: string | null): Promise<Page> {
  const { status, body } = await place.callers[who].get<Page>(cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`);
  if (status !== 200) throw new Error(`Expected ${path} to answer, but it said ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function planOf({ database, callers }: ListsPlace, { who, question }: ListCase): Promise<string> {
  if (!question) return '';
  const [company] = await database.query<{ id: string }[]>('SELECT id FROM company');
  const values: unknown[] = [callers[who].personId, company?.id];
  const text = pageStatement(
    { ...question, personId: callers[who].personId, companyId: company?.id ?? '', limit: 51, cursor: null },
    values,
  );
  // A value that only other lists use has no type of its own.
  const { main } = await planShape(database, `SELECT * FROM (SELECT $1::uuid, $2::uuid) AS asked, LATERAL (${text}) AS page`, values);
  return main.replace(/^Nested Loop > \(Result, (.*)\)$/, '$1').replace('Subquery Scan > ', '');
}
