import { SEED_DEFINITIONS } from '@countersign/definitions';
import { AccountsService } from './accounts.service';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Answer } from '../../../../test/support/caller';

const PASSWORD = 'correct horse battery';
type Link = { url: string };

const cookieOf = ({ headers }: Answer): string => headers.getSetCookie()[0] ?? '';

describe('signing in', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi({ env: { TRUSTED_PROXIES: 'loopback' } });
  });
  afterAll(() => api.stop());

  const from = (address: string) => api.stranger.with({ 'X-Forwarded-For': address });

  /** Gives somebody a password by a single-use link, as an administrator would. */
  async function setPassword(key: string, password: string): Promise<Answer> {
    const admin = await api.as('lu-ning');
    const { body: me } = await (await api.as(key)).get<{ person: { id: string } }>('/me');
    const { body } = await admin.post<Link>(`/people/${me.person.id}/password-link`);
    return api.stranger.post(`/auth/links/${body.url.split('/').at(-1) ?? ''}`, { password });
  }

  it('opens a session by password, in a cookie that scripts cannot read', async () => {
    await setPassword('li-na', PASSWORD);
    const answer = await api.stranger.post('/auth/login', { login: 'Li-Na', password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(cookieOf(answer)).toMatch(/^cs_session=[^;]{40,}; .*HttpOnly; SameSite=Lax/);
    expect(answer.body).toMatchObject({
      csrfToken: expect.any(String) as string,
      me: { person: { key: 'li-na' }, desks: ['inbox', 'start'], demo: true },
    });
  });

  it('keeps no password and no session token in the database', async () => {
    const answer = await setPassword('sun-qian', PASSWORD);
    const token = /cs_session=([^;]+)/.exec(cookieOf(answer))?.[1] ?? '';
    const [row] = await api.database.query<{ account: string; session: string }[]>(
      `SELECT (SELECT string_agg(password_hash, ',') FROM account WHERE password_hash IS NOT NULL) AS account, (SELECT string_agg(token_hash, ',') FROM session) AS session`,
    );
    expect(row?.account).toMatch(/^\$argon2id\$/);
    expect(row?.account).not.toContain(PASSWORD);
    expect(row?.session).not.toContain(token);
  });

  it('takes no password that is guessed first, by a link or by a change, and spends no link for it', async () => {
    const admin = await api.as('lu-ning');
    const { personId } = await api.as('zhao-yue');
    const { body } = await admin.post<Link>(`/people/${personId}/password-link`);
    const link = `/auth/links/${body.url.split('/').at(-1)}`;
    const [{ login } = { login: '' }] = await api.database.query<{ login: string }[]>('SELECT login FROM account WHERE person_id = $1', [
      personId,
    ]);
    const weak = { [`${login}-${login}`]: 'own-name', Password1234: 'common', [' '.repeat(12)]: 'blank', aaaaaaaaaaaa: 'repeated' };
    for (const [password, why] of Object.entries(weak))
      expect((await api.stranger.post(link, { password })).body).toMatchObject({ status: 422, code: 'weak-password', params: { why } });
    const signedIn = await api.stranger.post(link, { password: PASSWORD });
    expect(signedIn.status).toBe(200);
    const own = api.stranger.with({ Cookie: cookieOf(signedIn).split(';')[0] ?? '', 'X-CSRF-Token': String(signedIn.body['csrfToken']) });
    const change = await own.post('/auth/password', { current: PASSWORD, next: 'qwertyuiop12345' });
    expect(change.body).toMatchObject({
      code: 'weak-password',
      params: { why: 'common' },
    });
  });

  it('answers a wrong password, an unknown account and one without a password alike', async () => {
    const tries = ['li-na', 'nobody-here', 'tang-lei'].map((login) =>
      api.stranger.post('/auth/login', { login, password: 'wrong password' }),
    );
    for (const { status, body } of await Promise.all(tries)) expect([status, body['code']]).toEqual([401, 'wrong-password']);
  });

  it('slows down guessing, for known and unknown accounts alike', async () => {
    await setPassword('chen-jing', PASSWORD);
    for (const login of ['chen-jing', 'somebody-unknown']) {
      for (let attempt = 0; attempt < 5; attempt += 1) await api.stranger.post('/auth/login', { login, password: 'wrong password' });
      const { status, headers } = await api.stranger.post('/auth/login', { login, password: PASSWORD });
      expect([login, status, Number(headers.get('retry-after')) > 0]).toEqual([login, 429, true]);
    }
  });

  it('looks at five of fifty guesses that come at once', async () => {
    const guesses = Array.from({ length: 50 }, () =>
      from('10.1.0.1').post('/auth/login', { login: 'he-ping', password: 'wrong password' }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(45);
  });

  it('nobody locks somebody else out: whoever guesses waits, the person signs in', async () => {
    await setPassword('tang-lei', PASSWORD);
    for (let attempt = 0; attempt < 8; attempt += 1)
      await from(`10.2.0.${attempt % 2}`).post('/auth/login', { login: 'tang-lei', password: 'wrong password' });
    expect((await from('10.2.0.9').post('/auth/login', { login: ' Tang-Lei ', password: PASSWORD })).status).toBe(200);
  });

  it('slows down guesses at one name from very many networks, and lets its person in from where they sign in', async () => {
    for (const login of ['sun-qian', 'nobody-at-all']) {
      if (login === 'sun-qian') {
        await setPassword(login, PASSWORD);
        expect((await from('10.9.0.1').post('/auth/login', { login, password: PASSWORD })).status).toBe(200);
      }
      const guess = (network: number) => from(`10.3.${network}.1`).post('/auth/login', { login, password: 'wrong password' });
      const statuses: number[] = [];
      for (let network = 0; network < 60; network += 1) statuses.push((await guess(network)).status);
      // Her own first sign-in counted as well: it came from nowhere known.
      const looked = login === 'sun-qian' ? 49 : 50;
      expect([login, statuses.filter((status) => status === 401).length, statuses.at(-1)]).toEqual([login, looked, 429]);
    }
    expect((await from('10.9.0.1').post('/auth/login', { login: 'sun-qian', password: PASSWORD })).status).toBe(200);
    expect((await from('10.3.200.1').post('/auth/login', { login: 'sun-qian', password: PASSWORD })).status).toBe(429);
  });

  it('slows down guesses at very many names from one network, and nobody who is known there', async () => {
    const office = from('10.4.0.1');
    for (const login of ['zhou-yan', 'gao-yang']) await setPassword(login, PASSWORD);
    expect((await office.post('/auth/login', { login: 'zhou-yan', password: PASSWORD })).status).toBe(200);
    const statuses: number[] = [];
    for (let name = 0; name < 105; name += 1)
      statuses.push((await office.post('/auth/login', { login: `nobody-${name}`, password: 'wrong password' })).status);
    expect([statuses.filter((status) => status === 401).length, statuses.at(-1)]).toEqual([100, 429]);
    expect((await office.post('/auth/login', { login: 'zhou-yan', password: PASSWORD })).status).toBe(200);
    expect((await office.post('/auth/login', { login: 'gao-yang', password: PASSWORD })).status).toBe(429);
    expect((await from('10.4.0.2').post('/auth/login', { login: 'gao-yang', password: PASSWORD })).status).toBe(200);
  });

  it('counts one network of IPv6 as one', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      await from(`2001:db8:0:7::${attempt}`).post('/auth/login', { login: 'no-such-name', password: 'wrong password' });
    const [same, other] = await Promise.all(
      ['2001:db8:0:7:ffff::1', '2001:db8:0:8::1'].map((at) => from(at).post('/auth/login', { login: 'no-such-name', password: 'x' })),
    );
    expect([same?.status, other?.status]).toEqual([429, 401]);
  });

  it('spends a link once, and not by looking at it', async () => {
    const admin = await api.as('lu-ning');
    const { body: me } = await (await api.as('zhang-wei')).get<{ person: { id: string } }>('/me');
    const { body } = await admin.post<Link>(`/people/${me.person.id}/password-link`);
    expect(body.url).toMatch(/^http:\/\/countersign\.test\/link\//);
    const path = `/auth/links/${body.url.split('/').at(-1) ?? ''}`;
    for (let look = 0; look < 2; look += 1)
      expect((await api.stranger.get(path)).body).toMatchObject({ purpose: 'password', login: 'zhang-wei' });
    expect((await api.stranger.post(path, { password: PASSWORD })).status).toBe(200);
    expect((await api.stranger.post(path, { password: 'another password' })).status).toBe(410);
    expect((await api.stranger.get(path)).body).toMatchObject({ code: 'link-spent' });
  });

  it('issues no link for an account that has ended, and takes none of before until it begins again', async () => {
    const admin = await api.as('lu-ning');
    const { personId } = await api.as('zhang-wei');
    const issue = () => admin.post<Link & { code: string }>(`/people/${personId}/password-link`);
    const path = `/auth/links/${(await issue()).body.url.split('/').at(-1) ?? ''}`;
    await api.database.query('UPDATE person SET active = false WHERE id = $1', [personId]);
    try {
      expect([(await issue()).status, (await issue()).body.code]).toEqual([409, 'account-ended']);
      for (const answer of [await api.stranger.get(path), await api.stranger.post(path, { password: PASSWORD })])
        expect(answer.body).toMatchObject({ status: 410, code: 'link-spent' });
    } finally {
      await api.database.query('UPDATE person SET active = true WHERE id = $1', [personId]);
    }
  });

  it('slows down guessing at the password of whoever is signed in, and lets them change it again afterwards', async () => {
    const signedIn = await setPassword('wang-min', PASSWORD);
    const own = api.stranger.with({ Cookie: cookieOf(signedIn).split(';')[0] ?? '', 'X-CSRF-Token': String(signedIn.body['csrfToken']) });
    const change = (current: string) => own.post('/auth/password', { current, next: 'a better password' });
    const guesses = await Promise.all(Array.from({ length: 20 }, (_, at) => change(`guess number ${at}`)));
    expect(guesses.map(({ status }) => status).sort()).toEqual([...Array<number>(5).fill(401), ...Array<number>(15).fill(429)]);
    await api.database.query('UPDATE login_attempt SET locked_until = NULL');
    expect((await change(PASSWORD)).status).toBe(200);
  });

  it('ends the other sessions when the password changes', async () => {
    const [first, second] = [
      await setPassword('zhou-yan', PASSWORD),
      await api.stranger.post('/auth/login', { login: 'zhou-yan', password: PASSWORD }),
    ];
    const by = (answer: Answer) =>
      api.stranger.with({ Cookie: cookieOf(answer).split(';')[0] ?? '', 'X-CSRF-Token': String(answer.body['csrfToken']) });
    const changed = await by(second).post('/auth/password', { current: PASSWORD, next: 'a better password' });
    expect(changed.status).toBe(200);
    expect((await by(first).get('/me')).status).toBe(401);
    expect((await by(changed).get('/me')).status).toBe(200);
  });

  it('signs out everywhere', async () => {
    const [here, there] = [await api.as('tang-lei'), await api.as('tang-lei')];
    expect((await here.post('/auth/logout-everywhere')).status).toBe(204);
    expect((await there.get('/me')).status).toBe(401);
  });

  it('lets the first administrator in by a link that makes the account', async () => {
    const { url } = await api.app.get(AccountsService).issueLink({ purpose: 'first-admin', personId: null, companyId: null });
    const path = `/auth/links/${url.split('/').at(-1) ?? ''}`;
    const { status, body } = await api.stranger.post(path, { password: PASSWORD, login: 'root', name: '管理员' });
    expect(status).toBe(200);
    expect((body['me'] as { rights: string[] }).rights).toContain('directory.import');
  });

  it('offers the demo people in the order of the processes, and signs them in with one click', async () => {
    const { body } = await api.stranger.get<{ demo: boolean; people: { id: string; name: { zh: string } }[] }>('/auth/mode');
    expect(body.people.slice(0, 3).map(({ name }) => name.zh)).toEqual(['李娜', '张伟', '刘畅']);
    expect((await api.stranger.post('/auth/demo', { personId: body.people[0]?.id })).status).toBe(200);
  });

  it('has no one-click sign-in where the database carries no demo mark', async () => {
    const { body } = await api.stranger.get<{ people: { id: string }[] }>('/auth/mode');
    await api.database.query(`UPDATE setting SET key = 'demo-away' WHERE key = 'demo'`);
    const { status } = await api.stranger.post('/auth/demo', { personId: body.people[0]?.id });
    const mode = await api.stranger.get('/auth/mode');
    await api.database.query(`UPDATE setting SET key = 'demo' WHERE key = 'demo-away'`);
    expect([status, mode.body['demo'], mode.body['people']]).toEqual([404, false, []]);
  });
});

describe('the first day', () => {
  it('gives the first administrator a company with the processes that ship', async () => {
    const api = await startApi({ empty: true });
    const { url } = await api.app.get(AccountsService).issueLink({ purpose: 'first-admin', personId: null, companyId: null });
    const path = `/auth/links/${url.split('/').at(-1) ?? ''}`;
    const entered = await api.stranger.post(path, { password: PASSWORD, login: 'root', name: '管理员' });
    const first = api.stranger.with({ Cookie: cookieOf(entered).split(';')[0] ?? '' });
    const { body } = await first.get<{ items: { key: string }[] }>('/definitions');
    await api.stop();
    expect(body.items.map(({ key }) => key).sort()).toEqual(SEED_DEFINITIONS.map(({ key }) => key).sort());
  });
});
