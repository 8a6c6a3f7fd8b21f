import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module';
import { PeopleModule } from '../people/people.module';
import { ReadingModule } from '../requests/reading.module';
import { RequestsModule } from '../requests/requests.module';
import { LeaseImportService } from './lease-import.service';
import { LeaseRemovalService } from './lease-removal.service';
import { LeasesController } from './leases.controller';
import { LeasesService } from './leases.service';
import { OpeningsController } from './openings.controller';
import { OpeningsService } from './openings.service';

/** What becomes of stores: their openings, and the register of their leases. */
@Module({
  imports: [DefinitionsModule, PeopleModule, ReadingModule, RequestsModule],
  controllers: [LeasesController, OpeningsController],
  providers: [LeaseImportService, LeaseRemovalService, LeasesService, OpeningsService],
})
export class StoresModule {}
