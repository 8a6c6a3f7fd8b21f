import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';
import { Desks } from '../../tasks/desks.fixture';
import type { NameablePeople } from '../dto/nameable.view';

describe('who may be named on a request', () => {
  let api: ApiUnderTest;
  let zhang: Caller;
  let id: string;
  beforeAll(async () => {
    api = await startApi();
    zhang = await api.as('zhang-wei');
    id = await new Desks(api.database).request({ tasks: [{ person: 'zhang-wei' }] });
  });
  afterAll(() => api.stop());

  const asked = (caller: Caller, people: string[], command = 'copy') =>
    caller.post<NameablePeople>(`/requests/${id}/nameable`, { command, people });

  it('is told of each who was asked about, in their order, with the reason in both languages', async () => {
    const [li, wu] = [await api.as('li-na'), await api.as('wu-di')];
    const people = [wu.personId, li.personId, crypto.randomUUID()];
    const { status, body } = await asked(zhang, people);
    expect([status, body.items.map(({ person }) => person)]).toEqual([200, people]);
    // It waits on no step yet.
    for (const { reason } of body.items)
      expect(reason).toMatchObject({
        code: 'invalid-state',
        text: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/\w/) },
      });
  });

  it('is told to nobody who may not read the request', async () => {
    const stranger = await api.as('wu-di');
    expect((await asked(stranger, [zhang.personId])).status).toBe(403);
    expect((await stranger.post(`/requests/${crypto.randomUUID()}/nameable`, { command: 'copy', people: [] })).status).toBe(404);
  });

  it('is asked about operations that name somebody, and as many people as a list shows', async () => {
    expect((await asked(zhang, [zhang.personId], 'approve')).status).toBe(422);
    expect(
      (
        await asked(
          zhang,
          Array.from({ length: 51 }, () => crypto.randomUUID()),
        )
      ).status,
    ).toBe(422);
    expect((await asked(zhang, ['x'])).status).toBe(422);
  });
});
