import { REGISTER_ROWS } from '@countersign/database';
import type { ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { day, HEAD, line, RegisterUnderTest } from './leases.fixture';
import { LEASE_COUNTS, leasePage } from './lease-statements';
import type { LeaseCounts, LeaseView } from './dto/lease.view';

describe('the register of leases', () => {
  let api: ApiUnderTest;
  let keeper: Caller;
  let zhang: Caller;
  let register: RegisterUnderTest;
  beforeAll(async () => {
    register = await RegisterUnderTest.start();
    ({ api, keeper, tracker: zhang } = register);
    ({ take, taken, page, numbers, idOf, lease, unit, request, follow } = register);
  });
  afterAll(() => api.stop());
  beforeEach(() => register.empty());
  let { take, taken, page, numbers, idOf, lease, unit, request, follow } = {} as RegisterUnderTest;

  it('is closed to whoever neither keeps it nor tracks requests', async () => {
    const nobody = await api.as('wu-di');
    for (const path of ['/leases', '/leases/counts', `/leases/${await unit('store-xuhui')}`]) {
      const { status, body } = await nobody.send('GET', path);
      expect([path, status, body['code']]).toEqual([path, 403, 'right-missing']);
    }
    expect((await take([line('徐汇店', 'A', 100)], '', zhang)).status).toBe(403);
    expect((await nobody.get<{ desks: string[] }>('/me')).body.desks).not.toContain('stores');
    for (const caller of [keeper, zhang]) expect((await caller.get<{ desks: string[] }>('/me')).body.desks).toContain('stores');
  });

  it('takes a table all or nothing, twice the same as once, and notes who did', async () => {
    const bad = await take([line('徐汇店', 'A', 100), line('没有的店', 'B', 100), line('静安店', 'C', 100, 'x')]);
    expect(bad).toMatchObject({
      status: 422,
      body: {
        code: 'leases-invalid',
        errors: [
          { field: 'lines.3', code: 'unknown-store' },
          { field: 'lines.4', code: 'not-an-amount' },
        ],
      },
    });
    expect(await numbers()).toEqual([]);
    expect(await take([line('徐汇店', 'A', 100)], '?trial=true')).toMatchObject({ body: { created: 1 } });
    expect(await numbers()).toEqual([]);
    await taken(line('徐汇店', 'A', 100), line('静安店', 'C', 20));
    expect(await numbers()).toEqual(['C', 'A']);
    expect((await take([line('徐汇店', 'A', 100), line('静安店', 'C', 20, '34000')])).body).toEqual({
      created: 0,
      updated: 1,
      unchanged: 1,
    });
    const changes = await (
      await api.as('jiang-ming')
    ).get<{ items: { kind: string; first: { members: { label: { en: string } }[] } }[] }>('/changes');
    expect(changes.body.items[0]).toMatchObject({ kind: 'leases-imported', first: { members: [{ label: { en: 'Monthly rent' } }] } });
    for (const body of [{}, { csv: '' }, { csv: 7 }, { csv: 'x'.repeat(500_001) }])
      expect((await keeper.send('POST', '/leases/import', body)).status).toBe(422);
    const long = await keeper.send('POST', '/leases/import', { csv: `${HEAD}${'\n'.repeat(200_000)}` });
    expect(long).toMatchObject({ status: 422, body: { errors: [{ field: 'lines.1', code: 'too-many-rows' }] } });
    const wide = await keeper.send('POST', '/leases/import', { csv: `${HEAD}\n${`${','.repeat(15_000)}\n`.repeat(30)}` });
    expect(wide).toMatchObject({ status: 422, body: { errors: [{ field: 'lines.2', code: 'too-many-columns' }] } });
    for (const csv of ['"', '\u0001', ',,,', '{}', HEAD])
      expect([csv, (await keeper.send('POST', '/leases/import', { csv })).status]).toEqual([csv, 422]);
  });

  it.each<[number, string, object]>([
    [0, '静安店', { unit: { zh: '静安店' } }],
    [2, '港汇 L2', { place: '港汇 L2' }],
    [4, day(90), { expiresOn: day(90) }],
    [5, '35000', { rent: { amount: '35000.00' } }],
    [6, '', { commission: null }],
    [7, '', { deposit: null }],
  ])('corrects each column of a term, once: %i', async (column, value, shows) => {
    const row = line('徐汇店', 'A', 100);
    const corrected = row.split(',').map((cell, at) => (at === column ? value : cell));
    await taken(row);
    const counts = async () => (await take([corrected.join(',')])).body;
    expect(await counts()).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect((await page()).items).toMatchObject([{ number: 'A', ...shows }]);
    expect(await counts()).toEqual({ created: 0, updated: 0, unchanged: 1 });
  });

  it('begins anew for the store to which a lease was corrected', async () => {
    await taken(line('徐汇店', 'A', 100));
    const first = await keeper.send<{ id: string }>('POST', `/leases/${await idOf('A')}/renewal`);
    await take([line('静安店', 'A', 100)]);
    const second = await keeper.send<{ id: string }>('POST', `/leases/${await idOf('A')}/renewal`);
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('says the same of a lease whatever is looked for', async () => {
    const at = (place: string, number: string): string => line('徐汇店', number, 100).replace('正大广场 B1-207', place);
    await taken(at('P1', 'A1'), at('P2', 'A2'), line('静安店', 'J', 100));
    await request('mall-exit', { store: await unit('store-xuhui'), mall: 'P1', exitOn: day(50) });
    await request('lease-renewal', { store: await unit('store-xuhui'), mall: 'P2', expiresOn: day(100) });
    const states = async (query: string) => (await page(query)).items.map(({ number, state }) => `${number} ${state}`).sort();
    expect(await states('')).toEqual(['A1 leaving', 'A2 renewing', 'J idle']);
    for (const q of ['P1', 'A1']) expect([q, await states(`q=${q}`)]).toEqual([q, ['A1 leaving']]);
    for (const q of ['P2', 'A2']) expect([q, await states(`q=${q}`)]).toEqual([q, ['A2 renewing']]);
    await api.database.query(`UPDATE request SET status = 'approved', finished_at = now() WHERE definition_key = 'mall-exit'`);
    await api.database.query(`DELETE FROM standing WHERE definition_key = 'mall-exit'`);
    expect([await states('q=P2'), await states('q=P1'), await states('view=ended')]).toEqual([['A2 renewing'], [], ['A1 ended']]);
  });

  it('goes on past the draft of somebody who may not begin a renewal', async () => {
    await taken(line('徐汇店', 'X', 100));
    const form = { store: await unit('store-xuhui'), expiresOn: day(100) };
    const drafted = await zhang.send<{ id: string }>('POST', '/requests', { definition: 'lease-renewal', form });
    expect(drafted.status).toBe(201);
    // As of somebody who might begin one when they wrote it.
    await api.database.query(`UPDATE request SET requester_id = (SELECT id FROM person WHERE key = 'wu-di') WHERE id = $1`, [
      drafted.body.id,
    ]);
    expect(await lease('X')).toMatchObject({ state: 'idle', closed: null });
    const begun = await zhang.send<{ id: string }>('POST', `/leases/${await idOf('X')}/renewal`);
    expect([begun.status, (await lease('X', zhang)).state]).toEqual([201, 'begun']);
    await api.database.query(`UPDATE person SET active = false WHERE key = 'zhang-wei'`);
    await api.database.query(`UPDATE lease SET renewal_at = now() - interval '2 minutes'`);
    const again = await keeper.send<{ id: string }>('POST', `/leases/${await idOf('X')}/renewal`);
    await api.database.query(`UPDATE person SET active = true WHERE key = 'zhang-wei'`);
    zhang = await api.as('zhang-wei');
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(begun.body.id);
  });

  it('stays with its renewal when its last day is corrected', async () => {
    await taken(line('徐汇店', 'X', 100));
    const form = { store: await unit('store-xuhui'), mall: '正大广场 B1-207', expiresOn: day(100) };
    const id = await request('lease-renewal', form);
    const corrected = (ends: number) => `徐汇店,X,正大广场 B1-207,${day(100 - 1_095)},${day(ends)},33600,18.0,100800`;
    for (const ends of [111, 91]) {
      await take([corrected(ends)]);
      expect(await lease('X')).toMatchObject({ state: 'renewing', request: { id }, expiresOn: day(ends) });
    }
    const agreed = { ...form, proposal: 'renew', signedOn: day(0), newTerm: { from: day(92), to: day(999) } };
    await api.database.query(`UPDATE request SET form = $1, status = 'approved', finished_at = now()`, [
      JSON.stringify({ ...agreed, newRent: { minor: '3500000', currency: 'CNY' } }),
    ]);
    await api.database.query('DELETE FROM standing');
    await follow();
    expect((await page()).items).toMatchObject([{ number: 'X', expiresOn: day(999), state: 'renewed' }]);
  });

  it.each([60, 40, -900])('takes in a new term that begins before the other has run out, by day %i', async (from) => {
    await taken(line('徐汇店', 'X', 60));
    const form = {
      ...{ store: await unit('store-xuhui'), mall: '正大广场 B1-207', expiresOn: day(60), proposal: 'renew', signedOn: day(0) },
      ...{ newTerm: { from: day(from), to: day(1_100) }, newRent: { minor: '3500000', currency: 'CNY' } },
    };
    await request('lease-renewal', form, { status: 'approved' });
    await Promise.all([follow(), follow(), follow()]);
    const renewed = await lease('X');
    expect(renewed.terms.map(({ startsOn, expiresOn }) => [startsOn, expiresOn])).toEqual([
      [day(60 - 1_095), day(from - 1)],
      [day(from), day(1_100)],
    ]);
    expect(renewed).toMatchObject({ state: 'renewed', rent: { amount: '35000.00' } });
    await api.database.query(`UPDATE request SET status = 'revoked'`);
    await follow();
    expect((await lease('X')).terms.map(({ expiresOn }) => expiresOn)).toEqual([day(60)]);
  });

  it.each<[string, object]>([
    ['begins with the term before', { newTerm: { from: day(60 - 1_095), to: day(1_100) } }],
    ['begins before it', { newTerm: { from: day(-1_095), to: day(1_100) } }],
    ['ends with it', { newTerm: { from: day(0), to: day(60) } }],
    ['is paid in another currency', { newRent: { minor: '3500000', currency: 'USD' } }],
  ])('says so where what was agreed on cannot be taken in: it %s', async (_, change) => {
    await taken(line('徐汇店', 'X', 60));
    const form = {
      ...{ store: await unit('store-xuhui'), mall: '正大广场 B1-207', expiresOn: day(60), proposal: 'renew', signedOn: day(0) },
      ...{ newTerm: { from: day(61), to: day(1_100) }, newRent: { minor: '3500000', currency: 'CNY' }, ...change },
    };
    await request('lease-renewal', form, { status: 'approved' });
    expect((await lease('X')).closed?.text.zh).toContain('正在记入登记');
    await follow();
    const told = await lease('X');
    expect(told.terms.map(({ expiresOn }) => expiresOn)).toEqual([day(60)]);
    expect([told.closed?.text.zh, told.closed?.text.en]).toEqual([expect.stringContaining('请导入'), expect.stringContaining('Import')]);
    expect((await keeper.send('POST', `/leases/${told.id}/renewal`)).body['code']).toBe('lease-closed');
  });

  it('pages by the last day, and narrows by what presses, by words and by unit', async () => {
    const ends = [-3, 10, 10, 179, 180, 181, 400];
    await taken(...ends.map((days, at) => line(at % 2 === 0 ? '徐汇店' : '静安店', `N${at}`, days).replace('B1-207', `B1-${at}`)));
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { items, nextCursor } = await page(`limit=2${cursor}`);
      found.push(...items.map(({ number }) => number));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect([...found].sort()).toEqual(ends.map((_, at) => `N${at}`));
    expect((await page()).items.map(({ daysLeft }) => daysLeft)).toEqual(ends);
    expect(await numbers('view=soon')).toHaveLength(5);
    expect(await numbers('view=late')).toHaveLength(5);
    expect(await numbers(`unit=${await unit('area-xuhui')}`)).toEqual(['N0', 'N2', 'N4', 'N6']);
    expect(await numbers('q=静安')).toEqual(['N1', 'N3', 'N5']);
    expect(await numbers('q=%25')).toEqual([]);
    for (const wrong of ['view=x', 'unit=x', 'limit=0', 'cursor=x'])
      expect([wrong, (await keeper.send('GET', `/leases?${wrong}`)).status]).not.toEqual([wrong, 200]);
    const { body } = await keeper.get<LeaseCounts>('/leases/counts');
    expect(body).toEqual({
      all: 7,
      soon: 5,
      running: 0,
      late: 5,
      ended: 0,
      out: 0,
      rent: { amount: '235200.00', currency: 'CNY' },
      manages: true,
    });
  });

  it('ends where the posts of somebody end who only tracks', async () => {
    await taken(line('徐汇店', 'X', 100), line('静安店', 'J', 100));
    expect(await numbers('', zhang)).toEqual(['X']);
    expect((await zhang.get<LeaseCounts>('/leases/counts')).body).toMatchObject({ all: 1, manages: false });
    expect((await zhang.send('GET', `/leases/${await idOf('J')}`)).status).toBe(404);
    expect((await zhang.send('POST', `/leases/${await idOf('J')}/renewal`)).status).toBe(404);
  });

  it('tells the renewal or exit that is in progress, and what comes next by which day', async () => {
    await taken(line('徐汇店', 'X', 89), line('静安店', 'J', 300), line('虹口店', 'H', 30));
    expect(await lease('J')).toMatchObject({ state: 'idle', late: false, next: 'remind', nextOn: day(120), request: null });
    expect(await lease('X')).toMatchObject({ state: 'idle', late: true });
    const id = await request('lease-renewal', { store: await unit('store-xuhui'), mall: '正大广场 B1-207', expiresOn: day(89) });
    await request('mall-exit', { store: await unit('store-hongkou'), mall: '正大广场 B1-207', exitOn: day(30) });
    const renewing = await lease('X');
    expect(renewing).toMatchObject({
      state: 'renewing',
      late: false,
      next: 'signing',
      nextOn: day(29),
      request: { id, waitingFor: [{ name: { zh: '何芳' } }] },
    });
    expect(renewing.milestones.map((milestone) => milestone.state).slice(0, 2)).toEqual(['done', 'late']);
    expect(await lease('H')).toMatchObject({ state: 'leaving', late: false, next: 'exit' });
    expect(await numbers('view=running')).toEqual(['H', 'X']);
    await api.database.query(`UPDATE request SET status = 'approved', finished_at = now() WHERE definition_key = 'mall-exit'`);
    await api.database.query(`DELETE FROM standing WHERE definition_key = 'mall-exit'`);
    expect(await numbers('view=ended')).toEqual(['H']);
    expect(await numbers()).toEqual(['X', 'J']);
  });

  it('counts a store as leaving from the decision on, before its exit is begun', async () => {
    await taken(line('徐汇店', 'X', 100));
    await request('lease-renewal', { store: await unit('store-xuhui'), expiresOn: day(100), proposal: 'exit' }, { status: 'approved' });
    expect(await lease('X')).toMatchObject({ state: 'leaving', late: false, closed: { text: { zh: '这家门店正在撤场。' } } });
    expect(await numbers('view=running')).toEqual(['X']);
  });

  it('counts a store as leaving where a renewal that was not agreed on has led to an exit', async () => {
    await taken(line('徐汇店', 'X', 100));
    const refused = { store: await unit('store-xuhui'), mall: '正大广场 B1-207', expiresOn: day(100), proposal: 'renew' };
    const id = await request('lease-renewal', { ...refused, newTerm: { from: day(101), to: day(900) } }, { status: 'approved' });
    await api.database.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, row_title, parent_id)
        SELECT gen_random_uuid(), r.company_id, d.id, r.requester_id, '{}', '{}', r.row_title, r.id FROM request r JOIN definition d ON d.company_id = r.company_id
        WHERE r.id = $1 AND d.key = 'mall-exit' AND d.status = 'published'`,
      [id],
    );
    await follow();
    expect(await lease('X')).toMatchObject({ state: 'leaving', late: false, expiresOn: day(100) });
    expect(await numbers('view=running')).toEqual(['X']);
  });

  it('begins a renewal once for each term: the same draft again, another’s never beside it', async () => {
    await taken(line('徐汇店', 'X', 100));
    const at = `/leases/${await idOf('X')}/renewal`;
    const presses = await Promise.all(Array.from({ length: 6 }, () => keeper.send<{ id: string }>('POST', at)));
    const made = new Set(presses.flatMap(({ status, body }) => (status === 201 ? [body.id] : [])));
    expect(made.size).toBe(1);
    const [id = ''] = made;
    const { body: draft } = await keeper.get<{ form: { values: Record<string, unknown> } }>(`/requests/${id}`);
    const value = (key: string): unknown => draft.form.values[key];
    expect([value('store'), value('expiresOn'), value('rent'), value('commission')]).toEqual([
      await unit('store-xuhui'),
      day(100),
      { amount: '33600.00', currency: 'CNY' },
      18,
    ]);
    expect(await lease('X')).toMatchObject({ state: 'begun', closed: null });
    expect((await keeper.send('POST', at)).body).toEqual({ id });
    expect(await zhang.send('POST', at)).toMatchObject({ status: 409, body: { code: 'lease-closed' } });
    expect((await lease('X', zhang)).closed?.text.zh).toBe('何芳已起草续签，还没有提交。');
    await keeper.send('DELETE', `/requests/${id}`);
    await api.database.query(`UPDATE lease SET renewal_at = now() - interval '2 minutes'`);
    expect((await zhang.send('POST', at)).status).toBe(201);
  });

  it('keeps its address when its next term comes: the same lease, by its newest term', async () => {
    await taken(line('徐汇店', 'A', 100));
    const before = await idOf('A');
    await taken(line('徐汇店', 'A', 1_196));
    const { status, body } = await keeper.get<LeaseView>(`/leases/${before}`);
    expect([status, body.number, body.expiresOn, body.terms.length]).toEqual([200, 'A', day(1_196), 2]);
    const renewal = await keeper.send<{ id: string }>('POST', `/leases/${before}/renewal`);
    expect([renewal.status, (await keeper.send<{ id: string }>('POST', `/leases/${body.id}/renewal`)).body.id]).toEqual([
      201,
      renewal.body.id,
    ]);
    expect((await keeper.send<LeaseView>('POST', `/leases/${before}/take-out`, { why: '重复' })).body.state).toBe('out');
    expect((await keeper.send<LeaseView>('POST', `/leases/${before}/put-back`)).body).toMatchObject({ id: body.id, state: 'begun' });
  });

  it('says who may not begin it, and why', async () => {
    await taken(line('徐汇店', 'X', 100));
    const sun = await api.as('sun-qian');
    expect((await lease('X', sun)).closed?.text.en).toBeTruthy();
    expect((await sun.send('POST', `/leases/${await idOf('X')}/renewal`)).body['code']).toBe('lease-closed');
    await request('lease-renewal', { store: await unit('store-xuhui'), expiresOn: day(100) });
    expect(await lease('X')).toMatchObject({ closed: { text: { zh: '续签已经在进行。' } } });
  });

  it('takes in what a renewal has agreed on, once, and lets go of it when that is revoked', async () => {
    await taken(line('徐汇店', 'X', 60));
    const money = (minor: string) => ({ minor, currency: 'CNY' });
    const form = {
      ...{ store: await unit('store-xuhui'), mall: '正大广场 B1-207', expiresOn: day(60), proposal: 'renew', signedOn: day(0) },
      ...{ newTerm: { from: day(61), to: day(1_100) }, newRent: money('3500000'), newCommission: 17.5 },
    };
    const id = await request('lease-renewal', form, { status: 'approved' });
    await Promise.all([follow(), follow(), follow()]);
    const renewed = await lease('X');
    expect(renewed).toMatchObject({
      expiresOn: day(1_100),
      rent: { amount: '35000.00' },
      commission: '17.5',
      deposit: null,
      state: 'renewed',
    });
    expect(renewed.terms.map(({ expiresOn }) => expiresOn)).toEqual([day(60), day(1_100)]);
    await request('lease-renewal', { ...form, expiresOn: day(5), proposal: 'exit' }, { status: 'approved' });
    await request('lease-renewal', { ...form, newTerm: { from: 'x', to: 'y' } }, { status: 'approved' });
    await follow();
    expect(await numbers()).toEqual(['X']);
    await api.database.query(`UPDATE request SET status = 'revoked' WHERE id = $1`, [id]);
    await follow();
    expect(await lease('X')).toMatchObject({ expiresOn: day(60), state: 'idle' });
  });

  it('goes out as a table that comes in again', async () => {
    await taken(line('徐汇店', 'X', 60), line('静安店', 'J', 300), line('虹口店', '-H', 300).replace('正大广场 B1-207', '-1F 032'));
    const response = await fetch(`${api.url}/api/v1/exports`, {
      method: 'POST',
      headers: { ...keeper.headersForFetch(), 'Content-Type': 'application/json' },
      body: JSON.stringify({ list: 'leases', format: 'csv' }),
    });
    const csv = await response.text();
    expect(csv).toContain('Expires');
    expect((await keeper.send('POST', '/leases/import', { csv })).body).toEqual({ created: 0, updated: 0, unchanged: 3 });
  });

  /** Each lease beside each request would be 64 million looks. */
  it('is read at once where eight thousand stores have renewed or left', async () => {
    const many = `generate_series(1, 8000) AS g(at)`;
    const id = (what: string): string => `md5('${what} ' || g.at)::uuid`;
    const company = `(SELECT id FROM company LIMIT 1)`;
    await api.database.query(
      `INSERT INTO unit (id, company_id, key, name, kind, path) SELECT ${id('unit')}, ${company}, 'many-' || g.at, '{"zh": "店", "en": "Shop"}', 'store', ARRAY[${id('unit')}] FROM ${many}`,
    );
    await api.database.query(
      `INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, currency)
       SELECT ${id('lease')}, ${company}, ${id('unit')}, 'N' || g.at, 'P' || g.at, current_date - 1000, current_date + g.at % 400, 100, 'CNY' FROM ${many}`,
    );
    const kinds = `CASE g.at % 4 WHEN 0 THEN 'mall-exit' ELSE 'lease-renewal' END`;
    await api.database.query(
      `INSERT INTO request (id, company_id, definition_id, definition_key, requester_id, status, n, form, listed_at, submitted_at, finished_at)
       SELECT ${id('request')}, d.company_id, d.id, d.key, (SELECT id FROM person WHERE key = 'he-fang'), CASE g.at % 4 WHEN 2 THEN 'running' ELSE 'approved' END, 1,
         jsonb_build_object('store', ${id('unit')}, 'mall', 'P' || g.at, 'proposal', CASE g.at % 4 WHEN 1 THEN 'exit' ELSE 'renew' END, 'expiresOn', current_date + g.at % 400, 'exitOn', current_date + 10),
         now(), now(), CASE g.at % 4 WHEN 2 THEN NULL ELSE now() END
       FROM ${many} JOIN definition d ON d.key = ${kinds} AND d.status = 'published'`,
    );
    await api.database.query(
      `INSERT INTO standing (request_id, company_id, step, kind, definition_id, definition_key, unit_id, since, due, foremost)
       SELECT r.id, r.company_id, 'x', 'people', r.definition_id, r.definition_key, NULL, now(), 'infinity', true FROM request r WHERE r.status = 'running'`,
    );
    await api.database.query('ANALYZE unit, lease, request, standing');
    const area = [await unit('many-1'), await unit('many-2'), await unit('many-4')];
    await api.database.transaction(async (manager) => {
      await manager.query(`SET LOCAL statement_timeout = '5s'`);
      const [{ id: companyId } = { id: '' }] = await manager.query<{ id: string }[]>('SELECT id FROM company LIMIT 1');
      const [counts] = await manager.query<LeaseCounts[]>(LEASE_COUNTS, [companyId, null, null, '%%']);
      expect(counts).toMatchObject({ all: 6_000, ended: 2_000 });
      expect(await manager.query<LeaseCounts[]>(LEASE_COUNTS, [companyId, area, null, '%%'])).toMatchObject([
        { all: 2, running: 2, ended: 1 },
      ]);
      expect(await manager.query<unknown[]>(leasePage('all'), [companyId, null, null, '%%', null, null, 50])).toHaveLength(50);
      const due = await manager.query<{ unit: string }[]>(REGISTER_ROWS.lease ?? '', [companyId, day(0), day(180)]);
      expect(due).toHaveLength(0);
    });
  });
});
