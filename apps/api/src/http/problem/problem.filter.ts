import { isConnectionLoss } from '@countersign/database';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { routeOf } from '../call-log';
import { languageOf } from './language';
import { cleanName } from '../door/unfit';
import { Problem, type ProblemCode } from './problem';
import { problemDocument } from './problem-document';
import { problemStatus } from './problem-status';

/** The one place where an error becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const problem = problemOf(error);
    const status = problemStatus(problem.code);
    if (status >= 500) this.logger.error({ err: error, method: request.method, route: routeOf(request) }, 'request failed');
    if (response.headersSent) return void response.end();
    if (problem.code === 'throttled') response.setHeader('Retry-After', String(problem.params['seconds'] ?? 60));
    if (problem.code === 'unavailable' || problem.code === 'restored') response.setHeader('Retry-After', '5');
    response
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify(problemDocument(problem, languageOf(request), request.path)));
  }
}

const BY_STATUS: Record<number, ProblemCode> = {
  400: 'invalid-parameter',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-large',
  415: 'file-type',
  422: 'invalid-body',
  429: 'throttled',
  503: 'unavailable',
};

/** What an error means to the caller. Nest's own and the body parser's are told by their status; a lost database is not our caller's fault. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ThrottlerException) return new Problem('throttled', { seconds: 60 });
  if (namesNoRequest(error)) return new Problem('not-found', { what: 'request' });
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  const code = BY_STATUS[status] ?? (isDatabaseLoss(error) ? 'unavailable' : 'internal');
  return new Problem(code, code === 'not-found' ? { what: 'route' } : code === 'invalid-parameter' ? { name: nameOf(error) } : {});
}

/** A command for a request that is not there, or no longer: a draft thrown away in the same moment. */
function namesNoRequest(error: unknown): boolean {
  const { code, table } = (error ?? {}) as { code?: unknown; table?: unknown };
  return code === '23503' && table === 'command';
}

function statusOf(error: unknown): number {
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? status : 500;
}

/** Messages of others may hold what was sent: only the name of a thing is told, such as that of an upload's field. */
const nameOf = (error: unknown): string => {
  const { field } = (error ?? {}) as { field?: unknown };
  return typeof field === 'string' ? cleanName(field) : 'request';
};

/** Connection refused, reset or ended, or PostgreSQL shutting down (class 57P), giving a statement up (57014) or out of connections (53300). */
function isDatabaseLoss(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return isConnectionLoss(error) || (typeof code === 'string' && /^(57P0|57014|08|53300)/.test(code));
}
