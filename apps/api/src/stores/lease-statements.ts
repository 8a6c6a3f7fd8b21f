import {
  isExitFrom,
  isGivenUp,
  isNewestTerm,
  isRenewalOf,
  leaseRequest,
  mayBeSubmitted,
  waitedFor,
  type LeaseRequest,
} from '@countersign/database';
import { LEASE_LEAD_DAYS } from '@countersign/domain';
import type { LeaseState } from './dto/lease.view';

/** The processes that the register knows. */
export const RENEWAL = 'lease-renewal';
export const EXIT = 'mall-exit';

/** A lease with what is in progress, as the database tells it. */
export interface StandingLease {
  id: string;
  number: string;
  unitId: string;
  unit: { zh: string; en: string };
  region: { zh: string; en: string } | null;
  place: string;
  startsOn: string;
  expiresOn: string;
  /** Julian day of the last day. */
  ends: number;
  daysLeft: number;
  rent: string;
  commission: string | null;
  deposit: string | null;
  currency: string;
  /** A renewal of it that lies as a draft, and whose. */
  draft: { id: string; by: string } | null;
  state: LeaseState;
  late: boolean;
  requestId: string | null;
  requestNumber: string | null;
  definitionId: string | null;
  step: string | null;
  due: string | null;
  stuck: boolean | null;
  /** When, by whom and why it was taken out of the register; null: it was not. */
  outAt: string | null;
  outBy: string | null;
  outWhy: string | null;
  waitingFor: string[];
}

const RENEWS = leaseRequest('r', 'expiresOn');
const EXITS = leaseRequest('r', 'exitOn');
/** What a request is about, as the columns of a part of the statement below. */
const told = ({ id, store, place, day, until }: LeaseRequest): string =>
  `${id} AS id, ${store} AS store, ${place} AS place, ${day} AS day, ${until} AS until`;
const of = (part: string): LeaseRequest => ({
  ...{ id: `${part}.id`, store: `${part}.store`, place: `${part}.place` },
  ...{ day: `${part}.day`, named: `${part}.named`, until: `${part}.until` },
});

/** By the index of leases, or by a table of hashes: never each lease beside each request. */
const sameStore = (part: string): string => `l.company_id = $1 AND l.unit_id = uuid_or_null(${part}.store)`;

/**
 * Every lease by its newest term, with the renewal or exit that is about it. `$1` company, `$2` area (null: all), `$3` unit and its subtree (null: all),
 * `$4` words (`%`-pattern). A register has a row for each store: what runs is read once, from the few requests of two processes that are open, and what
 * was left from those of one that ended.
 */
