import { createHash } from 'node:crypto';
import { canonicalJson, type FileReference, type UsedToken } from '@countersign/domain';

/** How far a discussion has come: how many comments, and the link of the last of them. */
export interface DiscussionSeal {
  count: number;
  chain: string;
}

/** A comment, as its link covers it. `seq` counts from 1. */
export interface SealedComment {
  seq: number;
  id: string;
  personId: string;
  text: string;
  /** People who are spoken to; absent: nobody. */
  mentions?: readonly string[];
  /** What was attached; absent: nothing. */
  files?: readonly FileReference[];
  /** ISO. */
  at: string;
  token: UsedToken | null;
}

/** The discussion with one more comment. Pure. Each link covers the comment and everything before it; transitions seal how far it has come. */
export function sealComment(
  requestId: string,
  before: DiscussionSeal | null,
  { id, personId, text, mentions = [], files = [], at, token }: Omit<SealedComment, 'seq'>,
): DiscussionSeal {
  const { count, chain } = before ?? discussionStart(requestId);
  const spokenTo = mentions.length === 0 ? {} : { mentions: [...mentions] };
  const attached = files.length === 0 ? {} : { files: files as never };
  const said = canonicalJson({ seq: count + 1, id, personId, text, ...spokenTo, ...attached, at, token: token as never });
  return { count: count + 1, chain: sha256(chain + said) };
}

/** Before the first comment: bound to the request. */
const discussionStart = (requestId: string): DiscussionSeal => ({ count: 0, chain: sha256(`countersign/discussion/${requestId}`) });

/**
 * What of a discussion is not what was said, as far as its seals tell: those of the journal (`sealed`, by transition), and the request's own. Pure.
 * Comments are those that have a number, in order. Empty where everything is as it was sealed.
 */
export function discussionFaults(
  requestId: string,
  comments: readonly SealedComment[],
  seals: { sealed: readonly DiscussionSeal[]; stored: DiscussionSeal | null },
): string[] {
  let seal = discussionStart(requestId);
  const reached = new Map([[0, seal.chain]]);
  for (const comment of comments) {
    if (comment.seq === 0) return ['a comment of its discussion was never sealed'];
    if (comment.seq !== seal.count + 1) return [`comment ${seal.count + 1} of its discussion is missing`];
    seal = sealComment(requestId, seal, comment);
    reached.set(seal.count, seal.chain);
  }
  const asked = [...seals.sealed, ...(seals.stored ? [seals.stored] : [])];
  const broken = asked.find(({ count, chain }) => reached.get(count) !== chain);
  if (broken)
    return [
      reached.has(broken.count)
        ? `its discussion is not what was said in the first ${broken.count} comments`
        : `its discussion ends after ${seal.count} comments, but had ${broken.count}`,
    ];
  const stored = seals.stored?.count ?? 0;
  return stored === seal.count ? [] : [`its discussion has ${seal.count} comments, of which ${stored} were sealed`];
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
