import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { AnalyticsController } from './analytics.controller';
import { AnalyticsService } from './analytics.service';
import { EventLogService } from './event-log.service';
import { ReasonsService } from './reasons.service';
import { WhileWaitedFor } from './while-waited-for';

@Module({
  imports: [AuthModule],
  controllers: [AnalyticsController],
  providers: [AnalyticsService, EventLogService, WhileWaitedFor, ReasonsService],
})
export class AnalyticsModule {}
