import { randomUUID } from 'node:crypto';
import { NUMBER_TO_COME } from '@countersign/database';
import { begin, type Definition, type FormValues, type Outcome, type RequestState } from '@countersign/domain';
import type { DataSource } from 'typeorm';

/** A submitted request and its tasks, as `record` would have left the rows. Days count back from now; money is minor units. */
export interface DeskRequest {
  requester?: string;
  definition?: string;
  title?: string;
  number?: string;
  /** What search reads, beside the number. */
  text?: string;
  amount?: number | null;
  round?: number;
  status?: string;
  daysAgo?: number;
  unitId?: string;
  form?: FormValues;
  tasks?: DeskTask[];
  copies?: string[];
}

export interface DeskTask {
  person: string;
  openedDaysAgo?: number;
  /** Days from now. */
  due?: number;
  /** Days ago; absent = still open. */
  decidedDaysAgo?: number;
  plan?: 'in' | 'over';
  /** `superior-review` unless said; of another step, which is work. */
  step?: string;
  decision?: 'approve' | 'return';
  /** Its place among the tasks unless said: one that has moved to somebody else is on the place of the one before. */
  seat?: number;
}

const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();

/** Puts rows of the read model in place and has the database make the desks of them, as it does after every decision. */
export class Desks {
  private count = 0;

  constructor(private readonly database: DataSource) {}

  async person(key: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }[]>('SELECT id FROM person WHERE key = $1', [key]);
    if (!row) throw new Error(`Expected a demo person ${key}, but there is none`);
    return row.id;
  }

  /** The key of somebody who holds a role. */
  async holder(role: string): Promise<string> {
    const [row] = await this.database.query<{ key: string }[]>(
      'SELECT p.key FROM position o JOIN person p ON p.id = o.person_id AND p.active WHERE o.role = $1 ORDER BY p.key LIMIT 1',
      [role],
    );
    if (!row) throw new Error(`Expected somebody to be ${role}, but nobody is`);
    return row.key;
  }

  /** A request has come to its end and closed, as far as its row says so. */
  async ended(id: string, outcome: Outcome, daysAgo: number): Promise<void> {
    const [row] = await this.database.query<{ body: Definition; state: RequestState }[]>(
      'SELECT d.body, r.state FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = $1',
      [id],
    );
    if (!row) throw new Error(`Expected a request ${id}, but there is none`);
    const finishedAt = ago(daysAgo);
    const context = { ...begin(row.body, id).state.context, ...row.state.context, round: 1, outcome, finishedAt };
    await this.database.query(
      `UPDATE request SET status = $2, outcome = $2, finished_at = $3, closed_at = $3, hash = 'h', state = $4 WHERE id = $1`,
      [id, outcome, finishedAt, JSON.stringify({ value: 'closed', context })],
    );
  }

  async request(wanted: DeskRequest): Promise<string> {
    const id = randomUUID();
    const requester = await this.person(wanted.requester ?? 'li-na');
    const title = wanted.title ?? `Request ${++this.count}`;
    const state = { value: 'walk', context: { requester: { id: requester, unitId: wanted.unitId ?? null }, steps: {} } };
    await this.database.query(
      `INSERT INTO request (id, company_id, definition_id, definition_key, requester_id, unit_id, number, status, n, state, row_title, amount_minor, listed_amount, currency, form,
         round, submitted_at, listed_at, created_at, updated_at)
       SELECT $1, d.company_id, d.id, d.key, $2, $11, $3, $4, 1, $5, $6, $7, $7, 'CNY', $12, $8, $9, $9, $9, $9 FROM definition d WHERE d.key = $10 AND d.status = 'published'`,
      [
        id,
        requester,
        wanted.number ?? `BX-2026-${String(++this.count).padStart(4, '0')}`,
        wanted.status ?? 'running',
        JSON.stringify(state),
        JSON.stringify({ zh: title, en: title }),
        wanted.amount === undefined ? 100_00 : wanted.amount,
        wanted.round ?? 1,
        ago(wanted.daysAgo ?? 1),
        wanted.definition ?? 'expense-reimbursement',
        wanted.unitId ?? null,
        JSON.stringify(wanted.form ?? {}),
      ],
    );
    await this.readers(id, [requester]);
    for (const [at, task] of (wanted.tasks ?? []).entries()) await this.task(id, task.seat ?? at, task);
    for (const key of wanted.copies ?? []) await this.copy(id, await this.person(key), wanted.daysAgo ?? 1);
    await this.database.query(`SELECT write_desks(id, company_id, '{}'), write_text(id, $2) FROM request WHERE id = $1`, [
      id,
      `${NUMBER_TO_COME}\n${wanted.text ?? title.toLowerCase()}`,
    ]);
    return id;
  }

  private async task(request: string, seat: number, task: DeskTask): Promise<void> {
    const person = await this.person(task.person);
    const decided = task.decidedDaysAgo;
    await this.database.query(
      `INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, status, decision, opened_at, closed_at, due_at, derivation)
       SELECT $1, company_id, id, $11, $12, 1, $3, $4, $5, $6, $7, $8, $9, $10 FROM request WHERE id = $2`,
      [
        randomUUID(),
        request,
        seat,
        person,
        decided === undefined ? 'open' : 'decided',
        decided === undefined ? null : (task.decision ?? 'approve'),
        ago(task.openedDaysAgo ?? 1),
        decided === undefined ? null : ago(decided),
        task.due === undefined ? null : ago(-task.due),
        task.plan ? JSON.stringify({ plan: task.plan }) : null,
        task.step ?? 'superior-review',
        task.step === undefined ? 'approve' : 'work',
      ],
    );
    await this.readers(request, [person]);
  }

  private async copy(request: string, person: string, daysAgo: number): Promise<void> {
    await this.database.query(
      `INSERT INTO copy (request_id, person_id, step, company_id, at) SELECT id, $2, 'tell', company_id, $3 FROM request WHERE id = $1`,
      [request, person, ago(daysAgo)],
    );
    await this.readers(request, [person]);
  }

  private async readers(request: string, people: string[]): Promise<void> {
    await this.database.query(
      `INSERT INTO participant (request_id, person_id, company_id) SELECT id, unnest($2::uuid[]), company_id FROM request WHERE id = $1 ON CONFLICT DO NOTHING`,
      [request, people],
    );
  }
}
