import { sqlStateOf } from './sql-state';

/** `transaction_timeout`, and a statement that was cancelled. */
const TIMEOUTS: ReadonlySet<string> = new Set(['25P04', '57014']);
/** Tries after which a request is taken to be too much by itself, while so many others were decided. */
const TRIES = 3;
const OTHERS = 3;
/** Requests that are remembered at once. */
const REMEMBERED = 1_000;

/** Whether a transaction took longer than it may. Pure. */
export function isTimeout(error: unknown): boolean {
  return TIMEOUTS.has(sqlStateOf(error) ?? '');
}

/**
 * Tells a request that is too much by itself from a database that is too slow for everybody: of the first others are decided in the meantime.
 * Nothing is held against a request while nobody gets on.
 */
export class SlowRequests {
  private readonly tries = new Map<string, { times: number; since: number }>();
  private decided = 0;

  succeeded(requestId: string): void {
    this.decided += 1;
    this.tries.delete(requestId);
  }

  /** Notes that a request took too long; true when it is that request alone, and no other try would help. */
  isTooMuch(requestId: string): boolean {
    const known = this.tries.get(requestId) ?? { times: 0, since: this.decided };
    if (this.tries.size >= REMEMBERED) this.tries.clear();
    this.tries.set(requestId, { ...known, times: known.times + 1 });
    return known.times + 1 >= TRIES && this.decided - known.since >= OTHERS;
  }
}
