import type { ActorFacts } from '../engine/facts';
import type { Directory } from './directory';
import { postsOf, unitsServed } from './posts';

/** What guards may know of a person: roles, unit, units served and grants, as the directory has them. Pure. `rights` are named rights. */
export function actorFacts(directory: Directory, personId: string, rights: readonly string[]): ActorFacts {
  const posts = postsOf(directory, personId);
  const roles = [...new Set(posts.map((post) => post.role))];
  return {
    id: personId,
    roles,
    unitId: posts[0]?.unitId ?? null,
    covers: [...new Set(posts.flatMap(unitsServed))],
    grants: directory.grants.filter((grant) =>
      grant.personId === null ? grant.role !== null && roles.includes(grant.role) : grant.personId === personId,
    ),
    rights: [...rights],
  };
}
