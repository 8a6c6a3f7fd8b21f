import { canonicalText, hashOf, uuidv5, type Bilingual, type Json, type UsedToken } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { usedToken, type Actor } from '../../auth/actor';
import { DefinitionsService } from '../../definitions/definitions.service';
import { readPage } from '../../http/cursor';
import type { PageQuery } from '../../http/schema/page.query';
import { Problem } from '../../http/problem/problem';
import { usedTokenView } from '../../http/schema/values.view';
import { PersonRefsService } from '../../people/person-refs.service';
import { DraftsService, type Along } from '../drafts/drafts.service';
import { canonicalChoices, readDraft } from '../drafts/form-values';
import { SubmitsService } from '../drafts/submits.service';
import type { EventBody, StartedEventPage, StartedView } from '../dto/event.view';

/** Namespace of requests that events start. It must never change. */
const EVENTS = '0b6cf6b5-51b3-5d6c-9a56-7a6a7c0e6f05';

const NOTE = `
  INSERT INTO started_event (company_id, definition_key, event, request_id, hash, actor_id, token) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT DO NOTHING RETURNING event`;
const KNOWN = `
  SELECT e.hash, e.request_id AS "requestId", r.n, r.number FROM started_event e LEFT JOIN request r ON r.id = e.request_id
    WHERE e.company_id = $1 AND e.definition_key = $2 AND e.actor_id = $4 AND (e.event = $3 OR e.request_id = $5) LIMIT 1`;
const NUMBER = 'SELECT number FROM request WHERE id = $1';
const LIST = `
  SELECT e.event, e.definition_key AS definition, d.title, e.at, r.id AS "requestId", r.number, e.request_id AS "startedId", e.actor_id AS "actorId", e.token FROM started_event e
    LEFT JOIN request r ON r.id = e.request_id
    CROSS JOIN LATERAL (SELECT body->'title' AS title FROM definition WHERE company_id = $1 AND key = e.definition_key ORDER BY status = 'published' DESC, version DESC LIMIT 1) d
  WHERE e.company_id = $1 AND ($2::timestamptz IS NULL OR (e.at, e.request_id) < ($2, $3::uuid)) ORDER BY e.at DESC, e.request_id DESC LIMIT $4`;

interface KnownEvent {
  hash: string;
  requestId: string;
  /** Null: it was a draft that was thrown away. */
  n: number | null;
  number: string | null;
}

/** What a caller tells. */
interface EventNews {
  actor: Actor;
  body: EventBody;
  requestId: string;
  hash: string;
}

/** The same account has told of it while the caller was about to. */
class EventTakenMeanwhile extends Error {}

interface EventRow {
  event: string;
  definition: string;
  title: Bilingual;
  at: Date;
  requestId: string | null;
  number: string | null;
  startedId: string;
  actorId: string;
  token: UsedToken | null;
}

/**
 * Requests that start because something happened elsewhere (X49): an event of an account starts one, however often that account tells of it. What others
 * call theirs is nothing to it: nobody can take a name from somebody else, or learn of their requests by guessing one. However a name is spelt (blanks,
 * full-width letters, capitals), it is one.
 */
@Injectable()
export class EventStarts {
  constructor(
    private readonly database: DataSource,
    private readonly definitions: DefinitionsService,
    private readonly drafts: DraftsService,
    private readonly submits: SubmitsService,
    private readonly people: PersonRefsService,
  ) {}

  /** A request of the caller's account. Refused, it leaves nothing behind, and the event may come again. */
  async start(actor: Actor, body: EventBody): Promise<StartedView> {
    const { companyId } = actor;
    const { definition, event, begins = 'submitted' } = body;
    // Whoever names a process that there is none of, or that they may not start, is told so before anything is kept.
    await this.definitions.startableRow(actor, definition);
    const requestId = uuidv5(`${companyId}/${definition}/${actor.personId}/${canonicalText(event)}`, EVENTS);
    const hash = hashOf({ begins, form: (body.form ?? {}) as Json, choices: canonicalChoices(body.choices) });
    const told: EventNews = { actor, body, requestId, hash };
    const [known] = await this.database.query<KnownEvent[]>(KNOWN, [companyId, definition, event, actor.personId, requestId]);
    if (known) return this.again({ ...told, requestId: known.requestId }, known);
    try {
      return await this.begin(told, (manager) => note(manager, told));
    } catch (error) {
      if (error instanceof EventTakenMeanwhile) return this.start(actor, body);
      throw error;
    }
  }

  async list({ companyId }: Actor, query: PageQuery): Promise<StartedEventPage> {
    const { rows, nextCursor } = await readPage<EventRow>(query, {
      kinds: ['time', 'uuid'],
      read: ([at, id], most) => this.database.query(LIST, [companyId, at, id, most]),
      cursorOf: ({ at, startedId }) => [at.toISOString(), startedId],
    });
    const refs = await this.people.byIds(rows.flatMap(({ actorId, token }) => [actorId, token?.issuedBy]));
    const items = rows.map(({ startedId: _, actorId, token, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      by: this.people.in(refs, actorId),
      token: token && usedTokenView(token, this.people.in(refs, token.issuedBy)),
    }));
    return { items, nextCursor };
  }

  /** What was told before: what is not known to be sent yet is sent. */
  private async again(told: EventNews, { hash, n, number }: KnownEvent): Promise<StartedView> {
    const { body, requestId } = told;
    if (hash !== told.hash) throw new Problem('event-differs', { event: body.event });
    const before = { requestId, number, repeated: true };
    if (n === null) return { ...before, state: 'thrown-away' };
    if (n > 0) return { ...before, state: 'submitted' };
    if (body.begins === 'draft') return { ...before, state: 'draft' };
    return this.begin(told);
  }

  private async begin({ actor, body, requestId }: EventNews, along?: Along): Promise<StartedView> {
    if (body.begins === 'draft') {
      const definition = await this.definitions.publishedRow(actor.companyId, body.definition);
      const form = readDraft(definition.body, body.form ?? {});
      await this.drafts.insert(actor, requestId, { definition, form, choices: canonicalChoices(body.choices) }, along);
      return { requestId, number: null, state: 'draft', repeated: false };
    }
    const press = { key: `event:${requestId}`, minimal: true };
    const { status } = await this.submits.begin(actor, body, { requestId, press, ...(along && { along }) });
    const [row] = await this.database.query<{ number: string | null }[]>(NUMBER, [requestId]);
    return { requestId, number: row?.number ?? null, state: status === 'done' ? 'submitted' : 'open', repeated: false };
  }
}

/** In the transaction of its request: there is never one without the other. */
async function note(manager: EntityManager, { actor, body, requestId, hash }: EventNews): Promise<void> {
  const { definition, event } = body;
  const rows = await manager.query<unknown[]>(NOTE, [
    actor.companyId,
    definition,
    event,
    requestId,
    hash,
    actor.personId,
    usedToken(actor),
  ]);
  if (rows.length === 0) throw new EventTakenMeanwhile();
}
