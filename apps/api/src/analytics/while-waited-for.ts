import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';

/** Asks the database for as long as somebody waits for the answer: whoever has left has their question cancelled, and what follows it is not asked. */
@Injectable()
export class WhileWaitedFor {
  constructor(private readonly database: DataSource) {}

  async read<Answer>(response: Response, ask: (manager: EntityManager) => Promise<Answer>): Promise<Answer> {
    const runner = this.database.createQueryRunner();
    const { processID } = (await runner.connect()) as { processID: number };
    let cancelled: Promise<unknown> | null = null;
    // Not after the answer: by then the connection works for somebody else.
    const cancel = (): void => {
      cancelled ??= this.database.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => undefined);
    };
    response.once('close', cancel);
    try {
      await runner.startTransaction('REPEATABLE READ');
      if (response.destroyed) cancel();
      const answer = await ask(runner.manager);
      await runner.commitTransaction();
      return answer;
    } finally {
      response.off('close', cancel);
      await cancelled;
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      await runner.release();
    }
  }
}
