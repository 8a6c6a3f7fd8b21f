import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Participant } from '../../auth/permission.decorators';
import { TakesBody } from '../../http/door/limits';
import { NameableBody, NameablePeople } from '../dto/nameable.view';
import { TrialBody, TrialView } from '../dto/trial.view';
import { NameableService } from '../names/nameable.service';
import { TrialService } from './trial.service';

@ApiTags('requests')
@Controller('requests')
export class TrialsController {
  constructor(
    private readonly trials: TrialService,
    private readonly nameable: NameableService,
  ) {}

  @Post(':id/trial')
  @TakesBody('form')
  @Participant()
  @HttpCode(200)
  @ApiOperation({ summary: 'What an operation would bring about, without doing it' })
  @ApiResponse({ status: 200, type: TrialView })
  tryOperation(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: TrialBody): Promise<TrialView> {
    return this.trials.trial(actor, id, body);
  }

  @Post(':id/nameable')
  @TakesBody('form')
  @Participant()
  @HttpCode(200)
  @ApiOperation({ summary: 'Who of several people an operation may name, and why not the others' })
  @ApiResponse({ status: 200, type: NameablePeople })
  whoMayBeNamed(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: NameableBody): Promise<NameablePeople> {
    return this.nameable.judge(actor, id, body);
  }
}
