import { randomUUID } from 'node:crypto';
import { CompanyEntity, SavedFilterEntity } from '@countersign/database';
import { parseAmount, toMinor } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { keepFilter } from '../requests/rows/kept-filters';
import type { RowFilters } from '../requests/rows/row-filters';
import type { InboxFilters, SavedFilterBody } from './dto/task.body';
import type { SavedFilterItem, SavedFilterList } from './dto/task.view';

/** What everybody has who has not removed it. */
const OF_THE_PRODUCT: readonly SavedFilterItem[] = [
  { id: 'big', name: null, word: 'filterBig', filters: { amountMin: '10000' } },
  { id: 'again', name: null, word: 'filterAgain', filters: { resubmitted: 'true' } },
  { id: 'over-plan', name: null, word: 'filterOverPlan', filters: { overPlan: 'true' } },
];

const yes = (value: 'true' | 'false' | undefined): boolean | undefined => (value === undefined ? undefined : value === 'true');

/** What the filters of an inbox mean, and those that people keep: with the account, on every device. */
@Injectable()
export class InboxFiltersService {
  constructor(private readonly database: DataSource) {}

  /** As the database is asked. */
  async meant(actor: Actor, filters: InboxFilters): Promise<RowFilters> {
    const { resubmitted, overPlan, amountMin, amountMax, ...words } = filters;
    const currency = amountMin === undefined && amountMax === undefined ? null : await this.currency(actor);
    const minor = (name: string, amount: string | undefined): string | undefined =>
      currency === null || amount === undefined || amount.trim() === '' ? undefined : minorOf(name, amount, currency);
    return {
      ...words,
      amountMin: minor('amountMin', amountMin),
      amountMax: minor('amountMax', amountMax),
      resubmitted: yes(resubmitted),
      overPlan: yes(overPlan),
    };
  }

  async list(actor: Actor): Promise<SavedFilterList> {
    const rows = await this.database.manager.find(SavedFilterEntity, {
      where: { personId: actor.personId, desk: 'inbox' },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const removed = new Set(rows.filter((row) => row.removed).map(({ id }) => id));
    const own = rows.filter((row) => !row.removed).map(({ id, name, filters }): SavedFilterItem => ({ id, name, word: null, filters }));
    return { items: [...OF_THE_PRODUCT.filter(({ id }) => !removed.has(id)), ...own] };
  }

  /** Keeps a filter. Amounts are read at once, so that none is kept that no list could take. */
  async add(actor: Actor, body: SavedFilterBody): Promise<SavedFilterItem> {
    await this.meant(actor, body.filters);
    const filters = Object.fromEntries(
      Object.entries(body.filters).filter(([, value]) => typeof value === 'string' && value.trim() !== ''),
    );
    if (Object.keys(filters).length === 0) throw new Problem('invalid-parameter', { name: 'filters' });
    const item = { id: randomUUID(), name: body.name.trim(), filters };
    await keepFilter(this.database, actor, item, 'inbox');
    return { ...item, word: null };
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const { personId, companyId } = actor;
    if (OF_THE_PRODUCT.some((each) => each.id === id)) {
      await this.database.manager.upsert(SavedFilterEntity, { personId, id, companyId, removed: true }, ['personId', 'id']);
      return;
    }
    await this.database.manager.delete(SavedFilterEntity, { personId, id, desk: 'inbox' });
  }

  private async currency(actor: Actor): Promise<string> {
    const { currency } = await this.database.manager.findOneByOrFail(CompanyEntity, { id: actor.companyId });
    return currency;
  }
}

function minorOf(name: string, amount: string, currency: string): string {
  const parsed = parseAmount(amount, currency);
  const minor = parsed.ok ? toMinor(parsed.decimal, currency) : null;
  if (typeof minor !== 'bigint') throw new Problem('invalid-parameter', { name });
  return minor.toString();
}
