import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module';
import { PeopleModule } from '../people/people.module';
import { ReadingModule } from '../requests/reading.module';
import { BulkController } from './bulk/bulk.controller';
import { BulkService } from './bulk/bulk.service';
import { BulkTrialService } from './bulk/bulk-trial.service';
import { InboxFiltersService } from './inbox-filters.service';
import { InboxService } from './inbox.service';
import { SavedFiltersController } from './saved-filters.controller';
import { StepWrites } from './step-writes.service';
import { TaskOperationsController } from './task-operations.controller';
import { TaskOperationsService } from './task-operations.service';
import { TasksController } from './tasks.controller';
import { TasksService } from './tasks.service';

@Module({
  imports: [CommandsModule, PeopleModule, ReadingModule],
  controllers: [TasksController, BulkController, TaskOperationsController, SavedFiltersController],
  providers: [BulkService, BulkTrialService, InboxFiltersService, InboxService, StepWrites, TaskOperationsService, TasksService],
  exports: [BulkService],
})
export class TasksModule {}
