import { randomUUID } from 'node:crypto';
import type { RecordOutcome } from '@countersign/contracts';
import {
  CommandRepository,
  DirectoryParts,
  JournalRepository,
  openDatabase,
  ProcessCache,
  RecordRepository,
  runMigrations,
} from '@countersign/database';
import { begin, compile, contentFor, parseDefinition, recordOf, type CommandBody, type Definition } from '@countersign/domain';
import { Metrics, ProgramLog } from '@countersign/platform';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { insertSmallCompany } from '../../../../test/support/small-company';
import { OutboxBell } from '../outbox/outbox-bell';
import { RecordActivity } from './record.activity';
import { RecordFailures } from './record-failures';

const words = { zh: '事项', en: 'Matter' };

/** Any of the clerks reviews it, then the last of them. */
function definitionFor(last: string): Definition {
  const step = { title: words, kind: 'review' };
  const parsed = parseDefinition({
    ...{ key: 'matter', version: 1, title: words, area: 'finance', numberPrefix: 'M', start: { everyone: true }, sentence: words },
    form: { fields: [{ key: 'about', type: 'text', label: words, required: true }] },
    rowTitle: words,
    flow: [
      { ...step, id: 'any', assignee: { by: 'role', role: 'clerk' } },
      { ...step, id: 'last', assignee: { by: 'person', person: last } },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.definition;
}

describe('people who are others by the time that a decision is recorded', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let records: RecordRepository;
  let activity: RecordActivity;
  const parts = new DirectoryParts();
  const company = randomUUID();
  const people = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const definition = definitionFor('person-4');
  const definitionId = randomUUID();

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 4 });
    await insertSmallCompany(dataSource, { id: company, people, definitions: [{ id: definitionId, body: definition }] });
    records = new RecordRepository(database.url, parts, { poolSize: 2, transactionTimeoutMs: 5_000 });
    const log = new ProgramLog(pino({ level: 'silent' }));
    activity = new RecordActivity(records, new ProcessCache(dataSource), new RecordFailures(), new OutboxBell(), new Metrics('test'), log);
  });
  afterAll(async () => {
    await records?.close();
    await dataSource?.destroy();
    await database?.drop();
  });
  beforeEach(() => isThere(2, false));

  const isThere = (who: number, active = true) => dataSource.query('UPDATE person SET active = $2 WHERE id = $1', [people[who], active]);
  const looksAgain = (id: string): Promise<unknown[]> =>
    dataSource.query(
      `SELECT cause->>'change' AS change, tries, next_at <= clock_timestamp() AS now, told_at FROM directory_missed WHERE request_id = $1`,
      [id],
    );
  const AT_ONCE = [{ change: 'import', tries: 0, now: true, told_at: null }];

  /** A request, and what people do with it. */
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
      const { n, state, hash } = (await new JournalRepository(dataSource).head(id))!;
      const process = compile(definition);
      const shown = state && more.step ? contentFor(process, state.context, more.step) : undefined;
      const body = { type, requestId: id, actor: people[who], shown, ...more } as CommandBody;
      if (more.step) body.generation = recordOf(state!.context, more.step)?.generation ?? 0;
      const command = randomUUID();
      await new CommandRepository(dataSource).open({ id: command, companyId: company, body });
      const of = { key: definition.key, version: definition.version, hash: process.hash };
      const { outcome } = await activity.record({
        ...{ requestId: id, n, hash: hash ?? begin(definition, id).hash, definition: of, command: { kind: 'row', id: command } },
      });
      return outcome;
    };
    expect(await does(0, 'submit', { form: { about: 'Chairs' } })).toMatchObject({ kind: 'done', n: 1 });
    return { id, does };
  }

  it.each(['undo', 'take-back'])('are looked for again where the %s asks others than would be asked by now', async (type) => {
    const { id, does } = await begun();
    expect(await does(1, 'approve', { step: 'any' })).toMatchObject({ kind: 'done' });
    await isThere(2);
    expect(await looksAgain(id)).toEqual([]);
    expect(await does(1, type)).toMatchObject({ kind: 'done' });
    expect(await looksAgain(id)).toEqual(AT_ONCE);
  });

  it('are not where they are the same', async () => {
    const { id, does } = await begun();
    for (const [type, more] of [
      ['approve', { step: 'any' }],
      ['undo', {}],
      ['approve', { step: 'any' }],
      ['take-back', {}],
    ] as const)
      expect(await does(1, type, more)).toMatchObject({ kind: 'done' });
    expect(await looksAgain(id)).toEqual([]);
  });

  it('are looked for again where the directory changes while it is decided', async () => {
    const { id, does } = await begun();
    const known = parts.directory.bind(parts);
    const read = jest.spyOn(parts, 'directory').mockImplementationOnce(async (...asked) => {
      const directory = await known(...asked);
      await isThere(2);
      return directory;
    });
    expect(await does(1, 'approve', { step: 'any' })).toMatchObject({ kind: 'done' });
    expect(read).toHaveBeenCalledTimes(1);
    expect(await looksAgain(id)).toEqual(AT_ONCE);
    await does(3, 'approve', { step: 'last' });
    read.mockRestore();
  });
});
