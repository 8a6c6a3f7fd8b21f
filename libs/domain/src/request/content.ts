import type { Outline } from '../definition/structure/outline';
import { sha256Hex } from '../digest/sha256';
import { ownValue } from '../text/own-value';
import type { RequestContext } from './request-state';

type Content = Pick<RequestContext, 'formDigest' | 'written'>;

/** Digest of what was asked and of what these steps have written or signed. Pure. */
export function contentWith({ formDigest, written }: Content, writers: readonly string[]): string {
  return writers.reduce((digest, step) => {
    const own = ownValue(written, step);
    return own === undefined ? digest : sha256Hex(digest + own);
  }, formDigest);
}

/** Digest of what a step is shown: comes back with a decision, which is refused where it has changed since. Pure. */
export function contentFor({ shownFrom }: Pick<Outline, 'shownFrom'>, context: Content, step: string): string {
  return contentWith(context, ownValue(shownFrom, step) ?? []);
}

/** Digest of everything that a request holds. Pure. */
export function wholeContent({ order }: Pick<Outline, 'order'>, context: Content): string {
  return contentWith(context, order);
}
