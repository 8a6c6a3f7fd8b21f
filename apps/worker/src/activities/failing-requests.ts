import { isConnectionLoss } from '@countersign/database';
import { sqlStateOf } from './sql-state';

/** PostgreSQL's words for being away, going away, having no room for anybody, or being of another version than the program: 08, 53, 57P, 58, 42. */
const AWAY = /^(08|53|57P|58|42)/;
/** What the system says where a server does not answer, or its name cannot be looked up. */
const UNREACHED = /^(ETIMEDOUT|EAI_)/;

/** Tries after which a request is taken to be at fault itself: while so many others were decided, or while it is the only one that fails. */
const TRIES_AMONG_OTHERS = 3;
const OTHERS = 3;
const TRIES_ALONE = 4;
/** Requests that are remembered at once. */
const REMEMBERED = 1_000;

/** Whether the database is away, whatever was asked of it. Pure. */
export function isAway(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return isConnectionLoss(error) || AWAY.test(sqlStateOf(error) ?? '') || (typeof code === 'string' && UNREACHED.test(code));
}

/**
 * Tells a request that fails by itself (too slow, too large, wrong in a way that nobody foresaw) from a database that fails everybody. Nothing is held
 * against a request while several fail and nobody gets on.
 */
export class FailingRequests {
  private readonly tries = new Map<string, { times: number; since: number }>();
  private decided = 0;

  succeeded(requestId: string): void {
    this.decided += 1;
    this.tries.delete(requestId);
  }

  /** Notes that a request failed; true when it is that request alone, and no other try would help. */
  isItself(requestId: string): boolean {
    const known = this.tries.get(requestId) ?? { times: 0, since: this.decided };
    if (this.tries.size >= REMEMBERED) this.tries.clear();
    const times = known.times + 1;
    this.tries.set(requestId, { ...known, times });
    if (times >= TRIES_AMONG_OTHERS && this.decided - known.since >= OTHERS) return true;
    return times >= TRIES_ALONE && this.tries.size === 1;
  }
}
