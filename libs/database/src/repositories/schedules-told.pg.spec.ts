import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { insertSmallCompany } from '../../../../test/support/small-company';
import { openDatabase, runMigrations } from '../data-source';
import { DatabaseListener } from '../database-listener';
import { RecurringRepository, SCHEDULES_CHANNEL } from './recurring.repository';

const within = async (holds: () => boolean): Promise<boolean> => {
  for (const end = Date.now() + 5_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) if (holds()) return true;
  return false;
};

describe('whoever keeps the schedules is told', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let recurring: RecurringRepository;
  let listener: DatabaseListener;
  let heard = 0;
  let missed = 0;
  const company = randomUUID();
  const key = 'round';

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2 });
    recurring = new RecurringRepository(dataSource);
    await insertSmallCompany(dataSource, { id: company, people: [randomUUID()], definitions: [] });
    listener = new DatabaseListener({
      ...{ url: database.url, name: 'schedules-told', channels: [SCHEDULES_CHANNEL] },
      heard: () => (heard += 1),
      missed: () => (missed += 1),
    });
    listener.open();
    expect(await within(() => listener.listens)).toBe(true);
  });
  afterAll(async () => {
    await listener.close();
    await dataSource.destroy();
    await database.drop();
  });

  /** How often somebody was told by a statement; another one, of which everybody hears, says when that is known. */
  async function told(text: string, values: unknown[] = []): Promise<number> {
    heard = 0;
    await dataSource.query(text, values);
    await dataSource.query(`SELECT pg_notify('${SCHEDULES_CHANNEL}', 'last')`);
    await within(() => heard > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return heard - 1;
  }

  const definition = (status: string, version: number): [string, unknown[]] => [
    `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES (gen_random_uuid(), $1, $2, $3, $4, 'h', $5, 'import')`,
    [company, key, version, status, JSON.stringify({ schedule: { every: 'day', at: { time: '08:00' }, starter: 'clerk' } })],
  ];

  it('of a process that is published or retired, and of no draft', async () => {
    expect(await told(...definition('draft', 2))).toBe(0);
    expect(await told(...definition('published', 1))).toBe(1);
    expect(await told(`UPDATE definition SET body = body || '{"note":1}' WHERE company_id = $1`, [company])).toBe(0);
    expect(await told(`UPDATE definition SET status = 'retired' WHERE company_id = $1 AND version = 1`, [company])).toBe(1);
    expect(await told(`UPDATE definition SET status = 'published' WHERE company_id = $1 AND version = 1`, [company])).toBe(1);
  });

  it('of a pause, its end and starts that are asked for, and not of what they do about it themselves', async () => {
    const [process] = await recurring.all();
    const set = (what: string) => told(`UPDATE recurring_process SET ${what} WHERE company_id = $1`, [company]);
    expect([await set('paused_at = now()'), await set('paused_at = NULL'), await set('asked_at = now()')]).toEqual([1, 1, 1]);
    expect(await set(`asked_at = now() + interval '1 s'`)).toBe(1);
    expect(await set('asked_at = NULL')).toBe(0);
    heard = 0;
    await recurring.applied(process!, { applied: { 'Asia/Shanghai': ['08:00'] }, from: 'x', nextAt: new Date().toISOString() });
    await recurring.all();
    expect(await told('SELECT 1')).toBe(0);
  });

  it('of every change of the directory, and of the clock of the company', async () => {
    expect(await told(`UPDATE unit SET calendar = '{"office":{"week":{}}}' WHERE company_id = $1`, [company])).toBe(1);
    expect(await told(`UPDATE position SET valid_to = '2020-01-01' WHERE company_id = $1`, [company])).toBe(1);
    expect(await told(`UPDATE company SET time_zone = 'Asia/Tokyo' WHERE id = $1`, [company])).toBeGreaterThan(0);
    expect(await told(`UPDATE company SET name = '{"zh":"新"}' WHERE id = $1`, [company])).toBe(0);
  });

  it('of a lease that is entered or runs out on another day, and of nothing else about it', async () => {
    const lease = `INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, currency)
      SELECT gen_random_uuid(), company_id, id, 'L-1', 'B1', current_date - 900, current_date + 90, 100, 'CNY' FROM unit WHERE company_id = $1 LIMIT 1`;
    expect(await told(lease, [company])).toBe(1);
    expect(await told(`UPDATE lease SET expires_on = expires_on + 1 WHERE company_id = $1`, [company])).toBe(1);
    expect(await told(`UPDATE lease SET rent = 200 WHERE company_id = $1`, [company])).toBe(0);
  });

  it('that something may have been missed when their connection was ended, and hears again', async () => {
    const before = missed;
    await dataSource.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'schedules-told'`);
    expect(await within(() => missed > before && listener.listens)).toBe(true);
    expect(await told(`UPDATE recurring_process SET asked_at = now() WHERE company_id = $1`, [company])).toBe(1);
  });
});
