import { BUDGET_LINE as LINE, BUDGET_LINE_SUMS as SUMS } from '@countersign/database';
import { LINE_SUMS, type BudgetLine, type LineSums } from '@countersign/domain';

export interface NamedText {
  zh: string;
  en: string;
}

/** A line with what its unit and category are called. */
export interface ListedLine extends BudgetLine {
  unit: NamedText;
  unitKey: string;
  categoryTitle: NamedText | null;
}

const NAMED = `${LINE}, u.name AS unit, u.key AS "unitKey", c.title AS "categoryTitle"`;
const OF_LINES = `FROM budget_line l JOIN unit u ON u.id = l.unit_id LEFT JOIN budget_category c ON c.company_id = l.company_id AND c.key = l.category`;
/** `$1` company, `$2` and `$3` first and last day, `$4` key of a category (null: all). */
const SHOWN = `l.company_id = $1 AND l.to_day >= $2 AND l.from_day <= $3 AND ($4::text IS NULL OR l.category = $4)`;

/** A page; `$5` unit with its subtree (null: all), `$6`…`$9` behind which unit, category, day and line, `$10` how many. */
export const LINES = `
  SELECT ${NAMED} ${OF_LINES} WHERE ${SHOWN} AND ($5::uuid IS NULL OR u.path @> ARRAY[$5::uuid])
    AND ($6::text IS NULL OR (u.key, l.category, l.from_day::text, l.id) > ($6, $7, $8, $9::uuid))
  ORDER BY u.key, l.category, l.from_day::text, l.id LIMIT $10`;
export const ONE_LINE = `SELECT ${NAMED}, l.plan_id AS "planId" ${OF_LINES} WHERE l.company_id = $1 AND l.id = $2`;
/** The same unit and category in other periods. */
export const PERIODS = `
  SELECT ${LINE} FROM budget_line l JOIN budget_line own ON own.id = $2 AND l.plan_id = own.plan_id AND l.unit_id = own.unit_id AND l.category = own.category
  WHERE l.company_id = $1 AND l.from_day > own.from_day - interval '1 year' AND l.from_day < own.from_day + interval '1 year'
    AND date_trunc('year', l.from_day) = date_trunc('year', own.from_day) ORDER BY l.from_day LIMIT 24`;

/** A row of the tree, as the database tells it: of a unit or, where `line` is its own id, of a line. */
export interface TreeRow extends LineSums {
  place: string;
  id: string;
  unitId: string;
  unit: NamedText;
  folds: boolean;
  line: string | null;
  isLine: boolean;
  category: string | null;
  categoryTitle: NamedText | null;
  from: string | null;
  to: string | null;
  currency: string;
}

const TOTALS = LINE_SUMS.map((sum) => `sum(${sum})::text AS ${sum}`).join(', ');

/** What stands right below the unit `$5` (null: below none), its own lines first; `$6`: behind which place, `$7`: how many. Amounts in the company's currency. */
export const TREE = `
  WITH above AS (SELECT coalesce((SELECT cardinality(path) FROM unit WHERE id = $5::uuid AND company_id = $1), 0) + 1 AS level),
  shown AS MATERIALIZED (SELECT l.*, u.path FROM budget_line l JOIN unit u ON u.id = l.unit_id JOIN company k ON k.id = l.company_id
    WHERE ${SHOWN} AND l.currency = k.currency AND ($5::uuid IS NULL OR u.path @> ARRAY[$5::uuid])),
  below AS (SELECT path[level] AS id, count(*) AS lines, count(*) FILTER (WHERE cardinality(path) = level) AS own, (array_agg(shown.id))[1] AS line,
      min(currency) AS currency, ${TOTALS} FROM shown, above WHERE cardinality(path) >= level GROUP BY 1),
  rows AS (
    SELECT '0 ' || l.category || ' ' || l.from_day || ' ' || l.id AS place, l.id, l.unit_id AS "unitId", u.name AS unit, false AS folds, l.id AS line, true AS "isLine",
      nullif(l.category, '') AS category, c.title AS "categoryTitle", l.from_day::text AS "from", l.to_day::text AS "to", l.currency, ${SUMS}
    FROM shown l JOIN unit u ON u.id = l.unit_id LEFT JOIN budget_category c ON c.company_id = l.company_id AND c.key = l.category WHERE l.unit_id = $5
    UNION ALL
    SELECT '1 ' || u.key, u.id, u.id, u.name, b.lines > 1 OR b.own = 0, CASE WHEN b.lines = 1 AND b.own = 1 THEN b.line END, false,
      NULL, NULL, NULL, NULL, b.currency, ${LINE_SUMS.map((sum) => `b.${sum}`).join(', ')}
    FROM below b JOIN unit u ON u.id = b.id)
  SELECT * FROM rows WHERE ($6::text IS NULL OR place COLLATE "C" > $6) ORDER BY place COLLATE "C" LIMIT $7`;

