import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module';
import { PeopleModule } from '../people/people.module';
import { ReadingModule } from '../requests/reading.module';
import { AuthorityController } from './authority.controller';
import { AskedAuthority } from './asked-authority.service';
import { GrantTrials } from './grant-trials.service';
import { GrantsService } from './grants.service';
import { RequestAuthorityController } from './request-authority.controller';
import { LimitsService } from './limits.service';
import { WhoMaySignService } from './who-may-sign.service';

/** Who may decide what, up to how much. */
@Module({
  imports: [DefinitionsModule, PeopleModule, ReadingModule],
  controllers: [AuthorityController, RequestAuthorityController],
  providers: [AskedAuthority, GrantTrials, GrantsService, LimitsService, WhoMaySignService],
  exports: [GrantsService],
})
export class AuthorityModule {}
