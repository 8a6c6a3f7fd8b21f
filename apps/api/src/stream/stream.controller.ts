import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { StreamService } from './stream.service';

@ApiTags('stream')
@Controller('stream')
export class StreamController {
  constructor(private readonly streams: StreamService) {}

  @Sse()
  @SignedIn()
  @ApiProduces('text/event-stream')
  @ApiOperation({ summary: 'Hints that something of mine changed: event `hint`, data { type, id }; no content' })
  openStream(@CurrentActor() actor: Actor): Observable<MessageEvent> {
    return this.streams.open(actor);
  }
}
