import type { EntityManager } from 'typeorm';

/** Lets this transaction go on when no other does the same for the same person: what is counted and then added to is counted right. */
export async function oneAtATime(manager: EntityManager, what: string, personId: string): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${what}/${personId}`]);
}
