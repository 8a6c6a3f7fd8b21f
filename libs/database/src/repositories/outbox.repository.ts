import { beginningOf, type Definition, type Effect, type EffectType } from '@countersign/domain';
import type { OutboxState } from '../entities/delivery/outbox.entity';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { run } from '../statements';

export interface OutboxRow {
  id: string;
  companyId: string;
  requestId: string;
  /** Transition that asked for it. */
  n: number;
  /** Who made that transition; null where nobody did. */
  actorId: string | null;
  key: string;
  effect: Effect;
  attempts: number;
}

/** An effect that was given up, with what people call its request. */
export interface DeadEffect {
  id: string;
  requestId: string;
  number: string | null;
  definition: Definition;
  effect: Effect;
  attempts: number;
  lastError: string | null;
  told: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** How many calls of other systems may be taken up, and how many of each are under way already. */
export interface CallClaim {
  free: number;
  each: number;
  /** By name of the system. */
  busy: Record<string, number>;
  /** So many that were tried before. */
  again: number;
}

/** A claim is given up after this long: the dispatcher that held it is dead. */
const CLAIM_SECONDS = 60;

const DUE = `state IN ('waiting', 'claimed') AND next_attempt_at <= clock_timestamp() AND (not_before IS NULL OR not_before <= clock_timestamp())`;
const claiming = (ids: string): string => `UPDATE outbox SET state = 'claimed', attempts = attempts + 1, updated_at = clock_timestamp(),
      next_attempt_at = clock_timestamp() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id IN (${ids})
    RETURNING id, company_id AS "companyId", request_id AS "requestId", n, key, effect, attempts,
      (SELECT t.actor_id FROM transition t WHERE t.request_id = outbox.request_id AND t.n = outbox.n) AS "actorId"`;
const CLAIM = {
  name: 'outbox-claim',
  text: claiming(`SELECT id FROM outbox WHERE ${DUE} AND effect->>'type' = ANY ($2) ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`),
};
/**
 * `$2`: so many of one system; `$3`: how many of each are under way; `$4`: so many that were tried before. Every system has its first place before any
 * has its second, and what was never tried goes before what failed.
 */
const CLAIM_FAIRLY = {
  name: 'outbox-claim-fairly',
  text: `WITH due AS (
      SELECT id, attempts > 0 AS again, coalesce(effect#>>'{sent,to}', '') AS target,
        row_number() OVER (PARTITION BY effect#>>'{sent,to}' ORDER BY attempts > 0, id) AS place
      FROM outbox WHERE ${DUE} AND effect->>'type' = 'call'),
    own AS (
      SELECT id, again, place, row_number() OVER (PARTITION BY again ORDER BY place, id) AS turn
      FROM due WHERE place <= $2 - coalesce(($3::jsonb->>target)::integer, 0)),
    fair AS (SELECT id FROM own WHERE NOT again OR turn <= $4 ORDER BY again, place, id LIMIT $1)
    ${claiming(`SELECT id FROM outbox WHERE id IN (SELECT id FROM fair) AND ${DUE} FOR UPDATE SKIP LOCKED`)}`,
};
const DONE = {
  name: 'outbox-done',
  // What its request knows to have been in vain meanwhile was sent, and is not done.
  text: `UPDATE outbox SET state = CASE WHEN told THEN 'dead' ELSE 'done' END, last_error = CASE WHEN told THEN last_error END, updated_at = clock_timestamp()
    WHERE id = ANY ($1) AND state = 'claimed'`,
};

const DEAD = `
  SELECT o.id, o.request_id AS "requestId", r.number, d.body AS definition, o.effect, o.attempts, o.last_error AS "lastError", o.told, o.created_at AS "createdAt",
    o.updated_at AS "updatedAt"
  FROM outbox o JOIN request r ON r.id = o.request_id JOIN definition d ON d.id = r.definition_id
  WHERE o.company_id = $1 AND o.state = 'dead' AND ($2::timestamptz IS NULL OR (o.updated_at, o.id) > ($2, $3::bigint)) ORDER BY o.updated_at, o.id LIMIT $4`;
const REVIVE = `
  WITH revived AS (
    UPDATE outbox SET state = 'waiting', attempts = 0, next_attempt_at = clock_timestamp(), updated_at = clock_timestamp()
      WHERE id = $1 AND company_id = $2 AND state = 'dead' AND NOT told RETURNING id, company_id, request_id, effect),
  noted AS (
    INSERT INTO operator_action (id, company_id, request_id, actor_id, kind, params)
      SELECT gen_random_uuid(), company_id, request_id, $3, 'effect-again', jsonb_build_object('effect', id::text, 'what', effect->>'type', 'reason', $4::text) FROM revived
      RETURNING id)
  SELECT count(*)::int AS revived FROM noted`;

/** Effects on their way. Claiming is what decides between sending and undoing: an undo cancels waiting rows only. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes rows of these types that are due, before anything is sent. Rows of dead dispatchers count as due. */
  async claim(limit: number, types: readonly EffectType[]): Promise<OutboxRow[]> {
    const rows = await run<OutboxRow>(this.dataSource, CLAIM, [limit, types]);
    return rows.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
  }

