import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { ReadersService } from '../auth/readers.service';
import type { AuditItem } from '../requests/dto/timeline.view';
import { TimelineService } from '../requests/view/timeline.service';

/** The audit trail of a request as one page, asked for as its own route asks. */
@Injectable()
export class AuditReading {
  constructor(
    private readonly readers: ReadersService,
    private readonly timelines: TimelineService,
  ) {}

  async page(actor: Actor, request: string): Promise<{ items: AuditItem[]; nextCursor: null }> {
    await this.readers.requireReader(actor, request, 'request', true);
    const { items } = await this.timelines.audit(actor, request);
    return { items, nextCursor: null };
  }
}
