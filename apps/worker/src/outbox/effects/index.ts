import type { OutboxRow } from '@countersign/database';
import { ApprovedGrants, ApprovedPlans, NotificationRepository } from '@countersign/database';
import type { Effect, EffectType } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { Calls } from '../../calls/calls.service';
import { ChildRequests } from '../../children/child-requests.service';
import { InAppChannel } from '../../channels/in-app.channel';

/** A row of the outbox whose effect is of one type. */
export type RowOf<T extends EffectType> = OutboxRow & { effect: Extract<Effect, { type: T }> };

/** Does effects of one type in the world, all of them or none. May be called again for the same rows: it must come to the same. */
export type EffectHandler<T extends EffectType> = (rows: RowOf<T>[]) => Promise<void>;

/** What is done for each effect; a new one does not compile before it has a line here. */
@Injectable()
export class Effects {
  private readonly handlers: { [T in EffectType]: EffectHandler<T> };

  constructor(
    inApp: InAppChannel,
    notifications: NotificationRepository,
    children: ChildRequests,
    calls: Calls,
    plans: ApprovedPlans,
    grants: ApprovedGrants,
  ) {
    this.handlers = {
      'start-child': (rows) => children.start(rows),
      'end-child': (rows) => children.end(rows),
      call: (rows) => calls.send(rows),
      'tell-parent': (rows) => children.tellParents(rows),
      'tell-citing': (rows) => children.tellCiting(rows),
      // One after another: they add to the same lines.
      'follow-plan': async (rows) => {
        for (const row of rows) await plans.follow(row);
      },
      // In the order in which they were approved: they change the same grants.
      'follow-grant': async (rows) => {
        for (const row of rows) await grants.follow(row);
      },
      notify: (rows) => inApp.deliver(rows),
      'supersede-notices': (rows) => notifications.supersede(rows.map(({ requestId, effect }) => ({ requestId, step: effect.step }))),
      'take-back-notices': (rows) =>
        notifications.takeBack(rows.map(({ requestId, effect: { of, notice, step } }) => ({ requestId, of, notice, step }))),
    };
  }

  /** All but calls, which have places of their own. Rows of other types wait for a worker that is not older than they are. */
  get types(): EffectType[] {
    return (Object.keys(this.handlers) as EffectType[]).filter((type) => type !== 'call');
  }

  carryOut(type: EffectType, rows: OutboxRow[]): Promise<void> {
    const handler = this.handlers[type] as (rows: OutboxRow[]) => Promise<void>;
    return handler(rows);
  }
}
