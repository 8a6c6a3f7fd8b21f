import type { JournalFinding } from '../entities/journal/journal-check.entity';
import { chainLink, chainStart, type Link } from './chain';

/** A transition as a check meets it, and what its request says of itself. */
export interface WalkedTransition extends Link {
  requestId: string;
  /** The number of the request, or its id where it has none. */
  request: string;
  previousChain: string;
  chain: string;
  /** As its row stands. */
  standsAt: { n: number; chain: string };
}

/** Goes along the transitions of many requests, each request's in their order, and tells what does not hold. Holds one transition at a time. */
export class JournalWalk {
  private last: WalkedTransition | null = null;

  /** The next transition: what is wrong with it, or with the request that ends before it. */
  take(row: WalkedTransition): JournalFinding[] {
    const before = this.last?.requestId === row.requestId ? this.last : null;
    const found = before ? [] : this.end();
    this.last = row;
    const { request, n } = row;
    const due = (before?.n ?? 0) + 1;
    if (n !== due) return [...found, { fault: 'missing', request, n: due }, ...changed(row)];
    const previous = before ? before.chain : chainStart(row.requestId);
    return [...found, ...(row.previousChain === previous ? changed(row) : [{ fault: 'changed', request, n } as const])];
  }

  /** There are no more. */
  end(): JournalFinding[] {
    const { last } = this;
    this.last = null;
    if (!last || (last.n === last.standsAt.n && last.chain === last.standsAt.chain)) return [];
    return [{ fault: 'cut', request: last.request, n: last.n }];
  }
}

function changed(row: WalkedTransition): JournalFinding[] {
  return row.chain === chainLink(row.previousChain, row) ? [] : [{ fault: 'changed', request: row.request, n: row.n }];
}
