import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module';
import { DefinitionsModule } from '../definitions/definitions.module';
import { PeopleModule } from '../people/people.module';
import { CallAnswersController } from './call-answers.controller';
import { CallAnswersService } from './call-answers.service';
import { DiscussionService } from './discussion.service';
import { EventsController } from './events.controller';
import { EventStarts } from './event-starts.service';
import { DraftsService } from './drafts.service';
import { FormJudge } from './judging/form-judge.service';
import { FormSubjects } from './judging/form-subject.service';
import { OperatorDoor } from './operator-door.service';
import { PreviewService } from './preview.service';
import { ReadingModule } from './reading.module';
import { RequestCommandsController } from './request-commands.controller';
import { RequestListService } from './request-list.service';
import { RequestOperationsController } from './request-operations.controller';
import { RequestOperationsService } from './request-operations.service';
import { RequestsController } from './requests.controller';
import { SubmitForms } from './judging/submit-forms.service';
import { SubmitsService } from './submits.service';
import { RowTexts } from './row-texts.service';
import { NameableService } from './nameable.service';
import { TrialService } from './trial.service';
import { TrialsController } from './trials.controller';

@Module({
  imports: [CommandsModule, DefinitionsModule, PeopleModule, ReadingModule],
  controllers: [
    CallAnswersController,
    RequestCommandsController,
    EventsController,
    RequestOperationsController,
    RequestsController,
    TrialsController,
  ],
  providers: [
    CallAnswersService,
    DiscussionService,
    DraftsService,
    EventStarts,
    FormJudge,
    FormSubjects,
    OperatorDoor,
    PreviewService,
    RequestListService,
    RequestOperationsService,
    RowTexts,
    SubmitForms,
    SubmitsService,
    NameableService,
    TrialService,
  ],
  exports: [DraftsService],
})
export class RequestsModule {}
