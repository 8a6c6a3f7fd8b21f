import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right, SignedIn } from '../auth/permission.decorators';
import { TakesShown } from '../http/press/as-shown';
import { OptionalShown } from '../http/press/command-headers';
import { TrialQuery } from '../http/schema/trial.query';
import { HandChangeBody, HandChangeView } from './hand/hand-change.dto';
import { HandChangesService } from './hand/hand-changes.service';
import { LeavingAnswer, LeavingBody, LeavingQuery, LeavingView } from './leaving/leaving.dto';
import { LeavingService } from './leaving/leaving.service';
import { PostsQuery, UnitTreeQuery } from './dto/desk.query';
import { DeskPostPage, PersonDeskView, TreePage } from './dto/desk.view';
import { PersonDeskService } from './person-desk.service';
import { PostsService } from './posts.service';

/** The desk of those who keep units, posts and people; to be read by everybody. */
@ApiTags('people')
@Controller('organisation')
export class OrganisationController {
  constructor(
    private readonly posts: PostsService,
    private readonly people: PersonDeskService,
    private readonly hand: HandChangesService,
    private readonly leaving: LeavingService,
  ) {}

  @Get('units')
  @SignedIn()
  @ApiOperation({ summary: 'Units directly below one, each with its posts and vacancies' })
  @ApiResponse({ status: 200, type: TreePage })
  listTree(@CurrentActor() actor: Actor, @Query() query: UnitTreeQuery): Promise<TreePage> {
    return this.posts.units(actor, query);
  }

  @Get('posts')
  @SignedIn()
  @ApiOperation({ summary: 'Posts with their holders and from when until when; people without a post' })
  @ApiResponse({ status: 200, type: DeskPostPage })
  listPosts(@CurrentActor() actor: Actor, @Query() query: PostsQuery): Promise<DeskPostPage> {
    return this.posts.posts(actor, query);
  }

  @Get('people/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One person: posts, reporting line, what they may sign, account and rights, as far as the caller may know' })
  @ApiResponse({ status: 200, type: PersonDeskView })
  readPersonDesk(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonDeskView> {
    return this.people.of(actor, id);
  }

  @Post('changes')
  @Right('directory.import')
  @HttpCode(200)
  @ApiOperation({ summary: 'One change by hand; a trial tells which open tasks move, which processes break, which duties merge' })
  @TakesShown('The `standing` of its trial')
  @ApiResponse({ status: 200, type: HandChangeView })
  changeByHand(
    @CurrentActor() actor: Actor,
    @Query() { trial }: TrialQuery,
    @Body() body: HandChangeBody,
    @OptionalShown() shown: string | null,
  ): Promise<HandChangeView> {
    return trial === 'true' ? this.hand.tryOut(actor, body) : this.hand.change(actor, body, shown);
  }

  @Get('people/:id/leaving')
  @Right('directory.import')
  @ApiOperation({ summary: 'To whom what somebody leaves behind would go after a day, if nobody is named' })
  @ApiResponse({ status: 200, type: LeavingView })
  readLeaving(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() query: LeavingQuery): Promise<LeavingView> {
    return this.leaving.read(actor, id, query);
  }

  @Post('people/:id/leaving')
  @Right('directory.import')
  @HttpCode(200)
  @ApiOperation({ summary: 'Somebody leaves: posts, places and grants end or go on, the account ends after the last day; all or nothing' })
  @ApiResponse({ status: 200, type: LeavingAnswer })
  leave(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { trial }: TrialQuery,
    @Body() body: LeavingBody,
  ): Promise<LeavingAnswer> {
    return trial === 'true' ? this.leaving.tryOut(actor, id, body) : this.leaving.leave(actor, id, body);
  }

  @Delete('people/:id/leaving')
  @Right('directory.import')
  @HttpCode(200)
  @ApiOperation({ summary: 'A leaving whose day has not come is taken back; posts and grants are as they were' })
  @ApiResponse({ status: 200, type: LeavingView })
  stay(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LeavingView> {
    return this.leaving.takeBack(actor, id);
  }
}
