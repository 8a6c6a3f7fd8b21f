import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { DefinitionImportService } from './definition-import.service';
import { DefinitionsController } from './definitions.controller';
import { DefinitionsService } from './definitions.service';
import { DefinitionReleaseService } from './definition-release.service';
import { DraftVersions } from './draft-versions.service';
import { SeedsService } from './seeds.service';
import { StaffingReader } from './staffing-reader.service';
import { StartSurroundings } from './start-surroundings.service';
import { VersionChangesService } from './version-changes.service';

@Module({
  imports: [PeopleModule],
  controllers: [DefinitionsController],
  providers: [
    DefinitionsService,
    DefinitionImportService,
    DefinitionReleaseService,
    DraftVersions,
    SeedsService,
    StaffingReader,
    StartSurroundings,
    VersionChangesService,
  ],
  exports: [DefinitionsService, DraftVersions, SeedsService, StartSurroundings],
})
export class DefinitionsModule {}
