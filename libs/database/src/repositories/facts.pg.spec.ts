import { randomUUID } from 'node:crypto';
import { HELD_REQUESTER, togetherOf, valuesTogether, type CommandBody, type FormValues } from '@countersign/domain';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { dice, sampleRows, type SampleRows } from '../directory/sample-rows.fixture';
import { DirectoryParts } from '../directory/directory-parts';
import type { LookupQuery } from '../processes/lookup-query';
import { ProcessCache } from '../processes/process-cache';
import { CommandRepository } from './command.repository';
import { FactsRepository } from './facts.repository';
import { RecordRepository } from './record.repository';
import type { RecordRead } from './request-head';

const LOOKUPS: LookupQuery = {
  ...{
    superiors: false,
    personFields: ['who'],
    unitFields: [],
    nearRoles: [],
    companyRoles: [],
    persons: [],
    matters: ['lease'],
    claims: [],
  },
};

describe('facts of a request', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let records: RecordRepository;
  let sample: SampleRows;
  const [request, other] = [randomUUID(), randomUUID()];

  const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => dataSource.query(sql, values);

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 4 });
    records = new RecordRepository(database.url, new DirectoryParts(), { poolSize: 2, transactionTimeoutMs: 5_000 });
    sample = await sampleRows(dataSource, 20, dice(3));
    const definition = randomUUID();
    // Its body is not what the hash says: a poisoned process, which looks nothing up.
    await query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'd', 1, 'published', '', '{}', 'seed')`,
      [definition, sample.companyId],
    );
    await query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, n, number, hash, form, state)
       SELECT id, $2, $3, $4, 1, 'BX-' || n, 'h', '{}', '{"value":"x","context":{"choices":{},"requester":null}}' FROM unnest($1::uuid[]) WITH ORDINALITY AS x(id, n)`,
      [[request, other], sample.companyId, definition, sample.people[0]],
    );
  });

  afterAll(async () => {
    await records.close();
    await dataSource.destroy();
    await database.drop();
  });

  async function given(personId: string | undefined): Promise<string> {
    const id = randomUUID();
    await query(
      `INSERT INTO position (id, company_id, key, person_id, role, unit_id, title, grade) VALUES ($1, $2, $3, $4, 'clerk', $5, '{}', 'staff')`,
      [id, sample.companyId, `new-${id}`, personId, sample.units[0]],
    );
    return id;
  }

  const opened = async (form: CommandBody['form']): Promise<string> => {
    const body: CommandBody = { type: 'submit', requestId: request, actor: sample.people[1]!, form };
    const id = randomUUID();
    await new CommandRepository(dataSource).open({ id, companyId: sample.companyId, body });
    return id;
  };

  const read = (commandId: string | null, lookups: LookupQuery | null = LOOKUPS): Promise<RecordRead> =>
    records.transact({ requestId: request, n: 1, commandId, lookups }, (found) => ({ store: null, result: found }));

  const posts = (found: RecordRead): string[] | undefined => found.facts?.directory.positions.map(({ id }) => id);

  it('know a post from the next decision on, whoever it is given to', async () => {
    const [requester, actor, named, picked] = sample.people;
    const command = await opened({ who: named!.toUpperCase() });
    await query(`UPDATE request SET state = jsonb_set(state, '{context,choices}', $2) WHERE id = $1`, [
      request,
      JSON.stringify({ a: picked, b: 'x' }),
    ]);
    await read(command);
    for (const person of [requester, actor, named, picked]) {
      const id = await given(person);
      expect(posts(await read(command))).toContain(id);
      await query('DELETE FROM position WHERE id = $1', [id]);
      expect(posts(await read(command))).not.toContain(id);
    }
    const id = await given(sample.people[4]);
    expect(posts(await read(command))).not.toContain(id);
  });

  it('know a grant from the next decision on', async () => {
    const before = await read(null);
    await query(`UPDATE authority_grant SET matter = 'lease', valid_from = NULL, valid_to = NULL`);
    const grants = (await read(null)).facts?.directory.grants ?? [];
    expect(grants.length).toBeGreaterThan(before.facts!.directory.grants.length);
  });

  it('have the time and the day of their own reading, in the company’s time zone', async () => {
    const { facts } = await read(null);
    const { now, today } = facts!.directory;
    expect(facts!.now).toBe(now);
    expect(today).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(now)));
  });

  it('are not read where only the journal is asked for, and nothing is where there is no such request', async () => {
    expect(await read(null, null)).toMatchObject({ request: { id: request }, facts: null });
    const nowhere = { requestId: randomUUID(), n: 0, commandId: null, lookups: LOOKUPS };
    expect(await records.transact(nowhere, (found) => ({ store: null, result: found }))).toMatchObject({
      request: null,
      facts: null,
      transitions: [],
    });
  });

  it('bring the error of the database through where the directory cannot be read', async () => {
    await given(sample.people[0]);
    await query('ALTER FUNCTION directory_slice_1 RENAME TO directory_slice_away');
    await expect(read(null)).rejects.toMatchObject({ code: '42883' });
    await query('ALTER FUNCTION directory_slice_away RENAME TO directory_slice_1');
    expect((await read(null)).request?.id).toBe(request);
  });

  it('are the same without locks, for a definition that can no longer be run as well', async () => {
    const facts = new FactsRepository(dataSource, new ProcessCache(dataSource), new DirectoryParts());
    const question = { requestId: request, actorId: sample.people[5]! };
    await facts.forRequest(question);
    const id = await given(sample.people[5]);
    const after = await facts.forRequest(question);
    expect(after?.directory.positions.map((post) => post.id)).toContain(id);
    expect(after?.directory.operators).toHaveLength((await read(null)).facts!.directory.operators.length);
    expect(await facts.forRequest({ ...question, requestId: randomUUID() })).toBeNull();
  });

  describe('with values that one request may hold', () => {
    const lookups = {
      ...LOOKUPS,
      claims: [
        { check: 'invoice', field: 'items.number' },
        { check: 'invoice', field: 'advance' },
        { check: 'plate', field: 'plate' },
      ],
    };

    beforeAll(async () => {
      await query(
        `INSERT INTO claimed_value (company_id, check_name, value, request_id) SELECT $1, 'invoice', 'i' || n, $2 FROM generate_series(1, 5000) AS n`,
        [sample.companyId, other],
      );
      await query(`INSERT INTO claimed_value VALUES ($1, 'plate', 'p1', $2)`, [sample.companyId, request]);
      await query('ANALYZE claimed_value');
    });

    it('tell which of them another request holds, in fields and in columns of rows', async () => {
      const form = { items: [{ number: ' Ｉ１\u200b' }, { number: 'new' }, { number: null }], advance: 'i7', plate: 'p1' };
      expect((await read(await opened(form), lookups)).facts?.claimed).toEqual({ invoice: { i1: 'BX-2', i7: 'BX-2' } });
      expect((await read(await opened({ items: 'none', plate: '' }), lookups)).facts?.claimed).toEqual({});
    });

    it('tell which fields together another request holds, each spelt as it is told apart', async () => {
      const parts = [
        { field: 'unit', exact: true },
        { field: 'month', exact: false },
        { field: 'share', exact: true },
      ];
      const together = { ...LOOKUPS, claims: [{ check: 'one:plan', field: 'month', parts }] };
      const said = { unit: 'a-1', month: ' 2026／03 ', share: 1.5 };
      const value = togetherOf(parts, (field) => said[field as keyof typeof said]);
      await query(`INSERT INTO claimed_value VALUES ($1, 'one:plan', $2, $3)`, [sample.companyId, value, other]);
      const claimed = async (form: FormValues) => (await read(await opened(form), together)).facts?.claimed;
      expect(await claimed(said)).toEqual({ 'one:plan': { 'a-1\n202603\n1.5': 'BX-2' } });
      expect(await claimed({ ...said, month: '2026-03' })).toEqual({ 'one:plan': { [value]: 'BX-2' } });
      for (const other of [{ share: 15 }, { unit: 'a1' }, { month: '' }, { unit: null }])
        expect(await claimed({ ...said, ...other })).toEqual({});
    });

    it('tell which days of a range another request holds, for whoever asks and for all', async () => {
      const during = { field: 'dates', exact: true, days: true as const };
      const claims = [
        { check: 'one:leave', field: 'dates', parts: [{ field: HELD_REQUESTER, exact: true }, during] },
        { check: 'one:sale', field: 'dates', parts: [during] },
      ];
      const id = await opened({ dates: { from: '2026-02-27', to: '2026-03-02' } });
      const [row] = await query<{ requester: string }>('SELECT requester_id AS requester FROM request WHERE id = $1', [request]);
      const values = valuesTogether(claims[0]!.parts, (field) =>
        field === HELD_REQUESTER ? row!.requester : ['2026-02-27', '2026-03-02'],
      );
      expect(values.map(({ day }) => day)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
      for (const value of [values[2]!.value, `${randomUUID()}\n2026-02-27`])
        await query(`INSERT INTO claimed_value VALUES ($1, 'one:leave', $2, $3)`, [sample.companyId, value, other]);
      await query(`INSERT INTO claimed_value VALUES ($1, 'one:sale', '2026-03-02', $2), ($1, 'one:sale', '2026-03-03', $2)`, [
        sample.companyId,
        other,
      ]);
      const claimed = async (command: string) => (await read(command, { ...LOOKUPS, claims })).facts?.claimed;
      expect(await claimed(id)).toEqual({ 'one:leave': { [values[2]!.value]: 'BX-2' }, 'one:sale': { '2026-03-02': 'BX-2' } });
      for (const dates of [null, { from: '2026-03-02' }, { from: '2026-02-30', to: '2026-03-02' }, { from: 'x', to: 'y' }, [], 'x'])
        expect(await claimed(await opened({ dates } as never))).toEqual({});
    });

    it('tell how requests stand that a form names, and what they say, and nothing of those of another company or of drafts', async () => {
      const linked = [
        { field: 'plan', said: ['advance', 'nothing'] },
        { field: 'permit', said: [] },
      ];
      const asked = async (form: FormValues) => (await read(await opened(form), { ...LOOKUPS, linked })).facts?.linked;
      await query(`UPDATE request SET n = 3, outcome = 'revoked', form = '{"advance":"i9"}' WHERE id = $1`, [other]);
      expect(await asked({ plan: other, permit: 'no id' })).toEqual({
        plan: { id: other, key: expect.any(String), number: 'BX-2', outcome: 'revoked', said: { advance: 'i9', nothing: null } },
      });
      await query(`UPDATE request SET n = 0 WHERE id = $1`, [other]);
      expect(await asked({ plan: other, permit: randomUUID() })).toEqual({});
      expect((await read(await opened({ plan: other }))).facts?.linked).toBeNull();
    });

    it('look each of them up, and never read the whole table', async () => {
      const runner = dataSource.createQueryRunner();
      await runner.startTransaction();
      const question = { requestId: request, actorId: sample.people[0], overlay: { items: [{ number: 'i1' }, { number: 'i2' }] }, lookups };
      await runner.query('SET LOCAL plan_cache_mode = force_generic_plan');
      await runner.query('SELECT found FROM request_facts_1($1) AS found', [JSON.stringify(question)]);
      const [scans] = (await runner.query(
        `SELECT seq_scan::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'claimed_value'`,
      )) as object[];
      await runner.rollbackTransaction();
      await runner.release();
      expect(scans).toEqual({ read: 0 });
    });
  });
});
