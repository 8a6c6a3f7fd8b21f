import { DefinitionEntity, ProcessCache, RequestEntity, clock } from '@countersign/database';
import { computeForm, formSurroundings, type Definition, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { usedToken, type Actor } from '../../auth/actor';
import { DefinitionsService } from '../../definitions/definitions.service';
import { StartSurroundings } from '../../definitions/start-surroundings.service';
import { holdForDraft } from '../../files/held-files';
import { Problem } from '../../http/problem/problem';
import { canonicalChoices, copiedForm, readDraft } from './form-values';
import { RowTexts } from './row-texts.service';
import { savedHash, type Saved } from './saved-hash';
import { RequestViewService } from '../view/request-view.service';
import type { DraftBody, NewRequestBody } from '../dto/request.body';
import type { RequestView } from '../dto/request.view';

interface DraftContent {
  definition: Pick<DefinitionEntity, 'id' | 'body'>;
  form: FormValues;
  choices: Record<string, string>;
}

/** What is written in the transaction of a new row. */
export type Along = (manager: EntityManager) => Promise<void>;

/** What is saved, and digest of what it was typed over; null where nobody asks. */
type ToSave = DraftBody & { over: string | null };

/** Nobody is sending the form as it was saved, and nothing that was sent is on its way. */
const NOT_BEING_SENT = `(sending_since IS NULL OR sending_since < clock_timestamp() - interval '30 seconds')
    AND NOT EXISTS (SELECT 1 FROM command c WHERE c.request_id = request.id AND c.status = 'open' AND c.type IN ('submit', 'resubmit'))`;
const SENDING = `UPDATE request SET sending_since = clock_timestamp() WHERE id = $1 AND (n = 0 OR status = 'returned')`;
const SENT = 'UPDATE request SET sending_since = NULL WHERE id = $1 AND sending_since IS NOT NULL';
const INSERT_ROW = `
  INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, row_title, amount_minor, currency, saved_with)
  SELECT $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::jsonb, $6::jsonb, $7::jsonb, $8::bigint, $9, $11::jsonb
    WHERE (SELECT count(*) FROM request d WHERE d.requester_id = $4 AND d.listed_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM recurring_start s WHERE s.request_id = d.id)) < $10 OR EXISTS (SELECT 1 FROM request d WHERE d.id = $1)
  ON CONFLICT (id) DO NOTHING RETURNING id`;
/** Drafts of one person, beside those that came by themselves. Counted while they are made, so a few more may come of many at once. */
export const MOST_DRAFTS = 200;
const IS_THERE = 'SELECT 1 FROM request WHERE id = $1';
const SAVE_ROW = `
  UPDATE request SET definition_id = $2, begun_with = CASE WHEN definition_id = $2 THEN begun_with ELSE coalesce(begun_with, definition_id) END, form = $3, choices = $4, row_title = $5, amount_minor = $6, currency = $7, saved_with = $8, updated_at = now()
  WHERE id = $1 AND n = 0 AND ${NOT_BEING_SENT} RETURNING id`;
const KEEP_REVISION = `
  UPDATE request SET revision = $3::jsonb, saved_with = $4 WHERE id = $1 AND round = $2 AND status = 'returned' AND ${NOT_BEING_SENT} RETURNING id`;
/** Locked first: a command that is just being written holds the row, and what the next statement sees is what came of it. */
const LOCK = 'SELECT n, status, form, choices, round, revision FROM request WHERE id = $1 FOR UPDATE';

const REMOVE_ROW = `
  DELETE FROM request r WHERE id = $1 AND n = 0 AND (r.parent_id IS NULL OR r.parent->>'step' IS NULL)
    AND NOT EXISTS (SELECT 1 FROM command c WHERE c.request_id = r.id AND c.status NOT IN ('refused', 'undelivered')) RETURNING id, parent_id AS parent`;
/** An event of which nothing has come may be told again, with other content. */
const FORGET_EVENT = 'DELETE FROM started_event WHERE request_id = $1';
/** Whoever has started a draft by hand from another request may throw it away; that one hears of it. */
const TELL_PARENT = `
  INSERT INTO outbox (company_id, request_id, n, key, effect)
    SELECT p.company_id, p.id, p.n, 'thrown-away:' || $2, jsonb_build_object('type', 'tell-parent', 'parent', p.id, 'step', NULL, 'outcome', 'withdrawn', 'child', $2::text)
      FROM request p WHERE p.id = $1 ON CONFLICT DO NOTHING`;
const OWN_FILES = `
  SELECT f.id FROM file f JOIN request_file h ON h.file_id = f.id WHERE h.request_id = $1 AND f.owner_id = $2 ORDER BY f.id FOR UPDATE OF f`;
const REMOVE_FILES = `
  DELETE FROM file f WHERE id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM request_file h WHERE h.file_id = f.id)`;

/** Drafts: request rows at n = 0, their requester's alone. They pass through no workflow. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: DataSource,
    private readonly definitions: DefinitionsService,
    private readonly texts: RowTexts,
    private readonly processes: ProcessCache,
    private readonly views: RequestViewService,
    private readonly surroundings: StartSurroundings,
  ) {}

  /** A new draft, for whoever may start the process. What of the form cannot be read is left out: it is not lost to the browser, and a submit will ask for it. */
  async create(actor: Actor, body: NewRequestBody): Promise<RequestView> {
    const definition = await this.definitions.startableRow(actor, body.definition);
    const id = uuidv7();
    await this.insert(actor, id, {
      definition,
      form: readDraft(definition.body, body.form ?? {}),
      choices: canonicalChoices(body.choices),
    });
    return this.views.read(actor, id);
  }

  /**
   * The row of a request that is submitted without a draft; a repeated press finds it there. `along`: what stands or falls with it, written before it.
   */
  async insert(actor: Actor, id: string, content: DraftContent, along?: Along): Promise<void> {
    const { definition, choices } = content;
    const form = await this.computed(actor, definition.body, content.form);
    // Read before the transaction: one that waited for a second connection of the pool could wait for itself.
    const { rowTitle, amountMinor, currency } = await this.texts.ofDraft(actor, definition.body, form);
    const texts = [form, choices, rowTitle].map((value) => JSON.stringify(value));
    await this.database.transaction(async (manager) => {
      await along?.(manager);
      const row = [id, actor.companyId, definition.id, actor.personId, ...texts, amountMinor, currency, MOST_DRAFTS, usedToken(actor)];
      const made = await manager.query<unknown[]>(INSERT_ROW, row);
      if (made.length === 0 && (await manager.query<unknown[]>(IS_THERE, [id])).length === 0)
        throw new Problem('too-many-drafts', { most: MOST_DRAFTS });
      await holdForDraft(manager, { actor, requestId: id }, form);
    });
  }

  /** `over`: digest of what it was typed over; something else that was saved since is not overwritten. */
  async save(actor: Actor, id: string, body: ToSave): Promise<RequestView> {
    const row = await this.row(id);
    if (row.n > 0) await this.saveRevision(actor, row, body);
    else await this.saveDraft(actor, row, body);
    return this.views.read(actor, id);
  }

  /** Throws a draft away, and the caller's files that stand in it and nowhere else. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query(LOCK, [id]);
      const files = await manager.query<{ id: string }[]>(OWN_FILES, [id, actor.personId]);
      const [rows] = await manager.query<[{ parent: string | null }[], number]>(REMOVE_ROW, [id]);
      const [removed] = rows;
      if (removed === undefined) throw await whyKept(manager, id);
      if (removed.parent !== null) await manager.query(TELL_PARENT, [removed.parent, id]);
      await manager.query(REMOVE_FILES, [files.map((file) => file.id)]);
    });
  }

  /** Takes back the caller's row of a submit that was refused, where nothing else has come of it. */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query(LOCK, [id]);
      if (!(await manager.existsBy(RequestEntity, { id, requesterId: actor.personId }))) return;
      const [rows] = await manager.query<[unknown[], number]>(REMOVE_ROW, [id]);
      if (rows.length > 0) await manager.query(FORGET_EVENT, [id]);
    });
  }

  /** A new draft of the caller's own from what they may see, in the newest version of the definition, where they may start it. */
  async copy(actor: Actor, id: string): Promise<RequestView> {
    const source = await this.row(id);
    const used = await this.database.manager.findOneByOrFail(DefinitionEntity, { id: source.definitionId });
    const definition = await this.definitions.startableRow(actor, used.key);
    const visible = new Set((await this.views.visibleFields(actor, id)).map((field) => field.key));
    const seen = Object.fromEntries(Object.entries(source.form).filter(([key]) => visible.has(key)));
    const copy = uuidv7();
    const claimed = this.processes.ofStored(definition).query.claims.map(({ field }) => field);
    await this.insert(actor, copy, { definition, form: copiedForm(definition.body, seen, claimed), choices: {} });
    return this.views.read(actor, copy);
  }

  private async saveDraft(actor: Actor, row: RequestEntity, body: ToSave): Promise<void> {
    const definition = await this.current(row);
    const form = await this.computed(actor, definition.body, readDraft(definition.body, body.form));
    const { rowTitle, amountMinor, currency } = await this.texts.ofDraft(actor, definition.body, form);
    const texts = [form, body.choices ? canonicalChoices(body.choices) : row.choices, rowTitle].map((value) => JSON.stringify(value));
    await this.database.transaction(async (manager) => {
      await this.keep(manager, { id: row.id, over: body.over }, [
        SAVE_ROW,
        [row.id, definition.id, ...texts, amountMinor, currency, usedToken(actor)],
      ]);
      await holdForDraft(manager, { actor, requestId: row.id }, form);
    });
  }

  /** Changes to a returned request wait beside what was submitted: readers go on seeing that until it is submitted again. */
  private async saveRevision(actor: Actor, row: RequestEntity, body: ToSave): Promise<void> {
    if (row.status !== 'returned' || row.state === null) throw new Problem('draft-only');
    const { body: definition } = await this.database.manager.findOneByOrFail(DefinitionEntity, { id: row.definitionId });
    const counted = await this.surroundings.of(actor, definition);
    const around = { ...formSurroundings(row.state.context, { actor: null, params: {} }), clock: counted.clock };
    const form = computeForm(definition, readDraft(definition, body.form), around);
    await this.database.transaction(async (manager) => {
      const revision = JSON.stringify({ round: row.round, form, savedAt: clock.now().toISOString() });
      await this.keep(manager, { id: row.id, over: body.over }, [KEEP_REVISION, [row.id, row.round, revision, usedToken(actor)]]);
      await holdForDraft(manager, { actor, requestId: row.id }, form);
    });
  }

  /** Sends what was saved last: whoever saves meanwhile is told that it came too late. */
  async whileSending<T>(id: string, send: () => Promise<T>): Promise<T> {
    await this.database.query(SENDING, [id]);
    try {
      return await send();
    } finally {
      await this.database.query(SENT, [id]);
    }
  }

  /** A save that changes nothing was too late, and says so; so does one over which something else was saved. */
  private async keep(
    manager: EntityManager,
    { id, over }: { id: string; over: string | null },
    [statement, values]: [string, unknown[]],
  ): Promise<void> {
    const [row] = await manager.query<(Saved & { n: number; status: string })[]>(LOCK, [id]);
    const stands = row !== undefined && (row.n === 0 || row.status === 'returned');
    if (stands && over !== null && savedHash(row) !== over) throw new Problem('draft-changed');
    const [kept] = await manager.query<[unknown[], number]>(statement, values);
    if (kept.length > 0) return;
    throw new Problem(stands ? 'being-sent' : 'draft-only');
  }

  private async computed(actor: Actor, definition: Definition, values: FormValues): Promise<FormValues> {
    return computeForm(definition, values, await this.surroundings.of(actor, definition));
  }

  /** The version that a draft is of: the newest in use; where the process is no longer in use at all, its own. */
  private async current(row: RequestEntity): Promise<DefinitionEntity> {
    const used = await this.database.manager.findOneByOrFail(DefinitionEntity, { id: row.definitionId });
    return (await this.definitions.inUse(row.companyId, used.key)) ?? used;
  }

  private async row(id: string): Promise<RequestEntity> {
    const row = await this.database.manager.findOneBy(RequestEntity, { id });
    if (!row) throw new Problem('not-found', { what: 'request' });
    return row;
  }
}

/** Why a draft is not thrown away: it is none, or another request has started it and waits for it. */
async function whyKept(manager: EntityManager, id: string): Promise<Problem> {
  const row = await manager.findOneBy(RequestEntity, { id });
  if (row === null) return new Problem('not-found', { what: 'request' });
  return new Problem(row.n === 0 && row.parentId !== null ? 'started-by-other' : 'draft-only', { what: 'request' });
}
