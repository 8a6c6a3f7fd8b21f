import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { isKnownDay } from '../http/schema/day.decorator';
import { PageQuery } from '../http/schema/page.query';
import { Problem } from '../http/problem/problem';
import { RecurringService } from './recurring.service';
import {
  BackFillBody,
  BackFillQuery,
  BackFillView,
  LeaveBody,
  LeftView,
  PauseBody,
  RecurringProcessPage,
  RecurringStartPage,
  RecurringStartsQuery,
  RetryQuery,
} from './recurring.view';

@ApiTags('recurring')
@Controller('recurring')
export class RecurringController {
  constructor(private readonly recurring: RecurringService) {}

  @Get()
  @Right('requests.operate')
  @ApiOperation({ summary: 'Processes that start by themselves: when, what came of the last time, what could not be started' })
  @ApiResponse({ status: 200, type: RecurringProcessPage })
  listRecurring(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<RecurringProcessPage> {
    return this.recurring.list(actor, query);
  }

  @Get(':key/starts')
  @Right('requests.operate')
  @ApiOperation({ summary: 'What a process has started by itself, or was to start' })
  @ApiResponse({ status: 200, type: RecurringStartPage })
  listRecurringStarts(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Query() query: RecurringStartsQuery,
  ): Promise<RecurringStartPage> {
    return this.recurring.starts(actor, key, query);
  }

  @Post(':key/pause')
  @Right('requests.operate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let nothing come by itself until it is resumed' })
  @ApiResponse({ status: 204 })
  pauseRecurring(@CurrentActor() actor: Actor, @Param('key') key: string, @Body() { why }: PauseBody): Promise<void> {
    return this.recurring.pause(actor, key, why);
  }

  @Post(':key/resume')
  @Right('requests.operate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Let it come by itself again; what was due meanwhile is not made up for, but by a register' })
  @ApiResponse({ status: 204 })
  resumeRecurring(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<void> {
    return this.recurring.resume(actor, key);
  }

  @Post(':key/back-fill')
  @Right('requests.operate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Start what was not started on some days; what was is left alone' })
  @ApiResponse({ status: 200, type: BackFillView })
  backFillRecurring(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Query() { trial }: BackFillQuery,
    @Body() days: BackFillBody,
  ): Promise<BackFillView> {
    return trial === 'true' ? this.recurring.foresee(actor, key, days) : this.recurring.backFill(actor, key, days);
  }

  @Post(':key/starts/:unit/:day/retry')
  @Right('requests.operate')
  @HttpCode(204)
  @ApiOperation({ summary: 'Try one again that could not be started' })
  @ApiResponse({ status: 204 })
  retryRecurringStart(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('unit', ParseUUIDPipe) unit: string,
    @Param('day') day: string,
    @Query() { about = '' }: RetryQuery,
  ): Promise<void> {
    if (!isKnownDay(day)) throw new Problem('invalid-parameter', { name: 'day' });
    return this.recurring.retry(actor, key, { unit, day, about });
  }

  @Post(':key/leave')
  @Right('requests.operate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Leave as they are what could not be started: one, or all of a process' })
  @ApiResponse({ status: 200, type: LeftView })
  leaveRecurringStarts(@CurrentActor() actor: Actor, @Param('key') key: string, @Body() body: LeaveBody): Promise<LeftView> {
    return this.recurring.leave(actor, key, body);
  }
}
