/** What figures are about; `area`: units that the caller tracks, null: all of them. Days are YYYY-MM-DD, both included. */
export interface TimedSpan {
  companyId: string;
  timeZone: string;
  from: string;
  to: string;
  definition: string | null;
  definitionId: string | null;
  unit: string | null;
  area: string[] | null;
}

export interface AnalyticsStatement {
  text: string;
  values: unknown[];
}

/** More are not drawn one by one. */
export const MOST_REQUESTS = 200;
/** Of fewer stays nothing is said about a unit. */
export const FEWEST_STAYS = 5;
const MOST_RETURNS = 20;
const MOST_UNITS = 60;

const midnight = (day: string): string => `((${day})::timestamp AT TIME ZONE $2)`;
const units = (which: string): string => `w.unit_id = ANY (ARRAY(SELECT u.id FROM unit u WHERE u.path && ${which}))`;

/** Rows of the span, narrowed by what is asked only: each condition that is not asked would cost the plan its index. */
function rowsOf(table: 'request_time' | 'step_time', span: TimedSpan): { where: string; values: unknown[] } {
  const { companyId, timeZone, from, to, definition, definitionId, unit, area } = span;
  const values: unknown[] = [companyId, timeZone, from, to];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    'w.company_id = $1',
    ...(definition === null ? [] : [`w.definition_key = ${place(definition)}`]),
    `w.finished_at >= ${midnight('$3::date')}`,
    `w.finished_at < ${midnight('$4::date + 1')}`,
    ...(definitionId === null ? [] : [`w.definition_id = ${place(definitionId)}`]),
    ...(unit === null ? [] : [units(`ARRAY[${place(unit)}::uuid]`)]),
    ...(area === null ? [] : [units(`${place(area)}::uuid[]`)]),
  ];
  return { where: `FROM ${table} w WHERE ${conditions.join(' AND ')}`, values };
}

const share = (part: number, of: string, filter = ''): string =>
  `round(percentile_cont(${part}) WITHIN GROUP (ORDER BY ${of})${filter})::int`;

/** Processes with what was finished of them, those on which most time was spent first. */
export function timedProcesses(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('request_time', { ...span, definition: null, definitionId: null });
  return {
    text: `SELECT w.definition_key AS key, count(*)::int AS cases ${where} GROUP BY w.definition_key ORDER BY sum(w.minutes) DESC, 1 LIMIT 300`,
    values,
  };
}

export function timedTotal(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('request_time', span);
  const text = `SELECT count(*)::int AS cases, ${share(0.5, 'w.minutes')} AS "medianMinutes", ${share(0.9, 'w.minutes')} AS "p90Minutes",
      (count(*) FILTER (WHERE w.returns > 0))::int AS reworked, coalesce(sum(w.returns), 0)::float8 AS returns ${where}`;
  return { text, values };
}

export function timedVersions(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('request_time', { ...span, definitionId: null });
  const text = `SELECT d.version, (d.published_at AT TIME ZONE $2)::date::text AS since, v.cases, v.minutes AS "medianMinutes"
    FROM (SELECT w.definition_id, count(*)::int AS cases, ${share(0.5, 'w.minutes')} AS minutes ${where} GROUP BY w.definition_id) v
      JOIN definition d ON d.id = v.definition_id ORDER BY d.version`;
  return { text, values };
}

/** Requests that stood where nobody could act. */
export function timedBlocked(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('step_time', span);
  return { text: `SELECT count(DISTINCT w.request_id)::int AS cases ${where} AND w.kind = 'blocked'`, values };
}

/** Stays by step, put together by the bytes of their names: an alphabet costs ten times as much. What a step did not end itself (the request was withdrawn from it, a lane beside it said no) took time, but is no measure of it. */
export function timedSteps(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('step_time', span);
  const own = `w.ended <> 'closed'`;
  const text = `SELECT (CASE WHEN w.kind = 'people' THEN w.step ELSE '' END) COLLATE "C" AS id, w.kind COLLATE "C" AS kind, (count(*) FILTER (WHERE ${own}))::int AS visits,
      ${share(0.5, 'w.minutes', ` FILTER (WHERE ${own})`)} AS "medianMinutes", ${share(0.9, 'w.minutes', ` FILTER (WHERE ${own})`)} AS "p90Minutes",
      ${share(0.5, 'w.limit_minutes')} AS "limitMinutes", (count(*) FILTER (WHERE w.limit_minutes IS NOT NULL AND ${own}))::int AS due,
      (count(*) FILTER (WHERE w.late AND ${own}))::int AS late, coalesce(sum(w.minutes), 0)::float8 AS minutes
    ${where} GROUP BY 1, 2`;
  return { text, values };
}

