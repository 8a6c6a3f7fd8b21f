import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor';
import { DEFAULT_LIMIT } from '../http/cursor';
import type { InboxPage } from '../tasks/dto/task.view';
import { rowCursor } from './rows/row-cursor';
import { RowsService } from './rows/rows.service';
import type { RowSource } from './rows/row-lists';
import type { RequestBox, RequestListQuery } from './dto/request.body';

/** Lists of requests: mine, my drafts, all that I may read. */
@Injectable()
export class RequestListService {
  constructor(private readonly rows: RowsService) {}

  list(actor: Actor, query: RequestListQuery): Promise<InboxPage> {
    const { box, limit, cursor, ...filters } = query;
    const source = sourceOf(box ?? 'mine', actor);
    return this.rows.page({
      ...filters,
      source,
      personId: actor.personId,
      companyId: actor.companyId,
      limit: limit ?? DEFAULT_LIMIT,
      cursor: rowCursor(source, undefined, cursor),
    });
  }
}

function sourceOf(box: RequestBox, actor: Actor): RowSource {
  if (box !== 'all') return box;
  return actor.rights.includes('requests.read-all') ? 'company' : 'concerned';
}
