import { hashOf, uuidv5, type Bilingual, type Json, type UsedToken } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { usedToken, type Actor } from '../auth/actor';
import { DefinitionsService } from '../definitions/definitions.service';
import { readPage } from '../http/cursor';
import type { PageQuery } from '../http/page.query';
import { Problem } from '../http/problem';
import { usedTokenView } from '../http/values.view';
import { PersonRefsService } from '../people/person-refs.service';
import { DraftsService } from './drafts.service';
import { canonicalChoices, readForm } from './form-values';
import { SubmitsService } from './submits.service';
import type { EventBody, StartedEventPage, StartedView } from './dto/event.view';

/** Namespace of requests that events start. It must never change. */
const EVENTS = '0b6cf6b5-51b3-5d6c-9a56-7a6a7c0e6f05';

const NOTE = `
  INSERT INTO started_event (company_id, definition_key, event, request_id, hash, actor_id, token) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`;
const KNOWN = `
  SELECT e.hash, r.n, r.number FROM started_event e LEFT JOIN request r ON r.id = e.request_id WHERE e.company_id = $1 AND e.definition_key = $2 AND e.event = $3`;
/** What was refused may come again, with other content; what somebody else has told of stays theirs. */
const FORGET = `
  DELETE FROM started_event e WHERE e.company_id = $1 AND e.definition_key = $2 AND e.event = $3 AND e.actor_id = $4
    AND NOT EXISTS (SELECT 1 FROM request r WHERE r.id = e.request_id)`;
const NUMBER = 'SELECT number FROM request WHERE id = $1';
const LIST = `
  SELECT e.event, e.definition_key AS definition, d.title, e.at, r.id AS "requestId", r.number, e.request_id AS "startedId", e.actor_id AS "actorId", e.token FROM started_event e
    LEFT JOIN request r ON r.id = e.request_id
    CROSS JOIN LATERAL (SELECT body->'title' AS title FROM definition WHERE company_id = $1 AND key = e.definition_key ORDER BY status = 'published' DESC, version DESC LIMIT 1) d
  WHERE e.company_id = $1 AND ($2::timestamptz IS NULL OR (e.at, e.request_id) < ($2, $3::uuid)) ORDER BY e.at DESC, e.request_id DESC LIMIT $4`;

interface KnownEvent {
  hash: string;
  /** Null: nothing has come of it. */
  n: number | null;
  number: string | null;
}

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

/** Requests that start because something happened elsewhere (X49): an event starts one, however often and by whomever it is told. */
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
    // Whoever names a process that there is none of, or that they may not start, is told so before anything is kept: a name is taken for good.
    await this.definitions.startableRow(actor, definition);
    const requestId = uuidv5(`${companyId}/${definition}/${event}`, EVENTS);
    const hash = hashOf({ begins, form: (body.form ?? {}) as Json, choices: canonicalChoices(body.choices) });
    await this.database.query(NOTE, [companyId, definition, event, requestId, hash, actor.personId, usedToken(actor)]);
    const [known] = await this.database.query<KnownEvent[]>(KNOWN, [companyId, definition, event]);
    if (known && known.hash !== hash) throw new Problem('event-differs', { event });
    if (known && known.n !== null && (known.n > 0 || begins === 'draft'))
      return { requestId, number: known.number, state: known.n > 0 ? 'submitted' : 'draft', repeated: true };
    return this.begin(actor, requestId, body);
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

  private async begin(actor: Actor, requestId: string, body: EventBody): Promise<StartedView> {
    try {
      if (body.begins === 'draft') {
        const definition = await this.definitions.publishedRow(actor.companyId, body.definition);
        const form = readForm(definition.body, body.form ?? {}).values;
        await this.drafts.insert(actor, requestId, { definition, form, choices: canonicalChoices(body.choices) });
        return { requestId, number: null, state: 'draft', repeated: false };
      }
      const { status } = await this.submits.begin(actor, body, { requestId, press: { key: `event:${requestId}`, minimal: true } });
      const [row] = await this.database.query<{ number: string | null }[]>(NUMBER, [requestId]);
      return { requestId, number: row?.number ?? null, state: status === 'done' ? 'submitted' : 'open', repeated: false };
    } catch (error) {
      if (error instanceof Problem) await this.database.query(FORGET, [actor.companyId, body.definition, body.event, actor.personId]);
      throw error;
    }
  }
}
