import { DefinitionEntity, RequestEntity } from '@countersign/database';
import { formatProblems, PERSON_OPERATIONS, type CommandBody, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import type { CommandAnswer } from '../commands/command.view';
import { CommandsService } from '../commands/commands.service';
import { cite } from '../files/held-files';
import type { Press } from '../http/press/command-headers';
import { Problem } from '../http/problem';
import { canonicalChoices, readForm } from './form-values';

/** Submits have routes of their own: what a form says is settled before they are sent. */
const OWN_ROUTES: readonly string[] = ['submit', 'resubmit'];

/** Operations on a request as a whole, of its people and of those who look after it. */
export const REQUEST_OPERATIONS = PERSON_OPERATIONS.filter(({ scope, type }) => scope !== 'task' && !OWN_ROUTES.includes(type));
export type RequestOperation = (typeof REQUEST_OPERATIONS)[number];

/** Who pressed what, where. */
interface Pressed {
  actor: Actor;
  id: string;
  press: Press;
}

type Brought = Pick<CommandBody, 'comment' | 'step' | 'person' | 'choices'> & { form?: Record<string, unknown> };

/** Sends operations on a request. What they may do is decided by the guards of its machine. */
@Injectable()
export class RequestOperationsService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
  ) {}

  async send(operation: RequestOperation, { actor, id, press }: Pressed, body: unknown): Promise<CommandAnswer> {
    const { form: wire, choices, comment, ...rest } = read(operation, body);
    const form = wire === undefined ? undefined : await this.form(actor, id, wire);
    const written = comment?.trim();
    return this.commands.send(actor, press, {
      type: operation.type,
      requestId: id,
      actor: actor.personId,
      ...rest,
      ...(written ? { comment: written } : {}),
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

/** What a press brought, as the operation's own schema has it. */
function read({ body: schema }: RequestOperation, body: unknown): Brought {
  const given = body ?? {};
  const problems = formatProblems(schema, given);
  if (problems.length === 0) return schema.parse(given) as Brought;
  throw new Problem(
    'invalid-body',
    {},
    problems.map(({ path, message }) => ({ field: path, code: 'format', params: {}, message })),
  );
}
