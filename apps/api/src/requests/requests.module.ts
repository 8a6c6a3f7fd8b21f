import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module';
import { DefinitionsModule } from '../definitions/definitions.module';
import { PeopleModule } from '../people/people.module';
import { CallAnswersController } from './outside/call-answers.controller';
import { CallAnswersService } from './outside/call-answers.service';
import { DiscussionService } from './discussion.service';
import { EventsController } from './outside/events.controller';
import { EventStarts } from './outside/event-starts.service';
import { DraftsService } from './drafts/drafts.service';
import { FormJudge } from './judging/form-judge.service';
import { FormSubjects } from './judging/form-subject.service';
import { OperatorDoor } from './operator-door.service';
import { PreviewService } from './trial/preview.service';
import { ReadingModule } from './reading.module';
import { RequestCommandsController } from './request-commands.controller';
import { RequestListService } from './request-list.service';
import { RequestOperationsController } from './request-operations.controller';
import { RequestOperationsService } from './request-operations.service';
import { RequestsController } from './requests.controller';
import { SubmitForms } from './judging/submit-forms.service';
import { SubmitsService } from './drafts/submits.service';
import { RowTexts } from './drafts/row-texts.service';
import { NameableService } from './names/nameable.service';
import { TrialService } from './trial/trial.service';
import { TrialsController } from './trial/trials.controller';

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
