import type { StreamHint } from '@countersign/contracts';
import { Injectable, type MessageEvent } from '@nestjs/common';
import { defer, filter, finalize, from, interval, map, merge, mergeMap, takeUntil, type Observable } from 'rxjs';
import type { Actor } from '../auth/actor';
import { SessionsService } from '../auth/sessions.service';
import { Problem } from '../http/problem';
import { ChangeListener, type ToldChange } from './change-listener';

const HEARTBEAT_MS = 20_000;
/** Pages that one person may have open at once. */
export const MOST_STREAMS = 24;

/** Hints for one signed-in browser: only what concerns the person, never any content, and only for as long as they are let in. */
@Injectable()
export class StreamService {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly listener: ChangeListener,
    private readonly sessions: SessionsService,
  ) {}

  openFor(actor: Actor): Observable<MessageEvent> {
    const count = this.open.get(actor.personId) ?? 0;
    if (count >= MOST_STREAMS) throw new Problem('too-many-streams');
    this.open.set(actor.personId, count + 1);
    return this.messages(actor).pipe(
      takeUntil(this.end(actor)),
      finalize(() => this.closed(actor.personId)),
    );
  }

  private messages(actor: Actor): Observable<MessageEvent> {
    const hints = this.listener.changes.pipe(mergeMap((change) => from(hintsFor(actor.personId, change))));
    const all = merge(from([{ type: 'inbox', id: '' } as StreamHint]), hints, this.listener.gaps);
    const beats = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: {} })));
    return merge(all.pipe(map((hint): MessageEvent => ({ type: 'hint', data: hint, retry: 2_000 }))), beats);
  }

  /** Looked at again when something of the person's access has ended, after a gap, and now and then for what ends by itself. */
  private end(actor: Actor): Observable<unknown> {
    const ended = this.listener.accessEnded.pipe(filter((personId) => personId === actor.personId));
    const gone = defer(() => this.sessions.isLive(actor).catch(() => true)).pipe(filter((live) => !live));
    return merge(ended, this.listener.gaps, interval(HEARTBEAT_MS)).pipe(mergeMap(() => gone));
  }

  private closed(personId: string): void {
    const count = this.open.get(personId) ?? 0;
    if (count > 1) this.open.set(personId, count - 1);
    else this.open.delete(personId);
  }
}

function hintsFor(personId: string, change: ToldChange): StreamHint[] {
  if (!change.people.includes(personId)) return [];
  const hints: StreamHint[] = change.request
    ? [
        { type: 'request', id: change.request },
        { type: 'inbox', id: change.request },
      ]
    : [];
  if (change.command) hints.push({ type: 'command', id: change.command });
  return [...hints, { type: 'notifications', id: change.request ?? '' }];
}
