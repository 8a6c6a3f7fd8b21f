import { DEMO_DIRECTORY } from '@countersign/definitions';
import { definitionHash, definitionSchema } from '@countersign/domain';
import { Pool } from 'pg';
import { administrator } from '../support/administrator';
import { Caller, demoCaller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

interface Sent {
  status: string;
  view: { id: string; status: string };
}

const label = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
const base = {
  version: 1,
  area: 'people',
  numberPrefix: 'MM',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'salary', type: 'money', label: label('薪酬', 'Salary'), required: true },
      { key: 'reason', type: 'text', label: label('事由', 'Reason') },
    ],
  },
  sentence: label('{requester}申请调薪 {salary}：{reason}', '{requester} asks for a salary of {salary}: {reason}'),
  rowTitle: label('调薪 {salary}', 'Salary {salary}'),
  amount: 'salary',
  facts: ['salary', 'reason'],
};
/** A first reader who must not see the amount. */
const QUIET = {
  ...base,
  key: 'quiet-raise',
  title: label('调薪', 'Raise'),
  flow: [
    { kind: 'review', id: 'look', title: label('上级意见', 'Superior'), assignee: { by: 'superior' }, fields: { hidden: ['salary'] } },
  ],
};
/** A step whose role nobody holds. */
const NOBODY = {
  ...base,
  key: 'nobody-approves',
  title: label('无人可批', 'Nobody'),
  flow: [
    { kind: 'approve', id: 'lonely', title: label('批准', 'Approve'), assignee: { by: 'role', role: 'no-such-role', scope: 'company' } },
    ...QUIET.flow,
  ],
};
const FORM = { salary: { amount: '98765.00', currency: 'CNY' }, reason: '年度调整' };

