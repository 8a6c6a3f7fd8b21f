import { applyDecorators, HttpCode, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { CommandAnswer } from './command.view';
import { CommandAnswerInterceptor } from '../http/command-answer.interceptor';

/** A route that sends a command: 200 with the view, or without it where the caller prefers so; or 202 with `Location` while it is not known what became of it. */
export const CommandRoute = (): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    UseInterceptors(CommandAnswerInterceptor),
    ApiHeader({ name: 'Idempotency-Key', required: true, description: 'One per press; repeating it repeats the answer.' }),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description: '`return=minimal` leaves the view out of the answer (RFC 7240): `view` is null, and nothing is read for it.',
      schema: { type: 'string', example: 'return=minimal' },
    }),
    ApiResponse({
      status: 200,
      type: CommandAnswer,
      headers: { 'Preference-Applied': { description: '`return=minimal` where the view was left out.', schema: { type: 'string' } } },
    }),
    ApiResponse({ status: 202, type: CommandAnswer, description: 'Not yet known; look at `Location`.' }),
  );

/** A decision: bound to what was shown. */
export const DecisionRoute = (): MethodDecorator =>
  applyDecorators(
    CommandRoute(),
    ApiHeader({ name: 'If-Match', required: true, description: 'The content hash of what was shown, in quotes.' }),
  );
