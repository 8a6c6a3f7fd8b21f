import { CommentEntity, RequestEntity, clock, sealComment } from '@countersign/database';
import { CHANGES_CHANNEL } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { usedToken, type Actor } from '../auth/actor';
import { concerns } from '../auth/readers.service';
import { citeOwn } from '../files/held-files';
import { readPage } from '../http/cursor';
import type { PageQuery } from '../http/schema/page.query';
import { Problem } from '../http/problem/problem';
import { usedTokenView } from '../http/schema/values.view';
import { PersonRefsService } from '../people/person-refs.service';
import type { CommentBody } from './dto/request.body';
import type { DiscussionItem, DiscussionView } from './dto/timeline.view';
import { beginningOf } from '@countersign/domain';

const EVERYBODY = `
  SELECT requester_id AS id FROM request WHERE id = $1
  UNION SELECT person_id FROM participant WHERE request_id = $1`;

const NOTIFY_OTHERS = `
  INSERT INTO notification (id, company_id, person_id, notice, params, request_id)
  SELECT x.id, $1, x."personId", x.notice, $3::jsonb, $2 FROM jsonb_to_recordset($4::jsonb) AS x(id uuid, "personId" uuid, notice text)`;

/** Of these people, those who may read the request. */
const MAY_READ = `
  SELECT p.id FROM person p JOIN request r ON r.id = $1 AND r.company_id = p.company_id WHERE p.id = ANY ($2) AND p.active AND (${concerns('p.id')}
    OR EXISTS (SELECT 1 FROM person_right h WHERE h.person_id = p.id AND h.right_name = 'requests.read-all'))`;

const NO_READER = { zh: '其中有人看不到这份申请，不能提到', en: 'names somebody who cannot read this request' };

const NOT_OWN = { zh: '其中有不是您上传的文件', en: 'names a file that you have not uploaded' };

const COMMENTS = `
  SELECT id, person_id AS "personId", text, mentions, files, at, token FROM comment
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
    const refs = await this.people.byIds(rows.flatMap(({ personId, token, mentions }) => [personId, token?.issuedBy, ...mentions]));
    const items = rows.map(({ id, personId, text, mentions, files, at, token }) => ({
      ...{ id, person: this.people.in(refs, personId), text, files, at: at.toISOString() },
      mentions: mentions.map((each) => this.people.in(refs, each)),
      token: token && !token.link ? usedTokenView(token, this.people.in(refs, token.issuedBy)) : null,
    }));
    return { items: items.reverse(), nextCursor };
  }

  /** Everybody concerned is told; who is spoken to is told so, and gets no right by it. */
  async add(actor: Actor, requestId: string, { text, mentions: spoken = [], files: attached = [] }: CommentBody): Promise<DiscussionItem> {
    const mentions = [...new Set(spoken)];
    await this.requireReaders(requestId, mentions);
    const [id, at, token] = [uuidv7(), clock.now(), usedToken(actor)];
    const { companyId, personId } = actor;
    const files = await this.database.transaction(async (manager) => {
      const before = await manager.findOneOrFail(RequestEntity, {
        ...{ where: { id: requestId }, select: { id: true, discussion: true } },
        lock: { mode: 'pessimistic_write' },
      });
      const cited = await citeOwn(manager, { actor, requestId }, attached);
      if (cited === null) throw new Problem('invalid-body', {}, [{ field: 'files', code: 'not-found', params: {}, message: NOT_OWN }]);
      const said = { id, personId, text, mentions, files: cited, at: at.toISOString(), token };
      const discussion = sealComment(requestId, before.discussion, said);
      await manager.update(RequestEntity, { id: requestId }, { discussion });
      await manager.insert(CommentEntity, {
        id,
        companyId,
        requestId,
        personId,
        text,
        mentions,
        files: cited,
        at,
        token,
        seq: discussion.count,
      });
      await this.tell(manager, actor, { requestId, text, mentions });
      return cited;
    });
    const refs = await this.people.byIds([personId, token?.issuedBy, ...mentions]);
    const told = token && !token.link ? usedTokenView(token, this.people.in(refs, token.issuedBy)) : null;
    const spokenTo = mentions.map((each) => this.people.in(refs, each));
    return { id, person: this.people.in(refs, personId), text, mentions: spokenTo, files, at: at.toISOString(), token: told };
  }

  private async tell(
    manager: EntityManager,
    { companyId, personId }: Actor,
    { requestId, text, mentions }: { requestId: string; text: string; mentions: string[] },
  ): Promise<void> {
    const concerned = (await manager.query<{ id: string }[]>(EVERYBODY, [requestId])).map((row) => row.id);
    const everybody = [...new Set([...concerned, ...mentions])];
    const others = everybody.filter((each) => each !== personId);
    const noticeTo = (each: string) => ({ id: uuidv7(), personId: each, notice: mentions.includes(each) ? 'mentioned' : 'comment-added' });
    const params = JSON.stringify({ by: personId, text: beginningOf(text, 200) });
    await manager.query(NOTIFY_OTHERS, [companyId, requestId, params, JSON.stringify(others.map(noticeTo))]);
    // NOTIFY carries at most 8,000 bytes.
    await manager.query('SELECT pg_notify($1, $2)', [
      CHANGES_CHANNEL,
      JSON.stringify({ request: requestId, people: everybody.length > 150 ? null : everybody }),
    ]);
  }

  private async requireReaders(requestId: string, people: string[]): Promise<void> {
    if (people.length === 0) return;
    const found = await this.database.query<{ id: string }[]>(MAY_READ, [requestId, people]);
    if (found.length === people.length) return;
    throw new Problem('invalid-body', {}, [{ field: 'mentions', code: 'no-reader', params: {}, message: NO_READER }]);
  }
}
