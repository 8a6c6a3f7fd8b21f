import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { AnalyticsService } from './analytics.service';
import { AnalyticsQuery, ReasonsQuery } from './dto/analytics.query';
import { AnalyticsView, ReasonsGivenPage } from './dto/analytics.view';
import { EventLogPage, EventLogQuery } from './dto/event-log.view';
import { EventLogService } from './event-log.service';
import { ReasonsService } from './reasons.service';

/** What the record of many requests says, within what the caller tracks. */
@ApiTags('analytics')
@Controller()
export class AnalyticsController {
  constructor(
    private readonly analytics: AnalyticsService,
    private readonly events: EventLogService,
    private readonly reasons: ReasonsService,
  ) {}

  @Get('analytics')
  @SignedIn()
  @ApiOperation({ summary: 'Where the time of finished requests went, in working time, step by step' })
  @ApiResponse({ status: 200, type: AnalyticsView })
  readAnalytics(
    @CurrentActor() actor: Actor,
    @Query() query: AnalyticsQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AnalyticsView> {
    return this.analytics.read(actor, query, response);
  }

  @Get('analytics/reasons')
  @SignedIn()
  @ApiOperation({ summary: 'Why a step sent requests back or said no, in the words that were said' })
  @ApiResponse({ status: 200, type: ReasonsGivenPage })
  listReasons(
    @CurrentActor() actor: Actor,
    @Query() query: ReasonsQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReasonsGivenPage> {
    return this.reasons.page(actor, query, response);
  }

  @Get('event-log')
  @SignedIn()
  @ApiOperation({ summary: 'What people did with the requests of a process that I track, in order' })
  @ApiResponse({ status: 200, type: EventLogPage })
  listEvents(@CurrentActor() actor: Actor, @Query() query: EventLogQuery): Promise<EventLogPage> {
    return this.events.page(actor, query);
  }
}
