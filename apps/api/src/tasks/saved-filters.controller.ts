import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { InboxFiltersService } from './inbox-filters.service';
import { SavedFilterBody } from './dto/task.body';
import { SavedFilterItem, SavedFilterList } from './dto/task.view';

@ApiTags('tasks')
@Controller('me/filters')
export class SavedFiltersController {
  constructor(private readonly filters: InboxFiltersService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The filters of the inbox that I keep; how much each shows is among the counts' })
  @ApiResponse({ status: 200, type: SavedFilterList })
  listFilters(@CurrentActor() actor: Actor): Promise<SavedFilterList> {
    return this.filters.list(actor);
  }

  @Post()
  @SignedIn()
  @ApiOperation({ summary: 'Keep a filter' })
  @ApiResponse({ status: 201, type: SavedFilterItem })
  saveFilter(@CurrentActor() actor: Actor, @Body() body: SavedFilterBody): Promise<SavedFilterItem> {
    return this.filters.add(actor, body);
  }

  @Delete(':filter')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove one of my filters, or one that came with the product' })
  @ApiResponse({ status: 204 })
  removeFilter(@CurrentActor() actor: Actor, @Param('filter') id: string): Promise<void> {
    return this.filters.remove(actor, id);
  }
}
