import type { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { oneAtATime } from '../../http/one-at-a-time';
import { Problem } from '../../http/problem/problem';

/** A person keeps so many filters of one desk. */
const MOST_KEPT = 30;

/** Keeps a filter of a person's own, unless they have as many as one may have. Throws `too-many-filters`. */
export async function keepFilter(
  database: DataSource,
  { personId, companyId }: Actor,
  { id, name, filters }: { id: string; name: string; filters: object },
  desk: 'inbox' | 'track',
): Promise<void> {
  await database.transaction(async (manager) => {
    await oneAtATime(manager, 'filters', personId);
    const kept = await manager.query<unknown[]>(
      `INSERT INTO saved_filter (person_id, id, company_id, desk, name, filters) SELECT $1, $2, $3, $4, $5, $6
       WHERE (SELECT count(*) FROM saved_filter WHERE person_id = $1 AND desk = $4 AND NOT removed) < $7 RETURNING 1`,
      [personId, id, companyId, desk, name, filters, MOST_KEPT],
    );
    if (kept.length === 0) throw new Problem('too-many-filters', { most: MOST_KEPT });
  });
}
