import { ProcessCache, type RequestFacts } from '@countersign/database';
import { drawnIn, type Field, type Process } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import { Problem } from '../../http/problem/problem';
import { BudgetEffects } from '../budget/budget-effects.service';
import type { RequestBudgetView } from '../budget/budget-effect.view';
import { SeenService } from '../seen.service';
import type { RequestView } from '../dto/request.view';
import { nextOf, outlookOf } from '../parts/next.part';
import { partsOf, partView, peopleOfPart } from '../parts/budget-parts.part';
import { requestView } from './request-view';
import { ownTask, type ViewCase } from './view-case';
import { ViewCases } from './view-cases.service';

/** What one reader may see of a request, and that they have seen it. */
@Injectable()
export class RequestViewService {
  constructor(
    private readonly database: DataSource,
    private readonly processes: ProcessCache,
    private readonly cases: ViewCases,
    private readonly seen: SeenService,
    private readonly budgets: BudgetEffects,
  ) {}

  /** `before`: what was read of the request a moment ago, to change it. */
  async read(actor: Actor, id: string, before?: RequestFacts): Promise<RequestView> {
    const view = await this.cases.of(actor, id, before);
    if (view.bundle.unreadCopy) await this.markCopyRead(actor, id);
    // The answer to one's own press is no look at the request, and costs nothing more.
    if (!before) await this.noteSeen(view);
    return requestView(view, ownTask(view) ? nextOf(view, await outlookOf(view, {}), {}) : null);
  }

  /** What it does to a budget, as far as the reader may see it. */
  async budget(actor: Actor, id: string): Promise<RequestBudgetView> {
    const view = await this.cases.of(actor, id);
    const drawn = drawnIn(view.definition, view.values);
    if (drawn === null) return { budget: null, parts: [] };
    const parts = partsOf(view);
    await this.cases.nameAlso(view, parts.flatMap(peopleOfPart));
    return { budget: await this.budgets.of(actor, drawn, id), parts: parts.map((part) => partView(part, view)) };
  }

  /** Fields of the form that the reader may see. */
  async visibleFields(actor: Actor, id: string): Promise<Field[]> {
    const { definition, hidden } = await this.cases.of(actor, id);
    return definition.form.fields.filter((field) => !hidden.has(field.key));
  }

  /** The process that a request follows. */
  async processOf(requestId: string): Promise<Process> {
    const [row] = await this.database.query<{ id: string }[]>('SELECT definition_id AS id FROM request WHERE id = $1', [requestId]);
    const known = row && (await this.processes.byDefinitionId(row.id));
    if (!known) throw new Problem('not-found', { what: 'request' });
    return known.process;
  }

  private async noteSeen({ actor, known, bundle }: ViewCase): Promise<void> {
    const { id, n } = known.head;
    if (bundle.concerned && n > 0 && (bundle.seenN ?? 0) < n) await this.seen.note(actor, id, n);
  }

  private async markCopyRead(actor: Actor, id: string): Promise<void> {
    await this.database.query('UPDATE copy SET read_at = now() WHERE request_id = $1 AND person_id = $2 AND read_at IS NULL', [
      id,
      actor.personId,
    ]);
  }
}
