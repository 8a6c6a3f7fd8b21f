import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../problem/problem';

/** Visible signs of ASCII, not too many: what is kept of a header. */
const KEY = /^[\x21-\x7e]{1,200}$/;

/** One press of a button: its key, and whether the view after it is left out of the answer. */
export interface Press {
  key: string;
  minimal: boolean;
}

/** RFC 7240: names in any case, the first one of a kind counts. */
const RETURN = /(?:^|,)\s*return\s*=\s*"?([a-z]+)"?\s*(?=[,;]|$)/i;

function prefersMinimal(context: ExecutionContext): boolean {
  const value = context.switchToHttp().getRequest<Request>().header('prefer') ?? '';
  return RETURN.exec(value)?.[1]?.toLowerCase() === 'minimal';
}

/** The key that was sent; null where none was. One that is none is never taken for none. */
export function commandKeyOf(request: Request): string | null {
  const value = request.header('idempotency-key')?.trim();
  if (value === undefined) return null;
  if (!KEY.test(value)) throw new Problem('invalid-parameter', { name: 'Idempotency-Key' });
  return value;
}

const commandKey = (context: ExecutionContext): string | null => commandKeyOf(context.switchToHttp().getRequest<Request>());

/** The `Idempotency-Key` header, one per press, and what `Prefer` wants to be answered. */
export const CommandPress = createParamDecorator((_: unknown, context: ExecutionContext): Press => {
  const key = commandKey(context);
  if (!key) throw new Problem('idempotency-key-required');
  return { key, minimal: prefersMinimal(context) };
});

/** The key alone, where it may be left out. */
export const OptionalCommandKey = createParamDecorator((_: unknown, context: ExecutionContext) => commandKey(context));

function matchOf(context: ExecutionContext): string | null {
  const value = context.switchToHttp().getRequest<Request>().header('if-match')?.trim();
  const hash = value?.replace(/^W\//, '').replace(/^"(.*)"$/, '$1');
  if (!hash) return null;
  if (!KEY.test(hash)) throw new Problem('invalid-parameter', { name: 'If-Match' });
  return hash;
}

/** The content hash of what was shown, from `If-Match`. */
export const Shown = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const hash = matchOf(context);
  if (hash === null) throw new Problem('if-match-required');
  return hash;
});

/** The same where it may be left out. */
export const OptionalShown = createParamDecorator((_: unknown, context: ExecutionContext) => matchOf(context));
