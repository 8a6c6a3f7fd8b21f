import { randomUUID } from 'node:crypto';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import { Desks } from '../tasks/desks.fixture';

interface Unit {
  id: string;
  key: string;
  kind: string;
}

describe('units', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('are read one by one, by whoever is of the company', async () => {
    const { body: page } = await (await api.as('li-na')).get<{ items: Unit[] }>('/units?kind=store&limit=1');
    const [store] = page.items;
    expect(store?.kind).toBe('store');
    expect((await (await api.as('lu-ning')).get<Unit>(`/units/${store?.id}`)).body).toEqual(store);
    const none = await (await api.as('li-na')).get(`/units/${randomUUID()}`);
    expect([none.status, none.body['code']]).toEqual([404, 'not-found']);
    expect((await api.stranger.get(`/units/${store?.id}`)).status).toBe(401);
  });
});

describe('people', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const idOf = async (key: string): Promise<string> => {
    const [row] = await api.database.query<{ id: string }[]>('SELECT id FROM person WHERE key = $1', [key]);
    return row!.id;
  };
  interface Page {
    items: { id: string; unit: { zh: string } | null }[];
    nextCursor: string | null;
  }

  it('are listed by unit, those below it included, page by page', async () => {
    const reader = await api.as('jiang-ming');
    const [area] = await api.database.query<{ id: string }[]>(`SELECT id FROM unit WHERE kind = 'region' ORDER BY key LIMIT 1`);
    const expected = await api.database.query<{ id: string }[]>(
      `SELECT p.id FROM person p WHERE EXISTS (SELECT 1 FROM position o JOIN unit u ON u.id = o.unit_id WHERE o.person_id = p.id AND u.path @> ARRAY[$1::uuid]) ORDER BY p.key`,
      [area!.id],
    );
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await reader.get<Page>(`/people?unit=${area!.id}&limit=3${cursor}`);
      found.push(...body.items.map(({ id }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(found.length).toBeGreaterThan(3);
    expect(found).toEqual(expected.map(({ id }) => id));
    expect((await reader.get<Page>('/people?limit=200')).body.items.length).toBeGreaterThan(found.length);
    expect((await reader.send('GET', '/people?unit=x')).status).toBe(422);
  });

  it('who stand in for each other today are told to themselves and to those who track or keep people, to nobody else', async () => {
    const [zhang, sun] = [await idOf('zhang-wei'), await idOf('sun-qian')];
    const absence = randomUUID();
    await api.database.query(
      `INSERT INTO absence (id, company_id, person_id, stand_in_id, from_at, to_at, reason, state, entered_by)
         SELECT $1, company_id, id, $3, now() - interval '1 day', now() + interval '1 day', 'leave', 'running', id FROM person WHERE id = $2`,
      [absence, zhang, sun],
    );
    await api.database.query(
      `INSERT INTO away (absence_id, company_id, person_id, stand_in_id, until) SELECT id, company_id, person_id, stand_in_id, to_at FROM absence WHERE id = $1`,
      [absence],
    );
    const told = async (who: string, of: string): Promise<unknown[]> => {
      const { body } = await (
        await api.as(who)
      ).get<Record<'standIns' | 'standsInFor', { person: { id: string } }[] | null>>(`/people/${of}`);
      return [body.standIns?.map(({ person }) => person.id) ?? null, body.standsInFor?.map(({ person }) => person.id) ?? null];
    };
    expect(await told('jiang-ming', zhang)).toEqual([[sun], []]);
    expect(await told('lu-ning', sun)).toEqual([[], [zhang]]);
    expect(await told('zhang-wei', zhang)).toEqual([[sun], []]);
    expect(await told('li-na', zhang)).toEqual([null, null]);
    const desks = async (who: string): Promise<string[]> => (await (await api.as(who)).get<{ desks: string[] }>('/me')).body.desks;
    expect([(await desks('jiang-ming')).includes('people'), (await desks('li-na')).includes('people')]).toEqual([true, false]);
  });

  interface Vacancies {
    items: {
      id: string;
      title: { zh: string };
      substitute: { name: { zh: string } } | null;
      substituteUntil: string | null;
      next: { name: { zh: string } } | null;
      nextFrom: string | null;
      processes: number;
      waits: { stuck: number; acted: number } | null;
    }[];
    nextCursor: string | null;
    vacant: number;
    substituted: number;
  }
  const vacancies = async (who: string, query = ''): Promise<Vacancies> =>
    (await (await api.as(who)).get<Vacancies>(`/vacancies?limit=200${query}`)).body;

  it('whom posts lack: who takes their place, who is to come, and which requests stop or are with somebody else for it', async () => {
    const { database } = api;
    const desks = new Desks(database);
    const before = await vacancies('lu-ning');
    expect([before.vacant, before.substituted, before.items.length]).toEqual([before.items.length, 0, before.items.length]);
    const [post] = await database
      .query<{ id: string; unit_id: string }[]>(
        `UPDATE position SET person_id = NULL, substitute_id = (SELECT id FROM person WHERE key = 'sun-qian'), substitute_to = '2100-01-01'
         WHERE key = 'area-manager.xuhui' RETURNING id, unit_id`,
      )
      .then(([rows]) => rows as unknown as { id: string; unit_id: string }[]);
    await database.query(`UPDATE position SET valid_from = '2100-02-01' WHERE key = 'merch-specialist'`);
    const [acted, stuck] = [
      await desks.request({ tasks: [{ person: 'sun-qian' }] }),
      await desks.request({ status: 'blocked', tasks: [{ person: 'jiang-ming' }, { person: 'lu-ning' }] }),
    ];
    // One that waits for the same person for another reason.
    await desks.request({ tasks: [{ person: 'sun-qian' }] });
    const derived = (request: string, kind: string, candidate: object) =>
      database.query('UPDATE task SET kind = $2, derivation = $3 WHERE request_id = $1', [
        request,
        kind,
        JSON.stringify({ rules: [{ candidates: [{ positionId: post!.id, ...candidate }] }] }),
      ]);
    await derived(acted, 'approve', { substitutes: true, removed: null });
    await derived(stuck, 'unblock', { removed: { code: 'vacant', params: {} } });
    await database.query('SELECT write_standing(id, company_id) FROM request');

    const all = await vacancies('lu-ning');
    expect([all.vacant, all.substituted]).toEqual([before.vacant + 2, 1]);
    expect(all.items.find(({ id }) => id === post!.id)).toMatchObject({
      ...{ substitute: { name: { zh: '孙倩' } }, substituteUntil: '2100-01-01', next: null, waits: { stuck: 1, acted: 1 } },
      processes: expect.any(Number) as number,
    });
    expect(all.items.find(({ title }) => title.zh === '商品专员')).toMatchObject({
      ...{ substitute: null, next: { name: { zh: '方怡' } }, nextFrom: '2100-02-01', waits: { stuck: 0, acted: 0 } },
    });
    expect(all.items.find(({ title }) => title.zh === '店长')!.processes).toBeGreaterThan(0);
    // Whoever keeps nothing reads who is where, and no more; whoever tracks some departments counts those.
    expect((await vacancies('li-na')).items.map(({ waits }) => waits)).toEqual(all.items.map(() => null));
    expect((await vacancies('jiang-ming')).items.find(({ id }) => id === post!.id)?.waits).toEqual({ stuck: 1, acted: 1 });
    expect((await vacancies('sun-qian')).items.find(({ id }) => id === post!.id)?.waits).toEqual({ stuck: 0, acted: 0 });

    expect((await vacancies('lu-ning', `&unit=${post!.unit_id}`)).items.map(({ id }) => id)).toEqual([post!.id]);
    expect((await vacancies('lu-ning', `&q=${encodeURIComponent('商品专')}`)).vacant).toBe(1);
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await (await api.as('lu-ning')).get<Vacancies>(`/vacancies?limit=2${cursor}`);
      found.push(...body.items.map(({ id }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(found).toEqual(all.items.map(({ id }) => id));
  });
});
