import type { OutboxRow } from '@countersign/database';
import { NotificationRepository } from '@countersign/database';
import type { Effect, EffectType } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { InAppChannel } from '../../channels/in-app.channel';

/** Does one effect in the world. May be called again for the same row: it must come to the same. */
export type EffectHandler<T extends EffectType> = (row: OutboxRow, effect: Extract<Effect, { type: T }>) => Promise<void>;

/** What is done for each effect; a new one does not compile before it has a line here. */
@Injectable()
export class Effects {
  private readonly handlers: { [T in EffectType]: EffectHandler<T> };

  constructor(inApp: InAppChannel, notifications: NotificationRepository) {
    this.handlers = {
      notify: (row, effect) => inApp.deliver(row, effect),
      'supersede-notices': (row, effect) => notifications.supersede(row.requestId, effect.step),
    };
  }

  carryOut(row: OutboxRow): Promise<void> {
    const handler = this.handlers[row.effect.type] as EffectHandler<EffectType> | undefined;
    if (!handler) throw new Error(`Expected to know the effect ${row.effect.type}, but this worker is older than the row`);
    return handler(row, row.effect);
  }
}
