import { SettingRepository } from '@countersign/database';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../http/problem';

/** Key of the setting that stands while a restored database has not been checked against its workflows. */
export const RESTORED = 'restored';
const LIVE_MS = 1_000;

/** After a restore nothing is served before `verify-journal` has passed. Health and metrics stay open. */
@Injectable()
export class RestoreGate implements CanActivate {
  private known: { closed: boolean; until: number } = { closed: false, until: 0 };

  constructor(private readonly settings: SettingRepository) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { path } = context.switchToHttp().getRequest<Request>();
    if (!path.startsWith('/api/')) return true;
    if (await this.isClosed()) throw new Problem('restored');
    return true;
  }

  async isClosed(): Promise<boolean> {
    if (this.known.until > Date.now()) return this.known.closed;
    const closed = (await this.settings.get(RESTORED)) !== undefined;
    this.known = { closed, until: Date.now() + LIVE_MS };
    return closed;
  }
}
