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
