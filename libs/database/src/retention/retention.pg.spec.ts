import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { RETENTION } from './retention-rules';
import { RetentionRepository, type Forgotten } from './retention.repository';

describe('what is not kept for ever', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let retention: RetentionRepository;
  const [company, person, definition] = [randomUUID(), randomUUID(), randomUUID()];

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 4 });
    retention = new RetentionRepository(dataSource);
    await query(`INSERT INTO company VALUES ($1, 'c', '{}', 'Asia/Shanghai', 'CNY')`, [company]);
    await query(`INSERT INTO person (id, company_id, key, name) VALUES ($1, $2, 'p', '{}')`, [person, company]);
    await query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'd', 1, 'published', '', '{}', 'seed')`,
      [definition, company],
    );
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const query = <Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> => dataSource.query(sql, values);
  const round = async (): Promise<Forgotten> => (await retention.round(() => true)) ?? {};
  const left = async (table: string): Promise<number> => (await query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;
  const ago = (days: number): string => `now() - interval '${days} days'`;

  async function request(n: number, touchedDaysAgo = 0): Promise<string> {
    const id = randomUUID();
    await query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, n, status, form, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, '{"reason":"kept"}', ${ago(touchedDaysAgo)})`,
      [id, company, definition, person, n, n === 0 ? 'draft' : 'running'],
    );
    return id;
  }
  const effect = (id: string, state: string, days: number): Promise<unknown> =>
    query(
      `INSERT INTO outbox (company_id, request_id, n, key, effect, state, created_at) VALUES ($1, $2, 1, $3, '{"type":"supersede-notices","step":null}', $4, ${ago(days)})`,
      [company, id, randomUUID(), state],
    );
  const command = (id: string, status: string, days: number): Promise<unknown> =>
    query(
      `INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, status, updated_at)
       VALUES ($1, $2, $3, $4, 'submit', '{"type":"submit","form":{"reason":"x"},"comment":"y"}', 'h', $5, ${ago(days)})`,
      [randomUUID(), company, person, id, status],
    );
  const file = async (days: number): Promise<string> => {
    const id = randomUUID();
    await query(
      `INSERT INTO file (id, company_id, owner_id, name, type, size, sha256, created_at) VALUES ($1, $2, $3, 'a.pdf', 'application/pdf', 1, '', ${ago(days)})`,
      [id, company, person],
    );
    await query(`INSERT INTO file_content (file_id, company_id, bytes) VALUES ($1, $2, '\\x00')`, [id, company]);
    return id;
  };
  const notice = (days: number, read: boolean): Promise<unknown> =>
    query(
      `INSERT INTO notification (id, company_id, person_id, notice, created_at, read_at) VALUES ($1, $2, $3, 'copy-received', ${ago(days)}, CASE WHEN $4 THEN now() END)`,
      [randomUUID(), company, person, read],
    );

  it('is done away with when its time is over, and not a day before', async () => {
    const [quiet, busy] = [await request(1), await request(1)];
    await effect(quiet, 'done', 31);
    await effect(quiet, 'cancelled', 31);
    await effect(quiet, 'done', 29);
    await effect(busy, 'done', 31);
    await effect(busy, 'dead', 31);
    await command(quiet, 'refused', 31);
    await command(quiet, 'refused', 29);
    await command(quiet, 'confirmed', 400);
    for (const [hash, days] of [
      ['old', 8],
      ['new', 6],
    ])
      await query(
        `INSERT INTO session (token_hash, person_id, company_id, csrf, expires_at) VALUES ($1, $2, $3, '', now() - make_interval(days => $4))`,
        [hash, person, company, days],
      );
    for (const [hash, days] of [
      ['old', 31],
      ['new', 29],
    ])
      await query(`INSERT INTO login_link (hash, purpose, expires_at) VALUES ($1, 'password', now() - make_interval(days => $2))`, [
        hash,
        days,
      ]);
    const [cited] = [await file(400), await file(8), await file(6)];
    await query('INSERT INTO request_file (request_id, file_id, company_id) VALUES ($1, $2, $3)', [quiet, cited, company]);
    for (const [days, read] of [
      [181, true],
      [179, true],
      [731, false],
      [729, false],
    ] as const)
      await notice(days, read);
    expect(await round()).toEqual({
      'delivered effects': 2,
      'content of refused commands': 1,
      'expired sessions': 1,
      'expired sign-in links': 1,
      'files that nothing cites': 1,
      'notices that were read or are no longer so': 1,
      'notices that nobody has read': 1,
    });
    expect([await left('outbox'), await left('command'), await left('file'), await left('file_content')]).toEqual([3, 3, 2, 2]);
    const bodies = await query<{ keys: string }>(
      `SELECT (SELECT string_agg(k, ',' ORDER BY k) FROM jsonb_object_keys(body) k) AS keys FROM command ORDER BY updated_at DESC`,
    );
    expect(bodies.map(({ keys }) => keys)).toEqual(['comment,form,type', 'type', 'comment,form,type']);
    expect(await round()).toEqual({});
    expect(await left('request')).toBe(2);
  });

  it('says of an old draft first that it will go, and lets it go a month later unless somebody has saved it', async () => {
    const [old, touched, young, sent] = [await request(0, 151), await request(0, 151), await request(0, 149), await request(0, 400)];
    await command(sent, 'open', 0);
    expect(await round()).toEqual({ 'drafts announced as abandoned': 2 });
    expect(await round()).toEqual({});
    const told = await query<{ request_id: string }>(`SELECT request_id FROM notification WHERE notice = 'draft-expires'`);
    expect(told.map(({ request_id }) => request_id).toSorted()).toEqual([old, touched].toSorted());
    // Forty days later; one of them was saved in between.
    await query(`UPDATE request SET updated_at = updated_at - interval '40 days' WHERE n = 0`);
    await query(`UPDATE notification SET created_at = created_at - interval '40 days' WHERE notice = 'draft-expires'`);
    await query('UPDATE request SET updated_at = now() WHERE id = $1', [touched]);
    expect(await round()).toEqual({ 'abandoned drafts': 1, 'drafts announced as abandoned': 1 });
    const kept = await query<{ id: string }>('SELECT id FROM request WHERE n = 0');
    expect(kept.map(({ id }) => id).toSorted()).toEqual([touched, young, sent].toSorted());
  });

  it('is what a schedule started long ago, but for what waits and for days to come', async () => {
    const unit = randomUUID();
    await query(`INSERT INTO unit (id, company_id, key, kind, name, path) VALUES ($1::uuid, $2, 'shop', 'store', '{}', ARRAY[$1::uuid])`, [
      unit,
      company,
    ]);
    await query(`INSERT INTO recurring_process (company_id, definition_key, rule) VALUES ($1, 'd', '{}')`, [company]);
    const start = (state: string, day: number, changed: number): Promise<unknown> =>
      query(
        `INSERT INTO recurring_start (company_id, definition_key, unit_id, day, at, state, request_id, changed_at)
         VALUES ($1, 'd', $2, current_date - $3::int, ${ago(day)}, $4, $5, ${ago(changed)})`,
        [company, unit, day, state, randomUUID()],
      );
    await start('started', 731, 731);
    await start('failed', 740, 731);
    await start('started', 729, 729);
    await start('started', 735, 10);
    await start('waiting', 760, 760);
    await start('started', -10, 731);
    expect(await round()).toEqual({ 'starts by schedules that have ended': 2 });
    expect(await left('recurring_start')).toBe(4);
  });

  it('never is a request that was sent, or anything of its journal', async () => {
    const id = await request(3, 4_000);
    await query(
      `INSERT INTO transition (request_id, n, company_id, command_id, type, at, command, facts, events, hash, previous_chain, chain)
       VALUES ($1, 1, $2, 'x', 'submit', ${ago(4_000)}, '{}', '{}', '[]', '', '', '')`,
      [id, company],
    );
    await round();
    expect(await query('SELECT 1 FROM request WHERE id = $1', [id])).toHaveLength(1);
    expect(await query('SELECT 1 FROM transition WHERE request_id = $1', [id])).toHaveLength(1);
    for (const { statement } of RETENTION)
      expect(statement).not.toMatch(/(DELETE FROM|UPDATE) (transition|request_round|request_file|comment|access_event)\b/);
  });

  it('goes on batch by batch, one worker at a time, until it is told to leave', async () => {
    const id = await request(1);
    await query(
      `INSERT INTO outbox (company_id, request_id, n, key, effect, state, created_at)
       SELECT $1, $2, 1, 'many' || k, '{}', 'done', ${ago(40)} FROM generate_series(1, 1200) k`,
      [company, id],
    );
    let asked = 0;
    expect(await retention.round(() => (asked += 1) <= 1)).toEqual({ 'delivered effects': 500 });
    const both = await Promise.all([retention.round(() => true), new RetentionRepository(dataSource).round(() => true)]);
    expect(both.map((forgotten) => forgotten?.['delivered effects'] ?? 0).toSorted()).toEqual([0, 700]);
  });

  it('is said in the manual, each with its days', () => {
    const manual = readFileSync(path.resolve(__dirname, '../../../../docs/operations.md'), 'utf8');
    for (const { name, days } of RETENTION) expect(manual).toContain(`| ${name} | ${days} |`);
  });
});
