import { OutboxRepository, RestoreWatch, type OutboxRow } from '@countersign/database';
import type { EffectType } from '@countersign/domain';
import { Metrics, ProgramLog } from '@countersign/platform';
import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { restFor, RoundAfterRound } from '../host/round-after-round';
import { CALL_ATTEMPTS } from '../calls/calls.service';
import { Effects } from './effects';
import { NotYet } from './not-yet';
import { OutboxBell } from './outbox-bell';

const BATCH = 100;
/** Without the bell the outbox is looked at this often: rows whose time comes, rows of other workers that are gone. */
const LOOK_MS = 1_000;
/** Decisions are gathered this long, so that a busy house delivers in batches. */
const GATHER_MS = 500;
/** Of effects that may take long so many at once: all of them are done before their claim is over. */
const FEW = 8;
/** After so many attempts a row is a dead letter. A call that fails is given up by itself before that. */
const ATTEMPTS = 8;
/** What its request does not want yet is looked at this often. */
const HELD_SECONDS = 10;
const SLOW_ATTEMPTS = CALL_ATTEMPTS + ATTEMPTS;

/** Brings effects into the world: claims rows first, then sends. Woken by the bell, never relying on it. What may take long holds nothing else. */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: RoundAfterRound;
  private readonly slowRounds: RoundAfterRound;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly effects: Effects,
    private readonly bell: OutboxBell,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
    restore: RestoreWatch,
  ) {
    const failed = 'the outbox could not be read';
    this.rounds = new RoundAfterRound({ restore, log, failed, round: () => this.round(), rest: () => this.pause() });
    this.slowRounds = new RoundAfterRound({ restore, log, failed, round: () => this.slowRound(), rest: () => restFor(LOOK_MS) });
  }

  onApplicationBootstrap(): void {
    this.rounds.begin();
    this.slowRounds.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.rounds.end(() => this.bell.ring()), this.slowRounds.end()]);
  }

  /** One batch; true where it was full, so that there may be more. */
  private async round(): Promise<boolean> {
    const rows = await this.outbox.claim(BATCH, this.effects.types);
    const done: string[] = [];
    for (const type of new Set(rows.map(({ effect }) => effect.type))) {
      done.push(
        ...(await this.carriedOut(
          type,
          rows.filter(({ effect }) => effect.type === type),
        )),
      );
    }
    if (done.length > 0) await this.outbox.done(done);
    return rows.length === BATCH;
  }

  /** The same of what may take long, each for itself. */
  private async slowRound(): Promise<boolean> {
    const rows = await this.outbox.claim(FEW, this.effects.slow);
    const done = (await Promise.all(rows.map((row) => this.carriedOut(row.effect.type, [row])))).flat();
    if (done.length > 0) await this.outbox.done(done);
    return rows.length === FEW;
  }

  /** Ids of the rows whose effect is in the world now. Where a batch fails, each of its rows is tried alone: one bad row keeps no other. */
  private async carriedOut(type: EffectType, rows: OutboxRow[]): Promise<string[]> {
    try {
      await this.effects.carryOut(type, rows);
      return rows.map(({ id }) => id);
    } catch (error) {
      const [only, ...others] = rows;
      if (!only) return [];
      if (others.length === 0) return error instanceof NotYet ? this.heldBack(only) : this.failed(only, error);
      const alone: string[] = [];
      for (const row of rows) alone.push(...(await this.carriedOut(type, [row])));
      return alone;
    }
  }

  /** It is looked at again, however often: a request may be sent back for weeks. */
  private async heldBack({ id }: OutboxRow): Promise<[]> {
    await this.outbox.heldBack(id, HELD_SECONDS);
    return [];
  }

  private async failed(row: OutboxRow, error: unknown): Promise<[]> {
    const never = row.attempts >= (this.effects.slow.includes(row.effect.type) ? SLOW_ATTEMPTS : ATTEMPTS);
    this.log.lines[never ? 'error' : 'warn'](
      { err: error, request: row.requestId, key: row.key, attempt: row.attempts },
      'an effect was not delivered',
    );
    if (never) this.metrics.alarms.inc({ kind: 'dead-letter' });
    const again = never ? ('never' as const) : { afterSeconds: Math.min(2 ** row.attempts, 300) };
    await this.outbox.failed(row.id, error instanceof Error ? error.message : String(error), again);
    return [];
  }

  private async pause(): Promise<void> {
    await this.bell.wait(LOOK_MS);
    if (!this.rounds.leaving) await restFor(GATHER_MS);
  }
}
