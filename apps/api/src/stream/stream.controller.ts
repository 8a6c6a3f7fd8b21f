import { Controller, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { Problem } from '../http/problem/problem';
import { StreamService } from './stream.service';

@ApiTags('stream')
@Controller('stream')
export class StreamController {
  constructor(private readonly streams: StreamService) {}

  @Sse()
  @SignedIn()
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: 'Hints that something of mine changed: event `hint`, data { type, id }; no content' })
  openStream(@CurrentActor() actor: Actor, @Req() { method }: Request): Observable<MessageEvent> {
    // Express hands HEAD to whoever takes GET; an answer without a body would never end.
    if (method !== 'GET') throw new Problem('not-found', { what: 'route' });
    return this.streams.openFor(actor);
  }
}
