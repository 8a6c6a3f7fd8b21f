import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../auth/actor';
import { readPage } from '../http/cursor';
import { periodOf } from './budget-period';
import { treeRow } from './budget-rows';
import { CATEGORIES, PLANS, RECOUNT, TREE, type TreeRow } from './budget-statements';
import type { BudgetTreeQuery } from './dto/budget.query';
import type { KeyedView } from '../requests/budget/budget-effect.view';
import type { BudgetPlanView, BudgetSetView, BudgetTreePage, RecountView } from './dto/budget.view';

/** Budgets over the whole company. */
@Injectable()
export class BudgetsService {
  constructor(private readonly database: DataSource) {}

  /** What stands right below a unit: its own lines, then units, each added up with everything below it. */
  async tree(actor: Actor, query: BudgetTreeQuery): Promise<BudgetTreePage> {
    const { period, from, to } = await periodOf(this.database.manager, actor.companyId, query.period);
    const asked = [actor.companyId, from, to, query.category ?? null, query.below ?? null];
    const { rows, nextCursor } = await readPage<TreeRow>(query, {
      kinds: ['text'],
      read: (after, most) => this.database.query(TREE, [...asked, ...after, most]),
      cursorOf: ({ place }) => [place],
    });
    return { period, items: rows.map(treeRow), nextCursor };
  }

  async set(actor: Actor): Promise<BudgetSetView> {
    const [categories, plans] = await Promise.all([
      this.database.query<KeyedView[]>(CATEGORIES, [actor.companyId]),
      this.database.query<BudgetPlanView[]>(PLANS, [actor.companyId, null]),
    ]);
    return { categories, plans, manages: actor.rights.includes('budgets.manage') };
  }

  async recount(actor: Actor, line: string | null): Promise<RecountView> {
    const begun = performance.now();
    const [found] = await this.database.query<Omit<RecountView, 'took'>[]>(RECOUNT, [actor.companyId, line]);
    if (!found) throw new Error('Expected the movements to be counted, but the database gave no row');
    return { ...found, took: Math.ceil(performance.now() - begun) };
  }
}
