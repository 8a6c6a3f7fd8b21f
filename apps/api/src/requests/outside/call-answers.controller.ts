import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post, RawBody } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ownValue, type Json } from '@countersign/domain';
import { Public } from '../../auth/permission.decorators';
import { CallAnswersService } from './call-answers.service';
import { AnswerTaken } from '../dto/call-answer.view';

/** Where other systems answer what a request has asked of them. */
@ApiTags('calls')
@Controller('requests')
export class CallAnswersController {
  constructor(private readonly answers: CallAnswersService) {}

  @Post(':id/calls/:call/answer')
  @Public(600)
  @HttpCode(202)
  @ApiOperation({
    summary: 'Answer a call that waits for it',
    description:
      'For the system that was asked, at the address that came with the call. Signed as Standard Webhooks has it, with the key of that system; `Authorization: Bearer` brings the token of the call. The body is the JSON answer; `"failed": true` says that it was not done. Answering again changes nothing.',
  })
  @ApiHeader({ name: 'webhook-id', required: true })
  @ApiHeader({ name: 'webhook-timestamp', required: true })
  @ApiHeader({ name: 'webhook-signature', required: true })
  @ApiResponse({ status: 202, type: AnswerTaken })
  answerCall(
    @Param('id', ParseUUIDPipe) requestId: string,
    @Param('call', ParseUUIDPipe) call: string,
    @Headers() headers: Record<string, string | undefined>,
    @Body() body: object | undefined,
    @RawBody() raw: Buffer | undefined,
  ): Promise<AnswerTaken> {
    const said = (name: string): string => ownValue(headers, name) ?? '';
    return this.answers.take({
      ...{ requestId: requestId.toLowerCase(), call: call.toLowerCase(), body: (body ?? null) as Json },
      token: said('authorization').replace(/^Bearer /, ''),
      id: said('webhook-id'),
      timestamp: said('webhook-timestamp'),
      signature: said('webhook-signature'),
      raw: raw?.toString('utf8') ?? '',
    });
  }
}
