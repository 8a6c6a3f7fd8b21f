import { ProcessCache } from '@countersign/database';
import {
  hiddenFrom,
  noticeText,
  operationOf,
  templatePlaces,
  type Bilingual,
  type Json,
  type Notice,
  type PersonCommandType,
  type Process,
} from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import type { PageQuery } from '../http/page.query';
import { momentText } from '../requests/moment-text';
import { wireMoney } from '../requests/wire-money';
import type { NotificationItem, NotificationPage, UnreadView } from './notification.view';
import { readingSteps } from '../auth/readers.service';

interface NotificationRow {
  id: string;
  notice: Notice;
  params: Record<string, Json>;
  requestId: string | null;
  taskId: string | null;
  rowTitle: Bilingual | null;
  definitionTitle: Bilingual | null;
  definitionId: string | null;
  requester: Bilingual | null;
  /** How the reader comes to read the request. */
  own: boolean;
  steps: string[];
  actor: Bilingual | null;
  number: string | null;
  amountMinor: string | null;
  currency: string | null;
  timeZone: string | null;
  decided: boolean;
  createdAt: Date;
  readAt: Date | null;
  supersededAt: Date | null;
}

const LIST = `
  SELECT n.id, n.notice, n.params, n.request_id AS "requestId", n.task_id AS "taskId", r.row_title AS "rowTitle", d.body->'title' AS "definitionTitle",
    r.definition_id AS "definitionId", p.name AS requester, r.requester_id = $1 AS own,
    ${readingSteps('n.request_id', '$1')} AS steps, (SELECT name FROM person WHERE id = (n.params->>'by')::uuid) AS actor,
    r.number, r.amount_minor AS "amountMinor", r.currency, (SELECT time_zone FROM company WHERE id = r.company_id) AS "timeZone",
    EXISTS (SELECT 1 FROM task t WHERE t.id = n.task_id AND t.person_id = n.person_id AND t.status = 'decided') AS decided,
    n.created_at AS "createdAt", n.read_at AS "readAt", n.superseded_at AS "supersededAt"
  FROM notification n LEFT JOIN request r ON r.id = n.request_id LEFT JOIN definition d ON d.id = r.definition_id LEFT JOIN person p ON p.id = r.requester_id
  WHERE n.person_id = $1 AND ($2::timestamptz IS NULL OR (n.created_at, n.id) < ($2, $3::uuid))
  ORDER BY n.created_at DESC, n.id DESC LIMIT $4`;
const UNREAD = `SELECT count(*)::int AS unread FROM notification WHERE person_id = $1 AND read_at IS NULL AND superseded_at IS NULL`;
const READ = `UPDATE notification SET read_at = now() WHERE person_id = $1 AND read_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY ($2))`;

const NOTHING: Bilingual = { zh: '—', en: '—' };

/** In-app notices of one person. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: DataSource,
    private readonly processes: ProcessCache,
  ) {}

  async list(actor: Actor, query: PageQuery): Promise<NotificationPage> {
    const { rows, nextCursor } = await readPage<NotificationRow>(query, {
      kinds: ['time', 'uuid'],
      read: (after, most) => this.database.query(LIST, [actor.personId, ...after, most]),
      cursorOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
    });
    const readsAll = actor.rights.includes('requests.read-all');
    const items = rows.map(async (row) => itemOf({ ...row, readsAll }, await this.processOf(row)));
    return { items: await Promise.all(items), nextCursor };
  }

  private async processOf({ definitionId }: NotificationRow): Promise<Process | null> {
    return definitionId === null ? null : ((await this.processes.byDefinitionId(definitionId))?.process ?? null);
  }

  async count(actor: Actor): Promise<UnreadView> {
    const [row] = await this.database.query<UnreadView[]>(UNREAD, [actor.personId]);
    return { unread: row?.unread ?? 0 };
  }

  async markRead(actor: Actor, ids: string[] | 'all'): Promise<UnreadView> {
    await this.database.query(READ, [actor.personId, ids === 'all' ? null : ids]);
    return this.count(actor);
  }
}

/** The words of a notice, whatever it is about. From whom it is hidden what the row's title tells, to them only the process is named. */
function itemOf(row: NotificationRow & { readsAll: boolean }, process: Process | null): NotificationItem {
  const { id, notice, params, requestId, taskId, createdAt, readAt, supersededAt, actor } = row;
  const step = process?.steps[String(params['step'])];
  const hidden = process === null ? null : hiddenFrom(process, { ...row, requester: row.own });
  // Who has to see to a command is told of which process it is, and nothing of what somebody is only just writing.
  const tells =
    notice === 'command-undelivered' ||
    (process !== null && templatePlaces(process.definition.rowTitle).some((place) => hidden?.has(place)));
  const request = (tells ? null : row.rowTitle) ?? row.definitionTitle ?? NOTHING;
  return {
    id,
    notice,
    params,
    requestId,
    taskId,
    title: noticeText(notice, { request, requester: row.requester ?? NOTHING, step: step?.title ?? null, actor, ...dueOf(row) }),
    number: row.number,
    amount: tells || hidden?.has(process?.definition.amount ?? '') ? null : wireMoney(row.amountMinor, row.currency),
    pressed: notice === 'command-given-up' && params['type'] ? operationOf(params['type'] as PersonCommandType).button : null,
    reason: typeof params['reason'] === 'string' ? params['reason'] : null,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    supersededAt: supersededAt?.toISOString() ?? null,
    decided: row.decided,
  };
}

/** When it is due what the notice is about, in the company's words. */
function dueOf({ params, timeZone }: NotificationRow): { due?: Bilingual } {
  const due = params['due'];
  return typeof due === 'string' && timeZone !== null ? { due: momentText(due, timeZone) } : {};
}
