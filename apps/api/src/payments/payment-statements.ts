import { PAYING_STEPS } from '@countersign/database';
import type { Bilingual } from '@countersign/domain';
import { OPEN_ADVANCES } from '../requests/rows/open-advances';
import { MOST_COUNTED } from '../tasks/inbox-counts';
import type { PAYMENT_SORTS } from './dto/payment.query';

/** A payment as the database tells it. */
export interface FoundPayment {
  requestId: string;
  step: string;
  number: string | null;
  title: Bilingual;
  definition: { id: string; key: string; title: Bilingual };
  books: Bilingual;
  requester: string;
  payee: string | null;
  unit: { id: string; name: Bilingual } | null;
  /** All that is to be paid; of what was paid: how much that was. */
  amountMinor: string | null;
  /** What was paid of it in parts. */
  paidMinor: string;
  /** It may be paid in parts. */
  inParts: boolean;
  currency: string | null;
  dueAt: string | null;
  at: string;
  by: string | null;
  slip: string | null;
  task: string | null;
  content: { formDigest: string; written: Record<string, string> } | null;
  stopped: boolean;
  /** What its requester was paid in advance and has not settled. */
  advances: { id: string; number: string | null; minor: string; currency: string }[];
  /** Where it stands in its list. */
  place: string;
  id: string;
}

/** Steps that pay, of every version that requests may follow; `charged`: the first field of its form that names a unit. */
const PAYS = `pays AS MATERIALIZED (
  SELECT DISTINCT d.id, d.key, d.body->'title' AS title, step->>'id' AS step, step->'pays' AS pays,
    jsonb_path_query_first(d.body, '$.form.fields[*] ? (@.type == "unit").key')#>>'{}' AS charged
  FROM definition d CROSS JOIN LATERAL jsonb_path_query(d.body, '${PAYING_STEPS}') AS step
  WHERE d.company_id = $1 AND d.status <> 'draft' AND jsonb_path_exists(d.body, '${PAYING_STEPS}'))`;

/** What was paid in parts before the rest is. */
const PARTS_PAID = `(SELECT coalesce(sum((part#>>'{amount,minor}')::bigint), 0)
  FROM jsonb_array_elements(CASE jsonb_typeof(r.form->(p.pays->>'parts')) WHEN 'array' THEN r.form->(p.pays->>'parts') ELSE '[]' END) AS part)`;

const columns = (
  amount: string,
): string => `r.id AS "requestId", p.step, r.number, coalesce(r.row_title, p.title) AS title, json_build_object('id', p.id, 'key', p.key, 'title', p.title) AS definition,
  p.pays->'books' AS books, r.requester_id AS requester, r.form->>(p.pays->>'to') AS payee,
  CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS unit, (${amount})::text AS "amountMinor", ${PARTS_PAID}::text AS "paidMinor", p.pays ? 'parts' AS "inParts", r.currency`;
const WHOLE = 'r.amount_minor';
const REST = `r.amount_minor - ${PARTS_PAID}`;
const CHARGED = `LEFT JOIN unit u ON u.id = coalesce(uuid_or_null(r.form->>p.charged), r.unit_id)`;
/** `$3` key of a process, `$4` a unit, `$5` requests; null: all. */
const NARROWED = `($3::text IS NULL OR p.key = $3) AND ($4::uuid IS NULL OR u.path @> ARRAY[$4::uuid]) AND ($5::uuid[] IS NULL OR r.id = ANY ($5))`;

const PLACES: Record<(typeof PAYMENT_SORTS)[number], { sql: string; type: string; told: string }> = {
  due: { sql: 'w.due', type: 'timestamptz', told: `CASE WHEN w.due = 'infinity' THEN 'infinity' ELSE iso_time(w.due) END` },
  waiting: { sql: 'w.since', type: 'timestamptz', told: 'iso_time(w.since)' },
  amount: { sql: '-coalesce(r.amount_minor, 0)', type: 'bigint', told: '(-coalesce(r.amount_minor, 0))::text' },
};

const WAITING = `FROM pays p JOIN standing w ON w.company_id = $1 AND w.definition_key = p.key AND w.step = p.step AND w.definition_id = p.id
  JOIN request r ON r.id = w.request_id ${CHARGED}`;

/** What waits to be paid; `$2` the reader, `$6` and `$7` behind which place and request, `$8` how many. */
export function dueStatement(sort: (typeof PAYMENT_SORTS)[number]): string {
  const { sql, type, told } = PLACES[sort];
  return `WITH ${PAYS}, ${OPEN_ADVANCES}
  SELECT ${columns(WHOLE)}, CASE WHEN w.due <> 'infinity' THEN iso_time(w.due) END AS "dueAt", iso_time(w.since) AS at, k.person_id AS by, NULL AS slip,
    CASE WHEN k.person_id = $2 THEN k.id END AS task, json_build_object('formDigest', r.state#>'{context,formDigest}', 'written', r.state#>'{context,written}') AS content,
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'number', a.number, 'minor', a.amount_minor::text, 'currency', a.currency) ORDER BY a.paid_on, a.id)
      FROM advances a WHERE a.requester_id = r.requester_id AND a.id <> r.id), '[]') AS advances,
    w.kind IN ('blocked', 'suspended') AS stopped, ${told} AS place, r.id
  ${WAITING} LEFT JOIN LATERAL (SELECT k.id, k.person_id FROM task k WHERE k.request_id = r.id AND k.step = p.step AND k.status = 'open' AND k.kind <> 'unblock'
    ORDER BY k.person_id <> $2, k.seat LIMIT 1) AS k ON true
  WHERE ${NARROWED} AND ($6::${type} IS NULL OR (${sql}, r.id) > ($6, $7::uuid)) ORDER BY ${sql}, r.id LIMIT $8`;
}

