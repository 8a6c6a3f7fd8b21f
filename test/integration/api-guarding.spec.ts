import { Caller, demoCaller } from '../support/caller';
import { type Stack, startStack } from '../support/stack';

jest.setTimeout(240_000);

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
  ],
};
const FORM = { salary: { amount: '98765.00', currency: 'CNY' }, reason: '年度调整' };

describe('what people may not see or do', () => {
  let stack: Stack;
  let li: Caller;

  beforeAll(async () => {
    stack = await startStack();
    li = await demoCaller(stack.url, '李娜');
    const admin = await administrator();
    for (const definition of [QUIET, NOBODY]) {
      expect((await admin.post('/definitions', definition)).status).toBe(201);
      expect((await admin.post(`/definitions/${definition.key}/versions/1/publish`)).status).toBe(200);
    }
  });
  afterAll(() => stack.stop());

  /** The demo's administrator has no card on the sign-in page: by a link of the command line. */
  async function administrator(): Promise<Caller> {
    const link = /\/link\/([\w-]+)/.exec(await stack.cli('reset-password', 'lu-ning'))?.[1] ?? '';
    const { body, headers } = await new Caller(stack.url).post<{ csrfToken: string }>(`/auth/links/${link}`, {
      password: 'a long enough password',
    });
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new Caller(stack.url, '', { Cookie: cookie, 'X-CSRF-Token': body.csrfToken });
  }

  async function submit(definition: string): Promise<Sent['view']> {
    const { status, body } = await li.press<Sent>('/requests?submit=true', { definition, form: FORM });
    expect([definition, status]).toEqual([definition, 200]);
    return body.view;
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
    const { body: todo } = await owner.get<{ items: { requestId: string }[] }>('/tasks');
    expect(todo.items.map(({ requestId }) => requestId)).toContain(id);
    expect((await li.press(`/requests/${id}/resolve-again`)).body).toMatchObject({ status: 403, code: 'not-owner' });
    const again = await owner.press<Sent>(`/requests/${id}/resolve-again`);
    expect([again.status, again.body.view.status]).toEqual([200, 'blocked']);
  });

  it('rebuilding a run changes nothing that people see', async () => {
    const { id } = await submit('nobody-approves');
    const owner = await demoCaller(stack.url, '蒋明');
    const before = (await owner.get(`/requests/${id}/audit`)).body;
    expect((await owner.post(`/requests/${id}/rebuild`)).status).toBe(200);
    expect((await owner.get(`/requests/${id}/audit`)).body).toEqual(before);
  });

  it('the screens are served under a policy that lets only their own scripts run', async () => {
    const page = await fetch(`${stack.url}/inbox`);
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self'/);
    expect([page.headers.get('cache-control'), page.headers.get('x-powered-by')]).toEqual(['no-cache', null]);
    const asset = /\/assets\/[\w.-]+\.js/.exec(await page.text())?.[0] ?? '';
    expect((await fetch(`${stack.url}${asset}`)).headers.get('cache-control')).toContain('immutable');
  });
});
