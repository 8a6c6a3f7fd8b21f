import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Participant, SignedIn } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { OutlookBody, OutlookView } from '../requests/dto/outlook.view';
import { InboxService } from './inbox.service';
import { TasksService } from './tasks.service';
import { TaskListQuery } from './dto/task.body';
import { InboxPage, TaskCounts, TaskView } from './dto/task.view';

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly inbox: InboxService,
    private readonly tasks: TasksService,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The inbox: for me to do, to be claimed, done, copies, what I supervise, mine, drafts' })
  @ApiResponse({ status: 200, type: InboxPage })
  listTasks(@CurrentActor() actor: Actor, @Query() query: TaskListQuery): Promise<InboxPage> {
    return this.inbox.list(actor, query);
  }

  @Get('counts')
  @SignedIn()
  @ApiOperation({ summary: 'How much waits on each tab' })
  @ApiResponse({ status: 200, type: TaskCounts })
  countTasks(@CurrentActor() actor: Actor): Promise<TaskCounts> {
    return this.inbox.counts(actor);
  }

  @Get(':id')
  @Participant('task')
  @ApiOperation({ summary: 'A task with its request' })
  @ApiResponse({ status: 200, type: TaskView })
  readTask(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TaskView> {
    return this.tasks.read(actor, id);
  }

  @Post(':id/outlook')
  @TakesBody('form')
  @Participant('task')
  @HttpCode(200)
  @ApiOperation({ summary: 'Where the request would go by what is about to be written on a task of one’s own, without writing it' })
  @ApiResponse({ status: 200, type: OutlookView })
  foresee(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: OutlookBody): Promise<OutlookView> {
    return this.tasks.outlook(actor, id, body.fields);
  }
}