/** Of several words on one step the newest counts. */
const DONE = `FROM pays p JOIN task k ON k.company_id = $1 AND k.step = p.step AND k.status = 'decided' AND k.kind = 'work'
  JOIN request r ON r.id = k.request_id AND r.definition_id = p.id ${CHARGED}`;
const NEWEST = `NOT EXISTS (SELECT 1 FROM task later WHERE later.request_id = k.request_id AND later.step = k.step AND later.status = 'decided' AND later.closed_at > k.closed_at)`;

/** Parts that were paid and not taken back since. */
const PARTS = `FROM pays p JOIN request r ON r.definition_id = p.id JOIN transition t ON t.request_id = r.id AND t.company_id = $1 AND t.type = 'pay-part' AND t.command->>'step' = p.step ${CHARGED}`;
const STANDS = `NOT EXISTS (SELECT 1 FROM transition later WHERE later.request_id = t.request_id AND later.n > t.n
  AND later.events @> jsonb_build_array(jsonb_build_object('type', 'decision.undone', 'of', t.n)))`;

/** What was paid at a moment, as a row of its list. */
const told = (of: {
  at: string;
  by: string;
  slip: string;
  id: string;
}): string => `NULL AS "dueAt", iso_time(${of.at}) AS at, ${of.by} AS by, ${of.slip} AS slip,
    NULL AS task, NULL::json AS content, '[]'::json AS advances, false AS stopped, iso_time(${of.at}) AS place, ${of.id} AS id`;
const FINAL = { at: 'k.closed_at', by: 'k.person_id', id: 'k.id' };
const SLIP = `r.form->>(p.pays->>'slip')`;
const PART = { at: 't.at', by: 't.actor_id', slip: `t.fields->(p.pays->>'parts')->0->>'slip'`, id: 'r.id' };
const PART_AMOUNT = `(t.command#>>'{part,minor}')::bigint`;

/** What was paid or sent back, the newest first, parts among it; `$2`: by which operation. */
export const DONE_PAYMENTS = `WITH ${PAYS}
  (SELECT ${columns(REST)}, ${told({ ...FINAL, slip: `CASE WHEN $2 = 'approve' THEN ${SLIP} END` })}
  ${DONE} WHERE k.decision = $2 AND ${NEWEST} AND ${NARROWED} AND ($6::timestamptz IS NULL OR (k.closed_at, k.id) < ($6, $7::uuid)) ORDER BY k.closed_at DESC, k.id DESC LIMIT $8)
  UNION ALL (SELECT ${columns(PART_AMOUNT)}, ${told(PART)}
  ${PARTS} WHERE $2 = 'approve' AND ${STANDS} AND ${NARROWED} AND ($6::timestamptz IS NULL OR (t.at, r.id) < ($6, $7::uuid)) ORDER BY t.at DESC, r.id DESC LIMIT $8)
  ORDER BY place DESC, id DESC LIMIT $8`;

const onDays = (at: string): string => `($2::date IS NULL OR ${at} >= $2::date::timestamp AT TIME ZONE c.time_zone)
    AND ($3::date IS NULL OR ${at} < ($3::date + 1)::timestamp AT TIME ZONE c.time_zone)`;

/** What was paid from the day `$2` to the day `$3` (null: any), the oldest first, each part by itself; `$4` and `$5` behind which, `$6` how many. */
export const PAID_BETWEEN = `WITH ${PAYS}
  (SELECT ${columns(REST)}, ${told({ ...FINAL, slip: SLIP })} ${DONE} JOIN company c ON c.id = $1
  WHERE k.decision = 'approve' AND ${NEWEST} AND r.amount_minor IS NOT NULL AND ${onDays('k.closed_at')}
    AND ($4::timestamptz IS NULL OR (k.closed_at, k.id) > ($4, $5::uuid)) ORDER BY k.closed_at, k.id LIMIT $6)
  UNION ALL (SELECT ${columns(PART_AMOUNT)}, ${told(PART)} ${PARTS} JOIN company c ON c.id = $1
  WHERE ${STANDS} AND ${onDays('t.at')} AND ($4::timestamptz IS NULL OR (t.at, r.id) > ($4, $5::uuid)) ORDER BY t.at, r.id LIMIT $6)
  ORDER BY place, id LIMIT $6`;

const lately = (decision: string): string =>
  `(SELECT count(*)::int FROM (SELECT 1 ${DONE} WHERE k.decision = '${decision}' AND k.closed_at > now() - interval '30 days' AND ${NEWEST} LIMIT ${MOST_COUNTED}) AS lately)`;

export const PAYMENT_COUNTS = `WITH ${PAYS}, due AS (SELECT w.due, ${REST} AS left_minor, r.currency ${WAITING} LIMIT ${MOST_COUNTED})
  SELECT (SELECT count(*)::int FROM due) AS due, (SELECT count(*)::int FROM due WHERE due < now()) AS overdue, ${lately('approve')} AS paid, ${lately('return')} AS returned,
    coalesce((SELECT json_agg(json_build_object('minor', minor::text, 'currency', currency) ORDER BY currency)
      FROM (SELECT sum(left_minor) AS minor, currency FROM due WHERE left_minor IS NOT NULL GROUP BY currency) AS sums), '[]') AS sums`;
