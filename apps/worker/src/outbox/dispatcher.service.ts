import { OUTBOX_CHANNEL } from '@countersign/contracts';
import { OutboxRepository, RestoreWatch, type OutboxRow } from '@countersign/database';
import type { EffectType } from '@countersign/domain';
import { Metrics, ProgramLog } from '@countersign/platform';
import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { WorkerSettings } from '../worker-settings';
import { Effects } from './effects';

const BATCH = 100;
/** Without a hint the outbox is looked at this often: rows whose time comes, rows of dead dispatchers, hints that got lost. */
const LOOK_MS = 1_000;
/** Hints are gathered this long, so that a busy house delivers in batches. */
const GATHER_MS = 100;
/** After so many attempts a row is a dead letter. */
const ATTEMPTS = 8;

/** Brings effects into the world: claims rows first, then sends. Woken by NOTIFY, never relying on it. */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private leaving = false;
  private wake: (() => void) | null = null;
  private hinted = false;
  private listener: Client | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly effects: Effects,
    private readonly settings: WorkerSettings,
    private readonly restore: RestoreWatch,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.leaving = true;
    this.hint();
    await this.running;
    await this.listener?.end().catch(() => undefined);
  }

  private async run(): Promise<void> {
    await this.restore.whenOpen(() => this.leaving);
    while (!this.leaving) {
      try {
        await this.listen();
        if ((await this.round()) === BATCH) continue;
      } catch (error) {
        this.log.lines.warn({ err: error }, 'the outbox could not be read');
      }
      await this.pause();
    }
  }

  /** One batch; says how many rows it had. */
  private async round(): Promise<number> {
    this.hinted = false;
    const rows = await this.outbox.claim(BATCH);
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
    return rows.length;
  }

  /** Ids of the rows whose effect is in the world now. Where a batch fails, each of its rows is tried alone: one bad row keeps no other. */
  private async carriedOut(type: EffectType, rows: OutboxRow[]): Promise<string[]> {
    try {
      await this.effects.carryOut(type, rows);
      return rows.map(({ id }) => id);
    } catch (error) {
      const [only, ...others] = rows;
      if (!only) return [];
      if (others.length === 0) return this.failed(only, error);
      const alone: string[] = [];
      for (const row of rows) alone.push(...(await this.carriedOut(type, [row])));
      return alone;
    }
  }

  private async failed(row: OutboxRow, error: unknown): Promise<[]> {
    const never = row.attempts >= ATTEMPTS;
    this.log.lines[never ? 'error' : 'warn'](
      { err: error, request: row.requestId, key: row.key, attempt: row.attempts },
      'an effect was not delivered',
    );
    if (never) this.metrics.alarms.inc({ kind: 'dead-letter' });
    const again = never ? ('never' as const) : { afterSeconds: Math.min(2 ** row.attempts, 300) };
    await this.outbox.failed(row.id, error instanceof Error ? error.message : String(error), again);
    return [];
  }

  private async listen(): Promise<void> {
    if (this.listener) return;
    const client = new Client({ connectionString: this.settings.env.DATABASE_URL, application_name: 'countersign-outbox' });
    client.on('notification', () => this.hint());
    client.on('error', () => (this.listener = null));
    client.on('end', () => (this.listener = null));
    await client.connect();
    await client.query(`LISTEN ${OUTBOX_CHANNEL}`);
    this.listener = client;
  }

  private hint(): void {
    this.hinted = true;
    this.wake?.();
  }

  private async pause(): Promise<void> {
    if (!this.hinted && !this.leaving) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_MS);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = null;
    if (!this.leaving) await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
  }
}
