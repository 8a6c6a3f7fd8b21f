import { REGISTER_ROWS } from '@countersign/database';
import type { DataSource } from 'typeorm';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('the register of leases, as schedules read it', () => {
  let api: ApiUnderTest;
  let database: DataSource;
  let company = '';
  beforeAll(async () => {
    api = await startApi();
    ({ database } = api);
    [{ id: company } = { id: '' }] = await database.query<{ id: string }[]>('SELECT id FROM company');
    await database.query('DELETE FROM lease');
  });
  afterAll(() => api.stop());

  const unit = async (key: string): Promise<string> =>
    (await database.query<{ id: string }[]>('SELECT id FROM unit WHERE key = $1', [key]))[0]?.id ?? '';
  const lease = (store: string, number: string, [starts, ends]: [number, number], place = 'B1-207'): Promise<unknown> =>
    database.query(
      `INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, commission, currency)
       SELECT gen_random_uuid(), company_id, id, $2, $5, $3, $4, 3360000, 18.0, 'CNY' FROM unit WHERE key = $1`,
      [store, number, day(starts), day(ends), place],
    );
  const request = async (definition: string, status: string, form: object, by = 'zhang-wei'): Promise<unknown> =>
    database.query(
      `INSERT INTO request (id, company_id, definition_id, definition_key, requester_id, number, status, n, form, listed_at, created_at)
       SELECT gen_random_uuid(), d.company_id, d.id, CASE WHEN $2 <> 'draft' THEN d.key END, (SELECT id FROM person WHERE key = $4), gen_random_uuid()::text, $2, CASE WHEN $2 = 'draft' THEN 0 ELSE 1 END,
         $3, CASE WHEN $2 <> 'draft' THEN now() END, now() FROM definition d WHERE d.key = $1 AND d.status = 'published'`,
      [definition, status, JSON.stringify(form), by],
    );
  const rows = () =>
    database.query<{ unit: string; day: string; values: object }[]>(REGISTER_ROWS.lease ?? '', [company, day(0), day(180)]);

  beforeEach(() => database.query('TRUNCATE request, lease CASCADE'));
  const left = async (): Promise<string[]> => (await rows()).map((row) => row.day).sort();
  const renewal = async (store: string, ends: number) => ({ store: await unit(store), expiresOn: day(ends) });

  it('has each lease by its newest term, and none that has been taken up or whose store leaves', async () => {
    await lease('store-xuhui', 'X', [-1_000, 100]);
    await lease('store-jingan', 'J', [-1_000, 110]);
    await lease('store-jingan', 'J', [111, 900]);
    await lease('store-hongkou', 'H', [-1_000, 120]);
    await lease('store-changning', 'C', [-1_000, 130]);
    await lease('store-minhang', 'M', [-1_000, 140]);
    await lease('store-pudong', 'P', [-1_000, 181]);
    expect(await left()).toEqual([100, 120, 130, 140].map(day));
    expect((await rows()).find((row) => row.day === day(100))).toEqual({
      ...{ unit: await unit('store-xuhui'), about: 'X', day: day(100) },
      values: { place: 'B1-207', rent: { minor: '3360000', currency: 'CNY' }, commission: 18 },
    });
    // Rejected, or about another term: it is to begin still.
    await request('lease-renewal', 'rejected', await renewal('store-xuhui', 100));
    await request('lease-renewal', 'running', await renewal('store-xuhui', -1_001));
    expect(await left()).toHaveLength(4);
    await request('lease-renewal', 'running', await renewal('store-hongkou', 120));
    await request('lease-renewal', 'draft', await renewal('store-changning', 130));
    await request('mall-exit', 'approved', { store: await unit('store-minhang'), exitOn: day(10) });
    expect(await left()).toEqual([day(100)]);
  });

  it('goes on past the draft of somebody who may not start a renewal, or no longer', async () => {
    await lease('store-xuhui', 'X', [-1_000, 100]);
    await request('lease-renewal', 'draft', await renewal('store-xuhui', 100), 'wu-di');
    expect(await left()).toEqual([day(100)]);
    await request('lease-renewal', 'draft', await renewal('store-xuhui', 100), 'zhao-yue');
    expect(await left()).toEqual([]);
    const people = `(SELECT id FROM person WHERE key = 'zhao-yue')`;
    await database.query(`UPDATE person SET active = false WHERE id = ${people}`);
    expect(await left()).toEqual([day(100)]);
    await database.query(`UPDATE person SET active = true WHERE id = ${people}`);
    expect(await left()).toEqual([]);
    await database.query(`UPDATE position SET valid_to = current_date - 1 WHERE person_id = ${people}`);
    expect(await left()).toEqual([day(100)]);
    await database.query(`UPDATE position SET valid_to = NULL WHERE person_id = ${people}`);
  });

  it.each<[string, number]>([
    ['later', 111],
    ['earlier', 91],
  ])('begins nothing anew where the last day was corrected to one that is %s', async (_, ends) => {
    await lease('store-xuhui', 'X', [-1_000, 100]);
    for (const status of ['draft', 'running', 'returned', 'blocked', 'approved']) {
      await database.query('DELETE FROM request');
      await database.query('UPDATE lease SET expires_on = $1', [day(100)]);
      await request('lease-renewal', status, { ...(await renewal('store-xuhui', 100)), newTerm: { from: day(101), to: day(900) } });
      await database.query('UPDATE lease SET expires_on = $1', [day(ends)]);
      expect([status, await left()]).toEqual([status, []]);
    }
    // Extended by hand instead, to the day that was agreed on; or it was to be left and is not.
    await database.query('UPDATE lease SET expires_on = $1', [day(150)]);
    for (const form of [{ newTerm: { from: day(-1_000), to: day(150) } }, { proposal: 'exit' }]) {
      await database.query('UPDATE request SET form = form || $1', [JSON.stringify(form)]);
      expect(await left()).toEqual([day(150)]);
    }
    await database.query('UPDATE lease SET expires_on = $1', [day(ends)]);
    // Its next term is in the register: what it came from says nothing of the term after it.
    await lease('store-xuhui', 'X', [95, 170]);
    await database.query(`UPDATE lease SET request_id = (SELECT id FROM request) WHERE starts_on = $1`, [day(95)]);
    expect(await left()).toEqual([day(170)]);
  });

  it('keeps the leases of one store apart', async () => {
    await lease('store-xuhui', 'P1', [-1_000, 100], 'P1');
    await lease('store-xuhui', 'P2', [-1_000, 120], 'P2');
    await lease('store-xuhui', 'P3', [-1_000, 120], 'P3');
    await request('mall-exit', 'approved', { store: await unit('store-xuhui'), mall: 'P1', exitOn: day(90) });
    expect(await left()).toEqual([day(120), day(120)]);
    await request('lease-renewal', 'running', { ...(await renewal('store-xuhui', 120)), mall: 'P2' });
    expect(await left()).toEqual([day(120)]);
    await request('lease-renewal', 'running', { ...(await renewal('store-xuhui', 119)), mall: 'P3' });
    expect(await left()).toEqual([]);
  });
});
