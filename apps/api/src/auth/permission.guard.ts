import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '../http/problem';
import { ReadersService } from '../requests/readers.service';
import { sameSecret } from './secrets';
import { sessionTokenOf } from './session-cookie';
import { SessionsService } from './sessions.service';
import { PERMISSION, type Permission } from './permission.decorators';
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
    const actor = await this.identify(request);
    request.actor = actor;
    await this.admit(permission, actor, String(request.params['id'] ?? ''));
    return true;
  }

  private async identify(request: ActorRequest): Promise<Actor> {
    const bearer = /^Bearer (cst_[A-Za-z0-9_-]{20,100})$/.exec(request.header('authorization') ?? '')?.[1];
    if (bearer) return (await this.sessions.byBearer(bearer)) ?? unauthenticated();
    const token = sessionTokenOf(request);
    const actor = (token && (await this.sessions.bySession(token))) || unauthenticated();
    if (!READING.has(request.method) && !sameSecret(request.header('x-csrf-token') ?? '', actor.csrf ?? '')) throw new Problem('csrf');
    return actor;
  }

  private async admit(permission: Permission, actor: Actor, id: string): Promise<void> {
    switch (permission.kind) {
      case 'right':
        if (!actor.rights.includes(permission.right))
          throw new Problem('right-missing', await this.readers.holdersOf(actor, permission.right));
        return;
      case 'participant':
        return this.readers.requireReader(actor, id, permission.of);
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