export const PLANS = `
  SELECT p.id, p.key, p.title, p.version, iso_time(p.effective_at) AS "effectiveAt", (SELECT count(*) FROM budget_line l WHERE l.plan_id = p.id)::int AS lines
  FROM budget_plan p WHERE p.company_id = $1 AND ($2::uuid IS NULL OR p.id = $2) ORDER BY p.key`;
export const CATEGORIES = `SELECT key, title FROM budget_category WHERE company_id = $1 ORDER BY key`;

/** The requests that drew last on the line `$2`. */
export const DRAWING = `
  SELECT r.id, r.number, r.row_title AS title, r.requester_id AS requester, r.status, m.takes::text AS takes FROM (
    SELECT request_id, sum(reserved + committed + spent) AS takes, max(id) AS last FROM budget_movement
    WHERE company_id = $1 AND line_id = $2 AND request_id IS NOT NULL AND kind NOT IN ('plan', 'transfer') GROUP BY request_id ORDER BY last DESC LIMIT 20) AS m
  JOIN request r ON r.id = m.request_id ORDER BY m.last DESC`;

/** A movement with what the line stood at right after it: `after…` are sums of all up to it. */
export interface ListedMovement extends LineSums {
  id: string;
  at: string;
  kind: string;
  requestId: string | null;
  number: string | null;
  title: NamedText | null;
  actor: string | null;
  note: string | null;
  reference: string | null;
  currency: string;
  after: LineSums;
}

const RUNNING = LINE_SUMS.map((sum) => `sum(m.${sum}) OVER so_far AS after_${sum}`).join(', ');
const AFTER = LINE_SUMS.map((sum) => `'${sum}', m.after_${sum}::text`).join(', ');
/** A page of the movements of the line `$2`; `$3`: behind which, `$4`: how many. */
export const MOVEMENTS = `
  SELECT m.id::text, iso_time(m.at) AS at, m.kind, ${LINE_SUMS.map((sum) => `m.${sum}::text AS ${sum}`).join(', ')}, m.request_id AS "requestId", r.number, r.row_title AS title,
    coalesce(m.actor_id, t.actor_id) AS actor, m.note, m.reference, l.currency, json_build_object(${AFTER}) AS after
  FROM (SELECT m.*, ${RUNNING} FROM budget_movement m WHERE m.company_id = $1 AND m.line_id = $2 WINDOW so_far AS (ORDER BY m.id)) AS m
    JOIN budget_line l ON l.id = m.line_id LEFT JOIN request r ON r.id = m.request_id LEFT JOIN transition t ON t.request_id = m.request_id AND t.n = m.n
  WHERE $3::bigint IS NULL OR m.id < $3 ORDER BY m.id DESC LIMIT $4`;

/** All movements added up again, in one look; `$2`: of which line they are counted besides. */
export const RECOUNT = `
  WITH added AS (SELECT line_id, count(*) AS movements, ${LINE_SUMS.map((sum) => `sum(${sum}) AS ${sum}`).join(', ')} FROM budget_movement WHERE company_id = $1 GROUP BY line_id)
  SELECT count(*)::int AS lines, coalesce(sum(a.movements), 0)::int AS movements,
    (count(*) FILTER (WHERE ${LINE_SUMS.map((sum) => `l.${sum} <> coalesce(a.${sum}, 0)`).join(' OR ')}))::int AS differing,
    (max(coalesce(a.movements, 0)) FILTER (WHERE l.id = $2))::int AS "ofLine"
  FROM budget_line l LEFT JOIN added a ON a.line_id = l.id WHERE l.company_id = $1`;

/** Lines of a plan, held until the transaction ends. */
export const HELD_LINES = `SELECT ${LINE} FROM budget_line l WHERE l.company_id = $1 AND l.plan_id = $2 ORDER BY l.id FOR UPDATE`;
/** Lines of the units `$2` and those above them, in the days from `$3` to `$4`. */
export const LINES_NEAR = `
  SELECT ${LINE} FROM budget_line l WHERE l.company_id = $1 AND l.to_day >= $3 AND l.from_day <= $4
    AND l.unit_id IN (SELECT unnest(path) FROM unit WHERE id = ANY ($2::uuid[]))`;
