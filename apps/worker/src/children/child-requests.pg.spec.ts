import { randomUUID } from 'node:crypto';
import type { RecordInput, RecordOutcome, RequestNews } from '@countersign/contracts';
import {
  ChildRepository,
  CommandRepository,
  DirectoryParts,
  FactsRepository,
  JournalRepository,
  NotificationRepository,
  openDatabase,
  OutboxRepository,
  ProcessCache,
  RecordRepository,
  runMigrations,
  type OutboxRow,
} from '@countersign/database';
import {
  begin,
  compile,
  contentFor,
  definitionHash,
  parseDefinition,
  recordOf,
  type CommandBody,
  type Definition,
  LIMITS,
} from '@countersign/domain';
import { Metrics, ProgramLog, type CommandSender, type RequestClient } from '@countersign/platform';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { insertSmallCompany } from '../../../../test/support/small-company';
import { RecordActivity } from '../activities/record.activity';
import { RecordFailures } from '../activities/record-failures';
import { OutboxBell } from '../outbox/outbox-bell';
import type { RowOf } from '../outbox/effects';
import { ChildRequests } from './child-requests.service';

const words = { zh: '事项', en: 'Matter' };
const ABOUT = { key: 'about', type: 'text', label: words };

function parsed(key: string, fields: object[], flow: object[], start: object = { everyone: true }): Definition {
  const head = { key, version: 1, title: words, area: 'finance', numberPrefix: key.slice(0, 2).toUpperCase(), start, graceSeconds: 0 };
  const found = parseDefinition({ ...head, form: { fields }, sentence: words, rowTitle: { zh: '{about}', en: '{about}' }, flow });
  if (!found.ok) throw new Error(JSON.stringify(found.findings));
  return found.definition;
}

const step = (id: string, person: string) => ({ id, title: words, kind: 'approve', assignee: { by: 'person', person } });
const CHILD = parsed('child', [{ ...ABOUT, required: true }], [step('only', 'person-3')], { roles: ['nobody-holds-it'] });
const PARENT = parsed(
  'parent',
  [ABOUT],
  [
    step('first', 'person-2'),
    { id: 'children', title: words, kind: 'subprocess', definition: 'child', map: { about: { field: 'about' } } },
    step('last', 'person-2'),
  ],
);

const LEANS = parsed('leans', [{ key: 'permit', type: 'request', label: words, must: 'in-force' }], [step('only', 'person-2')]);
const CITES = parsed('cites', [{ key: 'permit', type: 'request', label: words }], [step('only', 'person-2')]);

