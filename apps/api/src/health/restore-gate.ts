import { RestoreWatch } from '@countersign/database';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../http/problem';

const LIVE_MS = 1_000;

/** After a restore nothing is served before `verify-journal` has passed. Health and metrics stay open. */
@Injectable()
export class RestoreGate implements CanActivate {
  private known: { shut: boolean; until: number } = { shut: false, until: 0 };

  constructor(private readonly watch: RestoreWatch) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { path } = context.switchToHttp().getRequest<Request>();
    if (path.startsWith('/api/') && (await this.isShut())) throw new Problem('restored');
    return true;
  }

  async isShut(): Promise<boolean> {
    if (this.known.until <= Date.now()) this.known = { shut: await this.watch.isShut(), until: Date.now() + LIVE_MS };
    return this.known.shut;
  }
}
