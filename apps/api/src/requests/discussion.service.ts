import { CommentEntity, RequestEntity, sealComment } from '@countersign/database';
import { CHANGES_CHANNEL } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { usedToken, type Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import type { PageQuery } from '../http/page.query';
import { usedTokenView } from '../http/values.view';
import { PersonRefsService } from '../people/person-refs.service';
import type { DiscussionItem, DiscussionView } from './dto/timeline.view';
import { headOf } from '@countersign/domain';

const EVERYBODY = `
  SELECT requester_id AS id FROM request WHERE id = $1
  UNION SELECT person_id FROM participant WHERE request_id = $1`;

const NOTIFY_OTHERS = `
  INSERT INTO notification (id, company_id, person_id, notice, params, request_id)
  SELECT x.id, $1, x."personId", 'comment-added', $3::jsonb, $2 FROM jsonb_to_recordset($4::jsonb) AS x(id uuid, "personId" uuid)`;

const COMMENTS = `
  SELECT id, person_id AS "personId", text, at, token FROM comment
  WHERE request_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid)) ORDER BY at DESC, id DESC LIMIT $4`;

/** What people say beside their decisions. Rows, audited by time; nothing of it passes through the workflow. */
@Injectable()
export class DiscussionService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
  ) {}

  /** The newest page first, each page in the order in which it was said; the cursor leads to what was said before. */
  async list(requestId: string, query: PageQuery): Promise<DiscussionView> {
    const { rows, nextCursor } = await readPage<CommentEntity>(query, {
      kinds: ['time', 'uuid'],
      read: (after, most) => this.database.query(COMMENTS, [requestId, ...after, most]),
      cursorOf: ({ at, id }) => [at.toISOString(), id],
    });
    const refs = await this.people.byIds(rows.flatMap(({ personId, token }) => [personId, token?.issuedBy]));
    const items = rows.map(({ id, personId, text, at, token }) => ({
      ...{ id, person: this.people.in(refs, personId), text, at: at.toISOString() },
      token: token && !token.link ? usedTokenView(token, this.people.in(refs, token.issuedBy)) : null,
    }));
    return { items: items.reverse(), nextCursor };
  }

  async add(actor: Actor, requestId: string, text: string): Promise<DiscussionItem> {
    const [id, at, token] = [uuidv7(), new Date(), usedToken(actor)];
    const { companyId, personId } = actor;
    await this.database.transaction(async (manager) => {
      const before = await manager.findOneOrFail(RequestEntity, {
        ...{ where: { id: requestId }, select: { id: true, discussion: true } },
        lock: { mode: 'pessimistic_write' },
      });
      const discussion = sealComment(requestId, before.discussion, { id, personId, text, at: at.toISOString(), token });
      await manager.update(RequestEntity, { id: requestId }, { discussion });
      await manager.insert(CommentEntity, { id, companyId, requestId, personId, text, at, token, seq: discussion.count });
      const concerned = (await manager.query<{ id: string }[]>(EVERYBODY, [requestId])).map((row) => row.id);
      const others = concerned.filter((other) => other !== personId).map((other) => ({ id: uuidv7(), personId: other }));
      const params = JSON.stringify({ by: actor.personId, text: headOf(text, 200) });
      await manager.query(NOTIFY_OTHERS, [companyId, requestId, params, JSON.stringify(others)]);
      // NOTIFY carries at most 8,000 bytes.
      await manager.query('SELECT pg_notify($1, $2)', [
        CHANGES_CHANNEL,
        JSON.stringify({ request: requestId, people: concerned.length > 150 ? null : concerned }),
      ]);
    });
    const told = token && !token.link ? usedTokenView(token, await this.people.one(token.issuedBy)) : null;
    return { id, person: await this.people.one(actor.personId), text, at: at.toISOString(), token: told };
  }
}
