import type { Position } from './directory';
import { serviceOf } from './posts';

/** A post of the role that starts something by itself, with who holds it. */
export interface StarterPost extends Pick<Position, 'unitId' | 'covers'> {
  person: string;
  /** Key of the person: of several equally near, the first. */
  name: string;
  /** They are away at that moment, with somebody standing in for them. */
  away: boolean;
}

/**
 * Whose request it is that starts by itself for a unit (`path`: root … own): of those who serve it, whoever is nearest; somebody who is there before
 * somebody who is away. Null: nobody. Pure.
 */
export function starterOf(posts: readonly StarterPost[], path: readonly string[]): string | null {
  const serving = posts.flatMap((post) => {
    const service = serviceOf(path, post);
    return service === null ? [] : [{ post, distance: service.distance }];
  });
  serving.sort(
    (left, right) =>
      Number(left.post.away) - Number(right.post.away) || left.distance - right.distance || (left.post.name < right.post.name ? -1 : 1),
  );
  return serving[0]?.post.person ?? null;
}
