import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { AnalyticsController } from './analytics.controller';
import { AnalyticsService } from './analytics.service';
import { EventLogService } from './event-log.service';
import { WhileWaitedFor } from './while-waited-for';

@Module({ imports: [AuthModule], controllers: [AnalyticsController], providers: [AnalyticsService, EventLogService, WhileWaitedFor] })
export class AnalyticsModule {}
