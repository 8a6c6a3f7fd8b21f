import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { TrialQuery } from '../http/schema/trial.query';
import { TakesBody } from '../http/door/limits';
import { TakesShown } from '../http/press/as-shown';
import { OptionalShown } from '../http/press/command-headers';
import { GrantsQuery } from './dto/grants.query';
import { GrantPage } from './dto/grants.view';
import { LimitsBody, LimitsView } from './dto/limits.body';
import { WhoMaySignQuery } from './dto/who-may-sign.query';
import { WhoMaySignView } from './dto/who-may-sign.view';
import { GrantsService } from './grants.service';
import { LimitsService } from './limits.service';
import { WhoMaySignService } from './who-may-sign.service';

/** Who may decide what. */
@ApiTags('authority')
@Controller('authority')
export class AuthorityController {
  constructor(
    private readonly signing: WhoMaySignService,
    private readonly grants: GrantsService,
    private readonly limits: LimitsService,
  ) {}

  @Get('grants')
  @Right('authority.read')
  @ApiOperation({ summary: 'Authorities of roles and people, each with the row that it goes by' })
  @ApiResponse({ status: 200, type: GrantPage })
  listGrants(@CurrentActor() actor: Actor, @Query() query: GrantsQuery): Promise<GrantPage> {
    return this.grants.list(actor, query);
  }

  @Post('limits')
  @TakesBody('form')
  @Right('authority.manage')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Change limits as a set, from a day on: all or nothing; a trial tells which cases and open tasks go to somebody else',
  })
  @TakesShown('The `standing` of its trial')
  @ApiResponse({ status: 200, type: LimitsView })
  changeLimits(
    @CurrentActor() actor: Actor,
    @Query() { trial }: TrialQuery,
    @Body() body: LimitsBody,
    @OptionalShown() shown: string | null,
  ): Promise<LimitsView> {
    return trial === 'true' ? this.limits.tryOut(actor, body) : this.limits.change(actor, body, shown);
  }

  @Get('who-may-sign')
  @Right('authority.read')
  @ApiOperation({ summary: 'Who may sign a case of some kind, amount and unit; who not, and why; on which day, and as it was known when' })
  @ApiResponse({ status: 200, type: WhoMaySignView })
  whoMaySign(@CurrentActor() actor: Actor, @Query() query: WhoMaySignQuery): Promise<WhoMaySignView> {
    return this.signing.ask(actor, query);
  }
}
