import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Participant } from '../auth/permission.decorators';
import { AskedAuthority } from './asked-authority.service';
import { LimitsView } from './dto/limits.body';

/** Requests that change authority. */
@ApiTags('authority')
@Controller('requests')
export class RequestAuthorityController {
  constructor(private readonly asked: AskedAuthority) {}

  @Get(':id/authority')
  @Participant()
  @ApiOperation({ summary: 'What the authority that it asks for would do: which cases and which open tasks go to somebody else' })
  @ApiResponse({ status: 200, type: LimitsView })
  readRequestAuthority(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LimitsView> {
    return this.asked.of(actor, id);
  }
}