describe('what people may not see or do', () => {
  let stack: Stack;
  let li: Caller;
  let database: Pool;

  beforeAll(async () => {
    stack = await startStack();
    li = await demoCaller(stack.url, '李娜');
    const admin = await administrator(stack);
    database = new Pool({ connectionString: stack.databaseUrl, max: 2 });
    for (const definition of [QUIET, NOBODY, { ...QUIET, key: 'no-longer-run' }]) {
      expect((await admin.post('/definitions', definition)).status).toBe(201);
      expect((await publish(admin, definition)).status).toBe(200);
    }
  });
  afterAll(async () => {
    await database?.end();
    await stack?.stop();
  });

  async function submit(definition: string): Promise<Sent['view']> {
    const { status, body } = await li.press<Sent>('/requests?submit=true', { definition, form: FORM });
    expect([definition, status]).toEqual([definition, 200]);
    return body.view;
  }

  /** What somebody reads who looks after requests, and may not read all of them. */
  async function readWithoutReadingAll(reader: Caller, path: string): Promise<string> {
    const { rows } = await database.query(`DELETE FROM person_right WHERE right_name = 'requests.read-all' RETURNING *`);
    try {
      return JSON.stringify((await reader.get(path)).body);
    } finally {
      await database.query('INSERT INTO person_right SELECT * FROM json_populate_recordset(NULL::person_right, $1)', [
        JSON.stringify(rows),
      ]);
    }
  }

  it('a field that a step hides reaches its person nowhere', async () => {
    const { id } = await submit('quiet-raise');
    const zhang = await demoCaller(stack.url, '张伟');
    for (const path of [
      `/requests/${id}`,
      `/requests/${id}/timeline`,
      '/tasks',
      '/tasks?sort=amount',
      '/notifications',
      `/search?q=${encodeURIComponent('张')}`,
    ]) {
      const { status, body } = await zhang.get(path);
      expect([path, status, JSON.stringify(body)]).toEqual([path, 200, expect.not.stringMatching(/98[,.]?765/)]);
    }
    expect(JSON.stringify((await zhang.get(`/requests/${id}`)).body)).toContain('年度调整');
    expect(JSON.stringify((await li.get(`/requests/${id}`)).body)).toContain('98,765');
  });

  it('a request that nobody may approve waits with its owner, who alone may look for approvers again', async () => {
    const { id, status } = await submit('nobody-approves');
    expect(status).toBe('blocked');
    const owner = await demoCaller(stack.url, '蒋明');
    const { body: view } = await owner.get<{
      blocked: { kind: string; owners: { name: { zh: string } }[] };
      allowed: { command: string; enabled: boolean }[];
    }>(`/requests/${id}`);
    expect([view.blocked.kind, view.blocked.owners.map(({ name }) => name.zh)]).toEqual(['no-approver', ['蒋明']]);
    expect(view.allowed).toContainEqual(expect.objectContaining({ command: 'resolve-again', enabled: true }));
    // To look after a step is no part in it: what any step hides is hidden from its owner too.
    expect(JSON.stringify(view)).toContain(FORM.reason);
    for (const path of [`/requests/${id}`, '/tasks', '/notifications'])
      expect([path, await readWithoutReadingAll(owner, path)]).toEqual([path, expect.not.stringMatching(/98[,.]?765/)]);
    const { body: todo } = await owner.get<{ items: { requestId: string }[] }>('/tasks');
    expect(todo.items.map(({ requestId }) => requestId)).toContain(id);
    expect((await li.press(`/requests/${id}/resolve-again`)).body).toMatchObject({ status: 403, code: 'not-owner' });
    const again = await owner.press<Sent>(`/requests/${id}/resolve-again`);
    expect([again.status, again.body.view.status]).toEqual([200, 'blocked']);
  });

  it('rebuilding a run changes nothing that people see, and who did it is kept', async () => {
    const { id } = await submit('nobody-approves');
    const owner = await demoCaller(stack.url, '蒋明');
    const before = (await owner.get(`/requests/${id}/audit`)).body;
    expect((await owner.post(`/requests/${id}/rebuild`)).status).toBe(200);
    const { operators, ...after } = (await owner.get(`/requests/${id}/audit`)).body;
    expect({ ...after, operators: [] }).toEqual(before);
    expect(operators).toMatchObject([{ kind: 'rebuilt' }]);
  });

  it('a rebuild by an operator gives back rows that are lost, and takes the mark away', async () => {
    const { id } = await submit('quiet-raise');
    const owner = await demoCaller(stack.url, '蒋明');
    const before = (await li.get(`/requests/${id}`)).body;
    await database.query('DELETE FROM task WHERE request_id = $1', [id]);
    await database.query(`UPDATE request SET diverged = '{"reason":"tasks","since":"2026-01-01T00:00:00.000Z"}' WHERE id = $1`, [id]);
    const { status, body } = await owner.post<{ blocked: unknown }>(`/requests/${id}/rebuild`);
    expect([status, body.blocked]).toEqual([200, null]);
    expect((await li.get(`/requests/${id}`)).body).toEqual(before);
  });

  it('a process that can no longer be run blocks its requests, and says so to everybody in their language', async () => {
    const definition = definitionSchema.parse({ ...QUIET, key: 'no-longer-run', submitChecks: [{ type: 'long-gone' }] });
    await database.query(`UPDATE definition SET body = $1, hash = $2 WHERE key = 'no-longer-run'`, [
      JSON.stringify(definition),
      definitionHash(definition),
    ]);
    const preview = await li.post('/requests/preview', { definition: 'no-longer-run', form: FORM });
    expect([preview.status, preview.body]).toMatchObject([
      200,
      { submittable: false, refusal: { code: 'poisoned', text: { zh: expect.stringContaining('蒋明') } } },
    ]);
    const { status, body } = await li.press('/requests?submit=true', { definition: 'no-longer-run', form: FORM });
    expect([status, body]).toMatchObject([409, { code: 'poisoned' }]);
    const owner = await demoCaller(stack.url, '蒋明');
    const { body: todo } = await owner.get<{ items: { requestId: string; status: string }[] }>('/tasks');
    const { rows } = await database.query<{ id: string }>(
      `SELECT r.id FROM request r JOIN definition d ON d.id = r.definition_id WHERE d.key = 'no-longer-run'`,
    );
    const id = rows[0]?.id ?? '';
    expect(todo.items.map(({ requestId }) => requestId)).toContain(id);
    for (const reader of [li, owner]) {
      const view = await reader.get(`/requests/${id}`);
      expect([view.status, view.body]).toMatchObject([
        200,
        {
          status: 'blocked',
          blocked: { kind: 'poisoned', reason: { zh: expect.stringContaining('停住'), en: expect.stringContaining('stopped') } },
        },
      ]);
      expect((await reader.get(`/requests/${id}/timeline`)).status).toBe(200);
    }
  });

  it('the screens are served under a policy that lets only their own scripts run', async () => {
    const page = await fetch(`${stack.url}/inbox`);
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'/);
    expect([page.headers.get('cache-control'), page.headers.get('x-powered-by')]).toEqual(['no-cache', null]);
    const asset = /\/assets\/[\w.-]+\.js/.exec(await page.text())?.[0] ?? '';
    expect((await fetch(`${stack.url}${asset}`)).headers.get('cache-control')).toContain('immutable');
  });

  it('is kept who sent what by a program: the journal names the token, and who issued it', async () => {
    const admin = await administrator(stack);
    const token = { name: '夜间脚本', personId: li.personId, scopes: ['read', 'act'] };
    const { body: issued } = await admin.post<{ token: string }>('/tokens', token);
    const program = new Caller(stack.url, li.personId, { Authorization: `Bearer ${issued.token}` });
    const sent = await program.press<Sent>('/requests?submit=true', { definition: QUIET.key, form: FORM });
    const boss = await demoCaller(stack.url, '张伟');
    const { body: seen } = await boss.get<{ id: string; contentHash: string; task: { id: string } }>(`/requests/${sent.body.view.id}`);
    expect((await boss.press(`/tasks/${seen.task.id}/approve`, {}, seen.contentHash)).status).toBe(200);
    const { body: audit } = await boss.get<{ chainHolds: boolean; items: { type: string; token: object | null }[] }>(
      `/requests/${seen.id}/audit`,
    );
    expect(audit.chainHolds).toBe(true);
    expect(audit.items.map(({ type, token: by }) => [type, by]).slice(0, 2)).toEqual([
      ['submit', { name: token.name, issuedBy: expect.objectContaining({ name: { zh: '卢宁', en: 'Lu Ning' } }), link: false }],
      ['approve', null],
    ]);
  });

  it('is kept what was done in a session that somebody else’s link began, and who had saved a form that is sent', async () => {
    const admin = await administrator(stack);
    const li = await demoCaller(stack.url, '李娜');
    const people = DEMO_DIRECTORY.people.filter(({ key }) => key === 'li-na').map((each) => ({ ...each, login: 'li-na' }));
    expect((await admin.post('/directory/import', { company: DEMO_DIRECTORY.company, people })).status).toBe(200);
    const { body: link } = await admin.post<{ url: string }>(`/people/${li.personId}/password-link`);
    const spent = await new Caller(stack.url).post<{ csrfToken: string }>(`/auth/links/${link.url.split('/').at(-1)}`, {
      password: 'a long enough one 7',
    });
    const cookie = spent.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const impostor = new Caller(stack.url, li.personId, { Cookie: cookie, 'X-CSRF-Token': spent.body.csrfToken });
    const { body: draft } = await impostor.press<{ id: string }>('/requests', { definition: QUIET.key, form: FORM });
    const own = await demoCaller(stack.url, '李娜');
    expect((await own.press(`/requests/${draft.id}/submit`)).status).toBe(200);
    expect((await impostor.press(`/requests/${draft.id}/withdraw`)).status).toBe(200);
    const { body: audit } = await own.get<{ chainHolds: boolean; items: { token: object | null; savedWith: object | null }[] }>(
      `/requests/${draft.id}/audit`,
    );
    const byLink = { name: '', issuedBy: expect.objectContaining({ name: { zh: '卢宁', en: 'Lu Ning' } }), link: true };
    expect([audit.chainHolds, audit.items.map(({ token, savedWith }) => [token, savedWith])]).toEqual([
      true,
      [
        [null, byLink],
        [byLink, null],
      ],
    ]);
    const { body: timeline } = await own.get<{ items: { token: object | null }[] }>(`/requests/${draft.id}/timeline`);
    expect(timeline.items.flatMap(({ token }) => token ?? [])).toEqual([]);
  });
});
