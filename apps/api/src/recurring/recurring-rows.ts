import { PROCESS_RETIRED, type RecurringState } from '@countersign/database';
import type { Bilingual, Schedule } from '@countersign/domain';

export interface ProcessRow {
  key: string;
  title: Bilingual;
  rule: Schedule;
  starter: Bilingual | null;
  inUse: boolean;
  pausedAt: Date | null;
  pausedBy: string | null;
  pausedWhy: string | null;
  nextAt: Date | null;
  last: { at: string; started: number; failed: number; waiting: number } | null;
  failed: number;
}

export interface StartRow {
  unit: { id: string; name: Bilingual };
  day: string;
  about: string;
  at: Date;
  state: RecurringState;
  fault: string | null;
  requestId: string | null;
  number: string | null;
  requesterId: string | null;
  startId: string;
  askedBy: string | null;
  leftBy: string | null;
  leftWhy: string | null;
}

/** Nobody reads a count beyond it. */
const MOST = 1_000;

/** `$1`: company; `$2`: key behind which it goes on, null: from the beginning; `$3`: how many. */
export const PROCESSES = `
  SELECT p.definition_key AS key, d.title, p.rule, t.title AS starter, p.in_use AS "inUse", p.paused_at AS "pausedAt",
    p.paused_by AS "pausedBy", p.paused_why AS "pausedWhy", p.next_at AS "nextAt",
    (SELECT jsonb_build_object('at', iso_time(max(s.at)), 'started', count(*) FILTER (WHERE s.state IN ('started', 'draft')),
        'failed', count(*) FILTER (WHERE s.state = 'failed'), 'waiting', count(*) FILTER (WHERE s.state = 'waiting'))
      FROM (SELECT max(at) AS at FROM recurring_start WHERE company_id = $1 AND definition_key = p.definition_key) newest
      JOIN recurring_start s ON s.company_id = $1 AND s.definition_key = p.definition_key AND s.at > newest.at - interval '12 hours' HAVING count(*) > 0) AS last,
    (SELECT count(*)::int FROM (SELECT 1 FROM recurring_start s WHERE s.company_id = $1 AND s.definition_key = p.definition_key AND s.state = 'failed' AND s.fault <> '${PROCESS_RETIRED}' LIMIT ${MOST}) AS counted) AS failed
  FROM recurring_process p
    CROSS JOIN LATERAL (SELECT body->'title' AS title FROM definition WHERE company_id = $1 AND key = p.definition_key ORDER BY status = 'published' DESC, version DESC LIMIT 1) d
    LEFT JOIN role_title t ON t.company_id = p.company_id AND t.role = p.rule->>'starter'
  WHERE p.company_id = $1 AND ($2::text IS NULL OR p.definition_key > $2) ORDER BY p.definition_key LIMIT $3`;

/** `$1`: company; `$2`: key; `$3`: state, null: all; `$4`, `$5`: behind which moment and start; `$6`: how many. */
export const STARTS = `
  SELECT jsonb_build_object('id', u.id, 'name', u.name) AS unit, s.day::text AS day, s.about, s.at, s.state, s.fault, r.id AS "requestId", r.number,
    r.requester_id AS "requesterId", s.asked_by AS "askedBy", s.left_by AS "leftBy", s.left_why AS "leftWhy", s.request_id AS "startId"
  FROM recurring_start s JOIN unit u ON u.id = s.unit_id LEFT JOIN request r ON r.id = s.request_id
  WHERE s.company_id = $1 AND s.definition_key = $2 AND ($3::text IS NULL OR s.state = $3) AND ($4::timestamptz IS NULL OR (s.at, s.request_id) < ($4, $5::uuid))
  ORDER BY s.at DESC, s.request_id DESC LIMIT $6`;

export const KNOWN_DAYS = `
  SELECT unit_id AS unit, day::text AS day, about FROM recurring_start WHERE company_id = $1 AND definition_key = $2 AND unit_id = ANY ($3) AND day = ANY ($4::date[])`;
export const PAUSE_PROCESS = `
  UPDATE recurring_process SET paused_at = clock_timestamp(), paused_by = $3, paused_why = $4 WHERE company_id = $1 AND definition_key = $2 AND paused_at IS NULL`;
/** What came meanwhile is not made up for by itself. */
export const RESUME = `
  UPDATE recurring_process SET paused_at = NULL, paused_by = NULL, paused_why = NULL, since = clock_timestamp()
  WHERE company_id = $1 AND definition_key = $2 AND paused_at IS NOT NULL`;
export const ASK = 'UPDATE recurring_process SET asked_at = clock_timestamp() WHERE company_id = $1 AND definition_key = $2';
export const RETRY = `
  UPDATE recurring_start SET state = 'waiting', fault = NULL, told = false, tries = tries + 1, asked_by = $5, changed_at = clock_timestamp()
  WHERE company_id = $1 AND definition_key = $2 AND unit_id = $3 AND day = $4 AND about = $6 AND state = 'failed'`;
/** `$4`–`$6`: one of them; null: all that have failed so far. */
export const LEAVE_OUT = `
  UPDATE recurring_start SET state = 'left', left_by = $3, left_why = $7, changed_at = clock_timestamp()
  WHERE company_id = $1 AND definition_key = $2 AND state = 'failed' AND ($4::uuid IS NULL OR unit_id = $4 AND day = $5 AND about = $6)`;
