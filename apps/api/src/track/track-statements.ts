import { conditionsOf, type RowFilters } from '../requests/rows/row-filters';
import { ROW_LISTS, type RowSource } from '../requests/rows/row-lists';
import { selectRows } from '../requests/rows/row-select';
import { MOST_COUNTED } from '../tasks/inbox-counts';
import type { LOAD_SORTS } from './dto/track.query';

export interface TrackStatement {
  text: string;
  values: unknown[];
}

type Asker = { personId: string; companyId: string };
type LoadSort = (typeof LOAD_SORTS)[number];

interface LoadPage {
  filters: RowFilters;
  sort: LoadSort;
  after: (string | null)[];
  most: number;
}

/** How requests stand, each number from the rows that its list would show and no further than anybody reads. */
export function trackCounts({ personId, companyId }: Asker, filters: RowFilters): TrackStatement {
  const values: unknown[] = [personId, companyId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const rowsOf = (source: RowSource, more: RowFilters = {}, columns = ''): string =>
    selectRows(source, { columns, filters: { ...filters, ...more } }, place);
  const counted = (rows: string): string => `(SELECT count(*)::int FROM (${rows} LIMIT ${MOST_COUNTED}) AS counted)`;
  const text = `SELECT ${counted(rowsOf('tracked'))} AS "underWay", ${counted(rowsOf('tracked', { kind: 'waiting' }))} AS waiting,
    ${counted(rowsOf('tracked', { due: 'overdue' }))} AS overdue, ${counted(rowsOf('stuck'))} AS stuck, ended.count AS finished, ended.minutes AS "medianMinutes"
    FROM (SELECT count(*)::int AS count, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - submitted_at)) / 60)::int AS minutes
      FROM (${rowsOf('finished', {}, 'w.finished_at, w.submitted_at')} ORDER BY w.finished_at DESC LIMIT ${MOST_COUNTED}) AS lately WHERE $1::uuid IS NOT NULL) AS ended`;
  return { text, values };
}

/** Under way, overdue and stuck of every process. */
export function trackedProcesses({ personId, companyId }: Asker, filters: RowFilters): TrackStatement {
  const values: unknown[] = [personId, companyId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [ROW_LISTS.tracked.where, ...conditionsOf('standing', filters, place)];
  const text = `SELECT w.definition_key AS key, count(*)::int AS "underWay", (count(*) FILTER (WHERE w.due < now()))::int AS overdue,
      (count(*) FILTER (WHERE w.kind = 'blocked'))::int AS stuck, round(extract(epoch FROM now() - min(w.since)) / 60)::int AS "longestMinutes"
    FROM standing w WHERE $1::uuid IS NOT NULL AND ${conditions.join(' AND ')} GROUP BY w.definition_key ORDER BY 2 DESC, 1`;
  return { text, values };
}

/** How requests stand at each step of one process. */
export function stepCounts({ personId, companyId }: Asker, filters: RowFilters): TrackStatement {
  const values: unknown[] = [personId, companyId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [ROW_LISTS.atStep.where, ...conditionsOf('standing', filters, place)];
  const text = `SELECT w.step, count(*)::int AS here, (count(*) FILTER (WHERE w.due < now()))::int AS overdue, (count(*) FILTER (WHERE w.kind = 'blocked'))::int AS stuck,
      round(extract(epoch FROM now() - min(w.since)) / 60)::int AS "longestMinutes"
    FROM standing w WHERE $1::uuid IS NOT NULL AND ${conditions.join(' AND ')} GROUP BY w.step`;
  return { text, values };
}

/**
 * How long each step took in the requests of the last 90 days that were decided to their end, in working time, and how often it returned them; `$1` company,
 * `$2` process. A stay that the step did not end itself is no measure of it.
 */
export const STEP_TIMES = `
  SELECT w.step, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY w.minutes))::int AS minutes, (count(*) FILTER (WHERE w.ended = 'returned'))::int AS returned
  FROM step_time w WHERE w.company_id = $1 AND w.definition_key = $2 AND w.finished_at > now() - interval '90 days' AND w.kind = 'people' AND w.ended <> 'closed'
  GROUP BY w.step`;

/** Decisions of a person whose time is measured: the newest. */
const MEASURED = 400;

/** What waits for one person (`$1`), within the area (`$2`, null: all); and how long their newest decisions of the last 90 days took. */
export const PERSON_LOAD = `
  SELECT load.*, (SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM k.closed_at - k.opened_at)) / 60)::int
      FROM (SELECT p.done_task FROM participant p WHERE p.person_id = $1 AND p.done_at > now() - interval '90 days' AND p.done_at IS NOT NULL AND p.todo_since IS NULL
        ORDER BY p.done_at DESC LIMIT ${MEASURED}) d JOIN task k ON k.id = d.done_task) AS "medianMinutes"
  FROM (SELECT least(count(*), ${MOST_COUNTED})::int AS waiting, least(count(*) FILTER (WHERE p.todo_due < now()), ${MOST_COUNTED})::int AS overdue,
      round(extract(epoch FROM now() - min(p.todo_since)) / 60)::int AS "longestMinutes"
    FROM participant p WHERE p.person_id = $1 AND p.todo_since IS NOT NULL
      AND ($2::uuid[] IS NULL OR p.unit_id = ANY (ARRAY(SELECT u.id FROM unit u WHERE u.path && $2::uuid[])))) AS load`;

/** Of one person, nobody reads further. */
const MOST_LOADED = 1_000;
/**
 * By what people come first, and how many rows of a person say so; whoever has as much as another, by what else they have. The longest wait does not
 * change its place while somebody pages.
 */
const LOAD_RANKS = {
  overdue: { rank: `${MOST_LOADED * 10}::bigint * sum(w.late) + count(*)`, rows: MOST_LOADED },
  waiting: { rank: `${MOST_LOADED * 10}::bigint * count(*) + sum(w.late)`, rows: MOST_LOADED },
  longest: { rank: `floor(-extract(epoch FROM min(w.since)))::bigint`, rows: 1 },
} as const satisfies Record<LoadSort, { rank: string; rows: number }>;
const aged = (from: string, to = `interval '0'`): string =>
  `count(*) FILTER (WHERE w.since <= now() - ${to} AND w.since > now() - ${from})`;
const AGES = [aged(`interval '1 day'`), aged(`interval '3 days'`, `interval '1 day'`), aged(`interval '7 days'`, `interval '3 days'`)];

/**
 * People for whom something waits, each with how much and how old it is; `after`: rank and id of the last one of the page before. Only whoever stands on
 * the page is counted whole.
 */
export function peopleLoad({ companyId }: Asker, { filters, sort, after, most }: LoadPage): TrackStatement {
  const values: unknown[] = [companyId, ...after];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const conditions = ['w.person_id = x.id', 'w.todo_since IS NOT NULL', ...conditionsOf('desk', filters, place)];
  const { rank, rows } = LOAD_RANKS[sort];
  const ofPerson = (atMost: number): string => `(SELECT w.todo_since AS since, (w.todo_due < now())::int AS late FROM participant w
      WHERE ${conditions.join(' AND ')} ORDER BY w.todo_since LIMIT ${atMost}) AS w`;
  const text = `
  SELECT x.id AS "personId", EXISTS (SELECT 1 FROM away a WHERE a.person_id = x.id) AS away, load.waiting, load.overdue,
    load.recent || (load.waiting - (SELECT sum(n) FROM unnest(load.recent) AS n))::int AS ages, load."longestMinutes", x.rank::text
  FROM (SELECT x.id, ranked.rank FROM person x CROSS JOIN LATERAL (SELECT ${rank} AS rank FROM ${ofPerson(rows)}) AS ranked
    WHERE x.company_id = $1 AND ranked.rank IS NOT NULL AND ($2::bigint IS NULL OR ranked.rank < $2::bigint OR (ranked.rank = $2::bigint AND x.id > $3::uuid))
    ORDER BY ranked.rank DESC, x.id LIMIT ${most}) AS x
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS waiting, sum(w.late)::int AS overdue, ARRAY[${AGES.join()}]::int[] AS recent,
      round(extract(epoch FROM now() - min(w.since)) / 60)::int AS "longestMinutes"
    FROM ${ofPerson(MOST_LOADED)}) AS load
  ORDER BY x.rank DESC, x.id`;
  return { text, values };
}
