import { ProcessCache, RequestEntity, type TaskEntity } from '@countersign/database';
import { ownValue, paidSoFar, paysAt, toMinor, type PersonCommandType } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import type { Press } from '../http/press/command-headers';
import { Problem } from '../http/problem/problem';
import type { BulkAnswer } from '../tasks/bulk/bulk.view';
import { BulkService } from '../tasks/bulk/bulk.service';
import type { PaidBody, PaidItemBody } from './dto/payment.body';

/** Tells requests that they were paid: each is one press of its own on the task that pays, decided by the engine as if it stood alone. */
@Injectable()
export class PayingService {
  constructor(
    private readonly database: DataSource,
    private readonly processes: ProcessCache,
    private readonly bulk: BulkService,
  ) {}

  pay(actor: Actor, press: Press, body: PaidBody): Promise<BulkAnswer> {
    return this.bulk.each<PaidItemBody>(actor, press, {
      route: 'POST /payments',
      body,
      bring: (item, task) => this.bring(item, task),
    });
  }

  /** Less than is left is a part of it; all of it ends the step. A task that pays nothing is none of payments. */
  private async bring({ slip, amount }: PaidItemBody, task: TaskEntity | null): Promise<{ operation: PersonCommandType; body: object }> {
    const request = task && (await this.database.manager.findOneBy(RequestEntity, { id: task.requestId }));
    const known = request && (await this.processes.byDefinitionId(request.definitionId));
    const step = known && task ? ownValue(known.process.steps, task.step) : undefined;
    const pays = step ? paysAt(step) : null;
    if (!request?.state || !known || !step || pays === null) throw new Problem('not-found', { what: 'task' });
    const { left } = paidSoFar(step, known.process.definition, request.state.context.fields) ?? {};
    const whole = amount === undefined || (left && toMinor(amount, left.currency) === BigInt(left.minor));
    if (whole) return { operation: 'approve', body: { fields: { [pays.slip]: slip } } };
    const part = { amount: { amount, currency: left?.currency ?? '' }, slip };
    return { operation: 'pay-part', body: { fields: { [pays.parts ?? pays.slip]: [part] } } };
  }
}