  /** The same of calls of other systems, so that none waits for another one: at most `free`, and of one system at most `each`, those under way among them. */
  async claimCalls({ free, each, busy, again }: CallClaim): Promise<OutboxRow[]> {
    return run<OutboxRow>(this.dataSource, CLAIM_FAIRLY, [free, each, JSON.stringify(busy), again]);
  }

  async done(ids: string[]): Promise<void> {
    await run(this.dataSource, DONE, [ids]);
  }

  /** Keeps a claimed row for a later attempt, or gives it up: a dead letter waits for somebody to replay it. */
  async failed(id: string, error: string, again: { afterSeconds: number } | 'never'): Promise<void> {
    const never = again === 'never';
    await this.dataSource.query(
      `UPDATE outbox SET state = $2, last_error = $3, next_attempt_at = clock_timestamp() + make_interval(secs => $4), updated_at = clock_timestamp()
       WHERE id = $1 AND state = 'claimed'`,
      [id, never ? 'dead' : 'claimed', beginningOf(error, 2_000), never ? 0 : again.afterSeconds],
    );
  }

  /** Gives a claimed row up of which its request knows: it is begun again by an operation of that request, and closed by whatever settles it there. */
  async givenUp(id: string, error: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE outbox o SET told = true, last_error = $2, updated_at = clock_timestamp(),
         state = CASE WHEN r.state#>>ARRAY['context', 'steps', o.effect->>'step', 'call', 'id'] = o.effect->>'call' THEN 'dead' ELSE 'cancelled' END
       FROM request r WHERE r.id = o.request_id AND o.id = $1 AND o.state = 'claimed'`,
      [id, beginningOf(error, 2_000)],
    );
  }

  /** Keeps a claimed row for later as if it had not been claimed: nothing was attempted. */
  async heldBack(id: string, seconds: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE outbox SET attempts = attempts - 1, next_attempt_at = clock_timestamp() + make_interval(secs => $2), updated_at = clock_timestamp()
       WHERE id = $1 AND state = 'claimed'`,
      [id, seconds],
    );
  }

  /** What was given up, oldest first, behind the place `after`. */
  dead(companyId: string, after: readonly (string | null)[], most: number): Promise<DeadEffect[]> {
    return this.dataSource.query<DeadEffect[]>(DEAD, [companyId, ...after, most]);
  }

  /** How one stands; null where there is none of that id. */
  async standing(companyId: string, id: string): Promise<{ state: OutboxState; told: boolean } | null> {
    const text = 'SELECT state, told FROM outbox WHERE id = $1 AND company_id = $2';
    const [row] = await this.dataSource.query<{ state: OutboxState; told: boolean }[]>(text, [id, companyId]);
    return row ?? null;
  }

  /** Puts one that was given up back into the queue, and keeps by whom and why. False: it is not given up any more, or its request knows of it. */
  async revive({ id, companyId, by, reason }: { id: string; companyId: string; by: string; reason: string }): Promise<boolean> {
    const [row] = await this.dataSource.query<{ revived: number }[]>(REVIVE, [id, companyId, by, reason]);
    return (row?.revived ?? 0) > 0;
  }

  /** Puts what was given up back into the queue; says how many. A call whose request knows of it is sent again by an operation of that request. */
  async replay(): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE outbox SET state = 'waiting', attempts = 0, next_attempt_at = clock_timestamp(), updated_at = clock_timestamp() WHERE state = 'dead' AND NOT told`,
    );
    return count;
  }

  /** How many rows are where, and how long the oldest due one has waited. */
  async lag(): Promise<{ state: string; count: number; oldestSeconds: number }[]> {
    return this.dataSource.query(
      `SELECT state, count(*)::int AS count, coalesce(extract(epoch FROM clock_timestamp() - min(next_attempt_at)), 0)::float8 AS "oldestSeconds"
       FROM outbox WHERE state IN ('waiting', 'claimed', 'dead') GROUP BY state`,
    );
  }
}
