import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { WatchView } from './dto/watch.view';
import { WatchService } from './watch.service';

/** What finance should look at. */
@ApiTags('watch')
@Controller('watch')
export class WatchController {
  constructor(private readonly watch: WatchService) {}

  @Get()
  @Right('budgets.read')
  @ApiOperation({
    summary: 'What is worth a look: splits, clusters below limits, payees, full lines, old reservations, grants over the plan',
  })
  @ApiResponse({ status: 200, type: WatchView })
  readWatch(@CurrentActor() actor: Actor): Promise<WatchView> {
    return this.watch.read(actor);
  }
}
