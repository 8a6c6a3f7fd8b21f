import { DESK_DIFFERS } from '../functions/write-desks.sql';
import { STANDING_DIFFERS } from '../functions/write-standing.sql';
import type { ReadModel } from './journal.repository';

/** A request and everything that its journal determines, as it stood at one moment: one statement, so that no decision comes between. */
export const SNAPSHOT = `
  SELECT request_head(r, d, c) AS head,
    jsonb_build_object('n', r.n, 'hash', r.hash, 'chainHash', r.chain_hash, 'state', r.state, 'form', r.form, 'status', r.status, 'amountMinor', r.amount_minor::text,
      'listedAmount', r.listed_amount::text, 'currency', r.currency, 'currentStep', r.current_step, 'dueAt', iso_time(r.due_at), 'round', r.round,
      'submittedAt', iso_time(r.submitted_at), 'finishedAt', iso_time(r.finished_at), 'outcome', r.outcome, 'closedAt', iso_time(r.closed_at),
      'rowTitle', r.row_title, 'number', r.number, 'updatedAt', iso_time(r.updated_at)) AS columns,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'step', step, 'kind', kind, 'generation', generation, 'seat', seat, 'personId', person_id, 'status', status,
      'decision', decision, 'closing', closing, 'openedAt', iso_time(opened_at), 'closedAt', iso_time(closed_at), 'dueAt', iso_time(due_at), 'derivation', derivation) ORDER BY id)
      FROM task WHERE request_id = r.id), '[]') AS tasks,
    coalesce((SELECT jsonb_agg(jsonb_build_object('personId', person_id, 'step', step, 'at', iso_time(at))) FROM copy WHERE request_id = r.id), '[]') AS copies,
    coalesce((SELECT jsonb_agg(person_id) FROM participant WHERE request_id = r.id), '[]') AS participants,
    coalesce((SELECT jsonb_agg(jsonb_build_object('check', check_name, 'value', value)) FROM claimed_value WHERE request_id = r.id), '[]') AS claims,
    coalesce((SELECT jsonb_agg(jsonb_build_object('round', round, 'form', form) ORDER BY round) FROM request_round WHERE request_id = r.id), '[]') AS rounds,
    coalesce((SELECT jsonb_agg(p.person_id) FROM participant p JOIN desks_of(r.id, '{}') d USING (person_id) WHERE p.request_id = r.id AND ${DESK_DIFFERS}), '[]')
      || CASE WHEN ${STANDING_DIFFERS} OR r.unit_id IS DISTINCT FROM uuid_or_null(r.state#>>'{context,requester,unitId}') THEN to_jsonb(r.id) ELSE '[]' END AS desks,
    coalesce((SELECT jsonb_agg(text) FROM request_text WHERE request_id = r.id), '[]') AS texts
  FROM request r JOIN definition d ON d.id = r.definition_id JOIN company c ON c.id = r.company_id WHERE r.id = $1`;

/** Every file that a form of the request or a decision names, against what is there. The journal's digests are the measure: they stand under the hash chain. */
export const LOST_EVIDENCE = `
  WITH cited AS (
    SELECT DISTINCT reference->>'id' AS id, reference->>'sha256' AS digest FROM (
        SELECT form AS held FROM request WHERE id = $1 UNION ALL SELECT form FROM request_round WHERE request_id = $1
        UNION ALL SELECT fields FROM transition WHERE request_id = $1 AND fields IS NOT NULL) AS forms
      CROSS JOIN LATERAL jsonb_path_query(held, 'lax $.** ? (@.sha256.type() == "string" && @.id.type() == "string")') AS reference),
  found AS (
    SELECT cited.id, CASE WHEN c.file_id IS NULL THEN 'missing' WHEN h.file_id IS NULL THEN 'unheld'
        WHEN f.sha256 <> cited.digest OR encode(sha256(c.bytes), 'hex') <> cited.digest THEN 'changed' END AS what
    FROM cited LEFT JOIN file f ON f.id = uuid_or_null(cited.id) LEFT JOIN file_content c ON c.file_id = f.id
      LEFT JOIN request_file h ON h.request_id = $1 AND h.file_id = f.id)
  SELECT id AS file, what FROM found WHERE what IS NOT NULL ORDER BY id LIMIT 100`;