export function timedReturns(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('step_time', span);
  const text = `SELECT w.step AS "from", coalesce(w.back_to, 'requester') AS "to", count(*)::int AS times, count(DISTINCT w.request_id)::int AS cases
    ${where} AND w.ended = 'returned' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${MOST_RETURNS}`;
  return { text, values };
}

export function timedRefusals(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('step_time', span);
  const text = `SELECT w.step, count(*)::int AS times ${where} AND w.kind = 'people' AND w.ended = 'rejected' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_RETURNS}`;
  return { text, values };
}

/** Which reasons: those of a step for one way of not letting a request pass, behind the last that was read. */
export interface ReasonsAsked {
  step: string;
  ended: string;
  back: string | null;
  after: readonly [at: unknown, id: unknown];
  most: number;
}

/** What was said in the moment in which a stay ended; who said nothing is left out. */
export function timedReasons(span: TimedSpan, { step, ended, back, after, most }: ReasonsAsked): AnalyticsStatement {
  const { where, values } = rowsOf('step_time', span);
  const place = (value: unknown): string => `$${values.push(value)}`;
  const [at, id] = [place(after[0]), place(after[1])];
  const text = `SELECT w.request_id AS "requestId", r.number, t.at, t.comment AS words
    FROM (SELECT w.request_id, w.closed_at, w.step ${where} AND w.kind = 'people' AND w.step = ${place(step)} AND w.ended = ${place(ended)}
        ${back === null ? '' : `AND coalesce(w.back_to, 'requester') = ${place(back)}`}) w
      JOIN transition t ON t.request_id = w.request_id AND t.at = w.closed_at AND t.command->>'step' = w.step AND t.comment <> '' JOIN request r ON r.id = w.request_id
    WHERE ${at}::timestamptz IS NULL OR (t.at, w.request_id) < (${at}, ${id}::uuid) ORDER BY t.at DESC, w.request_id DESC LIMIT ${place(most)}`;
  return { text, values };
}

export function timedWeeks(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('request_time', span);
  const text = `SELECT date_trunc('week', w.finished_at AT TIME ZONE $2)::date::text AS monday, count(*)::int AS cases, ${share(0.5, 'w.minutes')} AS "medianMinutes"
    ${where} GROUP BY 1 ORDER BY 1`;
  return { text, values };
}

/** One more than are drawn: whoever gets it draws none. */
export function timedRequests(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('request_time', span);
  const text = `SELECT q.request_id AS "requestId", r.number, iso_time(q.finished_at) AS "finishedAt", q.minutes
    FROM (SELECT w.request_id, w.finished_at, w.minutes ${where} ORDER BY w.finished_at LIMIT ${MOST_REQUESTS + 1}) q JOIN request r ON r.id = q.request_id ORDER BY q.finished_at`;
  return { text, values };
}

/** Stays that were due, by the units right below the one that is asked about, else below the root. */
export function timedUnits(span: TimedSpan): AnalyticsStatement {
  const { where, values } = rowsOf('step_time', span);
  const below = span.unit === null ? '2' : `coalesce(array_position(u.path, $${values.push(span.unit)}::uuid), 1) + 1`;
  const text = `WITH stays AS (SELECT w.unit_id, count(*)::int AS due, (count(*) FILTER (WHERE NOT w.late))::int AS kept
        ${where} AND w.kind = 'people' AND w.limit_minutes IS NOT NULL AND w.ended <> 'closed' AND w.unit_id IS NOT NULL GROUP BY w.unit_id),
      near AS (SELECT coalesce(u.path[${below}], u.id) AS id, s.due, s.kept FROM stays s JOIN unit u ON u.id = s.unit_id)
    SELECT n.id AS "unitId", u.name, sum(n.due)::int AS due, sum(n.kept)::int AS kept FROM near n JOIN unit u ON u.id = n.id
      GROUP BY n.id, u.name, u.key ORDER BY sum(n.kept)::numeric / sum(n.due), u.key LIMIT ${MOST_UNITS}`;
  return { text, values };
}
