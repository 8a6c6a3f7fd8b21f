import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { DefinitionsModule } from '../definitions/definitions.module';
import { PeopleModule } from '../people/people.module';
import { AccessJournal } from './access-journal';
import { AccountsService } from './accounts.service';
import { AuthController } from './auth.controller';
import { LoginBackOff } from './login-back-off';
import { LoginService } from './login.service';
import { MeService } from './me.service';
import { TokensController } from './tokens.controller';
import { TokensService } from './tokens.service';

/** Signing in and out, passwords, links, tokens, and who one is. */
@Module({
  imports: [AuthModule, DefinitionsModule, PeopleModule],
  controllers: [AuthController, TokensController],
  providers: [AccessJournal, AccountsService, LoginBackOff, LoginService, MeService, TokensService],
  exports: [AccountsService, LoginService],
})
export class AccountsModule {}
