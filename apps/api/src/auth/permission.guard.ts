import type { TokenScope } from '@countersign/database';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isUUID } from 'class-validator';
import { Problem } from '../http/problem/problem';
import { ReadersService } from './readers.service';
import { sameSecret } from './secrets';
import { sessionTokenOf } from './session-cookie';
import { SessionsService, type Caller } from './sessions.service';
import { PERMISSION, SCOPE, type Permission } from './permission.decorators';
import type { Actor, ActorRequest } from './actor';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Stands before every route: who is calling, and does the route's declared permission cover them? A route that declares none is closed. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly readers: ReadersService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<Permission | undefined>(PERMISSION, context.getHandler());
    if (!permission) throw new Problem('forbidden');
    if (permission.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const id = String(request.params['id'] ?? '');
    const ofTask = permission.kind === 'engine' && permission.of === 'task';
    const { actor, task } = await this.identify(request, ofTask && isUUID(id) ? id : null);
    this.requireScope(context, actor);
    request.actor = actor;
    if (ofTask) request.task = task;
    await this.admit(permission, actor, { id, looking: READING.has(request.method) });
    return true;
  }

  private async identify(request: ActorRequest, taskId: string | null): Promise<Caller> {
    const bearer = /^Bearer (cst_[A-Za-z0-9_-]{20,100})$/.exec(request.header('authorization') ?? '')?.[1];
    if (bearer) return (await this.sessions.byBearer(bearer, taskId)) ?? unauthenticated();
    const token = sessionTokenOf(request);
    const caller = (token && (await this.sessions.bySession(token, taskId))) || unauthenticated();
    if (!READING.has(request.method) && !sameSecret(request.header('x-csrf-token') ?? '', caller.actor.csrf ?? ''))
      throw new Problem('csrf');
    return caller;
  }

  /** A token may look, act, or use rights, as its issuer said; a session may all of it. */
  private requireScope(context: ExecutionContext, { token }: Actor): void {
    if (!token) return;
    const scope = this.scopeOf(context);
    if (!token.scopes.includes(scope)) throw new Problem('scope-missing', { scope });
  }

  private scopeOf(context: ExecutionContext): TokenScope {
    const said = this.reflector.get<TokenScope | undefined>(SCOPE, context.getHandler());
    if (said) return said;
    if (this.reflector.get<Permission>(PERMISSION, context.getHandler()).kind === 'right') return 'admin';
    return READING.has(context.switchToHttp().getRequest<ActorRequest>().method) ? 'read' : 'act';
  }

  private async admit(permission: Permission, actor: Actor, { id, looking }: { id: string; looking: boolean }): Promise<void> {
    switch (permission.kind) {
      case 'right':
        if (!actor.rights.includes(permission.right))
          throw new Problem('right-missing', await this.readers.holdersOf(actor, permission.right));
        return;
      case 'participant':
        return this.readers.requireReader(actor, id, permission.of, looking);
      case 'requester':
        return this.readers.requireRequester(actor, id);
      case 'public':
      case 'signed-in':
      case 'engine':
        return;
    }
  }
}

function unauthenticated(): never {
  throw new Problem('unauthenticated');
}
