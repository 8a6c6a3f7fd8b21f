import type { DirectoryImport } from './directory-import.schema';

type Post = DirectoryImport['positions'][number];
/** As much of a post as says whose primary one it is, and when. */
export type PrimaryPost = Pick<Post, 'key' | 'person' | 'primary' | 'validFrom' | 'validTo'>;

/**
 * Keys of the document's posts that are their person's primary ones: those marked so, else the first that is listed for a person who has no marked
 * one at that time, in the document or in `others`, the posts that stay as they are. Never a vacant post. Pure.
 */
export function primaryPosts(positions: readonly PrimaryPost[], others: readonly PrimaryPost[] = []): Set<string> {
  const primary = new Set<string>();
  const listed = byPerson(positions);
  const kept = byPerson(others.filter((post) => post.primary === true));
  for (const [person, own] of listed) {
    const marked = own.filter((post) => post.primary === true);
    for (const { key } of marked) primary.add(key);
    const first = own.find((post) => post.primary !== false);
    const taken = (post: PrimaryPost): boolean => (kept.get(person) ?? []).some((other) => overlap(other, post));
    if (marked.length === 0 && first && !taken(first)) primary.add(first.key);
  }
  return primary;
}

/** For each post that is marked as primary while another marked one of the same person is valid: the key of such another one. Pure, near-linear. */
export function doublePrimaries(posts: readonly PrimaryPost[]): Map<string, string> {
  const double = new Map<string, string>();
  for (const own of byPerson(posts.filter((post) => post.primary === true)).values()) {
    own.sort((a, b) => compare(a.validFrom ?? '', b.validFrom ?? ''));
    let longest: PrimaryPost | null = null;
    for (const post of own) {
      if (longest && overlap(longest, post)) {
        double.set(post.key, longest.key);
        if (!double.has(longest.key)) double.set(longest.key, post.key);
      }
      if (!longest || (longest.validTo !== undefined && (post.validTo === undefined || post.validTo > longest.validTo))) longest = post;
    }
  }
  return double;
}

function byPerson(posts: readonly PrimaryPost[]): Map<string, PrimaryPost[]> {
  const found = new Map<string, PrimaryPost[]>();
  for (const post of posts) {
    if (post.person === null) continue;
    const own = found.get(post.person);
    if (own) own.push(post);
    else found.set(post.person, [post]);
  }
  return found;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function overlap(left: PrimaryPost, right: PrimaryPost): boolean {
  const before = (end: string | undefined, start: string | undefined): boolean => end !== undefined && start !== undefined && end <= start;
  return !before(left.validTo, right.validFrom) && !before(right.validTo, left.validFrom);
}
