import { randomUUID } from 'node:crypto';
import { withLogContext, type ProgramLog } from '@countersign/platform';
import type { NextFunction, Request, Response } from 'express';

/** The route as it was declared: an address may carry a secret or somebody's words. */
export function routeOf(request: Request): string {
  const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'no route';
}

/** Gives each call an id that all its log lines carry, and writes one line when it has been answered. */
export const callLog =
  ({ lines }: ProgramLog) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const [call, begun] = [randomUUID(), performance.now()];
    response.setHeader('X-Call-Id', call);
    withLogContext({ call }, () => {
      response.on('finish', () => {
        const ms = Math.round(performance.now() - begun);
        lines[response.statusCode >= 500 ? 'warn' : 'debug'](
          { method: request.method, route: routeOf(request), status: response.statusCode, ms },
          'answered',
        );
      });
      next();
    });
  };
