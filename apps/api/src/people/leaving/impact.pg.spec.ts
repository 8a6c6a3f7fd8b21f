import { randomUUID } from 'node:crypto';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import { publish } from '../../../../../test/support/publish';
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

  it('names the processes in use that ask for them by name', async () => {
    const keeper = await api.as('lu-ning');
    const words = { zh: '点名', en: 'Asked by name' };
    const step = { kind: 'review', title: words };
    const process = {
      ...{ key: 'asked-by-name', version: 1, title: words, area: 'finance', numberPrefix: 'DM', start: { everyone: true } },
      ...{ sentence: words, rowTitle: words, form: { fields: [{ key: 'about', type: 'text', label: words }] } },
      flow: [{ ...step, id: 'seen', assignee: { by: 'person', person: 'zhang-wei' } }],
    };
    expect((await keeper.post('/definitions', process)).status).toBe(201);
    const named = async (person: string) => (await keeper.get<ImpactView>(`/people/${await idOf(person)}/impact`)).body.processes;
    expect(await named('zhang-wei')).toEqual([]);
    expect((await publish(keeper, process)).status).toBe(200);
    expect([await named('zhang-wei'), await named('li-na')]).toEqual([[{ key: 'asked-by-name', title: words }], []]);
  });

  it('is nobody else’s to read, and is nothing of a stranger', async () => {
    const id = await idOf('zhang-wei');
    expect((await (await api.as('li-na')).get(`/people/${id}/impact`)).status).toBe(403);
    expect((await api.stranger.get(`/people/${id}/impact`)).status).toBe(401);
    expect((await (await api.as('lu-ning')).get(`/people/${randomUUID()}/impact`)).status).toBe(404);
  });
});
