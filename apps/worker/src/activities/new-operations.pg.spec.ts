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
import {
  begin,
  compile,
  contentFor,
  parseDefinition,
  phaseOf,
  recordOf,
  type CommandBody,
  type Definition,
  type FormValues,
} from '@countersign/domain';
import { Metrics, ProgramLog } from '@countersign/platform';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { insertSmallCompany } from '../../../../test/support/small-company';
import { OutboxBell } from '../outbox/outbox-bell';
import { RecordActivity } from './record.activity';
import { RecordFailures } from './record-failures';

/** The next operations, each one file: nothing but the list of them is changed here. */
jest.mock('../../../../libs/domain/src/operations', () => {
  const { OPERATIONS } = jest.requireActual<{ OPERATIONS: object }>('../../../../libs/domain/src/operations');
  const toys = '../../../../test/conformance/toys';
  const { appraiseOperation } = jest.requireActual<{ appraiseOperation: object }>(`${toys}/appraise.operation`);
  const { remarkOperation } = jest.requireActual<{ remarkOperation: object }>(`${toys}/remark.operation`);
  return { OPERATIONS: { ...OPERATIONS, appraise: appraiseOperation, remark: remarkOperation } };
});

const words = { zh: '事项', en: 'Matter' };
const FIELDS = [
  { key: 'about', type: 'text', label: words, required: true },
  { key: 'flag', type: 'yes-no', label: words, filledAt: 'step' },
];

