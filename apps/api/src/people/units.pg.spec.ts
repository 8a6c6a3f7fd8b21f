import { randomUUID } from 'node:crypto';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';

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
});
