import { LINE_SUMS, type Bilingual, type Drawn, type LineControl, type LineSums } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/actor';
import type { BudgetEffectView, DrawnLineView } from './budget-effect.view';
import { categoryView, money, sumsView } from './budget-words';

/** A line without what one request holds of it. */
interface LineWithout extends LineSums {
  id: string;
  unitId: string;
  unit: Bilingual;
  category: string | null;
  categoryTitle: Bilingual | null;
  from: string;
  to: string;
  control: LineControl;
  currency: string;
}

const SUMS = LINE_SUMS.map((sum) => `(l.${sum} - coalesce(own.${sum}, 0))::text AS ${sum}`).join(', ');
const OWN = LINE_SUMS.map((sum) => `sum(${sum}) AS ${sum}`).join(', ');
/** `$3`: the request whose own movements are set aside; null: none. */
const LINE = `
  SELECT l.id, l.unit_id AS "unitId", u.name AS unit, nullif(l.category, '') AS category, c.title AS "categoryTitle", l.from_day::text AS "from", l.to_day::text AS "to",
    l.control, l.currency, ${SUMS}
  FROM budget_line l JOIN unit u ON u.id = l.unit_id LEFT JOIN budget_category c ON c.company_id = l.company_id AND c.key = l.category
    LEFT JOIN LATERAL (SELECT ${OWN} FROM budget_movement m WHERE m.line_id = l.id AND m.request_id = $3) AS own ON true
  WHERE l.company_id = $1 AND l.id = $2`;

/** What requests do to budgets, said for whoever looks at one. */
@Injectable()
export class BudgetEffects {
  constructor(private readonly database: DataSource) {}

  /** `requestId`: whose own hold is set aside; null: it holds nothing yet. */
  async of(actor: Actor, drawn: Drawn, requestId: string | null): Promise<BudgetEffectView> {
    const { asked, covered, over, inPlan } = drawn;
    const said = ({ minor, currency }: Drawn['asked']) => money(minor, currency);
    return { line: await this.line(actor, drawn.line, requestId), asked: said(asked), covered: said(covered), over: said(over), inPlan };
  }

  private async line({ companyId, rights }: Actor, id: string | null, requestId: string | null): Promise<DrawnLineView | null> {
    const [line] = id === null ? [] : await this.database.query<LineWithout[]>(LINE, [companyId, id, requestId]);
    if (!line) return null;
    const { unitId, unit, category, categoryTitle, from, to, control, currency } = line;
    return {
      ...{ id: line.id, from, to, control },
      unit: { id: unitId, name: unit },
      category: categoryView(category, categoryTitle),
      without: sumsView(line, currency),
      readable: rights.includes('budgets.read'),
    };
  }
}