/** The second step is asked only where the first one has said yes. */
function definitionFor([one, two]: string[]): Definition {
  const step = { title: words, kind: 'review' };
  const parsed = parseDefinition({
    key: 'toy',
    version: 1,
    title: words,
    area: 'finance',
    numberPrefix: 'T',
    start: { everyone: true },
    form: { fields: FIELDS },
    sentence: words,
    rowTitle: words,
    flow: [
      { ...step, id: 'one', assignee: { by: 'person', person: one }, fields: { write: ['flag'] } },
      { ...step, id: 'two', assignee: { by: 'person', person: two }, when: { eq: [{ field: 'flag' }, { value: true }] } },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.definition;
}

describe('operations that nobody has thought of yet, recorded and replayed', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let records: RecordRepository;
  let activity: RecordActivity;
  let processes: ProcessCache;
  const company = randomUUID();
  const people = [randomUUID(), randomUUID(), randomUUID()];
  let definition: Definition;
  const definitionId = randomUUID();

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 4 });
    definition = definitionFor(['person-2', 'person-3']);
    await insertSmallCompany(dataSource, { id: company, people, definitions: [{ id: definitionId, body: definition }] });
    records = new RecordRepository(database.url, new DirectoryParts(), { poolSize: 2, transactionTimeoutMs: 5_000 });
    processes = new ProcessCache(dataSource);
    const log = new ProgramLog(pino({ level: 'silent' }));
    activity = new RecordActivity(records, processes, new RecordFailures(), new OutboxBell(), new Metrics('test'), log);
  });

  afterAll(async () => {
    await records?.close();
    await dataSource?.destroy();
    await database?.drop();
  });

  /** A request as its journal stands, and what people do with it. */
  async function begun(): Promise<{
    id: string;
    does: (who: number, type: string, more?: Partial<CommandBody>) => Promise<RecordOutcome>;
  }> {
    const id = randomUUID();
    await dataSource.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices) VALUES ($1, $2, $3, $4, '{}', '{}')`,
      [id, company, definitionId, people[0]],
    );
    const does = async (who: number, type: string, more: Partial<CommandBody> = {}): Promise<RecordOutcome> => {
      const { n, state, hash } = await standing(id);
      const shown = state && more.step ? contentFor(compile(definition), state.context, more.step) : undefined;
      const body = { type, requestId: id, actor: people[who], shown, ...more } as CommandBody;
      if (more.step) body.generation = recordOf(state!.context, more.step)?.generation ?? 0;
      const command = randomUUID();
      await new CommandRepository(dataSource).open({ id: command, companyId: company, body });
      const { key, version } = definition;
      const of = { key, version, hash: compile(definition).hash };
      const result = await activity.record({
        ...{ requestId: id, n, hash: hash ?? begin(definition, id).hash, definition: of, command: { kind: 'row', id: command } },
      });
      return result.outcome;
    };
    return { id, does };
  }

  const standing = async (id: string) => (await new JournalRepository(dataSource).head(id))!;

  /** Where the request stands; the form and the state say the same, and the journal comes to both. */
  async function stands(id: string): Promise<{ at: string[]; flag: unknown }> {
    const { state, form, hash } = await standing(id);
    const journal = new JournalRepository(dataSource);
    const { process } = (await processes.byDefinitionId(definitionId))!;
    const replay = new Replay(process, { ...(await standing(id)), form: {} }, (await journal.snapshot(id))!.model);
    replay.fold(await journal.transitions(id, 0, 200));
    expect(replay.differences).toEqual([]);
    expect(replay.request.hash).toBe(hash);
    expect(replay.form).toEqual(form);
    const { steps, fields } = state!.context;
    expect((form as FormValues)['flag'] ?? null).toBe(fields['flag']);
    const open = Object.keys(steps).filter((step) => steps[step]!.status === 'open');
    return { at: open.length > 0 ? open : [phaseOf(state!)], flag: fields['flag'] };
  }

  it('write what they bring: into the form, into the state, and where the request goes by it', async () => {
    const { id, does } = await begun();
    expect(await does(0, 'submit', { form: { about: 'Chairs' } })).toMatchObject({ kind: 'done', n: 1 });
    expect(await stands(id)).toEqual({ at: ['one'], flag: null });
    expect(await does(1, 'appraise', { step: 'one', fields: { flag: true } })).toMatchObject({ kind: 'done', n: 2 });
    expect(await stands(id)).toEqual({ at: ['two'], flag: true });
  });

  it('are taken back with what they had overwritten, whatever has happened since that touched none of it', async () => {
    const { id, does } = await begun();
    await does(0, 'submit', { form: { about: 'Chairs' } });
    await does(1, 'appraise', { step: 'one', fields: { flag: true } });
    expect(await does(0, 'remark', { comment: 'By the way.' })).toMatchObject({ kind: 'done', n: 3 });
    expect(await does(1, 'undo')).toMatchObject({ kind: 'done', n: 4 });
    expect(await stands(id)).toEqual({ at: ['one'], flag: null });
    const [, , , undone] = await new JournalRepository(dataSource).transitions(id, 0, 10);
    expect(undone?.events).toContainEqual({ type: 'decision.undone', step: 'one', what: 'appraise', of: 2 });
    // What the journal lost of it would be lost for good: a second decision, taken back in its turn.
    await does(1, 'appraise', { step: 'one', fields: { flag: false } });
    expect((await stands(id)).flag).toBe(false);
    expect(await does(1, 'undo')).toMatchObject({ kind: 'done' });
    expect(await stands(id)).toEqual({ at: ['one'], flag: null });
  });

  it('have what waits to be sent cancelled by the number of what is taken back, and nothing of anybody else’s', async () => {
    const { id, does } = await begun();
    await does(0, 'submit', { form: { about: 'Chairs' } });
    await does(1, 'appraise', { step: 'one', fields: { flag: true } });
    await does(0, 'remark', { comment: 'By the way.' });
    const waiting = `INSERT INTO outbox (company_id, request_id, n, key, effect, not_before, next_attempt_at, created_at, updated_at)
      SELECT $1, $2::uuid, n, $2::text || ':test:' || n, '{"type":"notify"}', now() + interval '1 hour', now() + interval '1 hour', now(), now() FROM unnest($3::int[]) AS n`;
    await dataSource.query(waiting, [company, id, [2, 3]]);
    expect(await does(1, 'undo')).toMatchObject({ kind: 'done', n: 4 });
    const states = await dataSource.query(`SELECT n, state FROM outbox WHERE request_id = $1 AND not_before IS NOT NULL ORDER BY n`, [id]);
    expect(states).toEqual([
      { n: 2, state: 'cancelled' },
      { n: 3, state: 'waiting' },
    ]);
    const sent = await begun();
    await sent.does(0, 'submit', { form: { about: 'Chairs' } });
    await sent.does(1, 'appraise', { step: 'one', fields: { flag: true } });
    await sent.does(0, 'remark', { comment: 'By the way.' });
    await dataSource.query(waiting, [company, sent.id, [2]]);
    await dataSource.query(`UPDATE outbox SET state = 'done' WHERE request_id = $1 AND not_before IS NOT NULL`, [sent.id]);
    expect(await sent.does(1, 'undo')).toMatchObject({ kind: 'refused', refusal: { code: 'undo-too-late', params: { why: 'sent' } } });
  });
});
