import { heldToday } from '@countersign/database';
import type { Bilingual } from '@countersign/domain';
import { OPEN_ADVANCES } from '../requests/rows/open-advances';

/** Days that are looked back, and those within which requests belong together. */
export const LOOKED_BACK = 90;
export const SPLIT_WITHIN = 7;
export const NEAR_AT_LEAST = 3;
/** Whole units of the currency that a payee may get before it is told. */
export const VENDOR_SUM = 100_000n;
const LINE_SHARE = 80;
const HELD_DAYS = 30;
/** Requests that are compared: the newest. */
const MOST_COMPARED = 20_000;
const MOST_TOLD = 50;

export interface FoundSpending {
  request: string;
  number: string | null;
  title: Bilingual | null;
  requester: string;
  unit: string | null;
  unitName: Bilingual | null;
  category: string | null;
  categoryTitle: Bilingual | null;
  vendor: string | null;
  matter: string;
  minor: string;
  currency: string;
  day: string;
}

/**
 * What was asked to be spent in the last days and not turned down, in the company's currency, by the fields that the form draws on a budget with; the
 * payee is the one of the step that pays. A matter is the one whose limit the process asks.
 */
export const SPENDINGS = `WITH spends AS MATERIALIZED (
    SELECT d.id, jsonb_path_query_first(d.body, '$.form.fields[*] ? (@.type == "budget")') AS draws,
      jsonb_path_query_first(d.body, '$.flow.** ? (exists(@.pays)).pays.to')#>>'{}' AS payee,
      jsonb_path_query_first(d.body, '$.flow.** ? (@.authority.kind == "approve-within-limit").authority.matter')#>>'{}' AS matter
    FROM definition d WHERE d.company_id = $1 AND d.status <> 'draft')
  SELECT r.id AS request, r.number, r.row_title AS title, r.requester_id AS requester, u.id AS unit, u.name AS "unitName", c.key AS category, c.title AS "categoryTitle",
    nullif(btrim(r.form->>s.payee), '') AS vendor, s.matter, r.amount_minor::text AS minor, r.currency, (r.submitted_at AT TIME ZONE k.time_zone)::date::text AS day
  FROM request r JOIN spends s ON s.id = r.definition_id AND s.matter IS NOT NULL JOIN company k ON k.id = r.company_id AND k.currency = r.currency
    LEFT JOIN unit u ON u.id = coalesce(uuid_or_null(r.form->>(s.draws->>'unit')), r.unit_id)
    LEFT JOIN budget_category c ON c.company_id = r.company_id AND c.key = coalesce(s.draws->>'of', r.form->>(s.draws->>'category'))
  WHERE r.company_id = $1 AND r.listed_at > now() - interval '${LOOKED_BACK} days' AND r.submitted_at IS NOT NULL AND r.amount_minor > 0
    AND r.status IN ('running', 'returned', 'blocked', 'approved')
  ORDER BY r.listed_at DESC LIMIT ${MOST_COMPARED}`;

/** Limits in force by matter, in the company's currency. */
export const LIMITS = `SELECT g.matter, (g.limit_value->>'minor')::text AS minor FROM authority_grant g JOIN company c ON c.id = g.company_id
  WHERE g.company_id = $1 AND g.state = 'granted' AND jsonb_typeof(g.limit_value) = 'object' AND g.limit_value->>'currency' = c.currency AND ${heldToday('g')}
  GROUP BY 1, 2`;

export interface FoundLine {
  kind: 'line' | 'reservation' | 'over-plan' | 'advance';
  line: string | null;
  person: string | null;
  unit: { id: string; name: Bilingual } | null;
  category: { key: string; title: Bilingual } | null;
  from: string | null;
  to: string | null;
  currency: string;
  minor: string;
  share: number | null;
  requests: { id: string; number: string | null; title: Bilingual | null; minor: string }[];
}

const OF_LINE = `l.id AS line, json_build_object('id', u.id, 'name', u.name) AS unit, CASE WHEN c.key IS NOT NULL THEN json_build_object('key', c.key, 'title', c.title) END AS category,
  l.from_day::text AS "from", l.to_day::text AS "to", l.currency`;
const NAMED = `JOIN unit u ON u.id = l.unit_id LEFT JOIN budget_category c ON c.company_id = l.company_id AND c.key = l.category`;
const behind = (rows: string): string =>
  `coalesce((SELECT json_agg(json_build_object('id', q.id, 'number', q.number, 'title', q.row_title, 'minor', m.minor::text) ORDER BY m.minor DESC)
    FROM (${rows} ORDER BY 2 DESC LIMIT 20) AS m JOIN request q ON q.id = m.request_id), '[]') AS requests`;