const STANDING = `
  WITH today AS MATERIALIZED (SELECT company_day(c.time_zone) AS day FROM company c WHERE c.id = $1),
  running AS MATERIALIZED (
    SELECT ${told({ ...RENEWS, day: `CASE r.definition_key WHEN '${EXIT}' THEN ${EXITS.day} ELSE ${RENEWS.day} END` })},
      ${RENEWS.named} AS named, r.number, r.definition_id, r.definition_key = '${EXIT}' AS leaves, s.step, s.kind, s.due, r.listed_at
    FROM standing s JOIN request r ON r.id = s.request_id WHERE s.company_id = $1 AND s.definition_key IN ('${RENEWAL}', '${EXIT}') AND s.foremost),
  drafted AS MATERIALIZED (
    SELECT r.requester_id, ${told(RENEWS)}, ${RENEWS.named} AS named FROM request r JOIN definition d ON d.id = r.definition_id
    WHERE d.company_id = $1 AND d.key = '${RENEWAL}' AND r.listed_at IS NULL AND r.n = 0 AND ${mayBeSubmitted('r', 'd')}),
  given_up AS MATERIALIZED (
    SELECT ${told(RENEWS)}, ${RENEWS.named} AS named FROM request r
    WHERE r.company_id = $1 AND r.definition_key = '${RENEWAL}' AND r.listed_at IS NOT NULL AND r.status = 'approved' AND ${isGivenUp('r')}),
  gone AS MATERIALIZED (
    SELECT ${told(EXITS)} FROM request r WHERE r.company_id = $1 AND r.definition_key = '${EXIT}' AND r.listed_at IS NOT NULL AND r.status = 'approved' AND r.finished_at IS NOT NULL),
  term AS MATERIALIZED (
    SELECT l.*, u.name AS unit, p.name AS region
    FROM lease l JOIN unit u ON u.id = l.unit_id LEFT JOIN unit p ON p.id = u.parent_id AND p.kind = 'region'
    WHERE l.company_id = $1 AND ($2::uuid[] IS NULL OR u.path && $2::uuid[]) AND ($3::uuid IS NULL OR u.path @> ARRAY[$3::uuid])
      AND ($4 = '%%' OR concat_ws(E'\\n', u.name->>'zh', u.name->>'en', l.place, l.number) ILIKE $4)
      AND ${isNewestTerm('l')}),
  ended AS MATERIALIZED (SELECT l.id FROM gone g JOIN lease l ON ${sameStore('g')} AND ${isExitFrom('l', of('g'))}),
  let_go AS MATERIALIZED (SELECT l.id FROM given_up g JOIN lease l ON ${sameStore('g')} AND ${isRenewalOf('l', of('g'))}),
  begun AS MATERIALIZED (
    SELECT DISTINCT ON (l.id) l.id AS lease, jsonb_build_object('id', d.id, 'by', d.requester_id) AS draft
    FROM drafted d JOIN lease l ON ${sameStore('d')} AND ${isRenewalOf('l', of('d'))} ORDER BY l.id, d.id),
  at_work AS MATERIALIZED (
    SELECT DISTINCT ON (l.id) l.id AS lease, w.* FROM running w JOIN lease l
      ON ${sameStore('w')} AND CASE WHEN w.leaves THEN ${isExitFrom('l', of('w'))} ELSE ${isRenewalOf('l', of('w'))} END
    ORDER BY l.id, w.leaves DESC, w.listed_at DESC),
  told AS (
    SELECT t.id, t.number, t.unit_id AS "unitId", t.unit, t.region, t.place, t.starts_on::text AS "startsOn", t.expires_on::text AS "expiresOn",
      to_char(t.expires_on, 'J')::int AS ends, t.expires_on - today.day AS "daysLeft", t.rent, t.commission, t.deposit, t.currency,
      CASE WHEN t.taken_out_at IS NOT NULL THEN 'out' WHEN t.id IN (SELECT id FROM ended) THEN 'ended'
        WHEN w.leaves THEN 'leaving' WHEN w.id IS NOT NULL THEN 'renewing'
        WHEN begun.draft IS NOT NULL THEN 'begun'
        WHEN t.id IN (SELECT id FROM let_go) THEN 'leaving'
        WHEN t.request_id IS NOT NULL AND t.expires_on - today.day > ${LEASE_LEAD_DAYS} THEN 'renewed' ELSE 'idle' END AS state,
      w.id AS "requestId", w.number AS "requestNumber", w.definition_id AS "definitionId", w.step,
      CASE WHEN w.due < 'infinity' THEN iso_time(w.due) END AS due, w.kind = 'blocked' AS stuck, coalesce(w.due < now(), false) AS overdue, begun.draft,
      iso_time(t.taken_out_at) AS "outAt", t.taken_out_by AS "outBy", t.taken_out_why AS "outWhy"
    FROM term t CROSS JOIN today LEFT JOIN begun ON begun.lease = t.id LEFT JOIN at_work w ON w.lease = t.id AND t.taken_out_at IS NULL),
  lease_now AS (
    SELECT told.*, state NOT IN ('ended', 'out') AND (coalesce(stuck, false) OR overdue OR "daysLeft" < 0 OR state IN ('idle', 'begun') AND "daysLeft" <= ${LEASE_LEAD_DAYS}) AS late FROM told)`;

