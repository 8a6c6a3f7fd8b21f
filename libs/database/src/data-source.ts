import { DataSource, type DataSourceOptions } from 'typeorm';
import { DatabaseClient } from './database-client';
import { ENTITIES } from './entities';
import { installFunctions } from './functions';
import { MIGRATIONS } from './migrations';
import { SnakeNamingStrategy } from './naming.strategy';
import { refuseForeignHistory } from './schema-history';

/** Of a pool: how many connections, who asks, after how long PostgreSQL gives a statement up, and how long somebody waits for a connection; none = never, for ever. */
export interface PoolOptions {
  poolSize?: number;
  applicationName?: string;
  statementTimeoutMs?: number;
  waitMs?: number;
}

/** How this house talks to PostgreSQL. The schema comes from migrations only. */
export function databaseOptions(url: string, options: PoolOptions = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    logging: false,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'countersign',
    // A connection knows its prepared statements: it stays.
    extra: {
      idleTimeoutMillis: 0,
      Client: DatabaseClient,
      ...(options.waitMs === undefined ? {} : { connectionTimeoutMillis: options.waitMs }),
      ...(options.statementTimeoutMs === undefined ? {} : { statement_timeout: options.statementTimeoutMs }),
    },
  };
}

/** An open connection pool with all entities. */
export async function openDatabase(url: string, options: PoolOptions = {}): Promise<DataSource> {
  return new DataSource(databaseOptions(url, options)).initialize();
}

/** Brings the schema to the newest migration and the functions to today's bodies; says which migrations ran. Two at once wait for each other. */
export async function runMigrations(url: string): Promise<string[]> {
  const dataSource = await openDatabase(url, { poolSize: 2, applicationName: 'countersign-migrate' });
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseForeignHistory(dataSource);
    const ran = await dataSource.runMigrations();
    await installFunctions(runner);
    return ran.map((migration) => migration.name);
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await runner.release();
    await dataSource.destroy();
  }
}

const MIGRATION_LOCK = 7_236_148;
