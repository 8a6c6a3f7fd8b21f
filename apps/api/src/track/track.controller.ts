import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Participant, Right, SignedIn } from '../auth/permission.decorators';
import { PageQuery } from '../http/schema/page.query';
import { ReasonBody } from '../http/schema/reason.body';
import { DeadEffectsService } from './dead-effects.service';
import { AlarmsView, DeadEffectPage, EngineView } from './dto/engine.view';
import { MapQuery, SavedViewBody, TrackCountsQuery, TrackPeopleQuery, TrackQuery } from './dto/track.query';
import {
  PersonLoadPage,
  ProcessMap,
  SavedView,
  SavedViews,
  TrackCounts,
  TrackedPerson,
  TrackedProcesses,
  TrackPage,
} from './dto/track.view';
import { TrackEngineService } from './track-engine.service';
import { TrackListService } from './track-list.service';
import { TrackMapService } from './track-map.service';
import { TrackPeopleService } from './track-people.service';
import { TrackViewsService } from './track-views.service';

/** The desk of those who track requests: within what their rights and posts cover, everybody else is refused. */
@ApiTags('track')
@Controller('track')
export class TrackController {
  constructor(
    private readonly lists: TrackListService,
    private readonly maps: TrackMapService,
    private readonly people: TrackPeopleService,
    private readonly views: TrackViewsService,
    private readonly engine: TrackEngineService,
    private readonly effects: DeadEffectsService,
  ) {}

  @Get('requests')
  @SignedIn()
  @ApiOperation({ summary: 'Requests under way, overdue, stuck or finished lately, of all that I track' })
  @ApiResponse({ status: 200, type: TrackPage })
  listTracked(@CurrentActor() actor: Actor, @Query() query: TrackQuery): Promise<TrackPage> {
    return this.lists.list(actor, query);
  }

  @Get('counts')
  @SignedIn()
  @ApiOperation({ summary: 'How the requests that I track stand' })
  @ApiResponse({ status: 200, type: TrackCounts })
  countTracked(@CurrentActor() actor: Actor, @Query() query: TrackCountsQuery): Promise<TrackCounts> {
    return this.lists.counts(actor, query);
  }

  @Get('processes')
  @SignedIn()
  @ApiOperation({ summary: 'Processes with requests under way that I track, and how those stand' })
  @ApiResponse({ status: 200, type: TrackedProcesses })
  listTrackedProcesses(@CurrentActor() actor: Actor, @Query() query: TrackCountsQuery): Promise<TrackedProcesses> {
    return this.maps.list(actor, query);
  }

  @Get('processes/:key')
  @SignedIn()
  @ApiOperation({ summary: 'A process as it is drawn, with how many requests stand at each step' })
  @ApiResponse({ status: 200, type: ProcessMap })
  readMap(@CurrentActor() actor: Actor, @Param('key') key: string, @Query() query: MapQuery): Promise<ProcessMap> {
    return this.maps.map(actor, key, query);
  }

  @Get('people')
  @SignedIn()
  @ApiOperation({ summary: 'Who has how much to do, of what I track, and how old it is' })
  @ApiResponse({ status: 200, type: PersonLoadPage })
  listTrackedPeople(@CurrentActor() actor: Actor, @Query() query: TrackPeopleQuery): Promise<PersonLoadPage> {
    return this.people.list(actor, query);
  }

  @Get('people/:id')
  @SignedIn()
  @ApiOperation({ summary: 'How much waits for somebody, of what I track' })
  @ApiResponse({ status: 200, type: TrackedPerson })
  readTrackedPerson(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TrackedPerson> {
    return this.people.person(actor, id);
  }

  @Get('views')
  @SignedIn()
  @ApiOperation({ summary: 'The views of the desk that I keep' })
  @ApiResponse({ status: 200, type: SavedViews })
  listViews(@CurrentActor() actor: Actor): Promise<SavedViews> {
    return this.views.list(actor);
  }

  @Post('views')
  @SignedIn()
  @ApiOperation({ summary: 'Keep a view' })
  @ApiResponse({ status: 201, type: SavedView })
  saveView(@CurrentActor() actor: Actor, @Body() body: SavedViewBody): Promise<SavedView> {
    return this.views.add(actor, body);
  }

  @Delete('views/:id')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove one of my views' })
  @ApiResponse({ status: 204 })
  removeView(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.views.remove(actor, id);
  }

  @Get('alarms')
  @SignedIn()
  @ApiOperation({ summary: 'What does not go on by itself' })
  @ApiResponse({ status: 200, type: AlarmsView })
  readAlarms(@CurrentActor() actor: Actor): Promise<AlarmsView> {
    return this.engine.alarms(actor);
  }

  @Get('requests/:id/engine')
  @Participant()
  @ApiOperation({ summary: 'How a request stands with the machinery below it: its run, and what was to be done after decisions' })
  @ApiResponse({ status: 200, type: EngineView })
  readEngine(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<EngineView> {
    return this.engine.read(actor, id);
  }

  @Post('effects/:effect/retry')
  @Right('requests.operate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Have an effect that was given up tried again, now; why stays on record' })
  @ApiResponse({ status: 204 })
  retryEffect(@CurrentActor() actor: Actor, @Param('effect') effect: string, @Body() body: ReasonBody): Promise<void> {
    return this.effects.retry(actor, effect, body.reason);
  }

  @Get('effects')
  @Right('requests.operate')
  @ApiOperation({ summary: 'Effects that were given up, oldest first' })
  @ApiResponse({ status: 200, type: DeadEffectPage })
  listDeadEffects(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<DeadEffectPage> {
    return this.effects.list(actor, query);
  }
}
