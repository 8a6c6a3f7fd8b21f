import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentActor, type Actor } from '../auth/actor';
import { Right } from '../auth/permission.decorators';
import { PageQuery } from '../http/schema/page.query';
import { AuditEntriesService } from './audit-entries.service';
import { AuditEntriesQuery } from './dto/audit.query';
import { AuditEntryPage, AuditStateView, JournalCheckPage, JournalCheckView } from './dto/audit.view';
import { EvidenceService } from './evidence.service';
import { JournalChecksService } from './journal-checks.service';

/** The record of all requests: whether it holds, and what is in it. */
@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly checks: JournalChecksService,
    private readonly entries: AuditEntriesService,
    private readonly evidence: EvidenceService,
  ) {}

  @Get()
  @Right('journal.verify')
  @ApiOperation({ summary: 'The seals of the record, month by month, where they are kept outside, and what the last check has found' })
  @ApiResponse({ status: 200, type: AuditStateView })
  readAudit(@CurrentActor() actor: Actor): Promise<AuditStateView> {
    return this.checks.state(actor);
  }

  @Get('entries')
  @Right('journal.verify')
  @ApiOperation({ summary: 'What ever moved a request of the company, newest first' })
  @ApiResponse({ status: 200, type: AuditEntryPage })
  listAuditEntries(@CurrentActor() actor: Actor, @Query() query: AuditEntriesQuery): Promise<AuditEntryPage> {
    return this.entries.list(actor, query);
  }

  @Get('checks')
  @Right('journal.verify')
  @ApiOperation({ summary: 'Checks of the whole record, newest first' })
  @ApiResponse({ status: 200, type: JournalCheckPage })
  listJournalChecks(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<JournalCheckPage> {
    return this.checks.list(actor, query);
  }

  @Post('checks')
  @Right('journal.verify')
  @HttpCode(202)
  @ApiOperation({ summary: 'Work out every link of the record again; it goes on by itself' })
  @ApiResponse({ status: 202, type: JournalCheckView })
  beginJournalCheck(@CurrentActor() actor: Actor): Promise<JournalCheckView> {
    return this.checks.begin(actor);
  }

  @Get('checks/:id')
  @Right('journal.verify')
  @ApiOperation({ summary: 'How far a check is, and what it has found' })
  @ApiResponse({ status: 200, type: JournalCheckView })
  readJournalCheck(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<JournalCheckView> {
    return this.checks.read(actor, id);
  }

  @Delete('checks/:id')
  @Right('journal.verify')
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel a check that is under way' })
  @ApiResponse({ status: 204 })
  cancelJournalCheck(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.checks.cancel(actor, id);
  }

  @Get('evidence/:request')
  @Right('journal.verify')
  @ApiProduces('application/zip')
  @ApiOperation({
    summary: 'The record of one request with a program that checks it offline; needs the right to read all requests besides',
  })
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async readEvidence(
    @CurrentActor() actor: Actor,
    @Param('request', ParseUUIDPipe) request: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { name, content } = await this.evidence.pack(actor, request);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(content, { type: 'application/zip', disposition: `attachment; filename="${name}"` });
  }
}
