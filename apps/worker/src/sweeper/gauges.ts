import { CommandRepository, OutboxRepository, TaskRepository } from '@countersign/database';
import { Metrics } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { Rounds } from '../host/rounds';

const EVERY_MS = 15_000;

/** Ages and lengths of queues, read from the tables now and then. */
@Injectable()
export class Gauges {
  constructor(
    private readonly commands: CommandRepository,
    private readonly outbox: OutboxRepository,
    private readonly tasks: TaskRepository,
    private readonly metrics: Metrics,
    rounds: Rounds,
  ) {
    rounds.add({ failed: 'queues could not be measured', round: () => this.measure(), rest: EVERY_MS });
  }

  private async measure(): Promise<boolean> {
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
    return false;
  }
}
