import { Module } from '@nestjs/common';
import { DefinitionsModule } from '../definitions/definitions.module';
import { PeopleModule } from '../people/people.module';
import { ReadingModule } from '../requests/reading.module';
import { SearchController } from './search.controller';
import { SearchService } from './search.service';

@Module({ imports: [DefinitionsModule, PeopleModule, ReadingModule], controllers: [SearchController], providers: [SearchService] })
export class SearchModule {}
