import { randomUUID } from 'node:crypto';
import type { RecordOutcome } from '@countersign/contracts';
import {
  CommandRepository,
  DirectoryParts,
  JournalRepository,
  openDatabase,
  ProcessCache,
  RecordRepository,
  Replay,
  runMigrations,
} from '@countersign/database';
import { begin, compile, contentFor, parseDefinition, recordOf, uuidv5, type CommandBody, type Definition } from '@countersign/domain';
import { Metrics, ProgramLog } from '@countersign/platform';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { insertSmallCompany } from '../../../../test/support/small-company';
import { OutboxBell } from '../outbox/outbox-bell';
import { RecordActivity } from './record.activity';
import { RecordFailures } from './record-failures';

const words = { zh: '事项', en: 'Matter' };
const cny = (minor: number) => ({ minor: String(minor), currency: 'CNY' });

function definitionFor(approver: string): Definition {
  const parsed = parseDefinition({
    key: 'spending',
    version: 1,
    title: words,
    area: 'finance',
    numberPrefix: 'SP',
    start: { everyone: true },
    form: {
      fields: [
        { key: 'amount', type: 'money', label: words, required: true },
        { key: 'shop', type: 'unit', label: words, required: true },
        { key: 'budget', type: 'budget', label: words, amount: 'amount', unit: 'shop', commit: 'yes' },
      ],
    },
    sentence: words,
    rowTitle: words,
    flow: [{ kind: 'approve', id: 'yes', title: words, assignee: { by: 'person', person: approver } }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.definition;
}

const SUMS = ['planned', 'moved', 'extended', 'reserved', 'committed', 'spent', 'outside'] as const;
type Sums = Record<(typeof SUMS)[number], number>;

describe('money that is drawn while decisions are recorded', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let records: RecordRepository;
  let activity: RecordActivity;
  let processes: ProcessCache;
  const company = randomUUID();
  const people = [randomUUID(), randomUUID()];
  const definition = definitionFor('person-2');
  const definitionId = randomUUID();
  const shop = uuidv5('shop', company);
  const plan = randomUUID();

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 8 });
    await insertSmallCompany(dataSource, { id: company, people, definitions: [{ id: definitionId, body: definition }] });
    await dataSource.query(
      `INSERT INTO budget_plan (id, company_id, key, title, version, effective_at) VALUES ($1, $2, 'p', '{}', 1, now())`,
      [plan, company],
    );
    records = new RecordRepository(database.url, new DirectoryParts(), { poolSize: 8, transactionTimeoutMs: 10_000 });
    processes = new ProcessCache(dataSource);
    const log = new ProgramLog(pino({ level: 'silent' }));
    activity = new RecordActivity(records, processes, new RecordFailures(), new OutboxBell(), new Metrics('test'), log);
  });

  afterAll(async () => {
    await records?.close();
    await dataSource?.destroy();
    await database?.drop();
  });

  /** The only line there is. */
  const lineOf = async (planned: number): Promise<string> => {
    const id = randomUUID();
    await dataSource.query(`UPDATE budget_line SET to_day = '2020-01-02', from_day = '2020-01-01', category = id::text`);
    await dataSource.query(
      `INSERT INTO budget_line (id, company_id, plan_id, unit_id, from_day, to_day, currency) VALUES ($1, $2, $3, $4, '2020-01-01', '2099-12-31', 'CNY')`,
      [id, company, plan, shop],
    );
    await post([{ line: id, place: 0, kind: 'plan', planned }]);
    return id;
  };
  const post = (movements: object[]) =>
    dataSource.query('SELECT post_movements($1, $2, now(), NULL, NULL)', [JSON.stringify(movements), company]);
  const numbers = (row: Record<string, string> | undefined): Sums =>
    Object.fromEntries(SUMS.map((sum) => [sum, Number(row?.[sum])])) as Sums;
  const sums = async (line: string): Promise<Sums> => {
    const [row] = await dataSource.query<Record<string, string>[]>(`SELECT ${SUMS.join(', ')} FROM budget_line WHERE id = $1`, [line]);
    return numbers(row);
  };
  const added = async (line: string): Promise<Sums> => {
    const columns = SUMS.map((sum) => `coalesce(sum(${sum}), 0) AS ${sum}`).join(', ');
    const [row] = await dataSource.query<Record<string, string>[]>(`SELECT ${columns} FROM budget_movement WHERE line_id = $1`, [line]);
    return numbers(row);
  };
  const leftOf = ({ planned, moved, extended, reserved, committed, spent }: Sums): number =>
    planned + moved + extended - reserved - committed - spent;

  async function begun(amount: number): Promise<{ id: string; does: (who: number, type: string) => Promise<RecordOutcome> }> {
    const id = randomUUID();
    const form = { amount: cny(amount), shop };
    await dataSource.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices) VALUES ($1, $2, $3, $4, $5, '{}')`,
      [id, company, definitionId, people[0], JSON.stringify(form)],
    );
    const does = async (who: number, type: string): Promise<RecordOutcome> => {
      const { n, state, hash } = (await new JournalRepository(dataSource).head(id))!;
      const step = type === 'submit' || type === 'withdraw' || type === 'undo' || type === 'resubmit' ? undefined : 'yes';
      const body = {
        ...{ type, requestId: id, actor: people[who] },
        ...(type === 'submit' || type === 'resubmit' ? { form } : {}),
        ...(step && state
          ? {
              step,
              shown: contentFor(compile(definition), state.context, step),
              generation: recordOf(state.context, step)?.generation ?? 0,
            }
          : {}),
        ...(type === 'return' || type === 'reject' ? { comment: '—', to: 'requester', resume: 'walk-again' } : {}),
      } as CommandBody;
      const command = randomUUID();
      await new CommandRepository(dataSource).open({ id: command, companyId: company, body });
      const { key, version } = definition;
      const result = await activity.record({
        ...{ requestId: id, n, hash: hash ?? begin(definition, id).hash },
        definition: { key, version, hash: compile(definition).hash },
        command: { kind: 'row', id: command },
      });
      return result.outcome;
    };
    return { id, does };
  }

  it('is reserved, committed and given back in the very transaction of the decision, and the journal comes to the same form', async () => {
    const line = await lineOf(10_000);
    const { id, does } = await begun(6_000);
    expect(await does(0, 'submit')).toMatchObject({ kind: 'done', n: 1 });
    expect(await sums(line)).toMatchObject({ reserved: 6_000 });
    expect(await does(1, 'approve')).toMatchObject({ kind: 'done', n: 2 });
    expect(await sums(line)).toMatchObject({ reserved: 0, committed: 6_000 });
    expect(await does(1, 'undo')).toMatchObject({ kind: 'done', n: 3 });
    expect(await sums(line)).toMatchObject({ reserved: 6_000, committed: 0 });
    expect(await does(1, 'return')).toMatchObject({ kind: 'done', n: 4 });
    expect(await sums(line)).toMatchObject({ reserved: 0, committed: 0 });
    const told = await dataSource.query<{ n: number; kind: string }[]>(
      'SELECT n, kind FROM budget_movement WHERE request_id = $1 ORDER BY id',
      [id],
    );
    expect(told.map(({ n, kind }) => `${n} ${kind}`)).toEqual(['1 reserve', '2 commit', '3 release', '3 reserve', '4 release']);

    const journal = new JournalRepository(dataSource);
    const { process } = (await processes.byDefinitionId(definitionId))!;
    const replay = new Replay(process, { ...(await journal.head(id))!, form: {} }, (await journal.snapshot(id))!.model);
    replay.fold(await journal.transitions(id, 0, 200));
    expect(replay.differences).toEqual([]);
    expect(replay.form).toEqual((await journal.head(id))!.form);
  });

  it('is never sold twice, whoever asks for it at the same time', async () => {
    const line = await lineOf(100_000);
    const requests = await Promise.all(Array.from({ length: 64 }, (_, place) => begun(1_000 + (place % 9) * 500)));
    const outside = Array.from({ length: 8 }, (_, place) =>
      post([{ line, place: 0, kind: 'outside', spent: 700, outside: 700, reference: `o-${line}-${place}` }]),
    );
    const outcomes = await Promise.all(
      requests.map(async ({ does }, place) => {
        const asked = await does(0, 'submit');
        if (asked.kind !== 'done') return asked;
        const next = (['approve', 'return', 'withdraw', 'reject', 'approve', 'approve'] as const)[place % 6] ?? 'approve';
        return does(next === 'withdraw' ? 0 : 1, next);
      }),
    );
    await Promise.all(outside);
    expect(outcomes.filter(({ kind }) => kind !== 'done')).toEqual([]);
    const now = await sums(line);
    expect(now).toEqual(await added(line));
    // What others have spent may overdraw it; what requests took without being granted over the plan may not.
    expect(now.planned + now.extended).toBeGreaterThanOrEqual(now.reserved + now.committed + now.spent - now.outside);
    expect(leftOf(now)).toBeGreaterThanOrEqual(-now.outside);
    const held = await dataSource.query<{ reserved: number; committed: number; extended: number }[]>(
      `SELECT coalesce(sum(reserved), 0)::int AS reserved, coalesce(sum(committed), 0)::int AS committed, coalesce(sum(extended), 0)::int AS extended
         FROM budget_movement WHERE line_id = $1 GROUP BY request_id HAVING request_id IS NOT NULL`,
      [line],
    );
    const states = await dataSource.query<{ outcome: string | null; status: string; covered: string; over: string }[]>(
      `SELECT r.outcome, r.status, r.form#>>'{budget,covered,minor}' AS covered, r.form#>>'{budget,over,minor}' AS over FROM request r
         WHERE r.form#>>'{budget,line}' = $1::text`,
      [line],
    );
    const approved = states.filter(({ outcome }) => outcome === 'approved');
    const total = approved.reduce((sum, { covered, over }) => sum + Number(covered) + Number(over), 0);
    expect(now.committed).toBe(total);
    expect(now.extended).toBe(approved.reduce((sum, { over }) => sum + Number(over), 0));
    expect(held.reduce((sum, each) => sum + each.committed, 0)).toBe(total);
    expect(now.reserved).toBe(0);
  });
});
