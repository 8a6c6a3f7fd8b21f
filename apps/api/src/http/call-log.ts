import { randomUUID } from 'node:crypto';
import { withLogContext, type ProgramLog } from '@countersign/platform';
import type { NextFunction, Request, Response } from 'express';

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
          { method: request.method, path: request.path, status: response.statusCode, ms },
          'answered',
        );
      });
      next();
    });
  };
