import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Participant, Requester, SignedIn } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { TakesIdempotencyKey } from '../http/press/takes-press.decorator';
import { OptionalShown } from '../http/press/command-headers';
import { DraftsService } from './drafts/drafts.service';
import { RequestViewService } from './view/request-view.service';
import { PageQuery } from '../http/schema/page.query';
import { RequestListService } from './request-list.service';
import { TimelineService } from './view/timeline.service';
import { RequestBudgetView } from './budget/budget-effect.view';
import { DiscussionService } from './discussion.service';
import { SeenService } from './seen.service';
import { CommentBody, DraftBody, RequestListQuery } from './dto/request.body';
import { RequestView } from './dto/request.view';
import { AuditView, DiscussionItem, DiscussionView, RequestReaders, TimelineView } from './dto/timeline.view';
import { InboxPage } from '../tasks/dto/task.view';

@ApiTags('requests')
@Controller('requests')
export class RequestsController {
  constructor(
    private readonly views: RequestViewService,
    private readonly lists: RequestListService,
    private readonly drafts: DraftsService,
    private readonly timelines: TimelineService,
    private readonly discussions: DiscussionService,
    private readonly seen: SeenService,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'My requests, my drafts, or all that I may read' })
  @ApiResponse({ status: 200, type: InboxPage })
  listRequests(@CurrentActor() actor: Actor, @Query() query: RequestListQuery): Promise<InboxPage> {
    return this.lists.list(actor, query);
  }

  @Get(':id')
  @Participant()
  @ApiOperation({ summary: 'A request as its reader may see it' })
  @ApiResponse({ status: 200, type: RequestView })
  readRequest(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RequestView> {
    return this.views.read(actor, id);
  }

  @Put(':id/draft')
  @TakesBody('form')
  @Requester()
  @ApiOperation({ summary: 'Save the form of a draft, or of a request that was returned to me' })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description:
      'The savedHash over which it was typed, in quotes: where something else was saved since, 409 `draft-changed`, and nothing is lost.',
  })
  @ApiResponse({ status: 200, type: RequestView })
  saveDraft(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DraftBody,
    @OptionalShown() over: string | null,
  ): Promise<RequestView> {
    return this.drafts.save(actor, id, { ...body, over });
  }

  @Delete(':id')
  @Requester()
  @HttpCode(204)
  @ApiOperation({ summary: 'Throw a draft away' })
  @ApiResponse({ status: 204 })
  deleteDraft(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.drafts.remove(actor, id);
  }

  @Post(':id/copy')
  @Participant()
  @ApiOperation({ summary: 'Copy as a new draft of mine' })
  @TakesIdempotencyKey()
  @ApiResponse({ status: 201, type: RequestView })
  copyRequest(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RequestView> {
    return this.drafts.copy(actor, id);
  }

  @Get(':id/budget')
  @Participant()
  @ApiOperation({ summary: 'What it does to a budget: the line without it, and which part of it the line covers' })
  @ApiResponse({ status: 200, type: RequestBudgetView })
  readRequestBudget(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RequestBudgetView> {
    return this.views.budget(actor, id);
  }

  @Get(':id/timeline')
  @Participant()
  @ApiOperation({ summary: 'What happened, and what is expected next' })
  @ApiResponse({ status: 200, type: TimelineView })
  readTimeline(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TimelineView> {
    return this.timelines.timeline(actor, id);
  }

  @Get(':id/audit')
  @Participant()
  @ApiOperation({ summary: 'The numbered transitions with their hashes' })
  @ApiResponse({ status: 200, type: AuditView })
  readAudit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AuditView> {
    return this.timelines.audit(actor, id);
  }

  @Get(':id/discussion')
  @Participant()
  @ApiOperation({ summary: 'Comments beside the decisions, the newest page first' })
  @ApiResponse({ status: 200, type: DiscussionView })
  readDiscussion(@Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery): Promise<DiscussionView> {
    return this.discussions.list(id, query);
  }

  @Post(':id/comments')
  @Participant()
  @TakesIdempotencyKey()
  @ApiOperation({ summary: 'Say something to everybody concerned' })
  @ApiResponse({ status: 201, type: DiscussionItem })
  addComment(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: CommentBody): Promise<DiscussionItem> {
    return this.discussions.add(actor, id, body);
  }

  @Get(':id/readers')
  @Participant()
  @ApiOperation({ summary: 'Whom it concerns, and, for its requester, who has opened it' })
  @ApiResponse({ status: 200, type: RequestReaders })
  listReaders(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RequestReaders> {
    return this.seen.readers(actor, id);
  }
}
