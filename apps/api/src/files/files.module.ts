import { Module } from '@nestjs/common';
import { ReadingModule } from '../requests/reading.module';
import { FilesController } from './files.controller';
import { FilesService } from './files.service';

@Module({ imports: [ReadingModule], controllers: [FilesController], providers: [FilesService] })
export class FilesModule {}
