import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { PeopleModule } from '../people/people.module';
import { BudgetEffects } from './budget/budget-effects.service';
import { NamesService } from './names/names.service';
import { ReferenceCheck } from './judging/reference-check.service';
import { RefusalNames } from './names/refusal-names.service';
import { RowSearchService } from './rows/row-search.service';
import { RowsService } from './rows/rows.service';
import { RequestViewService } from './view/request-view.service';
import { SeenService } from './seen.service';
import { TimelineService } from './view/timeline.service';
import { ViewCases } from './view/view-cases.service';

/** Requests as people may see them. */
@Module({
  imports: [AuthModule, PeopleModule],
  providers: [
    BudgetEffects,
    NamesService,
    ReferenceCheck,
    RefusalNames,
    RowSearchService,
    RowsService,
    RequestViewService,
    SeenService,
    TimelineService,
    ViewCases,
  ],
  exports: [
    AuthModule,
    BudgetEffects,
    NamesService,
    ReferenceCheck,
    RefusalNames,
    RowsService,
    RequestViewService,
    SeenService,
    TimelineService,
    ViewCases,
  ],
})
export class ReadingModule {}
