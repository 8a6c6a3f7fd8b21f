import { followedPlan, plannedLines, type Bilingual, type Definition, type FollowedLine, type FormValues } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { BUDGET_LINE } from './budget-line-sql';

/** Whoever has a budget follow a request does so alone. */
const HOLD = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';
const APPROVED = `
  SELECT r.form, r.number, r.row_title AS title, r.requester_id AS "requesterId", d.body AS definition,
    r.outcome IS NOT DISTINCT FROM 'approved' AND r.closed_at IS NOT NULL AS stands
  FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = $1 AND r.company_id = $2`;
/** What a transition asks for is done once: what requests let go of afterwards is not cut by its being told again. */
const DONE = `SELECT 1 FROM budget_movement WHERE request_id = $1 AND n = $2 AND kind = 'plan' LIMIT 1`;
/** Lines at the places `$3`, and those to which the request `$2` has added, held until the transaction ends. */
const LINES = `
  SELECT ${BUDGET_LINE}, coalesce(m.added, 0)::text AS added FROM budget_line l
    LEFT JOIN (SELECT line_id, sum(planned) AS added FROM budget_movement WHERE request_id = $2 AND kind = 'plan' GROUP BY line_id) AS m ON m.line_id = l.id
  WHERE l.company_id = $1 AND (m.line_id IS NOT NULL OR EXISTS (SELECT 1 FROM jsonb_to_recordset($3) AS x(unit uuid, category text, "from" date, "to" date, currency text)
    WHERE l.unit_id = x.unit AND l.category = coalesce(x.category, '') AND l.from_day = x."from" AND l.to_day = x."to" AND l.currency = x.currency))
  ORDER BY l.id FOR UPDATE OF l`;
const ADD_PLAN = `
  INSERT INTO budget_plan (id, company_id, key, title, version, effective_at, request_id) SELECT gen_random_uuid(), $1, $2, $3, 0, now(), $4
  WHERE NOT EXISTS (SELECT 1 FROM budget_plan WHERE company_id = $1 AND request_id = $4)`;
const NEXT_VERSION = 'UPDATE budget_plan SET version = version + 1, effective_at = now() WHERE company_id = $1 AND request_id = $2';
const ADD_LINES = `
  INSERT INTO budget_line (id, company_id, plan_id, unit_id, category, from_day, to_day, currency, owner_id)
  SELECT x.id, $1, p.id, x.unit, coalesce(x.category, ''), x."from", x."to", x.currency, $4 FROM jsonb_to_recordset($3) AS
    x(id uuid, unit uuid, category text, "from" date, "to" date, currency text) JOIN budget_plan p ON p.company_id = $1 AND p.request_id = $2`;
const POST = 'SELECT post_movements($1, $2, clock_timestamp(), $3, $4)';

/** A request whose plan the budget is to follow; `n`: the transition that asks for it. */
export interface PlanNews {
  requestId: string;
  companyId: string;
  n: number;
}

interface Approved {
  form: FormValues;
  number: string;
  title: Bilingual;
  requesterId: string;
  definition: Definition;
  stands: boolean;
}

/** The budget as it follows approved plans: the request is what was planned, as long as its approval stands. */
@Injectable()
export class ApprovedPlans {
  constructor(private readonly database: DataSource) {}

  /** Adds what a request plans, or takes back what it has added. May be done again, and late: it comes to what the request says now. */
  async follow(news: PlanNews): Promise<void> {
    await this.database.transaction((manager) => followIn(manager, news));
  }
}

async function followIn(manager: EntityManager, { requestId, companyId, n }: PlanNews): Promise<void> {
  await manager.query(HOLD, [`plans:${companyId}`]);
  const [done] = await manager.query<unknown[]>(DONE, [requestId, n]);
  if (done) return;
  const [approved] = await manager.query<Approved[]>(APPROVED, [requestId, companyId]);
  if (!approved) return;
  const { form, number, title, requesterId, definition, stands } = approved;
  const planned = stands ? plannedLines(definition, form) : [];
  const lines = await manager.query<FollowedLine[]>(LINES, [companyId, requestId, JSON.stringify(planned)]);
  const { changes, made } = followedPlan(planned, lines);
  if (changes.length + made.length === 0) return;
  const placed = made.map((line) => ({ id: randomUUID(), ...line }));
  if (placed.length > 0) {
    await manager.query(ADD_PLAN, [companyId, number, title, requestId]);
    await manager.query(ADD_LINES, [companyId, requestId, JSON.stringify(placed), requesterId]);
  }
  const movements = [...changes, ...placed.map(({ id, planned: added }) => ({ line: id, planned: added }))];
  await manager.query(POST, [
    JSON.stringify(movements.map((movement, place) => ({ ...movement, place, kind: 'plan' }))),
    companyId,
    requestId,
    n,
  ]);
  await manager.query(NEXT_VERSION, [companyId, requestId]);
}
