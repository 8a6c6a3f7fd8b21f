import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right, SignedIn } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { OptionalShown, Shown } from '../http/press/command-headers';
import { Optional } from '../http/schema/schema.decorators';
import { DefinitionImportService } from './definition-import.service';
import { DefinitionReleaseService } from './definition-release.service';
import { DefinitionsService } from './definitions.service';
import { DefinitionDraftView, DefinitionList, DefinitionVersionList, DefinitionVersionView, DefinitionView } from './dto/definition.view';
import { VersionChangesQuery, VersionChangesView } from './dto/version-changes.view';
import { VersionChangesService } from './version-changes.service';

const LISTED = ['published', 'draft'] as const;

class DefinitionListQuery {
  @Optional({ enum: ['true', 'false'] }) @IsIn(['true', 'false']) startable?: string;
  @Optional({ type: String }) @IsString() @MaxLength(200) q?: string;
  @Optional({ enum: LISTED, default: 'published', description: 'Drafts are for those who import or publish them.' })
  @IsIn(LISTED)
  status?: (typeof LISTED)[number];
}

class TriedAsQuery {
  @Optional({ type: String, format: 'uuid', description: 'By whose roles and day `surroundings` are; left out: the caller’s.' })
  @IsUUID()
  requesterId?: string;
}

@ApiTags('definitions')
@Controller('definitions')
export class DefinitionsController {
  constructor(
    private readonly definitions: DefinitionsService,
    private readonly imports: DefinitionImportService,
    private readonly releases: DefinitionReleaseService,
    private readonly changes: VersionChangesService,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'The catalogue: what may be started, and why the rest may not; or the drafts' })
  @ApiResponse({ status: 200, type: DefinitionList })
  listDefinitions(@CurrentActor() actor: Actor, @Query() query: DefinitionListQuery): Promise<DefinitionList> {
    if (query.status === 'draft') return this.definitions.drafts(actor);
    return this.definitions.list(actor, { startable: query.startable === 'true', q: query.q ?? '' });
  }

  @Get(':key')
  @SignedIn()
  @ApiOperation({ summary: 'The published version of a definition' })
  @ApiResponse({ status: 200, type: DefinitionView })
  readDefinition(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<DefinitionView> {
    return this.definitions.published(actor, key);
  }

  @Get(':key/versions')
  @SignedIn()
  @ApiOperation({ summary: 'All versions of a definition' })
  @ApiResponse({ status: 200, type: DefinitionVersionList })
  listVersions(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<DefinitionVersionList> {
    return this.definitions.versions(actor, key);
  }

  @Get(':key/versions/:version')
  @SignedIn()
  @ApiOperation({ summary: 'One version as it was imported, for those who import or publish' })
  @ApiResponse({ status: 200, type: DefinitionVersionView })
  readVersion(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('version', ParseIntPipe) version: number,
    @Query() { requesterId }: TriedAsQuery,
  ): Promise<DefinitionVersionView> {
    return this.imports.version(actor, { key, version }, requesterId);
  }

  @Get(':key/versions/:version/changes')
  @SignedIn()
  @ApiOperation({ summary: 'What a version has changed against another, in words, for those who import, publish or track' })
  @ApiResponse({ status: 200, type: VersionChangesView })
  readVersionChanges(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('version', ParseIntPipe) version: number,
    @Query() { since }: VersionChangesQuery,
  ): Promise<VersionChangesView> {
    return this.changes.read(actor, { key, version, since });
  }

  @Post()
  @TakesBody('definition')
  @Right('definitions.import')
  @ApiOperation({ summary: 'Import a definition as a draft; an existing draft of that version is replaced' })
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The hash of the draft that it replaces, in quotes; one that was imported since is kept.',
  })
  @ApiBody({ schema: { $ref: '#/components/schemas/DefinitionInput' } })
  @ApiResponse({ status: 201, schema: { $ref: getSchemaPath(DefinitionDraftView) } })
  importDefinition(@CurrentActor() actor: Actor, @Body() body: object, @OptionalShown() over: string | null): Promise<DefinitionDraftView> {
    return this.imports.importDraft(actor, body, over);
  }

  @Post(':key/versions/:version/publish')
  @Right('definitions.publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish a draft as it was looked at; it never changes again' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The hash of what was looked at, in quotes.' })
  @ApiResponse({ status: 200, type: DefinitionDraftView })
  publishDefinition(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('version', ParseIntPipe) version: number,
    @Shown() shown: string,
  ): Promise<DefinitionDraftView> {
    return this.releases.publish(actor, { key, version }, shown);
  }

  @Post(':key/versions/:version/retire')
  @Right('definitions.publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take a version out of use: nothing new is started with it, what was submitted goes on' })
  @ApiResponse({ status: 200, type: DefinitionDraftView })
  retireDefinition(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<DefinitionDraftView> {
    return this.releases.retire(actor, { key, version });
  }

  @Delete(':key/versions/:version')
  @Right('definitions.import')
  @HttpCode(204)
  @ApiOperation({ summary: 'Throw a draft version away' })
  @ApiResponse({ status: 204 })
  deleteDefinitionDraft(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<void> {
    return this.imports.removeDraft(actor, key, version);
  }
}