/** Lines of today that are nearly or more than used up. */
export const FULL_LINES = `
  SELECT 'line' AS kind, NULL AS person, ${OF_LINE}, (l.reserved + l.committed + l.spent)::text AS minor,
    (100 * (l.reserved + l.committed + l.spent) / nullif(l.planned + l.moved, 0))::int AS share,
    ${behind(`SELECT request_id, sum(reserved + committed + spent) AS minor FROM budget_movement WHERE line_id = l.id AND request_id IS NOT NULL GROUP BY 1 HAVING sum(reserved + committed + spent) > 0`)}
  FROM (SELECT l.* FROM budget_line l JOIN company k ON k.id = l.company_id
    WHERE l.company_id = $1 AND l.to_day >= company_day(k.time_zone) AND l.from_day <= company_day(k.time_zone)
      AND 100 * (l.reserved + l.committed + l.spent) >= ${LINE_SHARE} * greatest(l.planned + l.moved, 1)
    ORDER BY (l.reserved + l.committed + l.spent)::numeric / greatest(l.planned + l.moved, 1) DESC LIMIT ${MOST_TOLD}) AS l ${NAMED}`;

/** What was reserved long ago and is still held, line by line. */
export const OLD_RESERVATIONS = `
  SELECT 'reservation' AS kind, NULL AS person, ${OF_LINE}, h.minor::text AS minor, NULL AS share, h.requests
  FROM (SELECT line_id, sum(minor) AS minor, json_agg(json_build_object('id', id, 'number', number, 'title', row_title, 'minor', minor::text) ORDER BY minor DESC) AS requests FROM (
      SELECT m.line_id, q.id, q.number, q.row_title, sum(m.reserved) AS minor FROM request q JOIN budget_movement m ON m.request_id = q.id
      WHERE q.company_id = $1 AND q.status IN ('running', 'blocked') AND q.listed_at IS NOT NULL
      GROUP BY 1, 2, 3, 4 HAVING sum(m.reserved) > 0 AND min(m.at) FILTER (WHERE m.reserved > 0) < now() - interval '${HELD_DAYS} days'
      ORDER BY 5 DESC LIMIT 200) AS held GROUP BY 1 ORDER BY 2 DESC LIMIT ${MOST_TOLD}) AS h JOIN budget_line l ON l.id = h.line_id ${NAMED}`;

/** What was granted over the plan in the last days, by whoever granted it. */
export const OVER_PLAN = `
  SELECT 'over-plan' AS kind, g.actor_id AS person, NULL AS line, NULL AS unit, NULL AS category, NULL AS "from", NULL AS "to", g.currency, sum(g.minor)::text AS minor, NULL AS share,
    json_agg(json_build_object('id', g.id, 'number', g.number, 'title', g.row_title, 'minor', g.minor::text) ORDER BY g.minor DESC) AS requests
  FROM (SELECT t.actor_id, q.id, q.number, q.row_title, l.currency, sum(m.extended) AS minor
    FROM budget_movement m JOIN transition t ON t.request_id = m.request_id AND t.n = m.n JOIN request q ON q.id = m.request_id JOIN budget_line l ON l.id = m.line_id
    WHERE m.company_id = $1 AND m.extended <> 0 AND m.at > now() - interval '${LOOKED_BACK} days' AND t.actor_id IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(m.extended) > 0 ORDER BY 6 DESC LIMIT 500) AS g GROUP BY g.actor_id, g.currency ORDER BY sum(g.minor) DESC LIMIT ${MOST_TOLD}`;

/** What was paid in advance and is open for longer than the process lets it be, by whom it was paid to. */
export const LATE_ADVANCES = `WITH ${OPEN_ADVANCES}
  SELECT 'advance' AS kind, a.requester_id AS person, NULL AS line, NULL AS unit, NULL AS category, min(a.paid_on)::text AS "from", NULL AS "to", a.currency,
    sum(a.amount_minor)::text AS minor, NULL AS share, json_agg(json_build_object('id', a.id, 'number', a.number, 'title', a.row_title, 'minor', a.amount_minor::text) ORDER BY a.paid_on) AS requests
  FROM advances a JOIN company k ON k.id = $1 WHERE company_day(k.time_zone) - a.paid_on > a.days
  GROUP BY a.requester_id, a.currency ORDER BY sum(a.amount_minor) DESC LIMIT ${MOST_TOLD}`;
