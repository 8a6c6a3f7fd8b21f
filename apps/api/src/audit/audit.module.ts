import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ReadingModule } from '../requests/reading.module';
import { AuditController } from './audit.controller';
import { AuditEntriesService } from './audit-entries.service';
import { EvidenceService } from './evidence.service';
import { JournalChecksService } from './journal-checks.service';

/** The record of all requests, for those who check it. */
@Module({
  imports: [PeopleModule, ReadingModule],
  controllers: [AuditController],
  providers: [AuditEntriesService, EvidenceService, JournalChecksService],
  exports: [AuditEntriesService, JournalChecksService],
})
export class AuditModule {}
