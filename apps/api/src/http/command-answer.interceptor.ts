import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

/**
 * Gives an open command its 202 and says where its outcome will be; says of a done one whether its view was left out as preferred. Answers that
 * are no command pass as they are.
 */
@Injectable()
export class CommandAnswerInterceptor implements NestInterceptor<object, object> {
  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((answer) => {
        if (!('commandId' in answer) || !('status' in answer)) return answer;
        response.vary('Prefer');
        if (answer.status === 'open') response.status(202).location(`/api/v1/commands/${String(answer.commandId)}`);
        else response.status(200);
        if (answer.status === 'done' && 'view' in answer && answer.view === null) response.set('Preference-Applied', 'return=minimal');
        return answer;
      }),
    );
  }
}
