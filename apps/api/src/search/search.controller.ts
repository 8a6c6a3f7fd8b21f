import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { Text } from '../http/schema/schema.decorators';
import { SearchService } from './search.service';
import { SearchView } from './search.view';

class SearchQuery {
  @Text() @IsString() @Length(1, 200) q!: string;
}

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly searches: SearchService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Requests that I may read, people, definitions' })
  @ApiResponse({ status: 200, type: SearchView })
  searchAll(@CurrentActor() actor: Actor, @Query() query: SearchQuery): Promise<SearchView> {
    return this.searches.search(actor, query.q);
  }
}
