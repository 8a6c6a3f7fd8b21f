import { randomUUID } from 'node:crypto';
import {
  CommandRepository,
  DirectoryParts,
  FactsRepository,
  JournalRepository,
  NotificationRepository,
  openDatabase,
  ProcessCache,
  RecordRepository,
  RecurringRepository,
  runMigrations,
} from '@countersign/database';
import { begin, definitionHash, parseDefinition, scheduledId, uuidv5, type Definition } from '@countersign/domain';
import { Metrics, ProgramLog, type CommandSender } from '@countersign/platform';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { insertSmallCompany } from '../../../../test/support/small-company';
import { RecordActivity } from '../activities/record.activity';
import { RecordFailures } from '../activities/record-failures';
import { OutboxBell } from '../outbox/outbox-bell';
import { RecurringStarts } from './recurring-starts.service';

const words = { zh: '巡店', en: 'Round' };
const FIELDS = [
  { key: 'shop', type: 'unit', label: words, required: true },
  { key: 'day', type: 'date', label: words, required: true },
  { key: 'kind', type: 'text', label: words },
];
const FORM = { shop: { unit: true }, day: { day: true }, kind: { value: 'daily' } };

function parsed(key: string, schedule: object, start: object = { everyone: true }): Definition {
  const head = { key, version: 1, title: words, area: 'store', numberPrefix: key.slice(0, 2).toUpperCase(), start };
  const flow = [{ id: 'look', title: words, kind: 'approve', assignee: { by: 'person', person: 'person-2' } }];
  const rule = {
    at: { time: '00:00' },
    starter: 'clerk',
    form: FORM,
    ...('every' in schedule ? {} : { every: 'day', units: ['store'] }),
    ...schedule,
  };
  const found = parseDefinition({
    ...head,
    form: { fields: FIELDS },
    sentence: words,
    rowTitle: { zh: '{shop}', en: '{shop}' },
    flow,
    schedule: rule,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.findings));
  return found.definition;
}

const SENT = parsed('sent', { begins: 'submitted' });
const DRAFT = parsed('draft', { begins: 'draft' });
const NOBODY = parsed('nobody', { starter: 'janitor' });
const REFUSED = parsed('refused', { begins: 'submitted' }, { roles: ['nobody-holds-it'] });

/** Whose date a register keeps. */
const LEASE = parsed('lease-check', {
  ...{ every: 'date', register: 'lease', before: 180, begins: 'submitted' },
  form: { ...FORM, kind: { column: 'place' } },
});

interface Row {
  state: string;
  fault: string | null;
  day: string;
  requestId: string;
}

