import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { TakesShown } from '../http/press/as-shown';
import { OptionalShown } from '../http/press/command-headers';
import { TargetBody } from './dto/parameter.body';
import { ProcessTargetView } from './dto/parameter.view';
import { TargetsService } from './targets.service';

@ApiTags('people')
@Controller('targets')
export class TargetsController {
  constructor(private readonly targets: TargetsService) {}

  @Put(':definition')
  @Right('directory.import')
  @ApiOperation({ summary: 'Sets what share of the decisions of a process is to be on time, or that none is' })
  @TakesShown('The `onTime` that was looked at, or `none`')
  @ApiResponse({ status: 200, type: ProcessTargetView })
  setTarget(
    @CurrentActor() actor: Actor,
    @Param('definition') definition: string,
    @Body() { onTime }: TargetBody,
    @OptionalShown() shown: string | null,
  ): Promise<ProcessTargetView> {
    return this.targets.set(actor, { definition, shown }, onTime);
  }
}
