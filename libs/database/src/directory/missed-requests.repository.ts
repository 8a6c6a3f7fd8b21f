import { beginningOf, type DirectoryCause } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { tellOperators } from '../repositories/tell-operators';

/** A request whose run did not answer when it was told of a change; tried once more. */
export interface MissedRequest {
  requestId: string;
  definitionId: string;
  cause: DirectoryCause;
  tries: number;
  /** Until when this worker has it. */
  lease: string;
}

/** The next try comes after so many seconds, then after twice as many, and so on up to the second. */
const [SOON_SECONDS, RARELY_SECONDS] = [15, 3_600];
/** Whoever is trying one again has it for so long. */
const LEASE_SECONDS = 60;
/** After so many tries (some eight minutes) its owners are told; it is tried on. */
const TRIES = 6;

const again = (tries: string): string =>
  `clock_timestamp() + make_interval(secs => least(${SOON_SECONDS} * 2 ^ least(${tries}, 20), ${RARELY_SECONDS}))`;

/** DANGER: the request first, as a decision that puts it on the list has it, or two may wait for each other. */
const MISS = `
  INSERT INTO directory_missed AS m (request_id, company_id, cause, error, next_at)
    SELECT id, company_id, $2, $3, ${again('0')} FROM request WHERE id = $1 FOR KEY SHARE
    ON CONFLICT (request_id) DO UPDATE SET cause = excluded.cause, error = excluded.error, tries = m.tries + 1, next_at = ${again('m.tries')}`;

/** Whoever has been told meanwhile to try sooner keeps that time. */
const MISS_AGAIN = `
  UPDATE directory_missed SET error = $2, tries = tries + 1, next_at = CASE WHEN next_at = $3 THEN ${again('tries')} ELSE next_at END
    WHERE request_id = $1`;

/** Its next try comes soon, and a try that is under way is no longer the last one. */
const RENEW = `UPDATE directory_missed SET cause = $2, next_at = ${again('0')} WHERE request_id = $1`;

/** As on its first day: tried at once, and soon again. Its owners are not told a second time. */
const ANEW = `UPDATE directory_missed SET tries = 0, next_at = clock_timestamp() WHERE request_id = $1`;

const TELL = `
  WITH overdue AS (
    UPDATE directory_missed SET told_at = clock_timestamp() WHERE request_id = $1 AND tries >= ${TRIES} AND told_at IS NULL RETURNING request_id, company_id),
  ${tellOperators({ of: 'overdue', notice: 'request-stuck', params: `'{}'::jsonb` })}
  SELECT count(*)::int AS told FROM overdue, told`;

const DUE = `
  WITH due AS (
    UPDATE directory_missed SET next_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
      WHERE request_id IN (SELECT request_id FROM directory_missed WHERE next_at <= clock_timestamp() ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED)
      RETURNING request_id, cause, tries, iso_time(next_at) AS lease)
  SELECT r.id AS "requestId", r.definition_id AS "definitionId", due.cause, due.tries, due.lease FROM due JOIN request r ON r.id = due.request_id`;

const FOLLOWED = `
  WITH gone AS (DELETE FROM directory_missed WHERE request_id = $1 AND next_at = $2 RETURNING request_id, told_at),
  touched AS (
    UPDATE notification n SET superseded_at = now() FROM gone WHERE gone.told_at IS NOT NULL AND n.request_id = gone.request_id
      AND n.notice = 'request-stuck' AND n.superseded_at IS NULL RETURNING n.person_id)
  SELECT pg_notify('countersign_changes', jsonb_build_object('request', NULL, 'people', jsonb_agg(person_id))::text) FROM touched HAVING count(*) > 0`;

/** Requests that could not be told yet that their directory has changed: kept by id, so that they keep no other waiting. */
@Injectable()
export class MissedRequestsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Puts a request on the list. */
  async miss(requestId: string, cause: DirectoryCause, error: unknown): Promise<void> {
    await this.dataSource.query(MISS, [requestId, JSON.stringify(cause), beginningOf(messageOf(error), 500)]);
  }

  /** What is on the list already hears of the newest change, with its next try. */
  async renew(requestId: string, cause: DirectoryCause): Promise<void> {
    await this.dataSource.query(RENEW, [requestId, JSON.stringify(cause)]);
  }

  /** Its run has been begun anew: it hears of the change now, and not only when its next try would have come. */
  async anew(requestId: string): Promise<void> {
    await this.dataSource.query(ANEW, [requestId]);
  }

  /** Takes up those whose time has come. */
  async due(limit: number): Promise<MissedRequest[]> {
    return this.dataSource.query<MissedRequest[]>(DUE, [limit]);
  }

  /** Another try has failed; the next comes later than the one before. True: its owners have been told, just now. */
  async missAgain({ requestId, lease }: MissedRequest, error: unknown): Promise<boolean> {
    await this.dataSource.query(MISS_AGAIN, [requestId, beginningOf(messageOf(error), 500), lease]);
    const [row] = await this.dataSource.query<{ told: number }[]>(TELL, [requestId]);
    return (row?.told ?? 0) > 0;
  }

  /** It has answered: off the list unless the directory has changed meanwhile, and what its owners were told is no longer so. */
  async followed({ requestId, lease }: MissedRequest): Promise<void> {
    await this.dataSource.query(FOLLOWED, [requestId, lease]);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
