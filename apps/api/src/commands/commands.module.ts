import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ReadingModule } from '../requests/reading.module';
import { CommandsController } from './commands.controller';
import { CommandsService } from './commands.service';
import { DeadLettersController } from './dead-letters.controller';
import { DeadLettersService } from './dead-letters.service';

@Module({
  imports: [PeopleModule, ReadingModule],
  controllers: [CommandsController, DeadLettersController],
  providers: [CommandsService, DeadLettersService],
  exports: [CommandsService],
})
export class CommandsModule {}
