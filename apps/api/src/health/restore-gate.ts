import { RestoreWatch, clock } from '@countersign/database';
import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '../http/problem/problem';

const LIVE_MS = 1_000;
const OPEN = 'countersign:open-during-restore';

/** Routes that tell about the program rather than about anybody's data. */
export const OpenDuringRestore = (): ClassDecorator => SetMetadata(OPEN, true);

/** After a restore nothing is served before `verify-journal` has passed. What is said of the route decides, never its address. */
@Injectable()
export class RestoreGate implements CanActivate {
  private known: { shut: boolean; until: number } = { shut: false, until: 0 };

  constructor(
    private readonly watch: RestoreWatch,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<boolean | undefined>(OPEN, context.getClass()) !== true && (await this.isShut())) throw new Problem('restored');
    return true;
  }

  async isShut(): Promise<boolean> {
    if (this.known.until <= clock.ms()) this.known = { shut: await this.watch.isShut(), until: clock.ms() + LIVE_MS };
    return this.known.shut;
  }
}
