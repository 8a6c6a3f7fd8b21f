import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, type RawBodyRequest, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { Reflector } from '@nestjs/core';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import express, { type Request, type RequestHandler, type Response } from 'express';
import type { Observable } from 'rxjs';
import { Problem } from '../problem/problem';
import { BODY_KIND, BODY_LIMITS, type BodyKind, type BodyLimit } from './limits';
import { outlineProblem } from './json-outline';
import { readJsonText } from './read-json';
import { firstUnfit, UNFIT_TEXT, type Unfit } from './unfit';

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

const readers = new Map<number, RequestHandler>();
const readerOf = (limit: number): RequestHandler => {
  const reader = readers.get(limit) ?? express.raw({ limit, type: () => true, inflate: false });
  readers.set(limit, reader);
  return reader;
};

/**
 * Reads the JSON body of a route that takes one, after the guards: of somebody who may not call, not a byte is read. What it may hold is
 * bounded here; its members are checked where they are taken in (`take-in.pipe.ts`).
 */
@Injectable()
export class ReadBodyInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const kind = bodyKindOf(context, this.reflector);
    if (kind !== 'upload' && takesBody(context)) {
      const http = context.switchToHttp();
      const request = http.getRequest<Request>();
      const body = await readJson(request, http.getResponse<Response>(), BODY_LIMITS[kind]);
      // What is signed is signed as it came in.
      if (Buffer.isBuffer(request.body)) (request as RawBodyRequest<Request>).rawBody = request.body;
      request.body = body;
    }
    return next.handle();
  }
}

export const bodyKindOf = (context: ExecutionContext, reflector: Reflector): BodyKind =>
  reflector.get<BodyKind | undefined>(BODY_KIND, context.getHandler()) ?? 'plain';

/** Whether the handler has a parameter for the body. */
function takesBody(context: ExecutionContext): boolean {
  const named = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as object | undefined;
  return Object.keys(named ?? {}).some((key) => key.startsWith(`${RouteParamtypes.BODY}:`));
}

async function readJson(request: Request, response: Response, limit: BodyLimit): Promise<unknown> {
  await new Promise<void>((resolve, reject) => {
    void readerOf(limit.bytes)(request, response, (error?: unknown) => (error ? reject(refusalOf(error, limit.bytes)) : resolve()));
  });
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return undefined;
  if (!JSON_TYPE.test(request.header('content-type') ?? '')) throw new Problem('body-type');
  // Of what is large, each of its readings has a turn of its own.
  const isLarge = bytes.length > BODY_LIMITS.form.bytes;
  const outline = outlineProblem(bytes, limit);
  if (outline) throw unfitProblem({ place: '', code: outline });
  if (isLarge) await nextTurn();
  const body = parsed(bytes);
  if (isLarge) await nextTurn();
  const unfit = firstUnfit(body, limit);
  if (unfit) throw unfitProblem(unfit);
  return body;
}

const unfitProblem = ({ place, code }: Unfit): Problem =>
  new Problem('invalid-body', {}, [{ field: place, code, params: {}, message: UNFIT_TEXT[code] }]);

function parsed(bytes: Buffer): unknown {
  try {
    return readJsonText(bytes);
  } catch {
    throw new Problem('not-json');
  }
}

function refusalOf(error: unknown, limit: number): unknown {
  const { type } = error as { type?: unknown };
  if (type === 'entity.too.large') return new Problem('too-large', { bytes: limit });
  return type === 'encoding.unsupported' ? new Problem('body-type') : error;
}
