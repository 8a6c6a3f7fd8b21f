import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { WhoMaySignQuery } from './dto/who-may-sign.query';
import { WhoMaySignView } from './dto/who-may-sign.view';
import { WhoMaySignService } from './who-may-sign.service';

/** Who may decide what. */
@ApiTags('authority')
@Controller('authority')
export class AuthorityController {
  constructor(private readonly signing: WhoMaySignService) {}

  @Get('who-may-sign')
  @Right('authority.read')
  @ApiOperation({ summary: 'Who may sign a case of some kind, amount and unit; who not, and why; on which day, and as it was known when' })
  @ApiResponse({ status: 200, type: WhoMaySignView })
  whoMaySign(@CurrentActor() actor: Actor, @Query() query: WhoMaySignQuery): Promise<WhoMaySignView> {
    return this.signing.ask(actor, query);
  }
}
