import { TaskEntity } from '@countersign/database';
import type { FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, TaskPlace } from '../auth/actor';
import { ReadersService } from '../auth/readers.service';
import { broughtBy } from '../commands/brought';
import type { CommandAnswer } from '../commands/command.view';
import { CommandsService } from '../commands/commands.service';
import type { PersonOperation, Pressed } from '../commands/operation-routes';
import { Problem } from '../http/problem/problem';
import { StepWrites } from './step-writes.service';

/** Sends operations on a task. Whether this person may is decided by the guards of the request's machine. */
@Injectable()
export class TaskOperationsService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
    private readonly readers: ReadersService,
    private readonly writes: StepWrites,
  ) {}

  async send(operation: PersonOperation, { actor, task, press, shown }: Pressed, body: unknown): Promise<CommandAnswer> {
    const { fields, ...brought } = broughtBy(operation, body);
    if (!task) throw new Problem('not-found', { what: 'task' });
    const { requestId, step, generation, seat, personId } = task;
    const own = personId === actor.personId;
    // Nobody else is told anything of it, not even that it is not theirs; whoever may read the request, the engine refuses with its reason.
    if (!own) await this.readers.requireReader(actor, requestId, 'request');
    const judged = fields !== undefined && !operation.rowByRow && (own || (await this.sitsThere(actor, task)));
    const written = judged ? await this.writes.sound(actor, task, { press, fields }) : (fields as FormValues | undefined);
    return this.commands.send(actor, press, {
      ...(brought as object),
      type: operation.type,
      requestId,
      actor: actor.personId,
      step,
      generation,
      ...(own ? { seat } : {}),
      ...(shown === null ? {} : { shown }),
      ...(written === undefined ? {} : { fields: written }),
    });
  }

  /** Of several people on a step each has a task; the engine takes the word of any of them, and so what they write is judged. */
  private sitsThere({ personId }: Actor, { requestId, step, generation }: TaskPlace): Promise<boolean> {
    return this.database.manager.existsBy(TaskEntity, { requestId, step, generation, personId, status: 'open' });
  }
}
