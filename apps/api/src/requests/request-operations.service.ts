import { DefinitionEntity, RequestEntity } from '@countersign/database';
import type { FormValues, PersonCommandType } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { broughtBy } from '../commands/brought';
import type { CommandAnswer } from '../commands/command.view';
import { CommandsService } from '../commands/commands.service';
import type { PersonOperation, Pressed } from '../commands/operation-routes';
import { cite } from '../files/held-files';
import { Problem } from '../http/problem';
import type { SubmitBody } from './dto/request.body';
import { canonicalChoices, readForm } from './form-values';
import { SubmitsService } from './submits.service';

/** What is settled before the command is sent, where a form is asked for the first time or anew: which one, and whether it is sound. */
const SETTLED: Partial<Record<PersonCommandType, (submits: SubmitsService, pressed: Pressed, body: SubmitBody) => Promise<CommandAnswer>>> =
  {
    submit: (submits, { actor, id, press }, body) => submits.submit(actor, id, press, body),
    resubmit: (submits, { actor, id, press }, body) => submits.resubmit(actor, id, press, body),
  };

/** Sends operations on a request. What they may do is decided by the guards of its machine. */
@Injectable()
export class RequestOperationsService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
    private readonly submits: SubmitsService,
  ) {}

  async send(operation: PersonOperation, pressed: Pressed, body: unknown): Promise<CommandAnswer> {
    const { form: wire, choices, ...brought } = broughtBy(operation, body);
    const settled = SETTLED[operation.type];
    if (settled) return settled(this.submits, pressed, { ...(wire ? { form: wire } : {}), ...(choices ? { choices } : {}) });
    const { actor, id, press, shown } = pressed;
    const form = wire === undefined ? undefined : await this.form(actor, id, wire);
    return this.commands.send(actor, press, {
      type: operation.type,
      requestId: id,
      actor: actor.personId,
      ...(brought as object),
      ...(shown === null ? {} : { shown }),
      ...(form ? { form } : {}),
      ...(choices ? { choices: canonicalChoices(choices) } : {}),
    });
  }

  private async form(actor: Actor, id: string, wire: Record<string, unknown>): Promise<FormValues> {
    const row = await this.database.manager.findOneBy(RequestEntity, { id, companyId: actor.companyId });
    if (!row) throw new Problem('not-found', { what: 'request' });
    const { body } = await this.database.manager.findOneByOrFail(DefinitionEntity, { id: row.definitionId });
    const { values } = readForm(body, wire);
    await this.database.transaction((manager) => cite(manager, { actor, requestId: id }, values));
    return values;
  }
}
