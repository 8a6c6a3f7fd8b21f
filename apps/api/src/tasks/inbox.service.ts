import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { DEFAULT_LIMIT } from '../http/cursor';
import { rowCursor } from '../requests/rows/row-cursor';
import { RowsService } from '../requests/rows/rows.service';
import { countsStatement } from './inbox-counts';
import { InboxFiltersService } from './inbox-filters.service';
import type { TaskListQuery } from './dto/task.body';
import type { InboxPage, TaskCounts } from './dto/task.view';

/** The inbox of one person. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: DataSource,
    private readonly rows: RowsService,
    private readonly filters: InboxFiltersService,
  ) {}

  async list(actor: Actor, query: TaskListQuery): Promise<InboxPage> {
    const { tab = 'todo', sort, limit, cursor, decided, ...asked } = query;
    const filters = await this.filters.meant(actor, asked);
    return this.rows.page({
      ...filters,
      decided,
      source: tab,
      sort,
      personId: actor.personId,
      companyId: actor.companyId,
      limit: limit ?? DEFAULT_LIMIT,
      cursor: rowCursor(tab, sort, cursor),
    });
  }

  /** All badges of the inbox at once. */
  async counts(actor: Actor): Promise<TaskCounts> {
    const saved = await this.filters.list(actor);
    const meant = await Promise.all(saved.items.map(({ filters }) => this.filters.meant(actor, filters)));
    const { text, values } = countsStatement(actor, meant);
    const [row] = await this.database.query<(Omit<TaskCounts, 'filters'> & { filtered: number[] })[]>(text, values);
    if (!row) throw new Error('Expected the counts of the inbox, but the database gave no row');
    const { filtered, ...counts } = row;
    return { ...counts, filters: saved.items.map(({ id }, at) => ({ id, count: filtered[at] ?? 0 })) };
  }
}
