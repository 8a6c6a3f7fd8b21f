import { ProcessCache } from '@countersign/database';
import { contentFor } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { ReadersService } from '../auth/readers.service';
import { readPage } from '../http/cursor';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { wireMoney } from '../requests/wire-money';
import { MOST_PAID_AT_ONCE, type PaymentsQuery, type VouchersQuery } from './dto/payment.query';
import type { PaymentCounts, PaymentPage, PaymentRow, VoucherPage } from './dto/payment.view';
import { DONE_PAYMENTS, dueStatement, PAID_BETWEEN, PAYMENT_COUNTS, type FoundPayment } from './payment-statements';
import { voucherLines } from './voucher-lines';

/** What approved requests are to be paid, and what was: as their own tasks say, there is no second record of it. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly database: DataSource,
    private readonly processes: ProcessCache,
    private readonly people: PersonRefsService,
    private readonly readers: ReadersService,
  ) {}

  async list(actor: Actor, query: PaymentsQuery): Promise<PaymentPage> {
    const { view = 'due', sort = 'due', definition = null, unit = null } = query;
    const done = view === 'paid' ? 'approve' : 'return';
    const [text, who] = view === 'due' ? [dueStatement(sort), actor.personId] : [DONE_PAYMENTS, done];
    const asked = [actor.companyId, who, definition, unit, idsOf(query.only)];
    const { rows, nextCursor } = await readPage<FoundPayment>(query, {
      kinds: [view === 'due' && sort === 'amount' ? 'whole' : 'time', 'uuid'],
      read: (after, most) => this.database.query(text, [...asked, ...after, most]),
      cursorOf: ({ place, id }) => [place, id],
    });
    return { items: await this.worded(actor, rows), nextCursor };
  }

  async counts({ companyId }: Actor): Promise<PaymentCounts> {
    type Counted = Omit<PaymentCounts, 'amounts'> & { sums: { minor: string; currency: string }[] };
    const [row] = await this.database.query<Counted[]>(PAYMENT_COUNTS, [companyId]);
    if (!row) throw new Error('Expected payments to be counted, but the database gave no row');
    const { sums, ...counts } = row;
    return { ...counts, amounts: sums.flatMap(({ minor, currency }) => wireMoney(minor, currency) ?? []) };
  }

  async vouchers({ companyId }: Actor, query: VouchersQuery): Promise<VoucherPage> {
    const { rows, nextCursor } = await readPage<FoundPayment>(query, {
      kinds: ['time', 'uuid'],
      read: (after, most) => this.database.query(PAID_BETWEEN, [companyId, query.from ?? null, query.to ?? null, ...after, most]),
      cursorOf: ({ place, id }) => [place, id],
    });
    return { items: rows.flatMap(voucherLines), nextCursor };
  }

  private async worded(actor: Actor, rows: FoundPayment[]): Promise<PaymentRow[]> {
    const refs = await this.people.byIds(rows.flatMap(({ requester, by }) => [requester, by]));
    const openable = await this.readers.openable(
      actor,
      rows.flatMap(({ requestId, advances }) => [requestId, ...advances.map(({ id }) => id)]),
    );
    return Promise.all(
      rows.map(async (row): Promise<PaymentRow> => {
        const { requestId, step, number, title, payee, unit, dueAt, at, slip, task, stopped, definition } = row;
        return {
          ...{ requestId, step, number, title, payee, unit, dueAt, at, slip, task, stopped },
          definition: { key: definition.key, title: definition.title },
          requester: this.people.in(refs, row.requester),
          amount: wireMoney(row.amountMinor, row.currency),
          ...partsOf(row),
          by: row.by === null ? null : this.people.in(refs, row.by),
          shown: await this.shown(row),
          readable: openable.has(requestId),
          advances: row.advances.flatMap(({ id, number: advance, minor, currency }) => {
            const amount = wireMoney(minor, currency);
            return amount === null ? [] : [{ requestId: id, number: advance, amount, readable: openable.has(id) }];
          }),
        };
      }),
    );
  }

  /** What whoever pays is shown, as their press says it. */
  private async shown({ task, content, definition, step }: FoundPayment): Promise<string | null> {
    const known = task === null || content === null ? null : await this.processes.byDefinitionId(definition.id);
    return known && content ? contentFor(known.process, content, step) : null;
  }
}

/** What was paid of it and what is left; nothing of either where it is paid as a whole. */
function partsOf({ inParts, amountMinor, paidMinor, currency, slip }: FoundPayment): Pick<PaymentRow, 'inParts' | 'paid' | 'left'> {
  const known = amountMinor !== null && slip === null;
  return {
    inParts,
    paid: known && paidMinor !== '0' ? wireMoney(paidMinor, currency) : null,
    left: known ? wireMoney(`${BigInt(amountMinor) - BigInt(paidMinor)}`, currency) : null,
  };
}

/** Ids, separated by commas; null: all. */
function idsOf(only: string | undefined): string[] | null {
  if (only === undefined || only.trim() === '') return null;
  const ids = only.split(',').map((id) => id.trim().toLowerCase());
  if (ids.length > MOST_PAID_AT_ONCE || !ids.every((id) => isUuid(id))) throw new Problem('invalid-parameter', { name: 'only' });
  return ids;
}
