/** The statements of the look through open requests. */

const LEASE_SECONDS = 60;
const PAUSE_SECONDS = 15;

export const DUE = `
  SELECT 1 FROM company c LEFT JOIN directory_review v ON v.company_id = c.id
  WHERE v.company_id IS NULL OR ((v.version <> c.directory_version OR v.day IS DISTINCT FROM company_day(c.time_zone))
    AND (v.lease_until IS NULL OR v.lease_until < clock_timestamp()))
  UNION ALL SELECT 1 FROM absence WHERE (state = 'accepted' AND from_at <= clock_timestamp()) OR (state IN ('asked', 'running') AND to_at <= clock_timestamp()) LIMIT 1`;

export const BEGIN = `
  UPDATE directory_review v SET lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
      cursor = CASE WHEN v.target_version = c.directory_version AND v.target_day = company_day(c.time_zone) THEN v.cursor END,
      target_version = c.directory_version, target_day = company_day(c.time_zone)
  FROM company c WHERE c.id = v.company_id AND v.company_id = (
    SELECT d.company_id FROM directory_review d JOIN company co ON co.id = d.company_id
    WHERE (d.version <> co.directory_version OR d.day IS DISTINCT FROM company_day(co.time_zone)) AND (d.lease_until IS NULL OR d.lease_until < clock_timestamp())
    ORDER BY d.company_id LIMIT 1 FOR UPDATE OF d SKIP LOCKED)
  RETURNING v.company_id AS "companyId", v.target_version::float8 AS version, v.target_day::text AS day, iso_time(clock_timestamp()) AS now, c.time_zone AS "timeZone", v.cursor, v.changed_by AS by, iso_time(v.lease_until) AS lease,
    CASE WHEN v.version <> c.directory_version THEN v.changes END AS changes`;

export const PAGE = {
  name: 'directory-review-page',
  text: `SELECT r.status, iso_time(r.listed_at) AS at, request_head(r, d, c) AS head,
      EXISTS (SELECT 1 FROM directory_missed m WHERE m.request_id = r.id) AS missed FROM request r JOIN definition d ON d.id = r.definition_id
      JOIN company c ON c.id = r.company_id
    WHERE r.company_id = $1 AND r.status = $2 AND r.listed_at IS NOT NULL AND (r.listed_at, r.id) > ($3, $4) ORDER BY r.listed_at, r.id LIMIT $5`,
};

/** Open requests that somebody has a task of. */
export const TASKS_OF = {
  name: 'directory-review-tasks-of',
  text: `SELECT request_head(r, d, c) AS head FROM (
      SELECT DISTINCT t.request_id AS id FROM task t WHERE t.person_id = $2 AND t.status = 'open' AND t.request_id > $3 ORDER BY 1 LIMIT $4) own
    JOIN request r ON r.id = own.id JOIN definition d ON d.id = r.definition_id JOIN company c ON c.id = r.company_id WHERE r.company_id = $1 ORDER BY own.id`,
};

/** Only who still has the review may say how it goes on: after its lease somebody else may have begun anew. */
const MINE = 'company_id = $1 AND lease_until = $2';

export const GO_ON = `
  UPDATE directory_review SET cursor = $3, lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}) WHERE ${MINE} RETURNING iso_time(lease_until) AS lease`;

export const PAUSE_REVIEW = `UPDATE directory_review SET lease_until = clock_timestamp() + make_interval(secs => ${PAUSE_SECONDS}) WHERE ${MINE}`;

export const LEAVE_REVIEW = `UPDATE directory_review SET lease_until = NULL WHERE ${MINE}`;

export const END = `
  UPDATE directory_review v SET version = $3, day = $4, cursor = NULL, lease_until = NULL,
    changes = CASE WHEN EXISTS (SELECT 1 FROM company c WHERE c.id = v.company_id AND c.directory_version = $3) THEN '{}' ELSE changes END,
    changed_by = CASE WHEN changed_by = $5 THEN NULL ELSE changed_by END WHERE ${MINE}`;

export const VERSION = 'SELECT directory_version::float8 AS version FROM company WHERE id = $1';

export const MOMENT = {
  name: 'directory-review-moment',
  text: `SELECT json_build_object('companyId', id, 'version', directory_version, 'now', iso_time(now), 'today', (now AT TIME ZONE time_zone)::date, 'timeZone', time_zone) AS moment
    FROM company CROSS JOIN clock_timestamp() AS now WHERE id = $1`,
};
