import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { DEMO_DIRECTORY } from '@countersign/definitions';
import { publish } from '../../../../test/support/publish';
import { Desks } from '../tasks/desks.fixture';
import { openApiDocument } from '../http/schema/openapi';

interface Issued {
  id: string;
  token: string;
  prefix: string;
  scopes: string[];
  expiresAt: string;
  person: { id: string };
  issuedBy: { id: string };
}
const SOMEWHERE = '0196f3a0-0000-7000-8000-000000000000';
const DAY_MS = 86_400_000;

describe('bearer tokens', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const issue = async (owner: Caller, body: object = {}): Promise<Issued> =>
    (await owner.post<Issued>('/tokens', { name: 'script', ...body })).body;
  const by = ({ token }: { token: string }): Caller => api.stranger.with({ Authorization: `Bearer ${token}` });

  it('act as their person until they are revoked, and tell their secret once', async () => {
    const owner = await api.as('li-na');
    const issued = await issue(owner);
    expect(issued.token).toMatch(/^cst_/);
    expect((await by(issued).get<{ person: { key: string } }>('/me')).body.person.key).toBe('li-na');
    const { body: list } = await owner.get<{ items: object[] }>('/tokens');
    expect(list.items).toEqual([expect.objectContaining({ id: issued.id, name: 'script', prefix: issued.prefix })]);
    expect(JSON.stringify(list)).not.toContain(issued.token);
    expect((await owner.send('DELETE', `/tokens/${issued.id}`)).status).toBe(204);
    expect((await by(issued).get('/me')).status).toBe(401);
  });

  it('leave their trace in what they write: a comment names the token and who issued it', async () => {
    const owner = await api.as('li-na');
    const issued = await issue(owner, { name: 'robot', scopes: ['read', 'act'] });
    const id = await new Desks(api.database).request({ requester: 'li-na', tasks: [{ person: 'zhang-wei' }] });
    const token = { name: 'robot', issuedBy: { id: owner.personId } };
    expect((await by(issued).post(`/requests/${id}/comments`, { text: 'by a program' })).body).toMatchObject({ token });
    expect((await owner.post(`/requests/${id}/comments`, { text: 'by myself' })).body).toMatchObject({ token: null });
    const reader = await api.as('zhang-wei');
    const items = async (path: string) => (await reader.get<{ items: object[] }>(`/requests/${id}/${path}`)).body.items;
    expect(await items('discussion')).toMatchObject([
      { text: 'by a program', token },
      { text: 'by myself', token: null },
    ]);
  });

  it('leave it in drafts and files, and in what they change of the rules', async () => {
    const owner = await api.as('lu-ning');
    const issued = await issue(owner, { name: 'robot', scopes: ['read', 'act', 'admin'] });
    const program = by(issued);
    const expected = { id: issued.id, name: 'robot', issuedBy: owner.personId };
    const kept = async (table: string, column: string, id: string): Promise<unknown> =>
      (await api.database.query<{ kept: unknown }[]>(`SELECT ${column} AS kept FROM ${table} WHERE id = $1`, [id]))[0]?.kept;

    const press = { 'Idempotency-Key': crypto.randomUUID() };
    const { body: draft } = await program.with(press).post<{ id: string }>('/requests', { definition: 'expense-reimbursement', form: {} });
    expect(await kept('request', 'saved_with', draft.id)).toEqual(expected);
    await owner.send('PUT', `/requests/${draft.id}/draft`, { form: { reason: 'by myself' } });
    expect(await kept('request', 'saved_with', draft.id)).toBeNull();
    await program.send('PUT', `/requests/${draft.id}/draft`, { form: { reason: 'by a program' } });
    expect(await kept('request', 'saved_with', draft.id)).toEqual(expected);

    const content = new FormData();
    content.append('file', new Blob(['plain']), 'a.txt');
    const { status, body: file } = await program.post<{ id: string }>('/files', content);
    expect([status, await kept('file', 'token', file.id)]).toEqual([201, expected]);

    const text = { zh: '便条', en: 'Note' };
    const note = {
      ...{ key: 'by-program', version: 1, title: text, area: 'service', numberPrefix: 'BP', start: { everyone: true } },
      ...{ form: { fields: [] }, sentence: text, rowTitle: text },
      flow: [{ kind: 'approve', id: 'look', title: text, assignee: { by: 'superior' } }],
    };
    await program.post('/definitions', note);
    expect((await publish(program, note)).status).toBe(200);
    await program.send('PUT', '/parameters/research-plan-approval/financeOpinionMonthly', { value: true });
    await program.post('/directory/import', { company: DEMO_DIRECTORY.company, roles: [{ key: 'by-program', title: text }] });
    await owner.post('/definitions/by-program/versions/1/retire');
    const { body: changes } = await (
      await api.as('jiang-ming')
    ).get<{ items: { kind: string; token: object | null }[] }>('/changes?limit=5');
    const token = { name: 'robot', issuedBy: expect.objectContaining({ id: owner.personId }), link: false };
    expect(changes.items.map((item) => [item.kind, item.token])).toEqual([
      ['definition-retired', null],
      ['directory-imported', token],
      ['parameter-set', token],
      ['definition-published', token],
      ['definition-imported', token],
    ]);
  });

  it('look only, for ninety days, where nothing else is said', async () => {
    const issued = await issue(await api.as('li-na'));
    expect(issued.scopes).toEqual(['read']);
    expect(Math.round((Date.parse(issued.expiresAt) - Date.now()) / DAY_MS)).toBe(90);
  });

  it('end by themselves', async () => {
    const owner = await api.as('li-na');
    const issued = await issue(owner, { expiresInDays: 1 });
    expect((await by(issued).get('/me')).status).toBe(200);
    await api.database.query(`UPDATE access_token SET expires_at = now() WHERE id = $1`, [issued.id]);
    expect((await by(issued).get('/me')).status).toBe(401);
    expect(JSON.stringify((await owner.get('/tokens')).body)).not.toContain(issued.id);
  });

  it('last neither for ever nor for less than a day, and have scopes that there are', async () => {
    const owner = await api.as('li-na');
    for (const body of [
      { expiresInDays: 0 },
      { expiresInDays: 366 },
      { expiresInDays: 1.5 },
      { scopes: [] },
      { scopes: ['everything'] },
      { scopes: ['read', 'read'] },
      { scopes: 'read' },
    ])
      expect([body, (await owner.post('/tokens', { name: 'x', ...body })).status]).toEqual([body, 422]);
  });

  it('do on every route only what their scopes say', async () => {
    const admin = await api.as('lu-ning');
    const [reads, acts, administers] = await Promise.all(['read', 'act', 'admin'].map((scope) => issue(admin, { scopes: [scope] })));
    const { paths } = openApiDocument(api.app);
    const routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations as Record<string, { responses: object; security?: object[] }>).map(([method]) => ({
        method: method.toUpperCase(),
        path: path.replace(/\{[^}]+\}/g, SOMEWHERE),
      })),
    );
    const refusals = async (issued: Issued | undefined, of: typeof routes): Promise<string[]> => {
      const answers = of.map(async ({ method, path }) => {
        const { status, body } = await by(issued ?? { token: '' }).send(method, path);
        return status === 403 && body['code'] === 'scope-missing' ? [] : [`${method} ${path} ${status}`];
      });
      return (await Promise.all(answers)).flat().sort();
    };
    const open = /^(GET|POST) \/(health|metrics|api\/v1\/auth\/(mode|login|demo|links)|api\/v1\/requests\/[^/]+\/calls\/)/;
    // Read by right: for the scope `admin`.
    const BY_RIGHT =
      /\/(directory\/(export|sample)|dead-(letters|mails)|track\/effects|parameters|calendars|recurring(\/[^/]+\/starts)?|events|units\/[^/]+\/calendar|people\/[^/]+\/(impact|leaving)|payments(\/(counts|vouchers))?|watch|budgets(\/(set|tree|movements|recount|lines\/[^/]+))?|changes(\/[^/]+)?|authority\/(who-may-sign|grants)|v1\/audit(\/.+)?)$/;
    const reading = routes.filter(({ method }) => method === 'GET');
    const changing = routes.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/requests/preview'));
    expect(changing.length).toBeGreaterThan(20);
    expect((await refusals(reads, changing)).filter((line) => !open.test(line))).toEqual([]);
    expect(
      (
        await refusals(
          acts,
          reading.filter(({ path }) => !path.endsWith('/stream')),
        )
      ).filter((line) => !open.test(line)),
    ).toEqual([]);
    expect(
      (
        await refusals(
          administers,
          reading.filter(({ path }) => !BY_RIGHT.test(path)),
        )
      ).filter((line) => !open.test(line)),
    ).toEqual([]);
    for (const [method, path, needs] of [
      ['POST', '/directory/import', 'admin'],
      ['POST', '/definitions', 'admin'],
      ['POST', '/tokens', 'admin'],
      ['DELETE', `/tokens/${SOMEWHERE}`, 'admin'],
      ['POST', '/auth/password', 'admin'],
      ['POST', '/auth/logout-everywhere', 'admin'],
      ['POST', `/people/${SOMEWHERE}/password-link`, 'admin'],
      ['POST', '/requests', 'act'],
      ['POST', `/tasks/${SOMEWHERE}/approve`, 'act'],
      ['POST', `/requests/${SOMEWHERE}/terminate`, 'admin'],
      ['POST', `/requests/${SOMEWHERE}/override`, 'admin'],
      ['POST', `/requests/${SOMEWHERE}/jump`, 'admin'],
      ['POST', '/requests/preview', 'read'],
    ] as const) {
      const wrong = needs === 'act' ? administers : acts;
      expect([path, (await by(wrong ?? { token: '' }).send(method, path, {})).body['params']]).toEqual([path, { scope: needs }]);
    }
  });

  it('give nobody more than they have: neither scope nor time', async () => {
    const owner = await api.as('li-na');
    const own = await issue(owner, { scopes: ['read', 'admin'], expiresInDays: 2 });
    const more = await by(own).post('/tokens', { name: 'x', scopes: ['act'] });
    expect([more.status, more.body['code']]).toEqual([403, 'scope-missing']);
    const longer = await by(own).post<Issued>('/tokens', { name: 'x', expiresInDays: 300 });
    expect([longer.status, longer.body.expiresAt]).toEqual([201, own.expiresAt]);
  });

  it('open no session: not for their own account, and for others only with every scope', async () => {
    const admin = await api.as('lu-ning');
    const [li, all, some] = [
      await api.as('li-na'),
      await issue(admin, { scopes: ['read', 'act', 'admin'] }),
      await issue(admin, { scopes: ['admin'] }),
    ];
    const link = (token: { token: string }, personId: string) => by(token).post(`/people/${personId}/password-link`);
    for (const token of [all, some]) expect((await link(token, admin.personId)).body).toMatchObject({ status: 403, code: 'link-by-token' });
    expect((await link(some, li.personId)).body).toMatchObject({ status: 403, code: 'scope-missing', params: { scope: 'read' } });
    expect((await link(all, li.personId)).status).toBe(201);
    expect((await admin.post(`/people/${admin.personId}/password-link`)).status).toBe(201);
  });

  it('are issued for others by right only', async () => {
    const [li, admin] = [await api.as('li-na'), await api.as('lu-ning')];
    const personId = (await api.as('zhang-wei')).personId;
    expect((await li.post('/tokens', { name: 'x', personId })).body).toMatchObject({ code: 'right-missing' });
    const issued = await issue(admin, { personId });
    expect((await by(issued).get<{ person: { key: string } }>('/me')).body.person.key).toBe('zhang-wei');
  });

  it('let nobody in whose person has gained a right since that their issuer lacks', async () => {
    const [admin, owner] = [await api.as('lu-ning'), await api.as('liu-chang')];
    const issued = await issue(admin, { personId: owner.personId, scopes: ['read', 'act', 'admin'] });
    const own = await issue(owner, { scopes: ['read'] });
    expect((await by(issued).get('/me')).status).toBe(200);
    const operating = [owner.personId, 'requests.operate'];
    await api.database.query(
      'INSERT INTO person_right (person_id, company_id, right_name) SELECT id, company_id, $2 FROM person WHERE id = $1',
      operating,
    );
    const refused = await by(issued).get('/me');
    expect([refused.status, refused.body['code'], refused.body['params']]).toEqual([
      ...[403, 'token-beyond-issuer', { right: 'requests.operate' }],
    ]);
    expect((await by(own).get('/me')).status).toBe(200);
    await api.database.query('DELETE FROM person_right WHERE person_id = $1 AND right_name = $2', operating);
    expect((await by(issued).get('/me')).status).toBe(200);
  });

  it('have a name that can be read', async () => {
    for (const name of ['\u200b', ' ']) expect((await (await api.as('li-na')).post('/tokens', { name })).status).toBe(422);
  });

  it('name who issued them, and tell whoever they act as', async () => {
    const [admin, owner] = [await api.as('lu-ning'), await api.as('zhou-yan')];
    const issued = await issue(admin, { personId: owner.personId, scopes: ['read', 'act'] });
    expect([issued.person.id, issued.issuedBy.id]).toEqual([owner.personId, admin.personId]);
    const { body: notices } = await owner.get<{ items: { notice: string; title: { zh: string; en: string } }[] }>('/notifications');
    expect(notices.items[0]).toMatchObject({
      notice: 'token-issued',
      title: { zh: expect.stringMatching(/^卢宁.*访问令牌/), en: expect.stringMatching(/issued an access token/) },
    });
    await owner.send('DELETE', `/tokens/${issued.id}`);
    const { body: events } = await owner.get<{ items: { kind: string; by: { id: string }; params: object }[] }>('/me/access');
    expect(events.items.slice(0, 2)).toMatchObject([
      { kind: 'token-revoked', by: { id: owner.personId } },
      { kind: 'token-issued', by: { id: admin.personId }, params: { name: 'script', scopes: ['read', 'act'] } },
    ]);
    expect(JSON.stringify(events)).not.toContain(issued.token);
  });

  it('end with the account: signed out everywhere, a new password, a reset, a person who left', async () => {
    const admin = await api.as('lu-ning');
    const ends: [string, (person: Caller) => Promise<unknown>][] = [
      ['sun-qian', (person) => person.post('/auth/logout-everywhere')],
      [
        'chen-jing',
        async (person) => {
          const { body } = await admin.post<{ url: string }>(`/people/${person.personId}/password-link`);
          await api.stranger.post(`/auth/links/${body.url.split('/').at(-1)}`, { password: 'a new long password' });
        },
      ],
      ['zhang-wei', (person) => api.database.query('UPDATE person SET active = false WHERE id = $1', [person.personId])],
    ];
    for (const [key, end] of ends) {
      const person = await api.as(key);
      const [own, given] = [await issue(person), await issue(admin, { personId: person.personId })];
      expect((await by(own).get('/me')).status).toBe(200);
      await end(person);
      expect([key, (await by(own).get('/me')).status, (await by(given).get('/me')).status]).toEqual([key, 401, 401]);
    }
  });

  it('do not come back with a person who left and returns, nor do their sessions and links', async () => {
    const [admin, person] = [await api.as('lu-ning'), await api.as('liu-chang')];
    const own = await issue(person, { scopes: ['read'] });
    const { body: link } = await admin.post<{ url: string }>(`/people/${person.personId}/password-link`);
    for (const active of [false, true]) await api.database.query('UPDATE person SET active = $2 WHERE id = $1', [person.personId, active]);
    expect([(await by(own).get('/me')).status, (await person.get('/me')).status]).toEqual([401, 401]);
    const spent = await api.stranger.post(`/auth/links/${link.url.split('/').at(-1)}`, { password: 'a new long password' });
    expect(spent.status).toBe(410);
    expect((await (await api.as('liu-chang')).get('/me')).status).toBe(200);
  });

  it('are at most a hundred of one person', async () => {
    const owner = await api.as('tang-lei');
    await Promise.all(Array.from({ length: 100 }, () => issue(owner)));
    expect((await owner.post('/tokens', { name: 'one more' })).body).toMatchObject({ status: 409, code: 'too-many-tokens' });
  });
});
