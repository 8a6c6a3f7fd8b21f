import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../auth/actor';
import { Right } from '../../auth/permission.decorators';
import { PageQuery } from '../../http/schema/page.query';
import { RuleChangePage, RuleChangeView } from '../dto/change.view';
import { RuleChangesService } from './rule-changes.service';

@ApiTags('people')
@Controller('changes')
export class RuleChangesController {
  constructor(private readonly changes: RuleChangesService) {}

  @Get()
  @Right('journal.verify')
  @ApiOperation({ summary: 'Who changed the directory, rights, limits or a process, newest first' })
  @ApiResponse({ status: 200, type: RuleChangePage })
  listChanges(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<RuleChangePage> {
    return this.changes.list(actor, query);
  }

  @Get(':id')
  @Right('journal.verify')
  @ApiOperation({ summary: 'One change, with what was so before and what is so since' })
  @ApiResponse({ status: 200, type: RuleChangeView })
  readChange(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RuleChangeView> {
    return this.changes.read(actor, id);
  }
}
