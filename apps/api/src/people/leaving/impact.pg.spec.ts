import { randomUUID } from 'node:crypto';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import { Desks } from '../../tasks/desks.fixture';
import type { ImpactView } from './impact.view';

describe('what somebody would leave behind', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const idOf = async (key: string): Promise<string> => {
    const [row] = await api.database.query<{ id: string }[]>('SELECT id FROM person WHERE key = $1', [key]);
    return row?.id ?? '';
  };

  it('is told to whoever keeps the directory: tasks, requests, posts and the processes that ask for them', async () => {
    await new Desks(api.database).request({ daysAgo: 3, tasks: [{ person: 'zhang-wei' }] });
    const keeper = await api.as('lu-ning');
    const { body } = await keeper.get<ImpactView>(`/people/${await idOf('zhang-wei')}/impact`);
    expect(body).toMatchObject({ tasks: 1, processes: [], standsInFor: [] });
    expect(body.posts.length).toBeGreaterThan(0);
    expect(body.posts.some(({ processes }) => processes > 0)).toBe(true);
  });

  it('is nobody else’s to read, and is nothing of a stranger', async () => {
    const id = await idOf('zhang-wei');
    expect((await (await api.as('li-na')).get(`/people/${id}/impact`)).status).toBe(403);
    expect((await api.stranger.get(`/people/${id}/impact`)).status).toBe(401);
    expect((await (await api.as('lu-ning')).get(`/people/${randomUUID()}/impact`)).status).toBe(404);
  });
});
