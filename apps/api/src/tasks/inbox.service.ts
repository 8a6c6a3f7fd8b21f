import { toMinor } from '@countersign/domain';
import { CompanyEntity } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { DEFAULT_LIMIT, decodeCursor } from '../http/cursor';
import { Problem } from '../http/problem';
import { RowsService } from '../requests/rows/rows.service';
import type { TaskListQuery } from './dto/task.body';
import type { InboxPage, TaskCounts } from './dto/task.view';

const COUNTS = `
  SELECT (SELECT count(*) FROM task WHERE person_id = $1 AND status = 'open')::int
      + (SELECT count(*) FROM request WHERE requester_id = $1 AND status = 'returned')::int AS todo,
    (SELECT count(*) FROM request WHERE requester_id = $1 AND n > 0 AND status IN ('running', 'returned', 'blocked'))::int AS mine,
    (SELECT count(DISTINCT request_id) FROM task WHERE person_id = $1 AND status = 'decided')::int AS done,
    (SELECT count(DISTINCT request_id) FROM copy WHERE person_id = $1 AND read_at IS NULL)::int AS copies,
    (SELECT count(*) FROM request WHERE requester_id = $1 AND n = 0)::int AS drafts`;

/** The inbox of one person. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: DataSource,
    private readonly rows: RowsService,
  ) {}

  async list(actor: Actor, query: TaskListQuery): Promise<InboxPage> {
    const { tab = 'todo', sort, limit, cursor, minAmount, resubmitted, ...filters } = query;
    return this.rows.page({
      ...filters,
      source: tab,
      sort: tab === 'todo' ? (sort ?? 'due') : (sort ?? 'newest'),
      personId: actor.personId,
      companyId: actor.companyId,
      limit: limit ?? DEFAULT_LIMIT,
      cursor: decodeCursor(cursor, 3),
      minAmount: minAmount === undefined ? undefined : await this.minor(actor, minAmount),
      resubmitted: resubmitted === undefined ? undefined : resubmitted === 'true',
    });
  }

  /** `mine` counts what is under way, `copies` what was not opened yet; the others count everything. */
  async counts(actor: Actor): Promise<TaskCounts> {
    const [row] = await this.database.query<TaskCounts[]>(COUNTS, [actor.personId]);
    if (!row) throw new Error('Expected the counts of the inbox, but the database gave no row');
    return row;
  }

  private async minor(actor: Actor, amount: string): Promise<string> {
    const { currency } = await this.database.manager.findOneByOrFail(CompanyEntity, { id: actor.companyId });
    const minor = toMinor(amount, currency);
    if (typeof minor !== 'bigint') throw new Problem('invalid-parameter', { name: 'minAmount' });
    return minor.toString();
  }
}