/** Everything but Temporal: rows, facts, decisions. What a run would ask of `record` is asked of it directly. */
describe('a process that starts by itself, on a real database', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let records: RecordRepository;
  let activity: RecordActivity;
  let starts: RecurringStarts;
  let recurring: RecurringRepository;
  /** The answer of a send gets lost so many times. */
  let lost = 0;
  const company = randomUUID();
  const people = [randomUUID(), randomUUID()];
  const definitions = [SENT, DRAFT, NOBODY, REFUSED, LEASE].map((body) => ({ id: randomUUID(), body }));
  const unit = uuidv5('shop', company);

  async function sent({ id, companyId, body }: Parameters<CommandSender['send']>[0]) {
    await new CommandRepository(dataSource).open({ id, companyId, body });
    const head = (await new JournalRepository(dataSource).head(body.requestId))!;
    const definition = definitions.find((each) => each.body.key === head.definition.key)!.body;
    const of = { key: definition.key, version: definition.version, hash: definitionHash(definition) };
    const hash = head.hash ?? begin(definition, body.requestId).hash;
    const { outcome } = await activity.record({ requestId: body.requestId, n: head.n, hash, definition: of, command: { kind: 'row', id } });
    if (lost > 0) {
      lost -= 1;
      return { kind: 'open' as const };
    }
    if (outcome.kind !== 'refused') return { kind: 'done' as const, n: 1 };
    await new CommandRepository(dataSource).refuse(id, outcome.refusal);
    return { kind: 'refused' as const, refusal: outcome.refusal };
  }

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 8 });
    await insertSmallCompany(dataSource, { id: company, people, definitions });
    await dataSource.query(`INSERT INTO person_right (person_id, company_id, right_name) VALUES ($1, $2, 'requests.operate')`, [
      people[1],
      company,
    ]);
    const parts = new DirectoryParts();
    records = new RecordRepository(database.url, parts, { poolSize: 4, transactionTimeoutMs: 5_000 });
    const processes = new ProcessCache(dataSource);
    const log = new ProgramLog(pino({ level: 'silent' }));
    activity = new RecordActivity(records, processes, new RecordFailures(), new OutboxBell(), new Metrics('test'), log);
    recurring = new RecurringRepository(dataSource);
    starts = new RecurringStarts(
      recurring,
      new FactsRepository(dataSource, processes, parts),
      processes,
      new NotificationRepository(dataSource),
      { send: sent } as unknown as CommandSender,
      log,
    );
    await recurring.all();
    // One of their days has begun since, whatever the hour is.
    await dataSource.query(
      `UPDATE recurring_process p SET since = (company_day(c.time_zone)::timestamp AT TIME ZONE c.time_zone) - interval '1 hour' FROM company c WHERE c.id = p.company_id`,
    );
  });

  afterAll(async () => {
    await records?.close();
    await dataSource?.destroy();
    await database?.drop();
  });

  /** As if they had been in use for so many hours. */
  const since = (hours: number) =>
    dataSource.query(`UPDATE recurring_process SET since = clock_timestamp() - make_interval(hours => $1)`, [hours]);
  const run = (definition: string) => starts.startDue({ companyId: company, definition }, () => undefined);
  const rows = (key: string): Promise<Row[]> =>
    dataSource.query(
      `SELECT state, fault, day::text, request_id AS "requestId" FROM recurring_start WHERE definition_key = $1 ORDER BY day`,
      [key],
    );
  const request = async (id: string) =>
    (
      await dataSource.query<{ status: string; n: number; form: object; requester: string }[]>(
        'SELECT status, n, form, requester_id AS requester FROM request WHERE id = $1',
        [id],
      )
    )[0];
  const noticesOf = async (person: string | undefined): Promise<string[]> =>
    (await dataSource.query<{ notice: string }[]>('SELECT notice FROM notification WHERE person_id = $1', [person])).map(
      ({ notice }) => notice,
    );

  it('starts once for its unit and day, with unit, day and literals filled in, however often it is run', async () => {
    await Promise.all([run('sent'), run('sent')]);
    await run('sent');
    const [one, ...others] = await rows('sent');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ state: 'started', requestId: scheduledId(company, 'sent', { unit, day: one!.day, about: '' }) });
    expect(await request(one!.requestId)).toMatchObject({
      ...{ status: 'running', n: 1, requester: people[0] },
      form: { shop: unit, day: one!.day, kind: 'daily' },
    });
  });

  it('is tried again where nothing is known of a start, and then knows that it had come to something', async () => {
    await dataSource.query(`UPDATE recurring_start SET state = 'waiting', day = day - 1, request_id = $1`, [randomUUID()]);
    lost = 1;
    await expect(run('sent')).rejects.toThrow('nothing is known of it yet');
    await run('sent');
    const all = await rows('sent');
    expect(all.map(({ state }) => state)).toEqual(['started', 'started']);
    for (const { requestId } of all) expect(await request(requestId)).toMatchObject({ n: 1 });
  });

  it('puts a draft there and tells whose it is', async () => {
    await run('draft');
    await run('draft');
    const [one] = await rows('draft');
    expect(one).toMatchObject({ state: 'draft' });
    expect(await request(one!.requestId)).toMatchObject({ n: 0, requester: people[0] });
    expect((await noticesOf(people[0])).filter((notice) => notice === 'scheduled-to-fill-in')).toHaveLength(1);
  });

  it('tells those who look after requests where a unit has nobody to start it, or may not, and leaves no row behind', async () => {
    await run('nobody');
    await run('refused');
    await run('refused');
    expect(await rows('nobody')).toMatchObject([{ state: 'failed', fault: 'no-starter' }]);
    const [refused] = await rows('refused');
    expect(refused).toMatchObject({ state: 'failed', fault: 'may-not-start' });
    expect(await request(refused!.requestId)).toBeUndefined();
    expect((await noticesOf(people[1])).filter((notice) => notice === 'scheduled-not-started')).toHaveLength(2);
  });

  it('tells of it still where whoever was to tell had died, once', async () => {
    const told = async () => (await noticesOf(people[1])).filter((notice) => notice === 'scheduled-not-started').length;
    const before = await told();
    await dataSource.query(`UPDATE recurring_start SET told = false WHERE definition_key = 'nobody'`);
    await run('nobody');
    await run('nobody');
    expect(await told()).toBe(before + 1);
  });

  it('goes past those that come to nothing', async () => {
    const process = (await recurring.one(company, 'nobody'))!;
    const start = (day: string) => ({ unit, day, about: '', at: `${day}T00:00:00.000Z`, requestId: randomUUID(), fault: null, row: null });
    await recurring.plan(process, [start('2026-01-01'), start('2026-01-02'), start('2026-01-03')]);
    const days: string[] = [];
    let [one] = await recurring.waiting(process, 1, null);
    for (; one; [one] = await recurring.waiting(process, 1, one)) days.push(one.day);
    expect(days).toEqual(['2026-01-01', '2026-01-02', '2026-01-03']);
    await dataSource.query(`DELETE FROM recurring_start WHERE definition_key = 'nobody' AND day < '2026-01-04'`);
  });

  it('looks at the register again before it begins: what is no longer asked for fails with that reason, what was corrected starts as corrected', async () => {
    const day = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    await dataSource.query(
      `INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, currency) VALUES (gen_random_uuid(), $1, $2, 'L-1', 'B1', $3::date - 1000, $3, 100, 'CNY')`,
      [company, unit, day],
    );
    const process = (await recurring.one(company, 'lease-check'))!;
    const requestId = scheduledId(company, 'lease-check', { unit, day, about: 'L-1' });
    await recurring.plan(process, [{ unit, day, about: 'L-1', at: `${day}T00:00:00.000Z`, requestId, fault: null, row: { place: 'B1' } }]);
    const asIf = (set: string) => dataSource.query(`UPDATE lease SET ${set}`);
    const late = [{ unit, day, about: 'L-1' }];
    expect(await recurring.anyNew(process, [...late, { unit, day, about: 'L-2' }])).toBe(true);
    expect([await recurring.anyNew(process, late), await recurring.anyNew(process, [])]).toEqual([false, false]);
    await asIf('taken_out_at = now()');
    await run('lease-check');
    expect([await rows('lease-check'), await request(requestId)]).toMatchObject([[{ state: 'failed', fault: 'off-register' }], undefined]);
    await asIf(`taken_out_at = NULL, place = 'B2'`);
    await dataSource.query(`UPDATE recurring_start SET state = 'waiting', tries = tries + 1 WHERE definition_key = 'lease-check'`);
    await run('lease-check');
    expect(await rows('lease-check')).toMatchObject([{ state: 'started' }]);
    expect(await request(requestId)).toMatchObject({ n: 1, form: { kind: 'B2' } });
  });

  it('belongs to who holds the post on the day: the day that a post ends on is its successor’s', async () => {
    const holders = async (): Promise<string[]> =>
      (await recurring.posts({ companyId: company, key: 'sent' }, 'clerk')).map(({ person }) => person).sort();
    expect(await holders()).toEqual([...people].sort());
    const today = `(SELECT company_day(time_zone) FROM company WHERE id = position.company_id)`;
    await dataSource.query(`UPDATE position SET valid_to = ${today}, valid_from = ${today} - 30 WHERE key = 'post-1'`);
    await dataSource.query(`UPDATE position SET valid_from = ${today} WHERE key = 'post-2'`);
    expect(await holders()).toEqual([people[1]]);
    const requestId = randomUUID();
    await dataSource.query(
      `UPDATE recurring_start SET state = 'waiting', day = day - 10, request_id = $1
       WHERE definition_key = 'sent' AND day = (SELECT max(day) FROM recurring_start WHERE definition_key = 'sent')`,
      [requestId],
    );
    await run('sent');
    expect(await request(requestId)).toMatchObject({ requester: people[1], n: 1 });
    await dataSource.query(`UPDATE position SET valid_from = ${today} + 1 WHERE key = 'post-2'`);
    expect(await holders()).toEqual([]);
    await dataSource.query('UPDATE position SET valid_from = NULL, valid_to = NULL');
  });

  it('sees to what was asked for while the worker saw to what had been asked before', async () => {
    const ask = () => dataSource.query(`UPDATE recurring_process SET asked_at = clock_timestamp() WHERE definition_key = 'sent'`);
    const sent = async () => (await recurring.one(company, 'sent'))!;
    await ask();
    const before = await sent();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await ask();
    await recurring.underWay(before);
    expect((await sent()).askedAt).not.toBeNull();
    await recurring.underWay(await sent());
    expect((await sent()).askedAt).toBeNull();
  });

  it('starts nothing of the time before it was published, paused or not in use', async () => {
    await dataSource.query(`DELETE FROM recurring_start WHERE definition_key = 'draft'`);
    await dataSource.query(`UPDATE recurring_process SET paused_at = now() WHERE definition_key = 'draft'`);
    await run('draft');
    expect(await rows('draft')).toEqual([]);
    await dataSource.query(`UPDATE recurring_process SET paused_at = NULL, since = clock_timestamp() WHERE definition_key = 'draft'`);
    await run('draft');
    expect(await rows('draft')).toEqual([]);
    await since(30);
    await dataSource.query(`UPDATE definition SET status = 'retired' WHERE key = 'draft'`);
    // One was asked for and not begun yet.
    await dataSource.query(
      `INSERT INTO recurring_start (company_id, definition_key, unit_id, day, at, state, request_id) VALUES ($1, 'draft', $2, '2026-01-05', now(), 'waiting', $3)`,
      [company, unit, randomUUID()],
    );
    const [known] = (await recurring.all()).filter(({ key }) => key === 'draft');
    expect(known?.inUse ?? false).toBe(false);
    expect(await rows('draft')).toMatchObject([{ state: 'failed', fault: 'process-retired' }]);
    await dataSource.query(`DELETE FROM recurring_start WHERE definition_key = 'draft'`);
    await run('draft');
    expect(await rows('draft')).toEqual([]);
    // Back in use, it counts from then on.
    await dataSource.query(`UPDATE definition SET status = 'published' WHERE key = 'draft'`);
    await recurring.all();
    await run('draft');
    expect(await rows('draft')).toEqual([]);
  });
});
