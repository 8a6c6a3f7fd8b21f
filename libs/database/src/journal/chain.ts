import { createHash } from 'node:crypto';
import { canonicalJson } from '@countersign/domain';
import type { Derived } from '../entities/requests/transition.entity';
import type { RecordWrite } from '../repositories/record-write';

/** What a link of the chain covers: everything that the journal keeps of a transition, its comment and its own fields included. */
export type Link = Pick<RecordWrite['transition'], 'n' | 'command' | 'facts' | 'events' | 'comment' | 'fields' | 'hash'> & {
  derived: Derived | null;
};

/** The chain before the first transition: bound to the request, so that no journal can be passed off as another's. */
export function chainStart(requestId: string): string {
  return sha256(`countersign/journal/${requestId}`);
}

/** SHA-256 of the chain before it and the canonical transition. Any change of a stored row breaks every link after it. */
export function chainLink(previous: string, link: Link): string {
  return sha256(sealedText(previous, link));
}

/** What a link of the chain is the hash of. Pure. */
export function sealedText(previous: string, { n, command, facts, events, comment, fields, derived, hash }: Link): string {
  // Journals from before `derived` was kept have links without it.
  const kept = derived === null ? {} : { derived };
  return previous + canonicalJson({ n, command, facts, events, comment, fields, hash, ...kept });
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
