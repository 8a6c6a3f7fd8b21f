/** One kind of rows that is not kept for ever. */
export interface RetentionRule {
  /** Name in logs and in docs/operations.md. */
  name: string;
  /** Kept for so many days, counted from what the statement says. */
  days: number;
  /** Does away with at most $2 rows that are older than $1 days, and answers them; it can be told again at any time. */
  statement: string;
}

const older = (column: string): string => `${column} < clock_timestamp() - make_interval(days => $1)`;

/** A draft that nobody has touched is announced for so long before it goes. */
const ANNOUNCED_DAYS = 30;

/** A draft that is nobody's business but its requester's: nothing of it was ever sent. */
const IDLE_DRAFT = `r.n = 0 AND r.status = 'draft' AND r.parent_id IS NULL AND NOT EXISTS (SELECT 1 FROM command c WHERE c.request_id = r.id AND c.status NOT IN ('refused', 'undelivered'))`;
const ANNOUNCED = `SELECT 1 FROM notification a WHERE a.request_id = r.id AND a.notice = 'draft-expires' AND a.created_at > r.updated_at`;

const deletion = (table: string, key: string, condition: string): string =>
  `DELETE FROM ${table} WHERE ${key} IN (SELECT ${key} FROM ${table} WHERE ${condition} LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING 1`;

/**
 * What is forgotten, and when; everything else is kept, requests and their journal for ever. Also stated in docs/operations.md, which a test compares.
 * Oldest promises first: a row that another rule still looks at (a notice of a draft) is kept longer than that rule needs it.
 */
export const RETENTION: readonly RetentionRule[] = [
  {
    name: 'delivered effects',
    days: 30,
    // While anything of the request is still on its way, what was taken back must be there to be asked for.
    statement: deletion(
      'outbox',
      'id',
      `state IN ('done', 'cancelled') AND ${older('created_at')}
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.request_id = outbox.request_id AND o.state NOT IN ('done', 'cancelled'))`,
    ),
  },
  {
    name: 'content of refused commands',
    days: 30,
    // Its hash stays: a repeated key is still told from another press.
    statement: `
      UPDATE command SET body = body - '{form,fields,choices,comment}'::text[] WHERE id IN (
        SELECT id FROM command WHERE status = 'refused' AND body ?| '{form,fields,choices,comment}' AND ${older('updated_at')} LIMIT $2 FOR UPDATE SKIP LOCKED)
      RETURNING 1`,
  },
  {
    name: 'mails that are seen to',
    days: 30,
    statement: deletion('mail', 'id', `state IN ('sent', 'dropped') AND ${older('created_at')}`),
  },
  { name: 'exported files', days: 1, statement: deletion('export', 'id', older('created_at')) },
  { name: 'expired sessions', days: 7, statement: deletion('session', 'token_hash', older('expires_at')) },
  { name: 'expired sign-in links', days: 30, statement: deletion('login_link', 'hash', older('expires_at')) },
  {
    name: 'files that nothing cites',
    days: 7,
    statement: `
      DELETE FROM file WHERE id IN (
        SELECT f.id FROM file f WHERE ${older('f.created_at')} AND NOT EXISTS (SELECT 1 FROM request_file h WHERE h.file_id = f.id)
        LIMIT $2 FOR UPDATE OF f SKIP LOCKED)
      RETURNING 1`,
  },
  {
    name: 'drafts announced as abandoned',
    days: 180 - ANNOUNCED_DAYS,
    statement: `
      WITH told AS (
        INSERT INTO notification (id, company_id, person_id, notice, params, request_id)
          SELECT gen_random_uuid(), r.company_id, r.requester_id, 'draft-expires', jsonb_build_object('days', ${ANNOUNCED_DAYS}), r.id FROM request r
          WHERE ${IDLE_DRAFT} AND ${older('r.updated_at')} AND NOT EXISTS (${ANNOUNCED}) LIMIT $2 RETURNING person_id),
      hint AS (SELECT pg_notify('countersign_changes', jsonb_build_object('request', NULL, 'people', jsonb_agg(DISTINCT person_id))::text) FROM told HAVING count(*) > 0)
      SELECT 1 FROM told LEFT JOIN hint ON true`,
  },
  {
    name: 'abandoned drafts',
    days: 180,
    statement: `
      DELETE FROM request WHERE id IN (
        SELECT r.id FROM request r WHERE ${IDLE_DRAFT} AND ${older('r.updated_at')}
          AND EXISTS (${ANNOUNCED} AND a.created_at < clock_timestamp() - make_interval(days => ${ANNOUNCED_DAYS}))
        LIMIT $2 FOR UPDATE OF r SKIP LOCKED)
      RETURNING 1`,
  },
  {
    name: 'notices that were read or are no longer so',
    days: 180,
    statement: deletion(
      'notification',
      'id',
      `(read_at IS NOT NULL OR superseded_at IS NOT NULL) AND notice <> 'draft-expires' AND ${older('created_at')}`,
    ),
  },
  { name: 'notices that nobody has read', days: 730, statement: deletion('notification', 'id', older('created_at')) },
  // Made up for once more, one that had come to a request finds it by its id.
  {
    name: 'starts by schedules that have ended',
    days: 730,
    statement: deletion('recurring_start', 'ctid', `state <> 'waiting' AND day < current_date AND ${older('changed_at')}`),
  },
];
