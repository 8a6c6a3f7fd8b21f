import type { QueryClient } from '@tanstack/react-query';
import { keys } from './keys';

/** What has to be read again. */
export interface Stale {
  tasks?: boolean;
  notifications?: boolean;
  request?: string;
  /** Every request that is on the page: nobody knows of which something was missed. */
  requests?: boolean;
}

/** One decision is told by several hints and by its own answer: they are gathered this long, and read again once. */
const GATHER_MS = 150;
/** Messages are written half a second after what they tell of; the bell is read once for both. */
const BELL_MS = 900;

interface Gathered {
  tasks: boolean;
  requests: Set<string>;
  all: boolean;
}

/** Reads again what hints and answers make stale, once for all that come close together. */
export class Refresher {
  private gathered: Gathered = { tasks: false, requests: new Set(), all: false };
  private timer: ReturnType<typeof setTimeout> | null = null;
  private bell: ReturnType<typeof setTimeout> | null = null;
  /** Requests on which this page has just sent a command: what has become of them is read once its answer is here. */
  private readonly held = new Set<string>();
  /** Request → when a hint last said that lists change by it. */
  private readonly hinted = new Map<string, number>();

  constructor(private readonly client: Pick<QueryClient, 'invalidateQueries'>) {}

  soon({ tasks, notifications, request, requests }: Stale): void {
    this.gathered.tasks ||= tasks === true;
    this.gathered.all ||= requests === true;
    if (request) this.gathered.requests.add(request);
    if (request && tasks) this.hinted.set(request, Date.now());
    if (notifications) this.bell ??= setTimeout(() => this.ring(), BELL_MS);
    if (tasks || request || requests) this.timer ??= setTimeout(() => this.now(), GATHER_MS);
  }

  hold(requestId: string): void {
    this.held.add(requestId);
  }

  /**
   * After a command that left at `since`: its hint, which follows the commit, may have refreshed the lists already. Null: it was refused, and lists
   * that were read before it was known say that it is under way.
   */
  after(requestId: string, since: number | null): void {
    this.held.delete(requestId);
    if (since !== null && (this.hinted.get(requestId) ?? 0) >= since) this.soon({ request: requestId });
    else this.soon({ tasks: true, request: requestId });
  }

  private ring(): void {
    this.bell = null;
    void this.client.invalidateQueries({ queryKey: keys.notifications });
  }

  private now(): void {
    const { tasks, requests, all } = this.gathered;
    const waiting = new Set([...requests].filter((id) => this.held.has(id)));
    this.gathered = { tasks: false, requests: waiting, all: false };
    this.timer = null;
    if (tasks) void this.client.invalidateQueries({ queryKey: keys.tasks });
    if (tasks) void this.client.invalidateQueries({ queryKey: keys.drafts });
    if (all)
      void this.client.invalidateQueries({ queryKey: keys.everyRequest, predicate: ({ queryKey: [, id] }) => !this.held.has(String(id)) });
    else for (const id of requests) if (!waiting.has(id)) void this.client.invalidateQueries({ queryKey: keys.request(id) });
  }
}

const refreshers = new WeakMap<QueryClient, Refresher>();

/** The one refresher of a client. */
export function refresherOf(client: QueryClient): Refresher {
  const known = refreshers.get(client) ?? new Refresher(client);
  refreshers.set(client, known);
  return known;
}
