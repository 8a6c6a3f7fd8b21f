import type { ActorFacts } from '../request/facts';
import type { Directory, Position } from './directory';
import { grantsOf } from './directory-index';
import { postsOf, unitsServed } from './posts';

function servedBy(posts: readonly Position[]): string[] {
  return [...new Set(posts.flatMap(unitsServed))];
}

/** What guards may know of a person: roles, unit, units served and grants, as the directory has them. Pure. `rights` are named rights. */
export function actorFacts(directory: Directory, personId: string, rights: readonly string[]): ActorFacts {
  const posts = postsOf(directory, personId);
  const roles = [...new Set(posts.map((post) => post.role))];
  return {
    id: personId,
    roles,
    unitId: posts[0]?.unitId ?? null,
    covers: servedBy(posts),
    coversAs: Object.fromEntries(roles.map((role) => [role, servedBy(posts.filter((post) => post.role === role))])),
    grants: grantsOf(directory, personId, roles),
    rights: [...rights],
  };
}
