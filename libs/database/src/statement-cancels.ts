import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { DatabaseClient } from './database-client';

/** Nobody waits longer for it: a statement that is not given up ends by the time-out of its own connection. */
const WAIT_MS = 2_000;

/** Has statements of other connections given up, over a connection of its own: those of the pool may all be held by whoever waits for this. */
@Injectable()
export class StatementCancels implements OnModuleDestroy {
  private readonly pool: Pool;

  constructor({ options }: DataSource) {
    this.pool = new Pool({
      ...(options.type === 'postgres' && { connectionString: options.url }),
      Client: DatabaseClient,
      application_name: 'countersign-cancel',
      max: 1,
      connectionTimeoutMillis: WAIT_MS,
      statement_timeout: WAIT_MS,
    });
    // The pool replaces an idle client that loses its server, and says so here.
    this.pool.on('error', () => undefined);
  }

  /** `backend`: PostgreSQL's number of the connection. Never fails; where it was not reached, the statement goes on. */
  async cancel(backend: number): Promise<void> {
    await this.pool.query('SELECT pg_cancel_backend($1)', [backend]).catch(() => undefined);
  }

  onModuleDestroy(): Promise<void> {
    return this.pool.end();
  }
}
