import { Module } from '@nestjs/common';
import { ReadingModule } from '../requests/reading.module';
import { CommandsController } from './commands.controller';
import { CommandsService } from './commands.service';

@Module({ imports: [ReadingModule], controllers: [CommandsController], providers: [CommandsService], exports: [CommandsService] })
export class CommandsModule {}
