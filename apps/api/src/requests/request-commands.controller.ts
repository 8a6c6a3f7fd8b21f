import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right, SignedIn } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { TakesIdempotencyKey } from '../http/press/takes-press.decorator';
import { CommandAnswer } from '../commands/command.view';
import { CommandAnswerInterceptor } from '../http/command-answer.interceptor';
import { OptionalCommandKey } from '../http/press/command-headers';
import { PreviewService } from './trial/preview.service';
import { OperatorDoor } from './operator-door.service';
import { SubmitsService } from './drafts/submits.service';
import { NewRequestBody, NewRequestQuery, PreviewBody } from './dto/request.body';
import { PreviewView } from './dto/preview.view';
import { RequestView } from './dto/request.view';

@ApiTags('requests')
@ApiExtraModels(RequestView, CommandAnswer)
@Controller('requests')
export class RequestCommandsController {
  constructor(
    private readonly operator: OperatorDoor,
    private readonly submits: SubmitsService,
    private readonly previews: PreviewService,
  ) {}

  @Post()
  @TakesBody('form')
  @SignedIn()
  @UseInterceptors(CommandAnswerInterceptor)
  @ApiOperation({ summary: 'A new draft; with submit=true, submitted at once' })
  @TakesIdempotencyKey(' Demanded with submit=true.')
  @ApiResponse({ status: 201, schema: { $ref: getSchemaPath(RequestView) }, description: 'The draft.' })
  @ApiResponse({ status: 200, schema: { $ref: getSchemaPath(CommandAnswer) }, description: 'Submitted.' })
  @ApiResponse({ status: 202, schema: { $ref: getSchemaPath(CommandAnswer) }, description: 'Not yet known; look at `Location`.' })
  createRequest(
    @CurrentActor() actor: Actor,
    @Body() body: NewRequestBody,
    @Query() query: NewRequestQuery,
    @OptionalCommandKey() key: string | null,
  ): Promise<RequestView | CommandAnswer> {
    return this.submits.create(actor, body, query.submit === 'true', key);
  }

  @Post('preview')
  @TakesBody('form')
  @SignedIn('read')
  @HttpCode(200)
  @ApiOperation({ summary: 'Who will decide, with the reasons' })
  @ApiResponse({ status: 200, type: PreviewView })
  previewRequest(@CurrentActor() actor: Actor, @Body() body: PreviewBody): Promise<PreviewView> {
    return this.previews.preview(actor, body);
  }

  @Post(':id/rebuild')
  @Right('requests.operate')
  @HttpCode(200)
  @ApiOperation({ summary: 'Rebuild the run of a request from its journal' })
  @ApiResponse({ status: 200, type: RequestView })
  rebuildRequest(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RequestView> {
    return this.operator.rebuild(actor, id);
  }
}
