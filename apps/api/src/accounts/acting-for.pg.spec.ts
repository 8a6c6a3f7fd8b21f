import { DEMO_DIRECTORY } from '@countersign/definitions';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';

describe('ways into somebody else’s account', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  let operator: Caller;
  const helper = (key: string, right: string) => ({ key, name: { zh: key, en: key }, login: key, rights: [right] });
  beforeAll(async () => {
    api = await startApi();
    [admin, operator] = [await api.as('lu-ning'), await api.as('jiang-ming')];
    const people = [helper('help-tokens', 'tokens.issue-others'), helper('help-links', 'accounts.reset')];
    await admin.post('/directory/import', { company: DEMO_DIRECTORY.company, people });
  });
  afterAll(() => api.stop());

  const token = (by: Caller, personId: string, scopes: string[]) => by.post('/tokens', { name: 'for them', personId, scopes });
  const beyond = (right: string) => ({ status: 403, code: 'rights-beyond-own', params: { right } });

  it('give nobody a right by a token that they do not hold themselves, whatever its scopes', async () => {
    const by = await api.as('help-tokens');
    for (const scopes of [['read'], ['act'], ['read', 'act', 'admin']]) {
      expect((await token(by, admin.personId, scopes)).body).toMatchObject(beyond('accounts.reset'));
      expect((await token(by, operator.personId, scopes)).status).toBe(403);
      expect((await token(by, (await api.as('li-na')).personId, scopes)).status).toBe(201);
    }
  });

  it('let nobody become an administrator by a link, and help everybody else', async () => {
    const by = await api.as('help-links');
    const link = async (key: string) => by.post(`/people/${(await api.as(key)).personId}/password-link`);
    expect((await link('lu-ning')).body).toMatchObject(beyond('directory.import'));
    expect((await link('help-tokens')).body).toMatchObject(beyond('tokens.issue-others'));
    await admin.post('/directory/import', {
      company: DEMO_DIRECTORY.company,
      people: DEMO_DIRECTORY.people.filter(({ key }) => key === 'li-na').map((each) => ({ ...each, login: 'li-na' })),
    });
    expect((await link('li-na')).status).toBe(201);
  });

  it('are told to whose account it is', async () => {
    const li = await api.as('li-na');
    const { body } = await li.get<{ items: { notice: string; title: { en: string } }[] }>('/notifications');
    const told = body.items.filter(({ notice }) => notice === 'link-issued');
    expect(told).toHaveLength(1);
    expect(told[0]?.title.en).toContain('help-links');
  });

  it('mark the session that begins with them, also after its password was changed, until its person signs in by themselves', async () => {
    const [by, li] = [await api.as('help-links'), await api.as('li-na')];
    const { body: link } = await by.post<{ url: string }>(`/people/${li.personId}/password-link`);
    const password = 'a long enough one 7';
    const spent = await api.stranger.post(`/auth/links/${link.url.split('/').at(-1)}`, { password });
    expect(spent.status).toBe(200);
    const begun = async (): Promise<unknown> =>
      (
        await api.database.query<{ link: unknown }[]>(
          'SELECT link FROM session WHERE person_id = $1 ORDER BY created_at DESC, expires_at DESC',
          [li.personId],
        )
      )[0]?.link;
    const expected = { id: expect.stringMatching(/^.{16}$/), name: '', issuedBy: by.personId, link: true };
    expect(await begun()).toEqual(expected);
    expect((await api.stranger.post('/auth/login', { login: 'li-na', password })).status).toBe(200);
    expect(await begun()).toBeNull();
  });

  it('are as many as a person may have, however many are asked for at once', async () => {
    const sun = await api.as('sun-qian');
    const answers = await Promise.all(Array.from({ length: 130 }, (_, at) => sun.post('/tokens', { name: `t${at}` })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(100);
  });
});
