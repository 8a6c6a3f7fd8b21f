import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from './problem';

const KEY = /^[\x21-\x7e]{1,200}$/;

function commandKey(context: ExecutionContext): string | null {
  const value = context.switchToHttp().getRequest<Request>().header('idempotency-key')?.trim();
  return value && KEY.test(value) ? value : null;
}

/** The `Idempotency-Key` header: one per press. */
export const CommandKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = commandKey(context);
  if (!key) throw new Problem('idempotency-key-required');
  return key;
});

/** The same header where it may be left out. */
export const OptionalCommandKey = createParamDecorator((_: unknown, context: ExecutionContext) => commandKey(context));

/** The content hash of what was shown, from `If-Match`. */
export const Shown = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const value = context.switchToHttp().getRequest<Request>().header('if-match')?.trim();
  const hash = value?.replace(/^W\//, '').replace(/^"(.*)"$/, '$1');
  if (!hash) throw new Problem('if-match-required');
  return hash;
});
