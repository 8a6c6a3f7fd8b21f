import type { Grant } from '../request/grant';
import type { Directory, Position } from './directory';
import { grouped } from '../text/grouped';

/** The posts of a directory by what they are looked up by, each list in the directory's order. */
export interface PostIndex {
  byId: ReadonlyMap<string, Position>;
  byPerson: ReadonlyMap<string, readonly Position[]>;
  byRole: ReadonlyMap<string, readonly Position[]>;
  byUnit: ReadonlyMap<string, readonly Position[]>;
}

const posts = new WeakMap<readonly Position[], PostIndex>();
const grants = new WeakMap<readonly Grant[], GrantIndex>();
const persons = new WeakMap<Directory['people'], ReadonlyMap<string, string>>();

/** The posts of a directory, looked up instead of looked through: a step has many candidates, and a walk many steps. Pure (kept per directory). */
export function postIndex({ positions }: Pick<Directory, 'positions'>): PostIndex {
  const known = posts.get(positions);
  if (known) return known;
  const index = {
    byId: new Map(positions.map((post) => [post.id, post])),
    byPerson: grouped(positions, ({ personId }) => personId),
    byRole: grouped(positions, ({ role }) => role),
    byUnit: grouped(positions, ({ unitId }) => unitId),
  };
  posts.set(positions, index);
  return index;
}

/** Grants by who holds them, with their places in the directory's list. */
interface GrantIndex {
  byPerson: ReadonlyMap<string, readonly number[]>;
  byRole: ReadonlyMap<string, readonly number[]>;
}

/** Grants of a person, and of roles, in the directory's order. Pure (kept per directory). */
export function grantsOf({ grants: all }: Pick<Directory, 'grants'>, personId: string, roles: readonly string[]): Grant[] {
  const { byPerson, byRole } = grantIndex(all);
  const places = [...(byPerson.get(personId) ?? []), ...roles.flatMap((role) => byRole.get(role) ?? [])];
  return places.sort((left, right) => left - right).flatMap((place) => all[place] ?? []);
}

function grantIndex(all: readonly Grant[]): GrantIndex {
  const known = grants.get(all);
  if (known) return known;
  const places = all.map((_, place) => place);
  const index = {
    byPerson: grouped(places, (place) => all[place]?.personId ?? null),
    byRole: grouped(places, (place) => (all[place]?.personId === null ? (all[place]?.role ?? null) : null)),
  };
  grants.set(all, index);
  return index;
}

/** The id of the person with that key; undefined where the slice has none. Pure (kept per directory). */
export function personByKey({ people }: Pick<Directory, 'people'>, key: string): string | undefined {
  const known = persons.get(people) ?? new Map(Object.values(people).map((person) => [person.key, person.id]));
  persons.set(people, known);
  return known.get(key);
}