const VIEWS = {
  all: `state NOT IN ('ended', 'out')`,
  soon: `state NOT IN ('ended', 'out') AND "daysLeft" <= ${LEASE_LEAD_DAYS}`,
  running: `state IN ('renewing', 'leaving')`,
  late: 'late',
  ended: `state = 'ended'`,
  out: `state = 'out'`,
} as const;
export type LeaseListView = keyof typeof VIEWS;

const WAITING = `${waitedFor('page."requestId"', 'page.step')} AS "waitingFor"`;
const ROWS = 'SELECT * FROM lease_now';

/** A page; `$5`, `$6`: behind which last day and id, `$7`: how many. */
export const leasePage = (view: LeaseListView): string => `${STANDING},
  page AS (${ROWS} WHERE ${VIEWS[view]} AND ($5::int IS NULL OR (ends, id) > ($5, $6::uuid)) ORDER BY ends, id LIMIT $7)
  SELECT page.*, ${WAITING} FROM page ORDER BY ends, id`;

/** A renewal of the lease `$2` that was approved and has not changed the register. */
export const UNTAKEN = `
  SELECT r.number, EXISTS (SELECT 1 FROM lease_news w WHERE w.request_id = r.id) AS looking FROM lease l JOIN request r ON r.company_id = l.company_id AND ${isRenewalOf('l', RENEWS)}
  WHERE l.company_id = $1 AND l.id = $2 AND r.definition_key = '${RENEWAL}' AND r.listed_at IS NOT NULL AND r.status = 'approved' AND r.finished_at IS NOT NULL
    AND NOT ${isGivenUp('r')} AND NOT EXISTS (SELECT 1 FROM lease x WHERE x.request_id = r.id) LIMIT 1`;

/** A renewal of the lease `$2` is being sent: its submit is neither done nor refused. */
export const BEING_SENT = `
  SELECT 1 FROM (SELECT r.id, r.company_id, r.status, c.body->'form' AS form
      FROM command c JOIN request r ON r.id = c.request_id JOIN definition d ON d.id = r.definition_id
      WHERE c.company_id = $1 AND c.type = 'submit' AND c.status IN ('open', 'undelivered') AND c.n IS NULL AND r.n = 0 AND d.key = '${RENEWAL}') r
    JOIN lease l ON l.company_id = r.company_id AND l.id = $2 AND ${isRenewalOf('l', RENEWS)} LIMIT 1`;

/** One of them: that of the term `$5`, whichever of its terms that is. */
export const ONE_LEASE = `${STANDING}, page AS (${ROWS} WHERE number = (SELECT l.number FROM lease l WHERE l.company_id = $1 AND l.id = $5)) SELECT page.*, ${WAITING} FROM page`;

const counted = Object.entries(VIEWS).map(([name, where]) => `(count(*) FILTER (WHERE ${where}))::int AS "${name}"`);
export const LEASE_COUNTS = `${STANDING} SELECT ${counted.join(', ')}, coalesce(sum(rent) FILTER (WHERE ${VIEWS.all}), 0)::text AS rent FROM lease_now`;

/** All terms of the register. */
export const KNOWN_LEASES = `
  SELECT number, unit_id AS unit, place, starts_on::text AS "startsOn", expires_on::text AS "expiresOn", rent, commission, deposit, taken_out_at IS NOT NULL AS out
  FROM lease WHERE company_id = $1`;
/** All terms of the contracts `$2` stand again. */
export const PUT_BACK = `
  UPDATE lease SET taken_out_at = NULL, taken_out_by = NULL, taken_out_why = NULL, updated_at = now() WHERE company_id = $1 AND number = ANY ($2) AND taken_out_at IS NOT NULL`;
