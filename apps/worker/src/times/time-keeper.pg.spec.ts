import { randomUUID } from 'node:crypto';
import {
  CommandRepository,
  DirectoryParts,
  JournalRepository,
  openDatabase,
  ProcessCache,
  RecordRepository,
  RestoreWatch,
  runMigrations,
  StepTimeRepository,
  YearNoticesRepository,
} from '@countersign/database';
import { begin, compile, contentFor, parseDefinition, recordOf, type CommandBody } from '@countersign/domain';
import { Metrics, ProgramLog } from '@countersign/platform';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { insertSmallCompany } from '../../../../test/support/small-company';
import { RecordActivity } from '../activities/record.activity';
import { RecordFailures } from '../activities/record-failures';
import { Rounds } from '../host/rounds';
import { OutboxBell } from '../outbox/outbox-bell';
import { TimeKeeper } from './time-keeper.service';

const words = { zh: '事项', en: 'Matter' };
const step = (id: string, person: string, more: object = {}): object => ({
  ...{ id, title: words, kind: 'approve', assignee: { by: 'person', person }, returns: { to: ['requester'], resume: 'walk-again' } },
  ...more,
});

describe('how long requests took', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let records: RecordRepository;
  let activity: RecordActivity;
  let keeper: TimeKeeper;
  const company = randomUUID();
  const people = [randomUUID(), randomUUID(), randomUUID()];
  const definitionId = randomUUID();
  const parsed = parseDefinition({
    ...{
      key: 'matter',
      version: 1,
      title: words,
      area: 'finance',
      numberPrefix: 'M',
      start: { everyone: true },
      sentence: words,
      rowTitle: words,
    },
    form: { fields: [{ key: 'about', type: 'text', label: words, required: true }] },
    flow: [step('one', 'person-2', { due: { working: { hours: 4 } } }), step('two', 'person-3')],
    reopen: { by: ['requester'], outcomes: ['approved'], to: 'two' },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  const { definition } = parsed;

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 4 });
    await insertSmallCompany(dataSource, { id: company, people, definitions: [{ id: definitionId, body: definition }] });
    records = new RecordRepository(database.url, new DirectoryParts(), { poolSize: 2, transactionTimeoutMs: 5_000 });
    const processes = new ProcessCache(dataSource);
    const log = new ProgramLog(pino({ level: 'silent' }));
    activity = new RecordActivity(records, processes, new RecordFailures(), new OutboxBell(), new Metrics('test'), log);
    keeper = new TimeKeeper(new StepTimeRepository(dataSource), processes, log, new Rounds({} as RestoreWatch, log));
  });
  afterAll(async () => {
    await records?.close();
    await dataSource?.destroy();
    await database?.drop();
  });

  async function does(id: string, who: number, type: string, more: Partial<CommandBody> = {}): Promise<void> {
    const { n, state, hash } = (await new JournalRepository(dataSource).head(id))!;
    const body = { type, requestId: id, actor: people[who], ...more } as CommandBody;
    if (more.step) {
      body.generation = recordOf(state!.context, more.step)?.generation ?? 0;
      body.shown = contentFor(compile(definition), state!.context, more.step);
    }
    const command = randomUUID();
    await new CommandRepository(dataSource).open({ id: command, companyId: company, body });
    const { key, version } = definition;
    const of = { key, version, hash: compile(definition).hash };
    const asked = {
      requestId: id,
      n,
      hash: hash ?? begin(definition, id).hash,
      definition: of,
      command: { kind: 'row' as const, id: command },
    };
    expect((await activity.record(asked)).outcome).toMatchObject({ kind: 'done' });
  }

  async function submitted(): Promise<string> {
    const id = randomUUID();
    await dataSource.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices) VALUES ($1, $2, $3, $4, '{}', '{}')`,
      [id, company, definitionId, people[0]],
    );
    await does(id, 0, 'submit', { form: { about: 'Chairs' } });
    return id;
  }
  /** When it really was: the moment of each transition, and of the rows that follow it. */
  async function happened(id: string, ...at: string[]): Promise<void> {
    for (const [index, moment] of at.entries())
      await dataSource.query('UPDATE transition SET at = $3 WHERE request_id = $1 AND n = $2', [id, index + 1, moment]);
    await dataSource.query('UPDATE request SET finished_at = $2 WHERE id = $1 AND finished_at IS NOT NULL', [id, at.at(-1)]);
  }
  const told = (id: string): Promise<object[]> =>
    dataSource.query(
      `SELECT step, kind, minutes, limit_minutes AS "limit", late, ended, back_to AS "backTo" FROM step_time WHERE request_id = $1 ORDER BY at`,
      [id],
    );
  const whole = (id: string): Promise<object[]> =>
    dataSource.query('SELECT minutes, returns FROM request_time WHERE request_id = $1', [id]);

  it('are told of each stay in working time, once it is over, and of nobody', async () => {
    const id = await submitted();
    await does(id, 1, 'return', { step: 'one', comment: 'which?', to: 'requester' });
    await does(id, 0, 'resubmit', { form: { about: 'Chairs, red' } });
    await keeper.round();
    expect(await whole(id)).toEqual([]);
    await does(id, 1, 'approve', { step: 'one' });
    await does(id, 2, 'approve', { step: 'two' });
    // Offices work from nine to six in Shanghai, and not at weekends: Friday at five, Monday at ten, at eleven, at four, Tuesday at nine.
    await happened(
      id,
      '2026-03-06T09:00:00Z',
      '2026-03-09T02:00:00Z',
      '2026-03-09T03:00:00Z',
      '2026-03-09T08:00:00Z',
      '2026-03-10T01:30:00Z',
    );
    await dataSource.query(`UPDATE task SET due_at = '2026-03-09T04:00:00Z' WHERE request_id = $1 AND step = 'one' AND generation = 1`, [
      id,
    ]);
    await dataSource.query(`UPDATE task SET due_at = '2026-03-09T07:00:00Z' WHERE request_id = $1 AND step = 'one' AND generation = 3`, [
      id,
    ]);
    await keeper.round();
    expect(await told(id)).toEqual([
      { step: 'one', kind: 'people', minutes: 120, limit: 240, late: false, ended: 'returned', backTo: 'requester' },
      { step: 'returned', kind: 'requester', minutes: 60, limit: null, late: false, ended: 'passed', backTo: null },
      { step: 'one', kind: 'people', minutes: 300, limit: 240, late: true, ended: 'passed', backTo: null },
      { step: 'two', kind: 'people', minutes: 150, limit: null, late: false, ended: 'passed', backTo: null },
    ]);
    expect(await whole(id)).toEqual([{ minutes: 630, returns: 1 }]);
  });

  it('are forgotten when a request is taken up again, and told anew when it ends again', async () => {
    const id = await submitted();
    await does(id, 1, 'approve', { step: 'one' });
    await does(id, 2, 'approve', { step: 'two' });
    await happened(id, '2026-03-11T02:00:00Z', '2026-03-11T03:00:00Z', '2026-03-11T04:00:00Z');
    await keeper.round();
    expect(await told(id)).toMatchObject([{ minutes: 60 }, { minutes: 60 }]);
    await does(id, 0, 'reopen', { comment: 'the wrong ones' });
    expect([await whole(id), await told(id)]).toEqual([[], []]);
    await does(id, 2, 'approve', { step: 'two' });
    await happened(id, ...['02', '03', '04', '05', '06'].map((hour) => `2026-03-11T${hour}:00:00Z`));
    await keeper.round();
    expect(await told(id)).toMatchObject([{ step: 'one' }, { step: 'two' }, { step: 'two', minutes: 60 }]);
    expect(await whole(id)).toEqual([{ minutes: 240, returns: 0 }]);
  });

  it('are not told of what was withdrawn, nor of what has only just ended', async () => {
    const withdrawn = await submitted();
    await does(withdrawn, 0, 'withdraw');
    await happened(withdrawn, '2026-03-12T02:00:00Z', '2026-03-12T03:00:00Z');
    const fresh = await submitted();
    await does(fresh, 1, 'reject', { step: 'one', comment: 'no' });
    await keeper.round();
    expect([await whole(withdrawn), await whole(fresh)]).toEqual([[], []]);
    await happened(fresh, '2026-03-12T02:00:00Z', '2026-03-12T04:00:00Z');
    await keeper.round();
    expect(await told(fresh)).toMatchObject([{ step: 'one', minutes: 120, ended: 'rejected' }]);
  });

  it('go on after many, in the order in which they ended', async () => {
    const [first, last] = [await submitted(), await submitted()];
    for (const [id, day] of [
      [first, '17'],
      [last, '18'],
    ] as const) {
      await does(id, 1, 'reject', { step: 'one', comment: 'no' });
      await happened(id, `2026-03-${day}T02:00:00Z`, `2026-03-${day}T02:30:00Z`);
    }
    const repository = new StepTimeRepository(dataSource);
    const seen: string[] = [];
    const look = ({ id }: { id: string }): Promise<null> => {
      seen.push(id);
      return Promise.resolve(null);
    };
    expect(await repository.measure(company, 1, look)).toBe(1);
    expect(await repository.measure(company, 1, look)).toBe(1);
    expect(await repository.measure(company, 1, look)).toBe(0);
    expect(seen).toEqual([first, last]);
  });

  it('come with a word to whoever keeps the calendars, once for a year whose days are not known', async () => {
    await dataSource.query(`INSERT INTO person_right (person_id, company_id, right_name) VALUES ($1, $2, 'directory.import')`, [
      people[0],
      company,
    ]);
    const notices = new YearNoticesRepository(dataSource);
    expect(await notices.companies()).toMatchObject([{ companyId: company }]);
    for (const year of [2027, 2027, 2028]) await notices.tell(company, year);
    const told = await dataSource.query(
      `SELECT person_id AS person, params FROM notification WHERE notice = 'year-unknown' ORDER BY params::text`,
    );
    expect(told).toMatchObject([
      { person: people[0], params: { name: { en: '2027' } } },
      { person: people[0], params: { name: { en: '2028' } } },
    ]);
  });
});
