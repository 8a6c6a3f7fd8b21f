import { TaskEntity } from '@countersign/database';
import type { CommandBody, FormValues, Resume, Stance } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor, TaskPlace } from '../auth/actor';
import type { CommandAnswer } from '../commands/command.view';
import { CommandsService } from '../commands/commands.service';
import type { Press } from '../http/press/command-headers';
import { Problem } from '../http/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { RequestViewService } from '../requests/view/request-view.service';
import { UNBLOCK_STEP } from '../requests/step-titles';
import { StepWrites } from './step-writes.service';
import type { TaskHeadView, TaskView } from './dto/task.view';

/** A decision as it was pressed. */
export interface Decision {
  press: Press;
  /** Content hash of what was shown. */
  shown: string;
  type: 'approve' | 'reject' | 'return';
  comment?: string;
  fields?: Record<string, unknown>;
  stance?: Stance;
  to?: string;
  resume?: Resume;
}

/** Tasks, and the decisions on them. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
    private readonly views: RequestViewService,
    private readonly people: PersonRefsService,
    private readonly writes: StepWrites,
  ) {}

  async read(actor: Actor, id: string): Promise<TaskView> {
    const task = await this.task(actor, id);
    const request = await this.views.read(actor, task.requestId);
    const { step, kind, generation, status, openedAt, closedAt, dueAt } = task;
    const { definition } = await this.views.processOf(task.requestId);
    const head: TaskHeadView = {
      id,
      step,
      kind,
      title: kind === 'unblock' ? UNBLOCK_STEP : (definition.steps[step]?.title ?? UNBLOCK_STEP),
      generation,
      status,
      person: await this.people.one(task.personId),
      openedAt: openedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      dueAt: dueAt?.toISOString() ?? null,
    };
    return { task: head, request };
  }

  async decide(actor: Actor, task: TaskPlace | null, decision: Decision): Promise<CommandAnswer> {
    if (!task) throw new Problem('not-found', { what: 'task' });
    const { press, fields, ...rest } = decision;
    const { requestId, step, generation, personId } = task;
    // Whose task it is not, the engine refuses; their files stay their own.
    const written =
      fields && personId === actor.personId ? await this.writes.sound(actor, task, { press, fields }) : (fields as FormValues);
    const body: CommandBody = {
      ...withoutBlanks(rest),
      requestId,
      actor: actor.personId,
      step,
      generation,
      ...(fields === undefined ? {} : { fields: written }),
    };
    return this.commands.send(actor, press, body);
  }

  private async task(actor: Actor, id: string): Promise<TaskEntity> {
    const task = await this.database.manager.findOneBy(TaskEntity, { id, companyId: actor.companyId });
    if (!task) throw new Problem('not-found', { what: 'task' });
    return task;
  }
}

/** Canonical JSON knows no undefined; a comment of blanks is none. */
function withoutBlanks<T extends object>(value: T): T {
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined && !(typeof inner === 'string' && inner.trim() === ''));
  return Object.fromEntries(kept) as T;
}
