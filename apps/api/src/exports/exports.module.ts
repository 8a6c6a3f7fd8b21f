import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module';
import { AuditModule } from '../audit/audit.module';
import { AuthModule } from '../auth/auth.module';
import { ReadingModule } from '../requests/reading.module';
import { AuditReading } from './audit-reading.service';
import { ExportsController } from './exports.controller';
import { ExportsService } from './exports.service';
import { ListReadingService } from './list-reading.service';

/** Lists as files. The lists themselves are read by the services of their own modules. */
@Module({
  imports: [AuditModule, AuthModule, AnalyticsModule, ReadingModule],
  controllers: [ExportsController],
  providers: [AuditReading, ExportsService, ListReadingService],
})
export class ExportsModule {}
