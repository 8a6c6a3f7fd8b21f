import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Res, StreamableFile, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { Response } from 'express';
import { CurrentActor, type Actor } from '../auth/actor';
import { SignedIn } from '../auth/permission.decorators';
import { TakesBody } from '../http/door/limits';
import { Optional } from '../http/schema/schema.decorators';
import { FileReferenceView } from '../http/schema/values.view';
import { FILE_LIMITS } from './file-types';
import { FilesService, type UploadedContent } from './files.service';

/** Of the form around the file: nothing that is not asked for is read. */
const FORM_LIMITS = { files: 1, fields: 2, parts: 3, fieldNameSize: 50, fieldSize: 200, headerPairs: 20 };

class UploadBody {
  @Optional({ type: String, format: 'uuid' }) @IsUUID() requestId?: string;
}

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Post()
  @TakesBody('upload')
  @SignedIn()
  @UseInterceptors(FileInterceptor('file', { limits: { ...FORM_LIMITS, fileSize: FILE_LIMITS.bytes } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, requestId: { type: 'string', format: 'uuid' } },
    },
  })
  @ApiOperation({ summary: 'Upload one file of at most 20 MB' })
  @ApiResponse({ status: 201, type: FileReferenceView })
  uploadFile(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: UploadedContent | undefined,
    @Body() body: UploadBody,
  ): Promise<FileReferenceView> {
    return this.files.store(actor, file, body.requestId ?? null);
  }

  @Get(':id')
  @SignedIn()
  @ApiProduces('application/octet-stream')
  @ApiOperation({ summary: 'A file, readable by whoever may read its request' })
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  readFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.files.read(actor, id, response);
  }
}