export const WRITE_COLUMNS = `
  UPDATE request SET n = x.n, hash = x.hash, chain_hash = x."chainHash", state = x.state, unit_id = uuid_or_null(x.state#>>'{context,requester,unitId}'), form = x.form, status = x.status, amount_minor = x."amountMinor", listed_amount = x."listedAmount",
    currency = x.currency, current_step = x."currentStep", due_at = x."dueAt", round = x.round, submitted_at = x."submittedAt",
    finished_at = x."finishedAt", outcome = x.outcome, closed_at = x."closedAt", row_title = coalesce(nullif(x."rowTitle", 'null'), row_title), updated_at = x."updatedAt", number = coalesce(x.number, request.number)
  FROM jsonb_to_record($2) AS x(n integer, hash text, "chainHash" text, state jsonb, form jsonb, status text, "amountMinor" bigint, "listedAmount" bigint, currency text, "currentStep" text,
    "dueAt" timestamptz, round integer, "submittedAt" timestamptz, "finishedAt" timestamptz, outcome text, "closedAt" timestamptz, "rowTitle" jsonb,
    number text, "updatedAt" timestamptz) WHERE id = $1`;

const TASKS = [
  `DELETE FROM task WHERE request_id = $1 AND company_id = $2 AND id NOT IN (SELECT (x->>'id')::uuid FROM jsonb_array_elements($3) AS x)`,
  `INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, status, decision, closing, opened_at, closed_at, due_at, derivation)
   SELECT x.id, $2, $1, x.step, x.kind, x.generation, x.seat, x."personId", x.status, x.decision, x.closing, x."openedAt", x."closedAt", x."dueAt", nullif(x.derivation, 'null')
   FROM jsonb_to_recordset($3) AS x(id uuid, step text, kind text, generation integer, seat integer, "personId" uuid, status text, decision text, closing text,
     "openedAt" timestamptz, "closedAt" timestamptz, "dueAt" timestamptz, derivation jsonb)
   ON CONFLICT (id) DO UPDATE SET step = excluded.step, kind = excluded.kind, generation = excluded.generation, seat = excluded.seat, person_id = excluded.person_id,
     status = excluded.status, decision = excluded.decision, closing = excluded.closing, opened_at = excluded.opened_at, closed_at = excluded.closed_at,
     due_at = excluded.due_at, derivation = excluded.derivation`,
];

const COPIES = [
  `DELETE FROM copy WHERE request_id = $1 AND company_id = $2
   AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($3) AS x("personId" uuid, step text) WHERE x."personId" = copy.person_id AND x.step = copy.step)`,
  `INSERT INTO copy (request_id, person_id, step, company_id, at)
   SELECT $1, x."personId", x.step, $2, x.at FROM jsonb_to_recordset($3) AS x("personId" uuid, step text, at timestamptz)
   ON CONFLICT (request_id, person_id, step) DO UPDATE SET at = excluded.at`,
];

const PARTICIPANTS = [
  `DELETE FROM participant WHERE request_id = $1 AND company_id = $2 AND person_id NOT IN (SELECT x::uuid FROM jsonb_array_elements_text($3) AS x)`,
  `INSERT INTO participant (request_id, person_id, company_id) SELECT $1, x::uuid, $2 FROM jsonb_array_elements_text($3) AS x ON CONFLICT DO NOTHING`,
];

/** A value that another request holds by now stays there: the check goes on naming it. */
const CLAIMS = [
  `DELETE FROM claimed_value WHERE request_id = $1 AND company_id = $2
   AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($3) AS x("check" text, value text) WHERE x."check" = claimed_value.check_name AND x.value = claimed_value.value)`,
  `INSERT INTO claimed_value (company_id, check_name, value, request_id)
   SELECT $2, x."check", x.value, $1 FROM jsonb_to_recordset($3) AS x("check" text, value text) ON CONFLICT DO NOTHING`,
];

/** The names in them are the directory's. */
const TEXTS = [
  `DELETE FROM request_text WHERE request_id = $1 AND company_id = $2 AND $3::jsonb = '[]'`,
  `SELECT write_text($1, x) FROM jsonb_array_elements_text($3) AS x WHERE $2::uuid IS NOT NULL`,
];

/** Rows with the statements that write them; each takes request, company and the rows as JSON. */
export function rewritten({ tasks, copies, participants, claims, texts }: ReadModel): [unknown[], string[]][] {
  return [
    [tasks, TASKS],
    [copies, COPIES],
    [participants, PARTICIPANTS],
    [claims, CLAIMS],
    [texts, TEXTS],
  ];
}
