import { randomUUID } from 'node:crypto';
import { openDatabase, runMigrations } from '@countersign/database';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../../test/support/database';
import { readBundle } from './request-bundle';

const words = { zh: '事项', en: 'Matter' };

describe('what a page reads of a request in one trip', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  const [company, definition, asker, holder, stranger] = Array.from({ length: 5 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ];

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2 });
    await dataSource.query(`INSERT INTO company VALUES ($1::uuid, $1::text, '{}', 'Asia/Shanghai', 'CNY')`, [company]);
    await dataSource.query(
      `INSERT INTO person (id, company_id, key, name, language, active) SELECT id, $2, 'person-' || n, $3, 'zh', true FROM unnest($1::uuid[]) WITH ORDINALITY AS x(id, n)`,
      [[asker, holder, stranger], company, words],
    );
    await dataSource.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'toy', 1, 'published', 'hash', $3, 'seed')`,
      [definition, company, { title: words }],
    );
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  async function request(parent: string | null): Promise<string> {
    const id = randomUUID();
    const link = parent && JSON.stringify({ request: parent, step: 'errand', depth: 1, waits: true });
    await dataSource.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, status, row_title, parent_id, parent)
       VALUES ($1, $2, $3, $4, '{"about":"shelves"}', '{}', 'running', $5, $6, $7)`,
      [id, company, definition, asker, words, parent, link],
    );
    return id;
  }

  it('brings those that it has started, with who has each, and the one that started it, and nothing of either where there is none', async () => {
    const parent = await request(null);
    expect(await readBundle(dataSource, parent, asker)).toMatchObject({ children: [], parent: null });
    const child = await request(parent);
    await dataSource.query(
      `INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, status, opened_at) VALUES ($1, $2, $3, 'only', 'approve', 1, 0, $4, 'open', now())`,
      [randomUUID(), company, child, holder],
    );
    const above = await readBundle(dataSource, parent, asker);
    expect(above?.children).toMatchObject([
      { id: child, title: words, step: 'errand', people: [holder], concerned: true, suspended: false },
    ]);
    expect(above?.children[0]).not.toHaveProperty('form');
    expect(above?.people.map(({ id }) => id).sort()).toEqual([asker, holder].sort());
    const below = await readBundle(dataSource, child, stranger);
    expect(below?.parent).toMatchObject({ id: parent, step: 'errand', form: { about: 'shelves' }, concerned: false });
  });
});
