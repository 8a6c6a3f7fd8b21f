import type { CommandBody, PersonCommandType } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { broughtBy } from '../commands/brought';
import type { CommandAnswer } from '../commands/command.view';
import { CommandsService } from '../commands/commands.service';
import type { PersonOperation, Pressed } from '../commands/operation-routes';
import { cite } from '../files/held-files';
import type { Problem } from '../http/problem/problem';
import type { SubmitBody } from './dto/request.body';
import { canonicalChoices } from './drafts/form-values';
import { SubmitForms } from './judging/submit-forms.service';
import { SubmitsService } from './drafts/submits.service';

/** What is settled before the command is sent, where a form is asked for the first time or anew: which one, and whether it is sound. */
const SETTLED: Partial<Record<PersonCommandType, (submits: SubmitsService, pressed: Pressed, body: SubmitBody) => Promise<CommandAnswer>>> =
  {
    submit: (submits, { actor, id, press }, body) => submits.submit(actor, id, press, body),
    resubmit: (submits, { actor, id, press }, body) => submits.resubmit(actor, id, press, body),
  };

/** What a press asks, as the command keeps it, and all that is wrong with the form that it brings. */
export interface PressBody {
  press: CommandBody;
  faults: Problem | null;
}

/** Sends operations on a request. What they may do is decided by the guards of its machine. */
@Injectable()
export class RequestOperationsService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
    private readonly submits: SubmitsService,
    private readonly forms: SubmitForms,
  ) {}

  async send(operation: PersonOperation, pressed: Pressed, body: unknown): Promise<CommandAnswer> {
    const settled = SETTLED[operation.type];
    if (settled) {
      const { form, choices } = broughtBy(operation, body);
      return settled(this.submits, pressed, { ...(form ? { form } : {}), ...(choices ? { choices } : {}) });
    }
    const { actor, id, press: key } = pressed;
    const { press, faults } = await this.bodyOf(operation, pressed, body);
    if (faults) throw faults;
    const { form } = press;
    if (form) await this.database.transaction((manager) => cite(manager, { actor, requestId: id }, form));
    return this.commands.send(actor, key, press);
  }

  /** What a press says. Throws where it is none of this operation. */
  async bodyOf(
    operation: PersonOperation,
    { actor, id, shown }: Pick<Pressed, 'actor' | 'id' | 'shown'>,
    body: unknown,
  ): Promise<PressBody> {
    const { form: given, choices: picked, ...brought } = broughtBy(operation, body);
    const choices = picked && canonicalChoices(picked);
    const correction = given && { command: operation.type, given, choices: choices ?? {} };
    const found = correction ? await this.forms.ofRunning(actor, id, correction) : null;
    const press: CommandBody = {
      type: operation.type,
      requestId: id,
      actor: actor.personId,
      ...(brought as object),
      ...(shown === null ? {} : { shown }),
      ...(found ? { form: found.form } : {}),
      ...(choices ? { choices } : {}),
    };
    return { press, faults: found?.faults ?? null };
  }
}
