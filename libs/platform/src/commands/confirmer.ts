import { CommandRepository } from '@countersign/database';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { ProgramLog } from '../logging/program-log';

const FLUSH_MS = 500;

/** Writes “the workflow is known to have it” late and in batches, off the path of the answer. What gets lost here the sweeper finds again. */
@Injectable()
export class Confirmer implements BeforeApplicationShutdown {
  private waiting: string[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly commands: CommandRepository,
    private readonly log: ProgramLog,
  ) {}

  add(commandId: string): void {
    this.waiting.push(commandId);
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
  }

  async flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const ids = this.waiting;
    this.waiting = [];
    try {
      await this.commands.confirm(ids);
    } catch (error) {
      this.log.lines.warn({ err: error, count: ids.length }, 'confirmations were not written; the sweeper will ask again');
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
  }
}
