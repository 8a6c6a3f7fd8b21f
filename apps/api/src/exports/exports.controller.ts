import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { languageOf } from '../http/problem/language';
import { ExportBody, ExportList, ExportView } from './export.view';
import { ExportsService, type SheetFile } from './exports.service';
import type { SheetFormat } from './sheets/sheet';

const TYPES: Record<SheetFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  xes: 'application/xml; charset=utf-8',
};

function answerOf({ name, format, content }: SheetFile, response: Response): StreamableFile {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new StreamableFile(content, { type: TYPES[format], disposition });
}

@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post()
  @SignedIn()
  @HttpCode(200)
  @ApiProduces(TYPES.xlsx, 'text/csv', 'application/xml', 'application/json')
  @ApiOperation({ summary: 'A list as a file, as I may read it: at once up to 5,000 rows, on the side up to 100,000' })
  @ApiResponse({ status: 200, description: 'The file.', schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 202, description: 'It is being written.', type: ExportView })
  async exportList(
    @CurrentActor() actor: Actor,
    @Body() body: ExportBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | ExportView> {
    const exported = await this.exports.export({ ...actor, language: languageOf(request) }, body, () => response.destroyed);
    if (exported.kind === 'file') return answerOf(exported.file, response);
    response.status(202).location(`/api/v1/exports/${exported.job.id}`);
    return exported.job;
  }

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'My long exports of the last day, newest first' })
  @ApiResponse({ status: 200, type: ExportList })
  async listExports(@CurrentActor() actor: Actor): Promise<ExportList> {
    return { items: await this.exports.list(actor) };
  }

  @Get(':id')
  @SignedIn()
  @ApiOperation({ summary: 'How far one of mine is' })
  @ApiResponse({ status: 200, type: ExportView })
  readExport(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ExportView> {
    return this.exports.read(actor, id);
  }

  @Get(':id/file')
  @SignedIn()
  @ApiProduces(TYPES.xlsx, 'text/csv', 'application/xml')
  @ApiOperation({ summary: 'The file of one of mine that is finished; it is kept for a day' })
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async readExportFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return answerOf(await this.exports.file(actor, id), response);
  }

  @Delete(':id')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Cancel one of mine, or throw its file away' })
  @ApiResponse({ status: 204 })
  cancelExport(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.exports.cancel(actor, id);
  }
}
