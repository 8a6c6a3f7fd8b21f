import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module';
import { PeopleModule } from '../people/people.module';
import { ReadingModule } from '../requests/reading.module';
import { InboxService } from './inbox.service';
import { TasksController } from './tasks.controller';
import { TasksService } from './tasks.service';

@Module({ imports: [CommandsModule, PeopleModule, ReadingModule], controllers: [TasksController], providers: [InboxService, TasksService] })
export class TasksModule {}
