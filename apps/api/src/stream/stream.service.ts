import type { StreamHint } from '@countersign/contracts';
import { Injectable, type MessageEvent } from '@nestjs/common';
import { from, interval, map, merge, mergeMap, type Observable } from 'rxjs';
import type { Actor } from '../auth/actor';
import { ChangeListener, type ToldChange } from './change-listener';

const HEARTBEAT_MS = 20_000;

/** Hints for one signed-in browser: only what concerns the person, and never any content. */
@Injectable()
export class StreamService {
  constructor(private readonly listener: ChangeListener) {}

  open(actor: Actor): Observable<MessageEvent> {
    const hints = this.listener.changes.pipe(mergeMap((change) => from(hintsFor(actor.personId, change))));
    const all = merge(from([{ type: 'inbox', id: '' } as StreamHint]), hints, this.listener.gaps);
    const beats = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: {} })));
    return merge(all.pipe(map((hint): MessageEvent => ({ type: 'hint', data: hint, retry: 2_000 }))), beats);
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
