import { NotificationRepository, type OutboxRow } from '@countersign/database';
import { uuidv5, type Effect } from '@countersign/domain';
import { Injectable } from '@nestjs/common';

type Notify = Extract<Effect, { type: 'notify' }>;

/** Namespace of notice ids: one per outbox row and person, however often it is delivered. */
const NOTICES = '6a1f7c52-5d0f-5c1e-9d6e-3f3c7b1f6a10';

/** The bell: a row per person. */
@Injectable()
export class InAppChannel {
  constructor(private readonly notifications: NotificationRepository) {}

  async deliver(row: OutboxRow, effect: Notify): Promise<void> {
    const tasks =
      effect.step === null || effect.notice !== 'task-opened'
        ? {}
        : await this.notifications.tasksAt(row.requestId, effect.step, effect.to);
    await this.notifications.deliver(
      effect.to.map((person) => ({
        id: uuidv5(`${row.key}/${person}`, NOTICES),
        companyId: row.companyId,
        personId: person,
        notice: effect.notice,
        params: { step: effect.step },
        requestId: row.requestId,
        taskId: tasks[person] ?? null,
      })),
    );
  }
}
