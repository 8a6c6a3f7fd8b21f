import type { DataSource, EntityManager } from 'typeorm';

/** Carries the answer out of a transaction that is to leave nothing behind. */
class RolledBack extends Error {}

/** Does the work, writes included, and takes all of it back before anybody else sees it. */
export async function rolledBack<T>(database: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  const done: T[] = [];
  const trial = database.transaction(async (manager) => {
    done.push(await work(manager));
    throw new RolledBack();
  });
  await trial.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  const [result] = done;
  return result as T;
}
