import { RIGHTS, type RightName } from '@countersign/domain';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';

/** Rights with which somebody could give themselves every other right. */
export const ADMINISTERING: readonly RightName[] = ['directory.import', 'tokens.issue-others', 'accounts.reset'];

const BEYOND = `
  SELECT right_name AS "right" FROM person_right WHERE person_id = $1 AND company_id = $2 AND right_name = ANY ($3) AND NOT right_name = ANY ($4)
  ORDER BY right_name LIMIT 1`;

/** Tells a person that somebody else can get in as them, once for each way that was opened. */
const TELL = `
  WITH told AS (INSERT INTO notification (id, company_id, person_id, notice, params) VALUES ($1, $2, $3, $4, $5))
  SELECT pg_notify('countersign_changes', jsonb_build_object('request', NULL, 'people', jsonb_build_array($3::uuid))::text)`;

/** Whoever opens a way into somebody else's account gains none of these rights by it. */
export async function demandNoMoreRights(
  manager: EntityManager,
  { companyId, rights }: Actor,
  personId: string,
  looked: readonly RightName[] = RIGHTS,
): Promise<void> {
  const [beyond] = await manager.query<{ right: RightName }[]>(BEYOND, [personId, companyId, looked, rights]);
  if (beyond) throw new Problem('rights-beyond-own', { right: beyond.right });
}

export interface OpenedWay {
  companyId: string;
  personId: string;
  notice: 'token-issued' | 'link-issued';
  params: Record<string, string>;
}

export async function tellOwner(manager: EntityManager, { companyId, personId, notice, params }: OpenedWay): Promise<void> {
  await manager.query(TELL, [uuidv7(), companyId, personId, notice, JSON.stringify(params)]);
}
