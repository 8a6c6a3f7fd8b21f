import {
  CallRepository,
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
} from '@countersign/database';
import { parseDefinition, uuidv5, type Definition, type DefinitionInput } from '@countersign/domain';
import { Metrics, ProgramLog } from '@countersign/platform';
import { Client } from 'pg';
import pino from 'pino';
import { RecordActivity } from '../../apps/worker/src/activities/record.activity';
import { RecordFailures } from '../../apps/worker/src/activities/record-failures';
import { OutboxBell } from '../../apps/worker/src/outbox/outbox-bell';
import { createDatabase, type SuiteDatabase } from '../support/database';
import { insertSmallCompany } from '../support/small-company';

const words = { zh: '事项', en: 'Matter' };
/** Ids are the same in every world: where two rows are of one moment, their ids order them. */
const idOf = (what: string): string => uuidv5(what, '6f1b7b52-6a3d-4c0e-9d55-0a6a8d1c9c11');
const step = (id: string, kind: string, more: object): object => ({ id, kind, title: words, ...more });
const person = (key: string): object => ({ by: 'person', person: key });

const RETURNS = { to: ['requester', 'previous'], resume: 'walk-again' };

const HOUR = { working: { hours: 1 } };
const EVERYBODY = { by: 'role', role: 'clerk', scope: 'company' };
const ALL_DAY = [['00:00', '24:00']];
/** The shop works at all times: working time is time. */
const AWAKE = {
  exceptions: [],
  office: { statutory: false, week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ALL_DAY])) },
};

/**
 * One person after another; three at once with somebody behind them, all of them or two who may abstain; one that starts another and waits for it; one
 * whose steps are due and go to others, and wait; one that asks another system, which calls back with what belongs into the form.
 */
const PROCESSES = {
  line: [
    step('one', 'review', { assignee: person('person-2') }),
    step('two', 'approve', { assignee: person('person-3'), returns: RETURNS }),
    step('three', 'work', { assignee: person('person-4') }),
  ],
  together: [
    step('all', 'countersign', {
      people: ['person-2', 'person-3', 'person-4'].map((key) => ({ assignee: person(key) })),
      returns: RETURNS,
    }),
    step('last', 'approve', { assignee: person('person-5'), returns: RETURNS }),
  ],
  votes: [
    step('some', 'countersign', {
      people: ['person-2', 'person-3', 'person-4'].map((key) => ({ assignee: person(key) })),
      ...{ rule: { by: 'number', of: 2 }, rejection: 'majority', abstention: 'lowers', returns: RETURNS },
    }),
    step('last', 'approve', { assignee: person('person-5'), returns: RETURNS }),
  ],
  late: [
    step('soon', 'approve', {
      ...{ assignee: person('person-2'), returns: RETURNS },
      due: { ...HOUR, remind: [50], ladder: [{ after: { hours: 1 }, to: EVERYBODY, handOn: true }] },
    }),
    step('pause', 'delay', { until: HOUR }),
    step('then', 'approve', { assignee: person('person-3'), returns: RETURNS }),
  ],
  asks: [
    step('book', 'call', {
      ...{ to: 'ledger', body: { request: { request: true }, about: { field: 'about' } }, wait: 'callback' },
      answer: { booked: 'number' },
    }),
    step('then', 'approve', { assignee: person('person-3'), returns: { to: ['requester'], resume: 'walk-again' } }),
    step('post', 'call', { to: 'ledger', body: { request: { request: true } }, wait: 'answer' }),
  ],
  family: [
    step('child', 'subprocess', { definition: 'brief', map: { about: { field: 'about' } } }),
    step('then', 'approve', { assignee: person('person-6'), returns: { to: ['requester'], resume: 'choose' } }),
  ],
  brief: [step('only', 'approve', { assignee: person('person-2') })],
};
export type ProcessName = keyof typeof PROCESSES;
/** Those that people begin. */
export const PROCESS_NAMES: readonly ProcessName[] = ['line', 'together', 'votes', 'late', 'asks', 'family'];

