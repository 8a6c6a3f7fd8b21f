import { NotificationRepository } from '@countersign/database';
import { uuidv5, type Notice } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import type { RowOf } from '../outbox/effects';

/** Namespace of notice ids: one per outbox row and person, however often it is delivered. */
const NOTICES = '6a1f7c52-5d0f-5c1e-9d6e-3f3c7b1f6a10';

/** Notices of a task: they are past once it is settled. */
const OF_TASKS: ReadonlySet<Notice> = new Set(['task-opened', 'task-due-soon', 'task-overdue']);

/** The bell: a row per person. */
@Injectable()
export class InAppChannel {
  constructor(private readonly notifications: NotificationRepository) {}

  async deliver(rows: RowOf<'notify'>[]): Promise<void> {
    await this.notifications.deliver(
      rows.flatMap(({ key, companyId, requestId, n, actorId, effect: { to, notice, step, due } }) =>
        to.map((person) => ({
          id: uuidv5(`${key}/${person}`, NOTICES),
          companyId,
          personId: person,
          notice,
          params: { step, n, by: actorId, ...(due !== undefined && { due }) },
          requestId,
          step: OF_TASKS.has(notice) ? step : null,
        })),
      ),
    );
  }
}
