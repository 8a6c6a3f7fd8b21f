import { StatementCancels } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../http/problem/problem';

/** Asks the database, by one connection. */
export type Queryable = Pick<EntityManager, 'query'>;

/** Asks the database for as long as somebody waits for the answer: whoever has left has their question cancelled, and what follows it is not asked. */
@Injectable()
export class WhileWaitedFor {
  constructor(
    private readonly database: DataSource,
    private readonly cancels: StatementCancels,
  ) {}

  read<Answer>(response: Response, ask: (asking: Queryable) => Promise<Answer>): Promise<Answer> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const { processID } = (await manager.queryRunner?.connect()) as { processID: number };
      let cancelled: Promise<void> | null = null;
      const cancel = (): void => void (cancelled ??= this.cancels.cancel(processID));
      response.once('close', cancel);
      try {
        return await ask(whileOpen(response, manager));
      } finally {
        // Not after the answer: by then the connection works for somebody else.
        response.off('close', cancel);
        await cancelled;
      }
    });
  }
}

function whileOpen(response: Response, manager: EntityManager): Queryable {
  return {
    query: (text, values) => (response.destroyed ? Promise.reject(new Problem('unavailable')) : manager.query(text, values)),
  };
}
