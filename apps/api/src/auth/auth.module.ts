import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { DefinitionsModule } from '../definitions/definitions.module';
import { PeopleModule } from '../people/people.module';
import { AccessJournal } from './access-journal';
import { AccountsService } from './accounts.service';
import { AuthController } from './auth.controller';
import { LoginBackOff } from './login-back-off';
import { LoginService } from './login.service';
import { MeService } from './me.service';
import { PublicThrottleGuard } from './public-throttle.guard';
import { SessionsService } from './sessions.service';
import { TokensController } from './tokens.controller';
import { TokensService } from './tokens.service';

@Module({
  imports: [DefinitionsModule, PeopleModule, ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 60 }], setHeaders: false })],
  controllers: [AuthController, TokensController],
  providers: [AccessJournal, AccountsService, LoginBackOff, LoginService, MeService, PublicThrottleGuard, SessionsService, TokensService],
  exports: [AccountsService, LoginService, PublicThrottleGuard, SessionsService],
})
export class AuthModule {}
