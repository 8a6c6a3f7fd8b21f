import { clock } from '@countersign/database';
import { canonicalJson, type Json } from '@countersign/domain';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, from, mergeMap, of, throwError, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Problem } from '../problem/problem';
import { AnsweredPresses, textHash, type PressStart, type PressId, type PressAttempt } from './answered-presses';
import { commandKeyOf } from './command-headers';

interface PersonRequest extends Request {
  actor?: { personId: string };
}

const PATIENCE_MS = 10_000;
const LOOK_MS = 100;

/**
 * A press with an `Idempotency-Key` is done once: whoever repeats it gets the first answer again; one that is still being done is waited for a
 * while. What was refused may be tried again under the same key. Commands are none of this: their rows keep their keys for good.
 */
@Injectable()
export class PressInterceptor implements NestInterceptor {
  private readonly presses: AnsweredPresses;

  constructor(database: DataSource) {
    this.presses = new AnsweredPresses(database);
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<PersonRequest>();
    const press = pressOf(request);
    if (press === null) return next.handle();
    if (isCommand(request)) {
      if (await this.presses.has(press)) throw new Problem('key-reused');
      return next.handle();
    }
    const begun = await this.patiently(press);
    switch (begun.kind) {
      case 'mine':
        return this.once({ ...press, since: begun.since }, next, http.getResponse<Response>());
      case 'answered':
        http.getResponse<Response>().status(begun.status);
        return of(begun.answer);
      case 'busy':
        throw new Problem('key-busy');
      case 'other':
        throw new Problem('key-reused');
    }
  }

  private once(press: PressAttempt, next: CallHandler, response: Response): Observable<unknown> {
    const failed = (error: unknown) =>
      from(this.presses.giveBack(press)).pipe(
        catchError(() => of(undefined)),
        mergeMap(() => throwError(() => error)),
      );
    const kept = async (answer: unknown) => {
      await this.presses.finish(press, response.statusCode, answer);
      return answer;
    };
    return next.handle().pipe(catchError(failed), mergeMap(kept));
  }

  private async patiently(press: PressId): Promise<PressStart> {
    for (const end = clock.ms() + PATIENCE_MS; ; await new Promise((resolve) => setTimeout(resolve, LOOK_MS))) {
      const begun = await this.presses.begin(press);
      if (begun.kind !== 'busy' || clock.ms() > end) return begun;
    }
  }
}

/** A command row keeps its key; only what was pressed under it as something else is looked for. */
const isCommand = ({ query }: Request): boolean => query['submit'] === 'true';

/** Null: no key was sent. */
function pressOf(request: PersonRequest): PressId | null {
  const key = commandKeyOf(request);
  const { actor, query, method, path } = request;
  if (key === null || !actor) return null;
  const body = (request.body ?? null) as Json;
  const pressHash = textHash(`${method} ${path}\n${canonicalJson(query as Json)}\n${canonicalJson(body)}`);
  return { personId: actor.personId, keyHash: textHash(key), pressHash };
}
