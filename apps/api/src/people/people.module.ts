import { Module } from '@nestjs/common';
import { DirectoryExportService } from './directory-export.service';
import { DirectoryImportService } from './directory-import.service';
import { PeopleController } from './people.controller';
import { PeopleService } from './people.service';
import { PersonRefsService } from './person-refs.service';

@Module({
  controllers: [PeopleController],
  providers: [PeopleService, PersonRefsService, DirectoryImportService, DirectoryExportService],
  exports: [PeopleService, PersonRefsService, DirectoryImportService],
})
export class PeopleModule {}
