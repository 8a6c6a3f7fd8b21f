import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { PERMISSION, type Permission } from './permission.decorators';

/** Stands before every public route: so many calls a minute from one address (of IPv6, one network of 64 bits). Who is signed in is known by name instead. */
@Injectable()
export class PublicThrottleGuard extends ThrottlerGuard {
  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<Permission | undefined>(PERMISSION, context.getHandler());
    return Promise.resolve(permission?.kind !== 'public');
  }
}
