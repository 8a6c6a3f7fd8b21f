import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language, RightName } from '@countersign/domain';
import type { Request } from 'express';

/** Who is calling: a person of a company, by session or by token. */
export interface Actor {
  personId: string;
  companyId: string;
  language: Language;
  rights: RightName[];
  /** Token hash of the session; null for bearer tokens. */
  session: string | null;
  csrf: string | null;
}

/** A request that has passed the door. */
export interface ActorRequest extends Request {
  actor?: Actor;
}

/** The caller; only on routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Error('Expected a signed-in caller, but the route is public');
  return actor;
});
