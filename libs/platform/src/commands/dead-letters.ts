import { DeadLetterRepository, clock, type CommandRow, type Undelivered } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { ProgramLog } from '../logging/program-log';
import { Metrics } from '../metrics/metrics';
import { beginningOf } from '@countersign/domain';

/** Sends, while Temporal answered, after which a command that its run does not take is for somebody to look at; and how long it has then waited. */
const MOST_ATTEMPTS = 30;
const LEAST_WAIT_MS = 10 * 60_000;

function hasTriedLongEnough({ attempt, createdAt }: CommandRow): boolean {
  return attempt >= MOST_ATTEMPTS && clock.ms() - createdAt.getTime() > LEAST_WAIT_MS;
}

/** Takes commands out of delivery that would be sent for ever, and rings for their owners. What they ask is kept. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly rows: DeadLetterRepository,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
  ) {}

  /** Looks at a command that its run has not taken, or not confirmed, although it was just sent again: `unfit` is why it cannot be sent at all. */
  async buryIfHopeless(row: CommandRow, unfit: unknown): Promise<void> {
    if (unfit !== undefined) await this.bury(row, 'unfit', unfit);
    else if (hasTriedLongEnough(row)) await this.bury(row, row.n === null ? 'stuck' : 'unconfirmed', `sent ${row.attempt + 1} times`);
  }

  async bury(row: Pick<CommandRow, 'id' | 'requestId' | 'n'>, cause: Undelivered['cause'], error: unknown): Promise<void> {
    const detail = beginningOf(error instanceof Error ? error.message : String(error), 300);
    if (!(await this.rows.bury(row, { cause, detail, since: clock.now().toISOString() }))) return;
    this.metrics.alarms.inc({ kind: 'command-undelivered' });
    this.log.lines.error({ command: row.id, request: row.requestId, cause, detail }, 'a command cannot be delivered');
  }
}
