import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { JournalRepository } from '../repositories/journal.repository';
import { SettingRepository } from '../repositories/setting.repository';
import { RestoreWatch } from './restore-watch';

const watchOf = (dataSource: DataSource): RestoreWatch =>
  new RestoreWatch(dataSource, new SettingRepository(dataSource), new JournalRepository(dataSource));

/** One transition, as small as the tables allow. */
async function oneTransition(dataSource: DataSource): Promise<void> {
  const [company, person, definition, request] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await dataSource.query(`INSERT INTO company VALUES ($1, 'c', '{}', 'UTC', 'CNY')`, [company]);
  await dataSource.query(`INSERT INTO person (id, company_id, key, name) VALUES ($1, $2, 'p', '{}')`, [person, company]);
  await dataSource.query(
    `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'd', 1, 'published', '', '{}', 'seed')`,
    [definition, company],
  );
  await dataSource.query(`INSERT INTO request (id, company_id, definition_id, requester_id, n) VALUES ($1, $2, $3, $4, 1)`, [
    request,
    company,
    definition,
    person,
  ]);
  await dataSource.query(
    `INSERT INTO transition (request_id, n, company_id, command_id, type, at, command, facts, events, hash, previous_chain, chain)
     VALUES ($1, 1, $2, 'x', 'submit', now(), '{}', '{}', '[]', '', '', '')`,
    [request, company],
  );
}

describe('a restored database', () => {
  let home: SuiteDatabase;
  let copy: SuiteDatabase | null = null;

  beforeAll(async () => {
    home = await createDatabase();
    await runMigrations(home.url);
  });

  afterAll(async () => {
    await copy?.drop();
    await home.drop();
  });

  it('is told from the one it was copied from, and opens when it has passed', async () => {
    const dataSource = await openDatabase(home.url, { poolSize: 2 });
    await watchOf(dataSource).look();
    await oneTransition(dataSource);
    await watchOf(dataSource).look();
    expect(await watchOf(dataSource).isShut()).toBe(false);
    await dataSource.destroy();

    copy = await createDatabase({
      name: new URL(home.url).pathname.slice(1),
      prepare: () => Promise.reject(new Error('Expected the database to be there')),
    });
    const restored = await openDatabase(copy.url, { poolSize: 2 });
    await watchOf(restored).look();
    expect(await watchOf(restored).isShut()).toBe(true);
    await watchOf(restored).passed();
    await watchOf(restored).look();
    expect(await watchOf(restored).isShut()).toBe(false);
    await restored.destroy();
  });
});
