import type { Pool, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/** One statement on the way of every decision. PostgreSQL parses and plans it once per connection, by its name, which no other statement may have. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** How to ask the database: on a pool, or inside a transaction. */
export type RunStatement = <T extends object>(statement: Statement, values: readonly unknown[]) => Promise<T[]>;

/** Runs a prepared statement on any connection of the pool, outside of transactions. Errors of the database come through unchanged. */
export async function run<T extends object>(dataSource: DataSource, statement: Statement, values: readonly unknown[]): Promise<T[]> {
  const pool = (dataSource.driver as unknown as { master: Pool }).master;
  const { rows } = await pool.query<T & QueryResultRow>({ ...statement, values: [...values] });
  return rows;
}

/** Asks inside a transaction: whoever is in one has a connection, and takes no second one from the pool. */
export const askBy =
  (manager: Pick<EntityManager, 'query'>): RunStatement =>
  ({ text }, values) =>
    manager.query(text, [...values]);