/** Everything but Temporal: rows, facts, decisions, outbox. What a run would ask of `record` is asked of it directly, with the journal's own n and hash. */
describe('a request that starts another one, on a real database', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let records: RecordRepository;
  let activity: RecordActivity;
  let children: ChildRequests;
  const company = randomUUID();
  const people = [randomUUID(), randomUUID(), randomUUID()];
  const definitions = new Map([CHILD, PARENT, LEANS, CITES].map((each) => [each.key, { id: randomUUID(), body: each }]));

  const head = async (id: string) => (await new JournalRepository(dataSource).head(id))!;

  async function asked(id: string, command: RecordInput['command']): Promise<RecordOutcome> {
    const { n, hash, definition } = await head(id);
    const body = definitions.get(definition.key)!.body;
    const of = { key: body.key, version: body.version, hash: definitionHash(body) };
    return (await activity.record({ requestId: id, n, hash: hash ?? begin(body, id).hash, definition: of, command })).outcome;
  }

  /** What a run would do with a command row. */
  async function sent({ id, companyId, body }: Parameters<CommandSender['send']>[0]) {
    await new CommandRepository(dataSource).open({ id, companyId, body });
    const outcome = await asked(body.requestId, { kind: 'row', id });
    if (outcome.kind !== 'refused') return { kind: 'done' as const, n: 1 };
    await new CommandRepository(dataSource).refuse(id, outcome.refusal);
    return { kind: 'refused' as const, refusal: outcome.refusal };
  }

  async function told(_definition: Definition, id: string, news: RequestNews) {
    const outcome = await asked(id, { kind: 'news', news });
    return { n: 0, refused: outcome.kind === 'refused' ? outcome.refusal : null };
  }

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 8 });
    await insertSmallCompany(dataSource, { id: company, people, definitions: [...definitions.values()] });
    const parts = new DirectoryParts();
    records = new RecordRepository(database.url, parts, { poolSize: 4, transactionTimeoutMs: 5_000 });
    const processes = new ProcessCache(dataSource);
    const log = new ProgramLog(pino({ level: 'silent' }));
    activity = new RecordActivity(records, processes, new RecordFailures(), new OutboxBell(), new Metrics('test'), log);
    children = new ChildRequests(
      new ChildRepository(dataSource),
      new FactsRepository(dataSource, processes, parts),
      processes,
      new NotificationRepository(dataSource),
      { send: sent } as unknown as CommandSender,
      { tell: told } as unknown as RequestClient,
    );
  });

  afterAll(async () => {
    await records?.close();
    await dataSource?.destroy();
    await database?.drop();
  });

  async function does(id: string, who: number, type: CommandBody['type'], more: Partial<CommandBody> = {}): Promise<RecordOutcome> {
    const { state, definition } = await head(id);
    const process = compile(definitions.get(definition.key)!.body);
    const shown = state && more.step ? { shown: contentFor(process, state.context, more.step) } : {};
    const generation = state && more.step ? { generation: recordOf(state.context, more.step)?.generation ?? 0 } : {};
    const body = { type, requestId: id, actor: people[who], ...shown, ...generation, ...more } as CommandBody;
    const command = randomUUID();
    await new CommandRepository(dataSource).open({ id: command, companyId: company, body });
    return asked(id, { kind: 'row', id: command });
  }

  /** A parent past its first step, with this much in its form. */
  async function begun(about: string | null): Promise<string> {
    const id = randomUUID();
    await dataSource.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices) VALUES ($1, $2, $3, $4, '{}', '{}')`,
      [id, company, definitions.get('parent')!.id, people[0]],
    );
    expect(await does(id, 0, 'submit', { form: about === null ? {} : { about } })).toMatchObject({ kind: 'done' });
    expect(await does(id, 1, 'approve', { step: 'first' })).toMatchObject({ kind: 'done' });
    return id;
  }

  /** What waits in the outbox for others than people, carried out so many times; answers what it was. */
  async function delivered(times = 1): Promise<string[]> {
    const outbox = new OutboxRepository(dataSource);
    const rows = await outbox.claim(100, ['start-child', 'end-child', 'tell-parent']);
    const of = <T extends 'start-child' | 'end-child' | 'tell-parent'>(type: T): RowOf<T>[] =>
      rows.filter((row: OutboxRow): row is RowOf<T> => row.effect.type === type);
    for (let time = 0; time < times; time += 1) {
      await children.start(of('start-child'));
      await children.end(of('end-child'));
      await children.tellParents(of('tell-parent'));
    }
    await outbox.done(rows.map(({ id }) => id));
    return rows.map(({ effect }) => effect.type);
  }

  const childrenOf = (id: string): Promise<{ id: string; status: string; number: string | null; form: object; depth: number }[]> =>
    dataSource.query(
      `SELECT id, status, number, form, (state#>>'{context,parent,depth}')::int AS depth FROM request WHERE parent_id = $1 ORDER BY created_at`,
      [id],
    );
  const statusOf = async (id: string) => recordOf((await head(id)).state!.context, 'children')?.status;
  const standsAt = async (id: string): Promise<string | null> => {
    const [row] = await dataSource.query<{ step: string | null }[]>('SELECT current_step AS step FROM request WHERE id = $1', [id]);
    return row!.step;
  };

  it('begins it once, however often that is carried out, with what it holds; and goes on when it is closed', async () => {
    const id = await begun('Chairs');
    expect(await standsAt(id)).toBe('children');
    expect(await delivered(3)).toEqual(['start-child']);
    const [child, ...others] = await childrenOf(id);
    expect([others, child]).toMatchObject([[], { status: 'running', form: { about: 'Chairs' }, depth: 1 }]);
    expect(child!.number).toMatch(/^CH-/);
    expect(await does(child!.id, 2, 'approve', { step: 'only' })).toMatchObject({ kind: 'done' });
    // Until its grace time is over, nobody is told.
    expect(await delivered()).toEqual([]);
    expect(await asked(child!.id, { kind: 'timer' })).toMatchObject({ kind: 'done' });
    expect(await delivered(3)).toEqual(['tell-parent']);
    expect([await statusOf(id), await standsAt(id)]).toEqual(['passed', 'last']);
    expect(await does(id, 1, 'approve', { step: 'last' })).toMatchObject({ kind: 'done' });
  });

  it('is stuck with an owner where what it hands over is refused, and leaves no row behind', async () => {
    const id = await begun(null);
    expect(await delivered(2)).toEqual(['start-child']);
    expect([await statusOf(id), await childrenOf(id)]).toEqual(['blocked', []]);
    const [row] = await dataSource.query<{ status: string }[]>('SELECT status FROM request WHERE id = $1', [id]);
    expect(row!.status).toBe('blocked');
  });

  it('comes of the request at the top as often as may be, and then is not started: its step is stuck with an owner, who sees why', async () => {
    const top = await begun('Chairs');
    await delivered();
    const [first] = await childrenOf(top);
    const rootOf = async (id: string) =>
      (await dataSource.query<{ root: string | null }[]>('SELECT root_id AS root FROM request WHERE id = $1', [id]))[0]!.root;
    expect([await rootOf(top), await rootOf(first!.id)]).toEqual([null, top]);
    // The next ones are started by requests far below: all count for the one at the top.
    const below = [await begun('Desks'), await begun('Lamps'), await begun('Rugs')];
    await dataSource.query('UPDATE request SET root_id = $1 WHERE id = ANY ($2)', [top, below]);
    await dataSource.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, root_id)
        SELECT gen_random_uuid(), company_id, definition_id, requester_id, '{}', '{}', $1 FROM request, generate_series(1, $2) WHERE id = $1`,
      [top, LIMITS.descendants - 1 - below.length - 1],
    );
    // One place is left, and three want it at once; carried out again, it is the same.
    expect(await delivered(2)).toEqual(['start-child', 'start-child', 'start-child']);
    const there = await Promise.all(below.map(async (id) => [await statusOf(id), (await childrenOf(id)).length]));
    expect(there.toSorted()).toEqual([
      ['blocked', 0],
      ['blocked', 0],
      ['waiting', 1],
    ]);
    const stuck = below[there.findIndex(([status]) => status === 'blocked')]!;
    const record = recordOf((await head(stuck)).state!.context, 'children');
    expect(Object.values(record?.children ?? {})).toMatchObject([{ refused: 'too-many-descendants' }]);
  });

  it('tells those, and only those, whose request leans on one that is in force no more, once', async () => {
    const permit = randomUUID();
    const put = async (key: string, { id = randomUUID(), outcome = null as string | null, form = { permit } as object }) => {
      await dataSource.query(
        `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, n, outcome) VALUES ($1, $2, $3, $4, $5, '{}', 1, $6)`,
        [id, company, definitions.get(key)!.id, people[0], JSON.stringify(form), outcome],
      );
      if (id !== permit)
        await dataSource.query('INSERT INTO request_citation (request_id, cited_id, company_id) VALUES ($1, $2, $3)', [
          id,
          permit,
          company,
        ]);
      return id;
    };
    await put('cites', { id: permit, outcome: 'revoked', form: {} });
    const [open, approved] = [await put('leans', {}), await put('leans', { outcome: 'approved' })];
    for (const other of [{ outcome: 'rejected' }, { form: { permit: randomUUID() } }]) await put('leans', other);
    await put('cites', {});
    await dataSource.query(
      `INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, status, opened_at) VALUES ($1, $2, $3, 'only', 'approve', 1, 0, $4, 'open', now())`,
      [randomUUID(), company, open, people[1]],
    );
    const row = { id: '1', key: `${permit}/9/0`, companyId: company, requestId: permit, n: 9, effect: { type: 'tell-citing', step: null } };
    for (const _ of [1, 2]) await children.tellCiting([row as RowOf<'tell-citing'>]);
    const told = await dataSource.query<object[]>(
      `SELECT request_id AS id, person_id AS person FROM notification WHERE notice = 'linked-revoked'`,
    );
    expect(told).toHaveLength(3);
    const expected = [
      { id: open, person: people[0] },
      { id: open, person: people[1] },
      { id: approved, person: people[0] },
    ];
    expect(told).toEqual(expect.arrayContaining(expected));
  });

  it('begins nothing that is wanted no more, and withdraws what it has begun', async () => {
    const [early, late] = [await begun('Early'), await begun('Late')];
    await dataSource.query(
      `INSERT INTO person_right (person_id, company_id, right_name) VALUES ($1, $2, 'requests.operate') ON CONFLICT DO NOTHING`,
      [people[1], company],
    );
    expect(await does(early, 1, 'terminate', { comment: 'No more.' })).toMatchObject({ kind: 'done' });
    expect((await delivered(2)).sort()).toEqual(['end-child', 'start-child', 'start-child']);
    expect(await childrenOf(early)).toEqual([]);
    const [child] = await childrenOf(late);
    expect(child).toMatchObject({ status: 'running' });
    expect(await does(late, 1, 'terminate', { comment: 'No more.' })).toMatchObject({ kind: 'done' });
    await delivered(2);
    expect(await childrenOf(late)).toMatchObject([{ status: 'withdrawn' }]);
  });
});
