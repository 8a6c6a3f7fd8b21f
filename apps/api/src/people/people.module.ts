import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { AbsenceOutlookService } from './absences/absence-outlook.service';
import { AbsencesController } from './absences/absences.controller';
import { AbsencesService } from './absences/absences.service';
import { CalendarsController } from './calendars/calendars.controller';
import { CalendarsService } from './calendars/calendars.service';
import { RuleChangesController } from './changes/rule-changes.controller';
import { RuleChangesService } from './changes/rule-changes.service';
import { DirectoryExportService } from './directory-export.service';
import { DirectoryImportService } from './directory-import.service';
import { ImpactService } from './leaving/impact.service';
import { ParametersController } from './parameters.controller';
import { ParametersService } from './parameters.service';
import { TargetsController } from './targets.controller';
import { TargetsService } from './targets.service';
import { PeopleController } from './people.controller';
import { PeopleService } from './people.service';
import { PersonRefsService } from './person-refs.service';
import { VacanciesService } from './vacancies.service';

@Module({
  imports: [AuthModule],
  controllers: [PeopleController, AbsencesController, CalendarsController, RuleChangesController, ParametersController, TargetsController],
  providers: [
    PeopleService,
    VacanciesService,
    ImpactService,
    AbsencesService,
    AbsenceOutlookService,
    CalendarsService,
    PersonRefsService,
    DirectoryImportService,
    DirectoryExportService,
    RuleChangesService,
    ParametersService,
    TargetsService,
  ],
  exports: [PeopleService, VacanciesService, PersonRefsService, DirectoryImportService, DirectoryExportService],
})
export class PeopleModule {}
