import { CommandRepository, DefinitionEntity, RequestEntity } from '@countersign/database';
import { commandId, madeChoices, uuidv5, type CommandBody, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import type { CommandAnswer } from '../commands/command.view';
import { CommandsService } from '../commands/commands.service';
import { DefinitionsService } from '../definitions/definitions.service';
import { holdFiles } from '../files/held-files';
import type { Press } from '../http/command-headers';
import { Problem } from '../http/problem';
import { DraftsService } from './drafts.service';
import { readWholeForm } from './form-values';
import { OperatorDoor } from './operator-door.service';
import type { NewRequestBody, SubmitBody } from './dto/request.body';
import type { RequestView } from './dto/request.view';

/** Commands on a request as a whole. What they may do is decided by the guards of its machine. */
@Injectable()
export class RequestCommandsService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
    private readonly rows: CommandRepository,
    private readonly drafts: DraftsService,
    private readonly definitions: DefinitionsService,
    private readonly operator: OperatorDoor,
  ) {}

  /**
   * A draft; or, with `submit`, the row and its first command. One press is one request: its id follows from the command's. Only the view tells
   * that id, so it is never left out of the answer.
   */
  async create(actor: Actor, body: NewRequestBody, submit: boolean, key: string | null): Promise<RequestView | CommandAnswer> {
    if (!submit) return this.drafts.create(actor, body);
    if (key === null) throw new Problem('idempotency-key-required');
    const command = commandId(actor.personId, key);
    const existing = await this.rows.find(command);
    const definition = existing
      ? await this.definitionOf(existing.requestId)
      : await this.definitions.publishedRow(actor.companyId, body.definition);
    const form = readWholeForm(definition.body, body.form ?? {});
    const choices = body.choices ?? {};
    const requestId = uuidv5('request', command);
    if (!existing) await this.drafts.insert(actor, requestId, { definition, form, choices });
    return this.commands.send(actor, { key, minimal: false }, { type: 'submit', requestId, actor: actor.personId, form, choices });
  }

  async submit(actor: Actor, id: string, press: Press, body: SubmitBody): Promise<CommandAnswer> {
    const row = await this.database.manager.findOneByOrFail(RequestEntity, { id });
    const form = await this.formOf(actor, row, body, row.form);
    return this.again(actor, press, body, {
      type: 'submit',
      requestId: id,
      actor: actor.personId,
      form,
      choices: body.choices ?? row.choices,
    });
  }

  async resubmit(actor: Actor, id: string, press: Press, body: SubmitBody): Promise<CommandAnswer> {
    const row = await this.database.manager.findOneBy(RequestEntity, { id, companyId: actor.companyId });
    if (!row) throw new Problem('not-found', { what: 'request' });
    const saved = row.revision?.round === row.round && row.status === 'returned' ? row.revision.form : row.form;
    const own = row.requesterId === actor.personId;
    const form = own ? await this.formOf(actor, row, body, saved) : row.form;
    const choices = madeChoices(body.choices);
    return this.again(actor, press, body, {
      type: 'resubmit',
      requestId: id,
      actor: actor.personId,
      form,
      // Without any the choices before stay, and whoever looks people up goes by those.
      ...(Object.keys(choices).length > 0 ? { choices } : {}),
    });
  }

  async plain(actor: Actor, id: string, press: Press, command: Pick<CommandBody, 'type' | 'comment'>): Promise<CommandAnswer> {
    const known = await this.database.manager.existsBy(RequestEntity, { id, companyId: actor.companyId });
    if (!known) throw new Problem('not-found', { what: 'request' });
    const comment = command.comment?.trim();
    return this.commands.send(actor, press, { type: command.type, requestId: id, actor: actor.personId, ...(comment ? { comment } : {}) });
  }

  rebuild(actor: Actor, id: string): Promise<RequestView> {
    return this.operator.rebuild(actor, id);
  }

  /** A repeated press that named no form means the one it meant the first time, whatever was saved since. */
  private async again(actor: Actor, press: Press, given: SubmitBody, command: CommandBody): Promise<CommandAnswer> {
    const existing = given.form === undefined ? await this.rows.find(commandId(actor.personId, press.key)) : null;
    const same = existing?.type === command.type && existing.requestId === command.requestId;
    return this.commands.send(actor, press, same ? existing.body : command);
  }

  private async formOf(actor: Actor, row: RequestEntity, body: SubmitBody, saved: FormValues): Promise<FormValues> {
    if (body.form === undefined) return saved;
    const { body: definition } = await this.definitionOf(row.id);
    const form = readWholeForm(definition, body.form);
    await this.database.transaction((manager) => holdFiles(manager, actor, row.id, form));
    return form;
  }

  private async definitionOf(requestId: string): Promise<DefinitionEntity> {
    const row = await this.database.manager.findOneBy(RequestEntity, { id: requestId });
    if (!row) throw new Problem('not-found', { what: 'request' });
    return this.database.manager.findOneByOrFail(DefinitionEntity, { id: row.definitionId });
  }
}
