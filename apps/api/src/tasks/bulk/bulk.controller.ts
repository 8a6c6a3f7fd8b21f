import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../auth/actor';
import { SignedIn } from '../../auth/permission.decorators';
import { CommandPress, type Press } from '../../http/press/command-headers';
import { BulkBody, BulkTrialBody } from './bulk.body';
import { BulkTrialService } from './bulk-trial.service';
import { BulkAnswer, BulkTrialView } from './bulk.view';
import { BulkService } from './bulk.service';

/** Many tasks of one’s own by one press. Each is decided by itself, by the engine, as if it had been pressed alone. */
@ApiTags('tasks')
@Controller('tasks')
export class BulkController {
  constructor(
    private readonly bulk: BulkService,
    private readonly trials: BulkTrialService,
  ) {}

  @Post('decisions')
  @SignedIn()
  @HttpCode(200)
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description:
      'One per press, at most 160 signs: repeating it does nothing twice, repeats the answers, and goes on with what was not begun; with other items or another comment it is refused with `key-reused`.',
  })
  @ApiOperation({ summary: 'Decide many tasks of one’s own, each by itself' })
  @ApiResponse({ status: 200, type: BulkAnswer })
  decideMany(@CurrentActor() actor: Actor, @CommandPress() press: Press, @Body() body: BulkBody): Promise<BulkAnswer> {
    return this.bulk.decide(actor, press, body);
  }

  @Post('decisions/trial')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'What would be decided together, what would be skipped and why, without doing it' })
  @ApiResponse({ status: 200, type: BulkTrialView })
  tryMany(@CurrentActor() actor: Actor, @Body() body: BulkTrialBody): Promise<BulkTrialView> {
    return this.trials.trial(actor, body);
  }
}
