import { heldToday } from '@countersign/database';
import type { Bilingual } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import type { BrokenRouteView } from './hand/hand-change.dto';

/** Processes in use that ask the role of a post where nobody else active serves its unit. */
const BROKEN = `
  SELECT o.id, o.title, u.name AS unit, d.key, d.body->'title' AS process
  FROM position o JOIN unit u ON u.id = o.unit_id JOIN company c ON c.id = o.company_id
    JOIN definition d ON d.company_id = o.company_id AND d.status = 'published'
      AND EXISTS (SELECT 1 FROM jsonb_path_query(d.body->'flow', 'lax $.**.role') asked WHERE asked #>> '{}' = o.role)
  WHERE o.company_id = $1 AND o.id = ANY ($2::uuid[]) AND NOT EXISTS (
    SELECT 1 FROM position x JOIN person h ON h.id = x.person_id AND h.active AND h.id IS DISTINCT FROM $3::uuid
    WHERE x.company_id = o.company_id AND x.id <> o.id AND x.role = o.role AND ${heldToday('x')}
      AND u.path && CASE WHEN x.covers = '{}' THEN ARRAY[x.unit_id] ELSE x.covers END)
  ORDER BY o.key, d.key`;

/** What breaks where posts are without a holder and nobody takes their place: post by post, the processes. `leaver`: who holds no post any more. */
export async function brokenRoutes(
  manager: EntityManager,
  companyId: string,
  { posts, leaver }: { posts: readonly string[]; leaver: string | null },
): Promise<BrokenRouteView[]> {
  const rows = await manager.query<{ id: string; title: Bilingual; unit: Bilingual; key: string; process: Bilingual }[]>(BROKEN, [
    companyId,
    [...posts],
    leaver,
  ]);
  const byPost = new Map<string, BrokenRouteView>();
  for (const { id, title, unit, process } of rows) {
    const known = byPost.get(id) ?? { post: id, title, unit, processes: [] };
    byPost.set(id, { ...known, processes: [...known.processes, process] });
  }
  return [...byPost.values()];
}
