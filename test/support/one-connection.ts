import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

type Work = (manager: EntityManager) => Promise<unknown>;
type Connect = (...args: unknown[]) => unknown;

/**
 * Keeps a law while tests run: who holds a connection in a transaction asks for no second one. As many at once as the pool has connections would
 * wait for each other, and nobody could sign in meanwhile.
 */
export function demandOneConnection(database: DataSource): void {
  const inside = new AsyncLocalStorage<true>();
  const { manager } = database;
  const transaction = manager.transaction.bind(manager) as (...args: unknown[]) => Promise<unknown>;
  const wrapped =
    (work: Work): Work =>
    (own) =>
      inside.run(true, () => work(own));
  const within = (...args: unknown[]): Promise<unknown> =>
    transaction(...args.map((arg) => (typeof arg === 'function' ? wrapped(arg as Work) : arg)));
  Object.assign(manager, { transaction: within });
  const pool = (database.driver as unknown as { master: Pool }).master;
  const connect = pool.connect.bind(pool) as Connect;
  const free: Connect = (...args) => {
    if (inside.getStore()) throw new Error('Expected a transaction to ask by its own connection, but it asks for another');
    return connect(...args);
  };
  Object.assign(pool, { connect: free });
}