/** The real parts on a real PostgreSQL whose clock stands still until it is told to go on. */
export interface World {
  readonly company: string;
  readonly people: readonly string[];
  readonly definitions: Readonly<Record<ProcessName, Definition>>;
  readonly log: ProgramLog;
  readonly metrics: Metrics;
  readonly commands: CommandRepository;
  readonly facts: FactsRepository;
  readonly journal: JournalRepository;
  readonly processes: ProcessCache;
  readonly activity: RecordActivity;
  readonly outbox: OutboxRepository;
  readonly notifications: NotificationRepository;
  readonly children: ChildRepository;
  readonly calls: CallRepository;
  /** In one transaction in which nothing is checked against anything else, as where a whole database is put back. */
  alone(work: (query: (text: string, values: unknown[]) => Promise<unknown>) => Promise<void>): Promise<void>;
  /** Nothing of earlier schedules is on its way any more, and everybody is there. */
  begin(): Promise<void>;
  /** A draft of one of the processes; answers its id. */
  draft(process: ProcessName, id: string): Promise<void>;
  setClock(ms: number): Promise<void>;
  query<T>(text: string, values: unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

function definitionOf(name: ProcessName): Definition {
  const raw = {
    ...{ key: name, version: 1, title: words, area: 'finance', numberPrefix: name.toUpperCase().slice(0, 2), start: { everyone: true } },
    form: {
      fields: [
        { key: 'about', type: 'text', label: words, required: true },
        ...(name === 'asks' ? [{ key: 'booked', type: 'text', label: words, filledAt: 'step' }] : []),
      ],
    },
    ...{ sentence: words, rowTitle: words },
    flow: PROCESSES[name],
  } as unknown as DefinitionInput;
  const parsed = parseDefinition(raw);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.definition;
}

/** `clock_timestamp()` of every connection to this database is a row of ours: pg_catalog comes behind it. */
async function ownClock(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE SCHEMA clock; CREATE TABLE clock.moment (at timestamptz NOT NULL); INSERT INTO clock.moment VALUES ('2026-11-02T08:00:00Z');
    CREATE FUNCTION clock.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT at FROM clock.moment'`);
  // Defaults have kept the clock that they were made with.
  await client.query(`DO $$ DECLARE d record; BEGIN
    FOR d IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND column_default IN ('now()', 'clock_timestamp()')
    LOOP EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I SET DEFAULT clock.clock_timestamp()', d.table_name, d.column_name); END LOOP; END $$`);
  await client.query(`ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET search_path = clock, pg_catalog, public`);
  await client.end();
}

export async function openWorld(): Promise<World> {
  const database: SuiteDatabase = await createDatabase({
    name: 'template_migrated_only',
    prepare: async (url) => void (await runMigrations(url)),
  });
  await ownClock(database.url);
  const dataSource = await openDatabase(database.url, { poolSize: 4 });
  const company = idOf('company');
  const people = Array.from({ length: 6 }, (_, index) => idOf(`person ${index}`));
  const names = Object.keys(PROCESSES) as ProcessName[];
  const definitions = Object.fromEntries(names.map((name) => [name, definitionOf(name)])) as Record<ProcessName, Definition>;
  const inUse = Object.values(definitions).map((body) => ({ id: idOf(body.key), body }));
  await insertSmallCompany(dataSource, { id: company, people, definitions: inUse });
  await dataSource.query('UPDATE unit SET calendar = $2 WHERE company_id = $1', [company, AWAKE]);
  const processes = new ProcessCache(dataSource);
  const records = new RecordRepository(database.url, new DirectoryParts(), { poolSize: 2, transactionTimeoutMs: 5_000 });
  const [log, metrics] = [new ProgramLog(pino({ level: 'silent' })), new Metrics('simulation')];
  return {
    ...{ company, people, definitions, log, metrics, processes },
    commands: new CommandRepository(dataSource),
    facts: new FactsRepository(dataSource, processes, new DirectoryParts()),
    journal: new JournalRepository(dataSource),
    outbox: new OutboxRepository(dataSource),
    notifications: new NotificationRepository(dataSource),
    children: new ChildRepository(dataSource),
    calls: new CallRepository(dataSource),
    alone: (work) =>
      dataSource.transaction(async (manager) => {
        await manager.query('SET LOCAL session_replication_role = replica');
        await work((text, values) => manager.query(text, values));
      }),
    activity: new RecordActivity(records, processes, new RecordFailures(), new OutboxBell(), metrics, log),
    begin: async () => {
      await dataSource.query('UPDATE person SET active = true WHERE company_id = $1 AND NOT active', [company]);
      await dataSource.query(`DELETE FROM outbox`);
      await dataSource.query(`DELETE FROM call_answer WHERE told_at IS NULL`);
      await dataSource.query(`DELETE FROM command WHERE status IN ('open', 'done')`);
    },
    draft: async (name, id) => {
      await dataSource.query(
        `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices)
         SELECT $1, $2, id, $3, '{}', '{}' FROM definition WHERE company_id = $2 AND key = $4`,
        [id, company, people[0], name],
      );
    },
    setClock: async (ms) => void (await dataSource.query('UPDATE clock.moment SET at = $1', [new Date(ms)])),
    query: (text, values) => dataSource.query(text, values),
    close: async () => {
      await records.close();
      await dataSource.destroy();
      await database.drop();
    },
  };
}
