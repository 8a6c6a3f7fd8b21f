import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { PublicThrottleGuard } from './public-throttle.guard';
import { ReadersService } from './readers.service';
import { RequestLines } from './request-lines.service';
import { SessionsService } from './sessions.service';
import { TrackAreaService } from './track-area.service';

/** Who is calling, and what they may: every other part of the API stands on this one, and it on none. */
@Module({
  imports: [ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 60 }], setHeaders: false })],
  providers: [PublicThrottleGuard, ReadersService, RequestLines, SessionsService, TrackAreaService],
  exports: [PublicThrottleGuard, ReadersService, RequestLines, SessionsService, TrackAreaService],
})
export class AuthModule {}
