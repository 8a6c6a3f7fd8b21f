import { OutboxRepository, type OutboxRow } from '@countersign/database';
import type { EffectType } from '@countersign/domain';
import { Metrics, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { CALL_ATTEMPTS } from '../calls/calls.service';
import { Rounds } from '../host/rounds';
import { CallSlots } from './call-slots';
import { Effects } from './effects';
import { GivenUp } from './given-up';
import { NotYet } from './not-yet';
import { OutboxBell } from './outbox-bell';

const BATCH = 100;
/** Without the bell the outbox is looked at this often: rows whose time comes, rows of other workers that are gone. */
const LOOK_MS = 1_000;
/** Decisions are gathered this long, so that a busy house delivers in batches. */
const GATHER_MS = 500;
/** After so many attempts a row is a dead letter. A call that fails is given up by itself before that. */
const ATTEMPTS = 8;
/** What its request does not want yet is looked at this often. */
const HELD_SECONDS = 10;
const CALLS_ATTEMPTS = CALL_ATTEMPTS + ATTEMPTS;

/**
 * Brings effects into the world: claims rows first, then sends. Woken by the bell, never relying on it. Calls of other systems may take long and have
 * places of their own: they hold nothing else, and a system that is slow holds no other one.
 */
@Injectable()
export class Dispatcher {
  private readonly slots = new CallSlots();

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly effects: Effects,
    private readonly bell: OutboxBell,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
    private readonly rounds: Rounds,
  ) {
    const failed = 'the outbox could not be read';
    rounds.add({ failed, round: () => this.round(), rest: () => this.pause(), wake: () => bell.ring() });
    const { slots } = this;
    const rest = { rest: () => slots.rest(LOOK_MS), wake: () => slots.wake(), over: () => slots.settled() };
    rounds.add({ failed, round: () => this.callRound(), ...rest });
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

  /** Fills the places that are free; true where some were filled. */
  private async callRound(): Promise<boolean> {
    const wanted = this.slots.wanted();
    const rows = wanted === null ? [] : await this.outbox.claimCalls(wanted);
    for (const row of rows) this.slots.take(row, () => this.called(row));
    return rows.length > 0;
  }

  private async called(row: OutboxRow): Promise<void> {
    try {
      const done = await this.carriedOut(row.effect.type, [row]);
      if (done.length > 0) await this.outbox.done(done);
    } catch (error) {
      // Its claim runs out, and it is taken up again.
      this.log.lines.warn({ err: error, request: row.requestId, key: row.key }, 'what became of a call could not be kept');
    }
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
    const known = error instanceof GivenUp;
    const never = known || row.attempts >= (row.effect.type === 'call' ? CALLS_ATTEMPTS : ATTEMPTS);
    this.log.lines[never ? 'error' : 'warn'](
      { err: error, request: row.requestId, key: row.key, attempt: row.attempts },
      'an effect was not delivered',
    );
    if (never) this.metrics.alarms.inc({ kind: 'dead-letter' });
    const why = error instanceof Error ? error.message : String(error);
    if (known) await this.outbox.givenUp(row.id, why);
    else await this.outbox.failed(row.id, why, never ? 'never' : { afterSeconds: Math.min(2 ** row.attempts, 300) });
    return [];
  }

  private async pause(): Promise<void> {
    await this.bell.wait(LOOK_MS);
    await this.rounds.rest(GATHER_MS);
  }
}
