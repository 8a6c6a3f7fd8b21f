import type { DirectoryImport } from '../import/directory-import.schema';

/** A post as a directory document tells it. */
export type KnownPost = DirectoryImport['positions'][number];
/** A person as a directory document tells them. */
export type KnownPerson = DirectoryImport['people'][number];
/** An authority as a directory document tells it. */
export type KnownGrant = DirectoryImport['grants'][number];

/** A post as it is sent: null takes away what may be absent. */
export type SentPost = Omit<KnownPost, 'title' | 'validFrom' | 'validTo' | 'substitute'> & {
  title?: KnownPost['title'];
  validFrom: string | null;
  validTo: string | null;
  substitute: KnownPost['substitute'] | null;
};

/** The rows that a change by hand sends to the import; everything else stays as it is. */
export interface SentRows {
  people: KnownPerson[];
  positions: SentPost[];
  grants: KnownGrant[];
}

/** The directory as far as a change by hand looks at it, and the company's day. */
export interface KnownRows {
  people: readonly KnownPerson[];
  positions: readonly KnownPost[];
  grants: readonly KnownGrant[];
  today: string;
}

/** The post as it stands, ready to be sent with changes. Pure. */
export function sentPost(post: KnownPost): SentPost {
  const { validFrom = null, validTo = null, substitute = null, ...rest } = post;
  return { ...rest, validFrom, validTo, substitute };
}

/** The same for somebody else, or nobody: which of their posts is the primary one is found anew. Pure. */
export function withHolder(post: KnownPost, person: string | null): SentPost {
  const { primary: _, ...rest } = sentPost(post);
  return { ...rest, person, validFrom: null, validTo: null };
}

/** Whether somebody active holds the post on a day. Pure. */
export function isHeld(post: KnownPost, { people }: Pick<KnownRows, 'people'>, day: string): boolean {
  if (post.person === null || (post.validFrom ?? '') > day || (post.validTo !== undefined && post.validTo <= day)) return false;
  return people.some(({ key, active }) => key === post.person && active);
}
