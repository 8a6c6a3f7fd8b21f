import { headOf, type Effect, type EffectType } from '@countersign/domain';
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

/** A claim is given up after this long: the dispatcher that held it is dead. */
const CLAIM_SECONDS = 60;

const CLAIM = {
  name: 'outbox-claim',
  text: `UPDATE outbox SET state = 'claimed', attempts = attempts + 1, updated_at = clock_timestamp(),
      next_attempt_at = clock_timestamp() + make_interval(secs => ${CLAIM_SECONDS})
    WHERE id IN (SELECT id FROM outbox WHERE state IN ('waiting', 'claimed') AND next_attempt_at <= clock_timestamp()
      AND (not_before IS NULL OR not_before <= clock_timestamp()) AND effect->>'type' = ANY ($2) ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
    RETURNING id, company_id AS "companyId", request_id AS "requestId", n, key, effect, attempts,
      (SELECT t.actor_id FROM transition t WHERE t.request_id = outbox.request_id AND t.n = outbox.n) AS "actorId"`,
};
const DONE = {
  name: 'outbox-done',
  text: `UPDATE outbox SET state = 'done', last_error = NULL, updated_at = clock_timestamp() WHERE id = ANY ($1) AND state = 'claimed'`,
};

/** Effects on their way. Claiming is what decides between sending and undoing: an undo cancels waiting rows only. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes rows of these types that are due, before anything is sent. Rows of dead dispatchers count as due. */
  async claim(limit: number, types: readonly EffectType[]): Promise<OutboxRow[]> {
    const rows = await run<OutboxRow>(this.dataSource, CLAIM, [limit, types]);
    return rows.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
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
      [id, never ? 'dead' : 'claimed', headOf(error, 2_000), never ? 0 : again.afterSeconds],
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

  /** Puts what was given up back into the queue; says how many. */
  async replay(): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE outbox SET state = 'waiting', attempts = 0, next_attempt_at = clock_timestamp(), updated_at = clock_timestamp() WHERE state = 'dead'`,
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
