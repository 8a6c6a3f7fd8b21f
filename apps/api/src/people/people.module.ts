import { Module } from '@nestjs/common';
import { CalendarsController } from './calendars/calendars.controller';
import { CalendarsService } from './calendars/calendars.service';
import { RuleChangesController } from './changes/rule-changes.controller';
import { RuleChangesService } from './changes/rule-changes.service';
import { DirectoryExportService } from './directory-export.service';
import { DirectoryImportService } from './directory-import.service';
import { ParametersController } from './parameters.controller';
import { ParametersService } from './parameters.service';
import { PeopleController } from './people.controller';
import { PeopleService } from './people.service';
import { PersonRefsService } from './person-refs.service';

@Module({
  controllers: [PeopleController, CalendarsController, RuleChangesController, ParametersController],
  providers: [
    PeopleService,
    CalendarsService,
    PersonRefsService,
    DirectoryImportService,
    DirectoryExportService,
    RuleChangesService,
    ParametersService,
  ],
  exports: [PeopleService, PersonRefsService, DirectoryImportService],
})
export class PeopleModule {}
