import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Right, SignedIn } from '../../auth/permission.decorators';
import { TakesBody } from '../../http/door/limits';
import { PageQuery } from '../../http/schema/page.query';
import { EventBody, StartedEventPage, StartedView } from '../dto/event.view';
import { EventStarts } from './event-starts.service';

@ApiTags('requests')
@Controller('events')
export class EventsController {
  constructor(private readonly events: EventStarts) {}

  @Post()
  @TakesBody('form')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Start a request because something happened elsewhere: once for each event, for good' })
  @ApiResponse({ status: 200, type: StartedView })
  startByEvent(@CurrentActor() actor: Actor, @Body() body: EventBody): Promise<StartedView> {
    return this.events.start(actor, body);
  }

  @Get()
  @Right('requests.operate')
  @ApiOperation({ summary: 'Events that have started requests, and who told of them' })
  @ApiResponse({ status: 200, type: StartedEventPage })
  listEvents(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<StartedEventPage> {
    return this.events.list(actor, query);
  }
}
