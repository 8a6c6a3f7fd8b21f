import { openDatabase, REGISTER_ROWS, runMigrations } from '@countersign/database';
import type { DataSource } from 'typeorm';
import { createDatabase } from '../../../../test/support/database';
import { seedDemo } from '../cli/seed-demo.command';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('the register of leases, as schedules read it', () => {
  let database: DataSource;
  let drop: () => Promise<void>;
  let company = '';
  beforeAll(async () => {
    const place = await createDatabase();
    drop = () => place.drop();
    await runMigrations(place.url);
    database = await openDatabase(place.url, { poolSize: 2 });
    await seedDemo(database);
    [{ id: company } = { id: '' }] = await database.query<{ id: string }[]>('SELECT id FROM company');
    await database.query('DELETE FROM lease');
  }, 60_000);
  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  const unit = async (key: string): Promise<string> =>
    (await database.query<{ id: string }[]>('SELECT id FROM unit WHERE key = $1', [key]))[0]?.id ?? '';
  const lease = (store: string, number: string, [starts, ends]: [number, number]): Promise<unknown> =>
    database.query(
      `INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, commission, currency)
       SELECT gen_random_uuid(), company_id, id, $2, 'B1-207', $3, $4, 3360000, 18.0, 'CNY' FROM unit WHERE key = $1`,
      [store, number, day(starts), day(ends)],
    );
  const request = async (definition: string, status: string, form: object): Promise<unknown> =>
    database.query(
      `INSERT INTO request (id, company_id, definition_id, definition_key, requester_id, number, status, n, form, listed_at, created_at)
       SELECT gen_random_uuid(), d.company_id, d.id, CASE WHEN $2 <> 'draft' THEN d.key END, (SELECT id FROM person LIMIT 1), gen_random_uuid()::text, $2, CASE WHEN $2 = 'draft' THEN 0 ELSE 1 END,
         $3, CASE WHEN $2 <> 'draft' THEN now() END, now() FROM definition d WHERE d.key = $1 AND d.status = 'published'`,
      [definition, status, JSON.stringify(form)],
    );
  const rows = () =>
    database.query<{ unit: string; day: string; values: object }[]>(REGISTER_ROWS.lease ?? '', [company, day(0), day(180)]);

  it('has each lease by its newest term, and none that has been taken up or whose store leaves', async () => {
    await lease('store-xuhui', 'X', [-1_000, 100]);
    await lease('store-jingan', 'J', [-1_000, 110]);
    await lease('store-jingan', 'J', [111, 900]);
    await lease('store-hongkou', 'H', [-1_000, 120]);
    await lease('store-changning', 'C', [-1_000, 130]);
    await lease('store-minhang', 'M', [-1_000, 140]);
    await lease('store-pudong', 'P', [-1_000, 181]);
    const left = async (): Promise<string[]> => (await rows()).map((row) => row.day).sort();
    expect(await left()).toEqual([100, 120, 130, 140].map(day));
    expect((await rows()).find((row) => row.day === day(100))).toEqual({
      ...{ unit: await unit('store-xuhui'), day: day(100) },
      values: { place: 'B1-207', rent: { minor: '3360000', currency: 'CNY' }, commission: 18 },
    });
    const renewal = async (store: string, ends: number) => ({ store: await unit(store), expiresOn: day(ends) });
    // Rejected, or about another term: it is to begin still.
    await request('lease-renewal', 'rejected', await renewal('store-xuhui', 100));
    await request('lease-renewal', 'running', await renewal('store-xuhui', 99));
    expect(await left()).toHaveLength(4);
    await request('lease-renewal', 'running', await renewal('store-hongkou', 120));
    await request('lease-renewal', 'draft', await renewal('store-changning', 130));
    await request('mall-exit', 'approved', { store: await unit('store-minhang'), exitOn: day(10) });
    expect(await left()).toEqual([day(100)]);
  });
});
