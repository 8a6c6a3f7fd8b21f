import { randomUUID } from 'node:crypto';
import type { CommandBody } from '@countersign/domain';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { ChildRepository } from './child.repository';
import { CommandRepository } from './command.repository';
import { OutboxRepository } from './outbox.repository';

describe('rows of the protocol', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  const [company, person, definition, request] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const body = (comment: string): CommandBody => ({ type: 'withdraw', requestId: request, actor: person, comment });

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 10 });
    await dataSource.query(`INSERT INTO company VALUES ($1, 'c', '{}', 'Asia/Shanghai', 'CNY')`, [company]);
    await dataSource.query(`INSERT INTO person (id, company_id, key, name) VALUES ($1, $2, 'p', '{}')`, [person, company]);
    await dataSource.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'd', 1, 'published', '', '{}', 'seed')`,
      [definition, company],
    );
    await dataSource.query(`INSERT INTO request (id, company_id, definition_id, requester_id) VALUES ($1, $2, $3, $4)`, [
      request,
      company,
      definition,
      person,
    ]);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('keep one command per key, and tell another body from a repeated press', async () => {
    const commands = new CommandRepository(dataSource);
    const id = randomUUID();
    const opened = await Promise.all(Array.from({ length: 5 }, () => commands.open({ id, companyId: company, body: body('a') })));
    expect(opened.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
    expect(opened.filter(({ kind }) => kind === 'repeated')).toHaveLength(4);
    expect(await commands.open({ id, companyId: company, body: body('b') })).toEqual({ kind: 'conflict' });
    expect(await commands.nextAttempt(id)).toBe(2);
  });

  it('close an open command once, confirm a done one only', async () => {
    const commands = new CommandRepository(dataSource);
    const [open, done] = [randomUUID(), randomUUID()];
    for (const id of [open, done]) await commands.open({ id, companyId: company, body: body('c') });
    await dataSource.query(`UPDATE command SET status = 'done', n = 1 WHERE id = $1`, [done]);
    expect(await commands.refuse(done, { code: 'invalid-state', params: {} })).toBe(false);
    await commands.confirm([open, done]);
    expect((await commands.find(open))?.status).toBe('open');
    expect((await commands.find(done))?.status).toBe('confirmed');
    expect(await commands.refuse(open, { code: 'invalid-state', params: {} })).toBe(true);
    expect(await commands.refuse(open, { code: 'not-owner', params: {} })).toBe(false);
    expect((await commands.find(open))?.outcome).toEqual({ code: 'invalid-state', params: {} });
  });

  it('give every number once, from a sequence that nobody has to make', async () => {
    const rows = await Promise.all(
      Array.from({ length: 20 }, () =>
        dataSource.query<{ number: string }[]>(`SELECT next_number($1, 'BX', '2026-12-31T20:00:00Z') AS number`, [company]),
      ),
    );
    const numbers = rows.map(([row]) => row?.number);
    expect(new Set(numbers).size).toBe(20);
    expect(numbers.toSorted()[0]).toBe('BX-2027-0001');
  });

  it('claim an effect for one dispatcher, and give it up after too many attempts', async () => {
    const outbox = new OutboxRepository(dataSource);
    const insert = `INSERT INTO outbox (company_id, request_id, n, key, effect, not_before) SELECT $1, $2, 1, key, '{"type":"supersede-notices","step":null}', at FROM jsonb_to_recordset($3) AS x(key text, at timestamptz)`;
    await dataSource.query(insert, [
      company,
      request,
      JSON.stringify([
        { key: 'now', at: null },
        { key: 'later', at: '2999-01-01T00:00:00Z' },
      ]),
    ]);
    const claims = await Promise.all([
      outbox.claim(10, ['supersede-notices']),
      outbox.claim(10, ['supersede-notices']),
      outbox.claim(10, ['supersede-notices']),
    ]);
    expect(claims.flat().map(({ key }) => key)).toEqual(['now']);
    const [row] = claims.flat();
    expect(await outbox.claim(10, ['notify'])).toEqual([]);
    await outbox.failed(row!.id, 'no', { afterSeconds: 0 });
    expect(await outbox.claim(10, ['notify'])).toEqual([]);
    expect((await outbox.claim(10, ['supersede-notices'])).map(({ attempts }) => attempts)).toEqual([2]);
    await outbox.failed(row!.id, 'no', 'never');
    expect(await outbox.claim(10, ['supersede-notices'])).toEqual([]);
    expect(await outbox.replay()).toBe(1);
    expect(await outbox.claim(10, ['supersede-notices'])).toHaveLength(1);
  });

  it('are taken up by one sweeper, and by the next one only when as long has passed again', async () => {
    const commands = new CommandRepository(dataSource);
    await dataSource.query(`UPDATE command SET status = 'confirmed'`);
    for (let k = 0; k < 20; k += 1) await commands.open({ id: randomUUID(), companyId: company, body: body(`${k}`) });
    await dataSource.query(`UPDATE command SET updated_at = now() - interval '1 minute' WHERE status = 'open'`);
    const taken = await Promise.all(Array.from({ length: 4 }, () => commands.unsettled(10_000, 8)));
    const ids = taken.flat().map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([20, 20]);
    expect(await commands.unsettled(10_000, 100)).toEqual([]);
    expect(await commands.unsettled(0, 100)).toHaveLength(20);
  });

  it('name everybody who leans on a request, page after page, each once', async () => {
    const [leaning, cited] = [randomUUID(), request];
    const fields = JSON.stringify({
      form: {
        fields: [
          { key: 'framework', type: 'request', must: 'approved' },
          { key: 'note', type: 'request' },
        ],
      },
    });
    await dataSource.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'lean', 1, 'published', '', $3, 'seed')`,
      [leaning, company, fields],
    );
    const put = (key: string, outcome: string | null, many: number): Promise<{ id: string }[]> =>
      dataSource.query(
        `WITH put AS (INSERT INTO request (id, company_id, definition_id, requester_id, n, outcome, form)
           SELECT gen_random_uuid(), $1, $2, $3, 1, $4, jsonb_build_object($5::text, $6::text) FROM generate_series(1, $7) RETURNING id),
         named AS (INSERT INTO request_citation (request_id, cited_id, company_id) SELECT id, $6::uuid, $1 FROM put)
         SELECT id FROM put`,
        [company, leaning, person, outcome, key, cited, many],
      );
    const wanted = [...(await put('framework', null, 3)), ...(await put('framework', 'approved', 2))].map(({ id }) => id);
    await put('framework', 'rejected', 1);
    await put('note', null, 1);
    for (const atOnce of [1, 2, 5, 500]) {
      const pages = [];
      for await (const page of new ChildRepository(dataSource).leaningOn(cited, atOnce)) pages.push(page);
      expect(pages.every((page) => page.length <= atOnce)).toBe(true);
      expect(pages.flat().map(({ id }) => id)).toEqual([...wanted].sort());
      expect(pages.flat().every(({ people }) => people.join() === person)).toBe(true);
    }
  });
});
