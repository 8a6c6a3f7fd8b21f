import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { DirectoryImportInput } from '@countersign/domain';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right, SignedIn } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { TakesShown } from '../http/press/as-shown';
import { OptionalShown } from '../http/press/command-headers';
import { DirectoryExportService } from './directory-export.service';
import { DirectoryImportService } from './directory-import.service';
import { DirectoryImportQuery, PeopleQuery, UnitsQuery } from './dto/people.query';
import { DirectoryImportView, PeoplePage, PersonView, UnitPage, UnitView } from './dto/people.view';
import { VacanciesQuery } from './dto/vacancies.query';
import { VacancyPage } from './dto/vacancies.view';
import { ImpactService } from './leaving/impact.service';
import { ImpactView } from './leaving/impact.view';
import { PeopleService } from './people.service';
import { VacanciesService } from './vacancies.service';

@ApiTags('people')
@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly imports: DirectoryImportService,
    private readonly exports: DirectoryExportService,
    private readonly vacancies: VacanciesService,
    private readonly impacts: ImpactService,
  ) {}

  @Get('people')
  @SignedIn()
  @ApiOperation({ summary: 'The directory' })
  @ApiResponse({ status: 200, type: PeoplePage })
  listPeople(@CurrentActor() actor: Actor, @Query() query: PeopleQuery): Promise<PeoplePage> {
    return this.people.list(actor, query);
  }

  @Get('vacancies')
  @SignedIn()
  @ApiOperation({ summary: 'Posts that nobody holds today, and what that means for requests' })
  @ApiResponse({ status: 200, type: VacancyPage })
  listVacancies(@CurrentActor() actor: Actor, @Query() query: VacanciesQuery): Promise<VacancyPage> {
    return this.vacancies.list(actor, query);
  }

  @Get('people/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One person with their posts' })
  @ApiResponse({ status: 200, type: PersonView })
  readPerson(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return this.people.read(actor, id);
  }

  @Get('people/:id/impact')
  @Right('directory.import')
  @ApiOperation({ summary: 'What somebody would leave behind who leaves the company' })
  @ApiResponse({ status: 200, type: ImpactView })
  readImpact(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImpactView> {
    return this.impacts.of(actor, id);
  }

  @Get('units')
  @SignedIn()
  @ApiOperation({ summary: 'Units of the company, such as its stores' })
  @ApiResponse({ status: 200, type: UnitPage })
  listUnits(@CurrentActor() actor: Actor, @Query() query: UnitsQuery): Promise<UnitPage> {
    return this.people.units(actor, query);
  }

  @Get('units/:id')
  @SignedIn()
  @ApiOperation({ summary: 'One unit' })
  @ApiResponse({ status: 200, type: UnitView })
  readUnit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UnitView> {
    return this.people.unit(actor, id);
  }

  @Post('directory/import')
  @TakesBody('directory')
  @Right('directory.import')
  @HttpCode(200)
  @ApiOperation({ summary: 'Units, roles, people, posts, grants: by key, all or nothing' })
  @TakesShown('The `standing` of its trial')
  @ApiBody({ schema: { $ref: '#/components/schemas/DirectoryImportInput' } })
  @ApiResponse({ status: 200, type: DirectoryImportView })
  importDirectory(
    @CurrentActor() actor: Actor,
    @Query() query: DirectoryImportQuery,
    @Body() body: object,
    @OptionalShown() shown: string | null,
  ): Promise<DirectoryImportView> {
    return query.trial === 'true' ? this.imports.tryOut(actor, body) : this.imports.import({ ...actor, shown }, body);
  }

  @Get('directory/export')
  @Right('directory.import')
  @Header('Content-Disposition', 'attachment; filename="directory.json"')
  @ApiOperation({ summary: 'The directory as an import takes it; imported again, it changes nothing' })
  @ApiResponse({ status: 200, schema: { $ref: '#/components/schemas/DirectoryImportInput' } })
  exportDirectory(@CurrentActor() actor: Actor): Promise<DirectoryImportInput> {
    return this.exports.export(actor.companyId);
  }

  @Get('directory/sample')
  @Right('directory.import')
  @Header('Content-Disposition', 'attachment; filename="directory-sample.json"')
  @ApiOperation({ summary: 'A small directory to begin with, as an import takes it' })
  @ApiResponse({ status: 200, schema: { $ref: '#/components/schemas/DirectoryImportInput' } })
  readSampleDirectory(@CurrentActor() actor: Actor): Promise<DirectoryImportInput> {
    return this.exports.sample(actor.companyId);
  }
}
