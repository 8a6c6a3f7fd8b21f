import { ownValue } from '@countersign/domain';
import { TaskEntity } from '@countersign/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { RequestViewService } from '../requests/view/request-view.service';
import type { OutlookView } from '../requests/dto/outlook.view';
import { TimelineService } from '../requests/view/timeline.service';
import { unblockTitle } from '../requests/names/step-titles';
import type { TaskHeadView, TaskView } from './dto/task.view';

/** Tasks as their people see them. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: DataSource,
    private readonly views: RequestViewService,
    private readonly people: PersonRefsService,
    private readonly timelines: TimelineService,
  ) {}

  /** Nobody foresees by another one's answers. */
  async outlook(actor: Actor, id: string, fields: Record<string, unknown>): Promise<OutlookView> {
    const task = await this.task(actor, id);
    if (task.personId !== actor.personId || task.status !== 'open') throw new Problem('not-found', { what: 'task' });
    return this.timelines.outlook(actor, task.requestId, fields);
  }

  async read(actor: Actor, id: string): Promise<TaskView> {
    const task = await this.task(actor, id);
    const request = await this.views.read(actor, task.requestId);
    const { step, kind, generation, status, openedAt, closedAt, dueAt } = task;
    const { steps } = await this.views.processOf(task.requestId);
    const head: TaskHeadView = {
      id,
      step,
      kind,
      title: kind === 'unblock' ? unblockTitle(step) : (ownValue(steps, step)?.title ?? unblockTitle(step)),
      generation,
      status,
      person: await this.people.one(task.personId),
      openedAt: openedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      dueAt: dueAt?.toISOString() ?? null,
    };
    return { task: head, request };
  }

  private async task(actor: Actor, id: string): Promise<TaskEntity> {
    const task = await this.database.manager.findOneBy(TaskEntity, { id, companyId: actor.companyId });
    if (!task) throw new Problem('not-found', { what: 'task' });
    return task;
  }
}
