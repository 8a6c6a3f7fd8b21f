import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { MOST_STREAMS } from './stream.service';

describe('the stream', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  /** Reads on until the server ends it; true when it did within `ms`. */
  async function endsWithin(reader: ReadableStreamDefaultReader<Uint8Array>, ms: number): Promise<boolean> {
    const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), ms).unref());
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === 'late') return false;
      if (next.done) return true;
    }
  }
  const openedBy = async (person: Caller, leaving: AbortController) => {
    const reader = (await person.open('/stream', leaving.signal)).getReader();
    await reader.read();
    return reader;
  };

  const ENDS: [string, (person: Caller, admin: Caller) => Promise<unknown>][] = [
    ['signing out everywhere', (person) => person.post('/auth/logout-everywhere')],
    ['signing out', (person) => person.post('/auth/logout')],
    ['an account that is shut', (person) => api.database.query('UPDATE person SET active = false WHERE id = $1', [person.personId])],
    [
      'a reset by an administrator',
      async (person, admin) => {
        const { body } = await admin.post<{ url: string }>(`/people/${person.personId}/password-link`);
        await api.stranger.post(`/auth/links/${body.url.split('/').at(-1)}`, { password: 'a new long password' });
      },
    ],
  ];

  it.each(ENDS)('does not outlive %s', async (_, end) => {
    const [admin, person, other] = [await api.as('lu-ning'), await api.as('zhou-yan'), await api.as('li-na')];
    const leaving = new AbortController();
    const [theirs, others] = [await openedBy(person, leaving), await openedBy(other, leaving)];
    await end(person, admin);
    expect(await endsWithin(theirs, 5_000)).toBe(true);
    expect(await endsWithin(others, 300)).toBe(false);
    leaving.abort();
    await api.database.query('UPDATE person SET active = true WHERE id = $1', [person.personId]);
  });

  it('does not outlive the token that opened it', async () => {
    const owner = await api.as('li-na');
    const { body } = await owner.post<{ id: string; token: string }>('/tokens', { name: 'watcher' });
    const leaving = new AbortController();
    const reader = await openedBy(api.stranger.with({ Authorization: `Bearer ${body.token}` }), leaving);
    await owner.send('DELETE', `/tokens/${body.id}`);
    expect(await endsWithin(reader, 5_000)).toBe(true);
    leaving.abort();
  });

  it(`is open ${MOST_STREAMS} times for one person, and again when one of them is closed`, async () => {
    const [person, other] = [await api.as('li-na'), await api.as('sun-qian')];
    const leaving = Array.from({ length: MOST_STREAMS }, () => new AbortController());
    await Promise.all(leaving.map((each) => openedBy(person, each)));
    const { status, body } = await person.get('/stream');
    expect([status, body['code']]).toEqual([429, 'too-many-streams']);
    const otherLeaving = new AbortController();
    await openedBy(other, otherLeaving);
    otherLeaving.abort();
    leaving.pop()?.abort();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const again = new AbortController();
    await openedBy(person, again);
    for (const each of [...leaving, again]) each.abort();
  });

  it('is not asked for by HEAD', async () => {
    expect((await (await api.as('li-na')).send('HEAD', '/stream')).status).toBe(404);
  });
});
