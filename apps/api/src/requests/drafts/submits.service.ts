import { CommandRepository, DefinitionEntity, RequestEntity, type CommandRow } from '@countersign/database';
import { commandId, uuidv5, type CommandBody } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import type { CommandAnswer } from '../../commands/command.view';
import { CommandsService } from '../../commands/commands.service';
import { DraftVersions } from '../../definitions/draft-versions.service';
import { cite } from '../../files/held-files';
import type { Press } from '../../http/press/command-headers';
import { Problem } from '../../http/problem/problem';
import { DraftsService, type Along } from './drafts.service';
import { canonicalChoices, readWireForm } from './form-values';
import type { FilledForm } from '../judging/form-subject.service';
import { savedOf, SubmitForms } from '../judging/submit-forms.service';
import type { NewRequestBody, SubmitBody } from '../dto/request.body';
import type { RequestView } from '../dto/request.view';

/** A request that is submitted at once: its id, the press, and what is written with its row. */
interface NewSubmit {
  requestId: string;
  press: Press;
  along?: Along;
}

/** Submits: what a form says is settled before the command is sent, whether it may be sent at all the engine decides. */
@Injectable()
export class SubmitsService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
    private readonly rows: CommandRepository,
    private readonly drafts: DraftsService,
    private readonly forms: SubmitForms,
    private readonly versions: DraftVersions,
  ) {}

  /**
   * A draft; or, with `submit`, the row and its first command: both or none. One press is one request: its id follows from the command's. Only
   * the view tells that id, so it is never left out of the answer.
   */
  async create(actor: Actor, body: NewRequestBody, submit: boolean, key: string | null): Promise<RequestView | CommandAnswer> {
    if (!submit) return this.drafts.create(actor, body);
    if (key === null) throw new Problem('idempotency-key-required');
    const press = { key, minimal: false };
    return this.begin(actor, body, { requestId: uuidv5('request', commandId(actor.personId, key)), press });
  }

  /** A request of this id, submitted at once; a press that came before is the one that it was. */
  async begin(actor: Actor, body: NewRequestBody, { requestId, press, along }: NewSubmit): Promise<CommandAnswer> {
    const existing = await this.rows.find(commandId(actor.personId, press.key));
    if (existing) return this.commands.send(actor, press, await this.same(actor, existing, body));
    const { subject, filled, holds } = await this.forms.ofNew(actor, body, requestId);
    const definition = { id: subject.definitionId, body: subject.known.process.definition };
    await this.drafts.insert(actor, requestId, { definition, ...filled, form: holds }, along);
    await this.database.transaction((manager) => cite(manager, { actor, requestId }, holds));
    return this.orNothing(actor, requestId, () => this.commands.send(actor, press, submission(actor, requestId, filled)));
  }

  async submit(actor: Actor, id: string, press: Press, body: SubmitBody): Promise<CommandAnswer> {
    const existing = await this.before(actor, id, { press, type: 'submit' });
    if (existing) return this.commands.send(actor, press, await this.same(actor, existing, body));
    return this.settled(id, body, async () => {
      const row = await this.row(actor, id);
      // What is no draft any more, the engine refuses.
      if (row.n > 0) return this.commands.send(actor, press, submission(actor, id, { ...row, ...(await this.brought(row, body)) }));
      const { subject, filled, holds } = await this.forms.ofDraft(actor, row, body);
      const newest = { companyId: actor.companyId, id: subject.definitionId, body: subject.known.process.definition };
      await this.database.transaction(async (manager) => {
        await this.versions.follow(manager, newest, id);
        await cite(manager, { actor, requestId: id }, holds);
      });
      return this.commands.send(actor, press, submission(actor, id, { ...filled, parent: row.parent }));
    });
  }

  async resubmit(actor: Actor, id: string, press: Press, body: SubmitBody): Promise<CommandAnswer> {
    const existing = await this.before(actor, id, { press, type: 'resubmit' });
    if (existing) return this.commands.send(actor, press, await this.same(actor, existing, body));
    return this.settled(id, body, async () => {
      const row = await this.row(actor, id);
      const mine = row.requesterId === actor.personId && row.status === 'returned';
      // Whose request it is not, and what has not come back, the engine refuses.
      if (!mine) return this.commands.send(actor, press, resubmission(actor, id, await this.brought(row, body)));
      const { filled, holds } = await this.forms.ofReturned(actor, row, body);
      await this.database.transaction((manager) => cite(manager, { actor, requestId: id }, holds));
      return this.commands.send(actor, press, resubmission(actor, id, filled));
    });
  }

  /** A press that brings no form sends the one that was saved: nothing may be saved between its reading and its sending. */
  private settled(id: string, { form }: SubmitBody, send: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
    return form ? send() : this.drafts.whileSending(id, send);
  }

  /** The command that this press was the first time, if it came before. */
  private async before(actor: Actor, id: string, { press, type }: { press: Press; type: CommandRow['type'] }): Promise<CommandRow | null> {
    const existing = await this.rows.find(commandId(actor.personId, press.key));
    if (existing && (existing.type !== type || existing.requestId !== id)) throw new Problem('key-reused');
    return existing;
  }

  /** A press that came before, as the command that it is now: where it names no form it means the one of the first time, whatever was saved since. */
  private async same(actor: Actor, existing: CommandRow, body: SubmitBody): Promise<CommandBody> {
    const { requestId } = existing;
    const row = await this.row(actor, requestId);
    const { body: definition } = await this.database.manager.findOneByOrFail(DefinitionEntity, { id: row.definitionId });
    const form = body.form ? readWireForm(definition, body.form).values : (existing.body.form ?? {});
    const choices = canonicalChoices(body.choices ?? existing.body.choices);
    if (existing.type !== 'submit') return resubmission(actor, requestId, { form, choices });
    return submission(actor, requestId, { form, choices, parent: row.parent });
  }

  /** What a press brings that the engine is to refuse, as it will be read again when it is repeated. */
  private async brought(row: RequestEntity, body: SubmitBody): Promise<FilledForm> {
    const choices = canonicalChoices(body.choices);
    if (!body.form) return { form: savedOf(row), choices };
    const { body: definition } = await this.database.manager.findOneByOrFail(DefinitionEntity, { id: row.definitionId });
    return { form: readWireForm(definition, body.form).values, choices };
  }

  /** A refused submit leaves nothing behind; one of which nothing is known yet does. */
  private async orNothing(actor: Actor, requestId: string, send: () => Promise<CommandAnswer>): Promise<CommandAnswer> {
    try {
      return await send();
    } catch (error) {
      if (error instanceof Problem) await this.drafts.discard(actor, requestId);
      throw error;
    }
  }

  private async row(actor: Actor, id: string): Promise<RequestEntity> {
    const row = await this.database.manager.findOneBy(RequestEntity, { id, companyId: actor.companyId });
    if (!row) throw new Problem('not-found', { what: 'request' });
    return row;
  }
}

function submission(
  actor: Actor,
  requestId: string,
  { form, choices, parent }: FilledForm & Partial<Pick<RequestEntity, 'parent'>>,
): CommandBody {
  return { type: 'submit', requestId, actor: actor.personId, form, choices, ...(parent && { parent }) };
}

/** Without any the choices before stay, and whoever looks people up goes by those. */
function resubmission(actor: Actor, requestId: string, { form, choices }: FilledForm): CommandBody {
  return { type: 'resubmit', requestId, actor: actor.personId, form, ...(Object.keys(choices).length > 0 ? { choices } : {}) };
}
