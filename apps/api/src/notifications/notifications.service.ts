import { WordedNoticesRepository, type WordedNotice } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import type { PageQuery } from '../http/schema/page.query';
import { wireMoney } from '../requests/wire-money';
import type { NotificationItem, NotificationPage, UnreadView } from './notification.view';

const UNREAD = `SELECT count(*)::int AS unread FROM notification WHERE person_id = $1 AND read_at IS NULL AND superseded_at IS NULL`;
const READ = `UPDATE notification SET read_at = now() WHERE person_id = $1 AND read_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY ($2))`;

/** In-app notices of one person. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly database: DataSource,
    private readonly told: WordedNoticesRepository,
  ) {}

  async list({ personId, rights }: Actor, query: PageQuery): Promise<NotificationPage> {
    const reader = { personId, readsAll: rights.includes('requests.read-all') };
    const { rows, nextCursor } = await readPage(query, {
      kinds: ['time', 'uuid'],
      read: (after, most) => this.told.page(reader, after, most),
      cursorOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
    });
    return { items: rows.map(itemOf), nextCursor };
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

function itemOf({ amount, createdAt, readAt, supersededAt, ...told }: WordedNotice): NotificationItem {
  return {
    ...told,
    amount: amount && wireMoney(amount.minor, amount.currency),
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    supersededAt: supersededAt?.toISOString() ?? null,
  };
}
