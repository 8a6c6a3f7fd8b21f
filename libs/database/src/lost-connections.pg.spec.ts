import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../test/support/database';
import { openDatabase, runMigrations } from './data-source';
import { DatabaseClient } from './database-client';
import { DirectoryParts } from './directory/directory-parts';
import { RecordRepository } from './repositories/record.repository';

/** Another connection's end is seen by this process in its next turns. */
const seen = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

describe('a connection that PostgreSQL ends', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let killer: DatabaseClient;
  let records: RecordRepository;

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 3 });
    records = new RecordRepository(database.url, new DirectoryParts(), { poolSize: 2, transactionTimeoutMs: 5_000 });
    killer = new DatabaseClient({ connectionString: database.url });
    await killer.connect();
  });

  afterAll(async () => {
    await killer.end();
    await records.close();
    await dataSource.destroy();
    await database.drop();
  });

  const endAll = async (): Promise<number> => {
    const { rowCount } = await killer.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await seen();
    return rowCount ?? 0;
  };

  const nobody = { requestId: randomUUID(), n: 0, commandId: null, lookups: null };

  it('fails the transaction of a decision, and nothing else', async () => {
    const during = records.transact(nobody, (read) => {
      // Decisions are synchronous: the end of the connection is noticed while the second trip is under way, or before it.
      void endAll();
      return { store: null, result: read };
    });
    await during.catch(() => undefined);
    await seen();
    expect(await records.transact(nobody, () => ({ store: null, result: 'again' }))).toBe('again');
  });

  it('ends no process while a client is checked out and asks nothing', async () => {
    const runner = dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    expect(await endAll()).toBeGreaterThan(0);
    await expect(runner.query('SELECT 1')).rejects.toThrow();
    await runner.release().catch(() => undefined);
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('leaves a single client without a listener of its own quiet', async () => {
    const client = new DatabaseClient({ connectionString: database.url });
    await client.connect();
    await endAll();
    await expect(client.query('SELECT 1')).rejects.toThrow();
  });

  it('is replaced: the pools answer after each of many losses', async () => {
    for (let round = 0; round < 20; round++) {
      const asked = [
        ...Array.from({ length: 3 }, () => dataSource.query('SELECT pg_sleep(0.02)')),
        ...Array.from({ length: 2 }, () => records.transact(nobody, () => ({ store: null, result: 1 }))),
      ];
      const settled = Promise.allSettled(asked);
      await endAll();
      await settled;
    }
    expect(await dataSource.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await records.probe()).toBe(true);
  });
});
