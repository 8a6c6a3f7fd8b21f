import type { ActorFacts } from '../request/facts';
import type { RequestContext } from '../request/request-state';
import { openSeats } from '../request/standing';
import type { Directory, Position } from './directory';
import { grantsOf } from './directory-index';
import { postsOf, unitsServed } from './posts';

function servedBy(posts: readonly Position[]): string[] {
  return [...new Set(posts.flatMap(unitsServed))];
}

/** For whom somebody stands in on any step of a request that waits for them. Pure. */
export function actsFor({ steps }: Pick<RequestContext, 'steps'>, actor: string): string[] {
  const seats = Object.values(steps).flatMap((record) => openSeats(record).map(([, seat]) => seat));
  return [...new Set(seats.flatMap(({ person, actingFor }) => (person === actor && actingFor !== undefined ? [actingFor] : [])))];
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

/** Whether somebody holds one of some roles today. Pure. */
export function holdsRole(directory: Directory, personId: string, roles: readonly string[]): boolean {
  return postsOf(directory, personId).some(({ role }) => roles.includes(role));
}
