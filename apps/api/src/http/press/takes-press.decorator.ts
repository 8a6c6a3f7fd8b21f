import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { PressInterceptor } from './press.interceptor';

const REPEATS =
  'One per press, at most 200 signs: for a day, repeating it repeats the answer; with other content it is refused with `key-reused`.';

/** A route that makes something anew: with an `Idempotency-Key`, once. */
export const TakesIdempotencyKey = (more = ''): MethodDecorator =>
  applyDecorators(
    UseInterceptors(PressInterceptor),
    ApiHeader({ name: 'Idempotency-Key', required: false, description: `${REPEATS}${more}` }),
  );
