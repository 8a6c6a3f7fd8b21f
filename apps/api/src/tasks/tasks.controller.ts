import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentTask, type Actor, type TaskPlace } from '../auth/actor';
import { EngineDecides, Participant, SignedIn } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { CommandAnswer } from '../commands/command.view';
import { CommandPress, Shown, type Press } from '../http/press/command-headers';
import { DecisionRoute } from '../commands/command-route.decorator';
import { InboxService } from './inbox.service';
import { TasksService } from './tasks.service';
import { ApproveBody, RejectBody, ReturnBody, TaskListQuery } from './dto/task.body';
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
  @ApiOperation({ summary: 'The inbox: for me to do, done, copies, mine, drafts' })
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

  @Post(':id/approve')
  @TakesBody('form')
  @EngineDecides('task')
  @DecisionRoute()
  @ApiOperation({ summary: 'Approve, pass, sign or mark as done' })
  approveTask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) _id: string,
    @CurrentTask() task: TaskPlace | null,
    @CommandPress() press: Press,
    @Shown() shown: string,
    @Body() body: ApproveBody,
  ): Promise<CommandAnswer> {
    return this.tasks.decide(actor, task, { press, shown, type: 'approve', ...body });
  }

  @Post(':id/reject')
  @EngineDecides('task')
  @DecisionRoute()
  @ApiOperation({ summary: 'Reject for good' })
  rejectTask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) _id: string,
    @CurrentTask() task: TaskPlace | null,
    @CommandPress() press: Press,
    @Shown() shown: string,
    @Body() body: RejectBody,
  ): Promise<CommandAnswer> {
    return this.tasks.decide(actor, task, { press, shown, type: 'reject', ...body });
  }

  @Post(':id/return')
  @EngineDecides('task')
  @DecisionRoute()
  @ApiOperation({ summary: 'Return to the requester or an earlier step' })
  returnTask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) _id: string,
    @CurrentTask() task: TaskPlace | null,
    @CommandPress() press: Press,
    @Shown() shown: string,
    @Body() body: ReturnBody,
  ): Promise<CommandAnswer> {
    return this.tasks.decide(actor, task, { press, shown, type: 'return', ...body });
  }
}
