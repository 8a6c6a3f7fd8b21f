import { ownValue } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RETENTION } from './retention-rules';

/** Rows of one statement: whoever waits for one of their locks does not wait for long. */
const BATCH = 500;
/** Of the worker that is at it: one at a time. */
const LOCK = 7_236_149;

/** How many rows of each kind were done away with. */
export type Forgotten = Record<string, number>;

/** Does away with what is not kept for ever. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One round through all rules, batch by batch; null where another worker is at it. `goOn` is asked before each batch. */
  async round(goOn: () => boolean): Promise<Forgotten | null> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const [lock] = (await runner.query('SELECT pg_try_advisory_lock($1) AS mine', [LOCK])) as { mine: boolean }[];
      if (lock?.mine !== true) return null;
      try {
        const forgotten: Forgotten = {};
        for (const { name, days, statement } of RETENTION) {
          for (let rows = BATCH; rows === BATCH && goOn();) {
            rows = countOf(await runner.query(statement, [days, BATCH]));
            if (rows > 0) forgotten[name] = (ownValue(forgotten, name) ?? 0) + rows;
          }
        }
        return forgotten;
      } finally {
        await runner.query('SELECT pg_advisory_unlock($1)', [LOCK]);
      }
    } finally {
      await runner.release();
    }
  }
}

/** TypeORM answers an UPDATE or DELETE with its rows and their number, a SELECT with its rows. */
function countOf(answer: unknown): number {
  const [rows, count] = answer as [unknown, unknown];
  return Array.isArray(rows) && typeof count === 'number' ? count : (answer as unknown[]).length;
}
