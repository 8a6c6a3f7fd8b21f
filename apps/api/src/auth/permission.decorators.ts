import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { TokenScope } from '@countersign/database';
import type { RightName } from '@countersign/domain';
import { CALLS_EXTENSION, TakesBody } from '../http/door/limits';

/** Who may call a route. Every route declares exactly one; a meta test fails on a route without. */
export type Permission =
  /** Anybody, signed in or not. */
  | { kind: 'public' }
  /** Anybody with an account of the company. The service narrows to the caller's own rows. */
  | { kind: 'signed-in' }
  /** Holders of a named right. */
  | { kind: 'right'; right: RightName }
  /** People concerned by the request that the parameter names, and holders of `requests.read-all`. */
  | { kind: 'participant'; of: 'request' | 'task' }
  /** The requester of the request that the parameter names. */
  | { kind: 'requester' }
  /** Signed in; whether this person may is decided by the guards of the request's machine, and nowhere else. */
  | { kind: 'engine'; of: 'request' | 'task' };

export const PERMISSION = 'countersign:permission';
/** The scope that a token needs, where it is not the one that method and permission say (`permission.guard.ts`). */
export const SCOPE = 'countersign:scope';
const declare = (permission: Permission): MethodDecorator => SetMetadata(PERMISSION, permission);

/** Open to everybody, so many times a minute from one address, and with the smallest of bodies. */
export const Public = (perMinute: number): MethodDecorator =>
  applyDecorators(
    declare({ kind: 'public' }),
    TakesBody('public'),
    Throttle({ default: { limit: perMinute, ttl: 60_000 } }),
    ApiExtension(CALLS_EXTENSION, perMinute),
  );
export const SignedIn = (scope?: TokenScope): MethodDecorator =>
  scope ? applyDecorators(declare({ kind: 'signed-in' }), SetMetadata(SCOPE, scope)) : declare({ kind: 'signed-in' });
/** What a right is used for though the route does not ask for it by name: a token needs the scope for rights. */
export const UsesRights = (): MethodDecorator => SetMetadata(SCOPE, 'admin' satisfies TokenScope);
export const Right = (right: RightName): MethodDecorator => declare({ kind: 'right', right });
export const Participant = (of: 'request' | 'task' = 'request'): MethodDecorator => declare({ kind: 'participant', of });
export const Requester = (): MethodDecorator => declare({ kind: 'requester' });
export const EngineDecides = (of: 'request' | 'task' = 'request'): MethodDecorator => declare({ kind: 'engine', of });
