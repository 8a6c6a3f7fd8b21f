import { NotificationRepository } from '@countersign/database';
import { uuidv5 } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { RowOf } from '../outbox/effects';

/** Namespace of notice ids: one per outbox row and person, however often it is delivered. */
const NOTICES = '6a1f7c52-5d0f-5c1e-9d6e-3f3c7b1f6a10';

/** The bell: a row per person. */
@Injectable()
export class InAppChannel {
  constructor(private readonly notifications: NotificationRepository) {}

  async deliver(rows: RowOf<'notify'>[]): Promise<void> {
    await this.notifications.deliver(
      rows.flatMap(({ key, companyId, requestId, n, actorId, effect: { to, notice, step } }) =>
        to.map((person) => ({
          id: uuidv5(`${key}/${person}`, NOTICES),
          companyId,
          personId: person,
          notice,
          params: { step, n, by: actorId },
          requestId,
          step: notice === 'task-opened' ? step : null,
        })),
      ),
    );
  }
}
