import type { BudgetLine } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { ReadersService } from '../auth/readers.service';
import { readPage } from '../http/cursor';
import { Problem } from '../http/problem/problem';
import { PersonRefsService } from '../people/person-refs.service';
import { periodOf } from './budget-period';
import { money, sumsView } from '../requests/budget/budget-words';
import { lineRow, movementRow } from './budget-rows';
import { DRAWING, LINES, MOVEMENTS, ONE_LINE, PERIODS, PLANS, type ListedLine, type ListedMovement } from './budget-statements';
import type { BudgetLinesQuery, MovementsQuery } from './dto/budget.query';
import type { BudgetLinePage, BudgetLineView, BudgetMovementPage, BudgetPlanView, BudgetRequestView } from './dto/budget.view';

interface DrawingRow extends Pick<BudgetRequestView, 'id' | 'number' | 'title' | 'status'> {
  requester: string;
  takes: string;
}

/** Single lines of budgets, and what happened to them. */
@Injectable()
export class BudgetLinesService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PersonRefsService,
    private readonly readers: ReadersService,
  ) {}

  async list(actor: Actor, query: BudgetLinesQuery): Promise<BudgetLinePage> {
    const { from, to } = await periodOf(this.database.manager, actor.companyId, query.period);
    const asked = [actor.companyId, from, to, query.category ?? null, query.unit ?? null];
    const { rows, nextCursor } = await readPage<ListedLine>(query, {
      kinds: ['text', 'text', 'text', 'uuid'],
      read: (after, most) => this.database.query(LINES, [...asked, ...after, most]),
      cursorOf: ({ unitKey, category, from: first, id }) => [unitKey, category ?? '', first, id],
    });
    const refs = await this.people.byIds(rows.map(({ ownerId }) => ownerId));
    return { items: rows.map((row) => lineRow(row, (id) => this.people.in(refs, id))), nextCursor };
  }

  async read(actor: Actor, id: string): Promise<BudgetLineView> {
    const { companyId } = actor;
    const line = await this.lineOf(actor, id);
    const [[plan], periods, drawing] = await Promise.all([
      this.database.query<BudgetPlanView[]>(PLANS, [companyId, line.planId]),
      this.database.query<BudgetLine[]>(PERIODS, [companyId, id]),
      this.database.query<DrawingRow[]>(DRAWING, [companyId, id]),
    ]);
    if (!plan) throw new Error(`Expected line ${id} to be of a plan, but there is none`);
    const refs = await this.people.byIds([line.ownerId, ...drawing.map(({ requester }) => requester)]);
    const openable = await this.readers.openable(
      actor,
      drawing.map((request) => request.id),
    );
    const person = (each: string) => this.people.in(refs, each);
    return {
      ...lineRow(line, person),
      plan,
      periods: periods.map((each) => ({ line: each.id, from: each.from, to: each.to, sums: sumsView(each, each.currency) })),
      requests: drawing.map(({ requester, takes, ...request }) => ({
        ...request,
        requester: person(requester),
        takes: money(takes, line.currency),
        readable: openable.has(request.id),
      })),
    };
  }

  /** Newest first. */
  async movements(actor: Actor, query: MovementsQuery): Promise<BudgetMovementPage> {
    await this.lineOf(actor, query.line);
    const { rows, nextCursor } = await readPage<ListedMovement>(query, {
      kinds: ['whole'],
      read: (after, most) => this.database.query(MOVEMENTS, [actor.companyId, query.line, ...after, most]),
      cursorOf: ({ id }) => [id],
    });
    const refs = await this.people.byIds(rows.map(({ actor: by }) => by));
    const openable = await this.readers.openable(
      actor,
      rows.flatMap(({ requestId }) => requestId ?? []),
    );
    const around = { person: (id: string) => this.people.in(refs, id), openable };
    return { items: rows.map((row) => movementRow(row, around)), nextCursor };
  }

  private async lineOf({ companyId }: Actor, id: string): Promise<ListedLine & { planId: string }> {
    const [line] = await this.database.query<(ListedLine & { planId: string })[]>(ONE_LINE, [companyId, id]);
    if (!line) throw new Problem('not-found', { what: 'budget-line' });
    return line;
  }
}
