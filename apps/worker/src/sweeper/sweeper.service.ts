import { CommandRepository, OutboxRepository, TaskRepository, type CommandRow } from '@countersign/database';
import { CommandSender, Metrics, ProgramLog } from '@countersign/platform';
import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';

const PAGE = 500;
const ROUND_MS = 2_000;
const MEASURE_MS = 15_000;
/** Longer than a first send takes to become unknown. */
const OLDER_THAN_MS = 10_000;
/** Sends at the same time; a request's own rows follow one another. */
const AT_ONCE = 8;

/** Sends rows again that stayed open, or done without being confirmed: the api that owned them is gone, or Temporal was. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private leaving = false;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private measuredAt = 0;

  constructor(
    private readonly commands: CommandRepository,
    private readonly sender: CommandSender,
    private readonly outbox: OutboxRepository,
    private readonly tasks: TaskRepository,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
  ) {}

  onApplicationBootstrap(): void {
    this.again();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.leaving = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** One round: rows that are older than this; says how many it found. */
  async sweep(olderThanMs: number = OLDER_THAN_MS): Promise<number> {
    const rows = await this.commands.unsettled(olderThanMs, PAGE);
    const byRequest = new Map<string, CommandRow[]>();
    for (const row of rows) byRequest.set(row.requestId, [...(byRequest.get(row.requestId) ?? []), row]);
    const lines = [...byRequest.values()];
    const next = async (): Promise<void> => {
      for (let line = lines.shift(); line && !this.leaving; line = lines.shift()) await this.inOrder(line);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    return rows.length;
  }

  private async inOrder(rows: CommandRow[]): Promise<void> {
    for (const row of rows) {
      const answer = await this.sender.resend(row);
      this.log.lines.info({ command: row.id, request: row.requestId, answer: answer.kind }, 'a command was sent again');
    }
  }

  private again(): void {
    if (this.leaving) return;
    this.timer = setTimeout(() => {
      this.running = this.round().finally(() => this.again());
    }, ROUND_MS);
  }

  private async round(): Promise<void> {
    try {
      await this.sweep();
      if (Date.now() - this.measuredAt >= MEASURE_MS) await this.measure();
    } catch (error) {
      this.log.lines.warn({ err: error }, 'the sweeper could not finish its round');
    }
  }

  private async measure(): Promise<void> {
    this.measuredAt = Date.now();
    const { commandsUnderWay, commandAge, outboxRows, outboxLag, openTasks, taskAge } = this.metrics;
    for (const gauge of [commandsUnderWay, commandAge, outboxRows, outboxLag]) gauge.reset();
    for (const { status, count, oldestSeconds } of await this.commands.ages()) {
      commandsUnderWay.set({ status }, count);
      commandAge.set({ status }, oldestSeconds);
    }
    for (const { state, count, oldestSeconds } of await this.outbox.lag()) {
      outboxRows.set({ state }, count);
      outboxLag.set({ state }, Math.max(oldestSeconds, 0));
    }
    const { count, oldestSeconds } = await this.tasks.open();
    openTasks.set(count);
    taskAge.set(oldestSeconds);
  }
}
