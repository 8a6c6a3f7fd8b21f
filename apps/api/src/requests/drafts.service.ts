import { DefinitionEntity, ProcessCache, RequestEntity } from '@countersign/database';
import { computeForm, formSurroundings, type Definition, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../auth/actor';
import { DefinitionsService } from '../definitions/definitions.service';
import { StartSurroundings } from '../definitions/start-surroundings.service';
import { holdForDraft } from '../files/held-files';
import { Problem } from '../http/problem';
import { canonicalChoices, copiedForm, readForm } from './form-values';
import { RowTexts } from './row-texts.service';
import { RequestViewService } from './view/request-view.service';
import type { DraftBody, NewRequestBody } from './dto/request.body';
import type { RequestView } from './dto/request.view';

interface DraftContent {
  definition: Pick<DefinitionEntity, 'id' | 'body'>;
  form: FormValues;
  choices: Record<string, string>;
}

const INSERT_ROW = `
  INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, row_title, amount_minor, currency)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`;
const SAVE_ROW = `
  UPDATE request SET definition_id = $2, begun_with = CASE WHEN definition_id = $2 THEN begun_with ELSE coalesce(begun_with, definition_id) END, form = $3, choices = $4, row_title = $5, amount_minor = $6, currency = $7, updated_at = now()
  WHERE id = $1 AND n = 0`;
const KEEP_REVISION = `UPDATE request SET revision = $3::jsonb WHERE id = $1 AND round = $2 AND status = 'returned'`;

const REMOVE_ROW = `
  DELETE FROM request r WHERE id = $1 AND n = 0
    AND NOT EXISTS (SELECT 1 FROM command c WHERE c.request_id = r.id AND c.status NOT IN ('refused', 'undelivered')) RETURNING id`;
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

  /** A new draft. What of the form cannot be read is left out: it is not lost to the browser, and a submit will ask for it. */
  async create(actor: Actor, body: NewRequestBody): Promise<RequestView> {
    const definition = await this.definitions.publishedRow(actor.companyId, body.definition);
    const id = uuidv7();
    await this.insert(actor, id, {
      definition,
      form: readForm(definition.body, body.form ?? {}).values,
      choices: canonicalChoices(body.choices),
    });
    return this.views.read(actor, id);
  }

  /** The row of a request that is submitted without a draft; a repeated press finds it there. */
  async insert(actor: Actor, id: string, content: DraftContent): Promise<void> {
    const { definition, choices } = content;
    const form = await this.computed(actor, definition.body, content.form);
    // Read before the transaction: one that waited for a second connection of the pool could wait for itself.
    const { rowTitle, amountMinor, currency } = await this.texts.ofDraft(actor, definition.body, form);
    const texts = [form, choices, rowTitle].map((value) => JSON.stringify(value));
    await this.database.transaction(async (manager) => {
      await manager.query(INSERT_ROW, [id, actor.companyId, definition.id, actor.personId, ...texts, amountMinor, currency]);
      await holdForDraft(manager, { actor, requestId: id }, form);
    });
  }

  async save(actor: Actor, id: string, body: DraftBody): Promise<RequestView> {
    const row = await this.row(id);
    if (row.n > 0) await this.saveRevision(actor, row, body);
    else await this.saveDraft(actor, row, body);
    return this.views.read(actor, id);
  }

  /** Throws a draft away, and the caller's files that stand in it and nowhere else. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      // Locked first: a command that is just being written holds the row, and what the next statement sees is what came of it.
      await manager.query('SELECT id FROM request WHERE id = $1 FOR UPDATE', [id]);
      const files = await manager.query<{ id: string }[]>(OWN_FILES, [id, actor.personId]);
      const [rows] = await manager.query<[unknown[], number]>(REMOVE_ROW, [id]);
      if (rows.length === 0)
        throw new Problem((await manager.existsBy(RequestEntity, { id })) ? 'draft-only' : 'not-found', { what: 'request' });
      await manager.query(REMOVE_FILES, [files.map((file) => file.id)]);
    });
  }

  /** Takes back the row of a submit that was refused, where nothing else has come of it. */
  async discard(id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await manager.query('SELECT id FROM request WHERE id = $1 FOR UPDATE', [id]);
      await manager.query(REMOVE_ROW, [id]);
    });
  }

  /** A new draft of the caller's own from what they may see, in the newest version of the definition. */
  async copy(actor: Actor, id: string): Promise<RequestView> {
    const source = await this.row(id);
    const used = await this.database.manager.findOneByOrFail(DefinitionEntity, { id: source.definitionId });
    const definition = await this.definitions.publishedRow(actor.companyId, used.key);
    const visible = new Set((await this.views.visibleFields(actor, id)).map((field) => field.key));
    const seen = Object.fromEntries(Object.entries(source.form).filter(([key]) => visible.has(key)));
    const copy = uuidv7();
    const claimed = this.processes.ofStored(definition).query.claims.map(({ field }) => field);
    await this.insert(actor, copy, { definition, form: copiedForm(definition.body, seen, claimed), choices: {} });
    return this.views.read(actor, copy);
  }

  private async saveDraft(actor: Actor, row: RequestEntity, body: DraftBody): Promise<void> {
    const definition = await this.current(row);
    const form = await this.computed(actor, definition.body, readForm(definition.body, body.form).values);
    const { rowTitle, amountMinor, currency } = await this.texts.ofDraft(actor, definition.body, form);
    const texts = [form, body.choices ? canonicalChoices(body.choices) : row.choices, rowTitle].map((value) => JSON.stringify(value));
    await this.database.transaction(async (manager) => {
      await holdForDraft(manager, { actor, requestId: row.id }, form);
      await manager.query(SAVE_ROW, [row.id, definition.id, ...texts, amountMinor, currency]);
    });
  }

  /** Changes to a returned request wait beside what was submitted: readers go on seeing that until it is submitted again. */
  private async saveRevision(actor: Actor, row: RequestEntity, body: DraftBody): Promise<void> {
    if (row.status !== 'returned' || row.state === null) throw new Problem('draft-only');
    const { body: definition } = await this.database.manager.findOneByOrFail(DefinitionEntity, { id: row.definitionId });
    const around = formSurroundings(row.state.context, { actor: null, params: {} });
    const form = computeForm(definition, readForm(definition, body.form).values, around);
    await this.database.transaction(async (manager) => {
      await holdForDraft(manager, { actor, requestId: row.id }, form);
      await manager.query(KEEP_REVISION, [
        row.id,
        row.round,
        JSON.stringify({ round: row.round, form, savedAt: new Date().toISOString() }),
      ]);
    });
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
