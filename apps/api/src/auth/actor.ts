import type { TokenScope } from '@countersign/database';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language, RightName, UsedToken } from '@countersign/domain';
import type { Request } from 'express';

/** A token as its caller has it. */
export interface ActorToken {
  id: string;
  name: string;
  /** Person id. */
  issuedBy: string;
  hash: string;
  scopes: TokenScope[];
  expiresAt: Date;
}

/** Who is calling: a person of a company, by session or by token. */
export interface Actor {
  personId: string;
  companyId: string;
  language: Language;
  rights: RightName[];
  /** Hash of the session's cookie; null for bearer tokens. */
  session: string | null;
  /** The bearer token that was shown; null for sessions, which may do all that their person may. */
  token: ActorToken | null;
  /** The link that somebody else issued and with which the session began; null for a session of the person's own, and for tokens. */
  link: UsedToken | null;
  csrf: string | null;
}

/** Which token a program, or whose link somebody has come in by, as what they write keeps it; null for a person's own session. Pure. */
export function usedToken({ token, link }: Pick<Actor, 'token' | 'link'>): UsedToken | null {
  return token ? { id: token.id, name: token.name, issuedBy: token.issuedBy } : link;
}

/** Where a decision is made: read with its actor, in one trip. */
export interface TaskPlace {
  requestId: string;
  step: string;
  generation: number;
  seat: number;
  personId: string;
}

/** A request that has passed the door. */
export interface ActorRequest extends Request {
  actor?: Actor;
  /** The task that a decision is about; null where the caller's company has none of that id. */
  task?: TaskPlace | null;
}

/** The caller; only on routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Error('Expected a signed-in caller, but the route is public');
  return actor;
});

/** The task to be decided; only on routes where the engine decides on a task. */
export const CurrentTask = createParamDecorator((_: unknown, context: ExecutionContext): TaskPlace | null => {
  const { task } = context.switchToHttp().getRequest<ActorRequest>();
  if (task === undefined) throw new Error('Expected a task to decide on, but the route is about none');
  return task;
});
