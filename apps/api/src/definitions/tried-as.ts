import { PersonEntity } from '@countersign/database';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';

/** Whether somebody imports or publishes definitions, and so may see those that nobody can start. */
export function managesDefinitions({ rights }: Pick<Actor, 'rights'>): boolean {
  return rights.some((right) => right === 'definitions.import' || right === 'definitions.publish');
}

/** As whom a version is tried out: the caller, or whoever of the company they name, for those who import or publish it. */
export async function triedAs(manager: EntityManager, actor: Actor, personId: string | undefined): Promise<string> {
  if (personId === undefined) return actor.personId;
  const { companyId } = actor;
  const known = managesDefinitions(actor)
    ? await manager.findOne(PersonEntity, { select: { id: true }, where: { id: personId, companyId } })
    : null;
  if (!known) throw new Problem('not-found', { what: 'person' });
  return known.id;
}
