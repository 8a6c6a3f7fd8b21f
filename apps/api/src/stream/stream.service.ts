import type { StreamHint } from '@countersign/contracts';
import { ProgramLog } from '@countersign/platform';
import { Injectable, type MessageEvent, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  filter,
  finalize,
  from,
  interval,
  map,
  merge,
  mergeMap,
  Subject,
  switchMap,
  takeUntil,
  timer,
  type Observable,
  type Subscription,
} from 'rxjs';
import type { Actor } from '../auth/actor';
import { SessionsService } from '../auth/sessions.service';
import { Problem } from '../http/problem/problem';
import { ChangeListener, type NamedChange } from './change-listener';

const HEARTBEAT_MS = 20_000;
/** After a gap every page reads anew, and so do all processes: they ask who is still let in a little apart. */
const AFTER_GAP_MS = 5_000;
/** Pages that one person may have open at once. */
export const MOST_STREAMS = 24;

interface Page {
  actor: Actor;
  ended: Subject<void>;
}

/** Hints for one signed-in browser: only what concerns the person, never any content, and only for as long as they are let in. */
@Injectable()
export class StreamService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly open = new Map<string, Set<Page>>();
  private readonly watched: Subscription[] = [];

  constructor(
    private readonly listener: ChangeListener,
    private readonly sessions: SessionsService,
    private readonly log: ProgramLog,
  ) {}

  /** Looked at again when something of a person's access has ended, after a gap, and now and then for what ends by itself: all pages in one question. */
  onApplicationBootstrap(): void {
    const soon = this.listener.gaps.pipe(switchMap(() => timer(Math.random() * AFTER_GAP_MS)));
    this.watched.push(
      this.listener.accessEnded.subscribe((personId) => void this.look([...(this.open.get(personId) ?? [])])),
      merge(soon, interval(HEARTBEAT_MS)).subscribe(() => void this.look(this.pages())),
    );
  }

  onApplicationShutdown(): void {
    for (const each of this.watched) each.unsubscribe();
  }

  openFor(actor: Actor): Observable<MessageEvent> {
    const pages = this.open.get(actor.personId) ?? new Set<Page>();
    if (pages.size >= MOST_STREAMS) throw new Problem('too-many-streams');
    const page: Page = { actor, ended: new Subject() };
    this.open.set(actor.personId, pages.add(page));
    return this.messages(actor).pipe(
      takeUntil(page.ended),
      finalize(() => this.closed(page)),
    );
  }

  private messages(actor: Actor): Observable<MessageEvent> {
    const hints = this.listener.changes.pipe(
      filter(({ people }) => people.includes(actor.personId)),
      mergeMap((change) => from(hintsOf(change))),
    );
    const begins: StreamHint[] = this.listener.recent.mayHaveMissed(actor.personId) ? [{ type: 'inbox', id: '' }] : [];
    const all = merge(from(begins), hints, this.listener.gaps);
    const beats = timer(0, HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: {} })));
    return merge(all.pipe(map((hint): MessageEvent => ({ type: 'hint', data: hint, retry: 2_000 }))), beats);
  }

  private pages(): Page[] {
    return [...this.open.values()].flatMap((pages) => [...pages]);
  }

  /** Ends the pages of those who are no longer let in. While the database cannot say, they stay: hints tell nothing, and whoever follows one is asked again. */
  private async look(pages: Page[]): Promise<void> {
    if (pages.length === 0) return;
    try {
      const live = await this.sessions.live(pages.map(({ actor }) => actor));
      for (const { actor, ended } of pages) if (!live.has(actor)) ended.next();
    } catch (error) {
      this.log.lines.warn({ err: error, pages: pages.length }, 'it could not be asked whose pages may stay open');
    }
  }

  private closed(page: Page): void {
    const { personId } = page.actor;
    const pages = this.open.get(personId);
    pages?.delete(page);
    if (pages?.size === 0) this.open.delete(personId);
  }
}

function hintsOf(change: NamedChange): StreamHint[] {
  const hints: StreamHint[] = change.request
    ? [
        { type: 'request', id: change.request },
        { type: 'inbox', id: change.request },
      ]
    : [];
  if (change.command) hints.push({ type: 'command', id: change.command });
  return [...hints, { type: 'notifications', id: change.request ?? '' }];
}
