import { administrator } from '../support/administrator';
import { type Caller, demoCaller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

interface View {
  id: string;
  number: string;
  status: string;
  sentence: { zh: string; en: string };
  round: number;
  contentHash: string;
  current: { step: string; people: { name: { zh: string } }[] }[];
  task: { id: string } | null;
  allowed: { command: string; enabled: boolean }[];
  ladder: { person: { name: { zh: string } }; reaches: boolean; you: boolean }[] | null;
  why: { line: { zh: string } } | null;
  next: { text: { zh: string } } | null;
  n: number;
  undo: { until: string; commandType: string } | null;
  changes: { field: string }[] | null;
  lastReturn: { comment: string } | null;
  form: { values: Record<string, unknown>; fields: { key: string }[] };
}
interface Answer {
  commandId: string;
  status: string;
  n: number | null;
  undo: { until: string; commandType: string } | null;
  view: View;
  code?: string;
  params?: Record<string, unknown>;
}

const EXPENSE = 'expense-reimbursement';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<</Type /Page>>\nendobj\n%%EOF', 'latin1');
const today = (): string => new Date().toISOString().slice(0, 10);

const words = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
/** One decision and it is over, but for a grace time of some seconds or none. */
const short = (graceSeconds: number): object => ({
  key: `grace-${graceSeconds}`,
  version: 1,
  title: words('Grace'),
  area: 'people',
  numberPrefix: 'GR',
  start: { everyone: true },
  form: { fields: [{ key: 'reason', type: 'text', label: words('Reason'), required: true }] },
  sentence: words('{requester}: {reason}'),
  rowTitle: words('{reason}'),
  graceSeconds,
  flow: [{ kind: 'review', id: 'look', title: words('Look'), assignee: { by: 'superior' } }],
});

describe('decisions through HTTP', () => {
  let stack: Stack;
  const people = new Map<string, Caller>();
  const as = async (name: string): Promise<Caller> => {
    const caller = people.get(name) ?? (await demoCaller(stack.url, name));
    people.set(name, caller);
    return caller;
  };

  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.stop());

  async function expenseForm(by: Caller, amount: string): Promise<Record<string, unknown>> {
    const upload = new FormData();
    upload.append('file', new Blob([new Uint8Array(PDF)]), 'invoice.pdf');
    const { body: file } = await by.send('POST', '/files', upload);
    const { body: units } = await by.get<{ items: { id: string }[] }>('/units?kind=store&q=徐汇');
    const item = {
      matter: '陈列道具',
      date: today(),
      invoiceNumber: crypto.randomUUID(),
      invoice: [file],
      amount: { amount, currency: 'CNY' },
    };
    const dates = { from: today(), to: today() };
    return {
      category: 'display-props',
      costUnit: units.items[0]?.id,
      expenseDates: dates,
      payee: '李娜',
      items: [item],
      reason: '新店陈列',
    };
  }

  async function submit(amount: string): Promise<View> {
    const li = await as('李娜');
    const { status, body } = await li.press<Answer>('/requests?submit=true', { definition: EXPENSE, form: await expenseForm(li, amount) });
    expect([status, body.status]).toEqual([200, 'done']);
    return body.view;
  }

  const look = async (name: string, id: string): Promise<View> => (await (await as(name)).get<View>(`/requests/${id}`)).body;

  async function decide(name: string, id: string, verb: string, body: object = {}): Promise<{ status: number; body: Answer }> {
    const { task, contentHash } = await look(name, id);
    return (await as(name)).press<Answer>(`/tasks/${task?.id ?? 'none'}/${verb}`, body, contentHash);
  }

  it('carry an expense from the store to the payment, each step naming the next', async () => {
    const { id, number } = await submit('12300.00');
    expect(number).toMatch(/^BX-\d{4}-\d{4}$/);
    expect((await look('张伟', id)).next?.text.zh).toContain('刘畅');
    await decide('张伟', id, 'approve', { comment: '同意' });
    await decide('刘畅', id, 'approve', { fields: { inPlan: true } });
    await decide('宋岚', id, 'approve');
    const view = await look('周岩', id);
    expect(view.ladder?.map(({ person, reaches, you }) => [person.name.zh, reaches, you]).slice(0, 3)).toEqual([
      ['张伟', false, false],
      ['孙倩', false, false],
      ['周岩', true, true],
    ]);
    expect(view.why?.line.zh).toContain('¥20,000');
    await decide('周岩', id, 'approve');
    expect((await decide('陈静', id, 'approve')).body).toMatchObject({ code: 'required-fields', status: 422 });
    await decide('陈静', id, 'approve', { fields: { paymentNumber: 'P-1' } });
    const last = await decide('刘畅', id, 'approve', { fields: { voucherNumber: 'V-1' } });
    expect(last.body.view).toMatchObject({ status: 'approved', current: [], undo: { commandType: 'approve' } });
    expect(last.body.view.sentence).toEqual({
      zh: '李娜为徐汇店申请报销 ¥12,300.00（计划内），已批准并付款',
      en: 'Li Na asks to be reimbursed ¥12,300.00 for Xuhui store (in plan); approved and paid',
    });
    type Line = { items: { stepId: string; kind: string; passedOver: { person: { name: { zh: string } }; why: { zh: string } }[] }[] };
    const line = await (await as('李娜')).get<Line>(`/requests/${id}/timeline`);
    const approval = line.body.items.find(({ stepId }) => stepId === 'approval');
    expect([approval?.kind, approval?.passedOver.map(({ person, why }) => `${person.name.zh}：${why.zh}`)]).toEqual([
      'approve',
      ['张伟：额度 ¥1,000 不够', '孙倩：额度 ¥5,000 不够'],
    ]);
    const audit = await (await as('李娜')).get<{ chainHolds: boolean; items: object[] }>(`/requests/${id}/audit`);
    expect([audit.body.chainHolds, audit.body.items.length]).toEqual([true, 7]);
  });

  it('are the same press twice, and another press never twice', async () => {
    const { id } = await submit('300.00');
    const zhang = await as('张伟');
    const { task, contentHash } = await look('张伟', id);
    const press = zhang.with({ 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${contentHash}"` });
    const path = `/tasks/${task?.id ?? ''}/approve`;
    const [first, second] = await Promise.all([press.post<Answer>(path), press.post<Answer>(path)]);
    expect([first?.status, second?.status, first?.body.commandId === second?.body.commandId]).toEqual([200, 200, true]);
    expect((await press.post(path, { comment: 'other' })).body).toMatchObject({ status: 422, code: 'key-reused' });
    expect((await zhang.press<Answer>(path, {}, contentHash)).body).toMatchObject({
      status: 409,
      code: 'already-decided',
      params: { own: true },
    });
  });

  it('are bound to what was shown', async () => {
    const { id } = await submit('310.00');
    const { task } = await look('张伟', id);
    const zhang = await as('张伟');
    expect((await zhang.press(`/tasks/${task?.id ?? ''}/approve`, {}, 'f'.repeat(64))).body).toMatchObject({
      status: 412,
      code: 'stale-content',
    });
    expect((await zhang.press(`/tasks/${task?.id ?? ''}/approve`)).body).toMatchObject({ status: 428, code: 'if-match-required' });
    const bare = await zhang.with({ 'If-Match': '"x"' }).post(`/tasks/${task?.id ?? ''}/approve`);
    expect(bare.body).toMatchObject({ status: 400, code: 'idempotency-key-required' });
  });

  it('refuse the stranger everywhere, and tell them nothing but whom to ask', async () => {
    const { id } = await submit('320.00');
    const { task, contentHash } = await look('张伟', id);
    const stranger = await as('吴迪');
    for (const path of ['', '/timeline', '/audit', '/discussion']) {
      const { status, body } = await stranger.get(`/requests/${id}${path}`);
      expect([path, status, body['code']]).toEqual([path, 403, 'not-a-participant']);
    }
    expect((await stranger.get(`/tasks/${task?.id ?? ''}`)).status).toBe(403);
    expect((await stranger.post(`/requests/${id}/comments`, { text: 'hello' })).status).toBe(403);
    expect((await stranger.post(`/requests/${id}/copy`)).status).toBe(403);
    for (const verb of ['approve', 'return']) {
      const said = { comment: 'x', ...(verb === 'return' ? { to: 'requester' } : {}) };
      const { status, body } = await stranger.press(`/tasks/${task?.id ?? ''}/${verb}`, said, contentHash);
      expect([verb, status, body['code']]).toEqual([verb, 403, 'not-a-participant']);
    }
    expect((await stranger.press(`/requests/${id}/withdraw`)).body).toMatchObject({ status: 403, code: 'not-a-participant' });
    await decide('张伟', id, 'approve');
    const late = await stranger.press<Answer>(`/tasks/${task?.id ?? ''}/approve`, {}, contentHash);
    expect(late.body).toMatchObject({ status: 403, code: 'not-a-participant' });
    expect(JSON.stringify(late.body)).not.toMatch(new RegExp(`${(await as('张伟')).personId}|上级审核`));
  });

  it('return, change and resubmit: the change is shown, the saved form is the requester’s alone until then', async () => {
    const { id } = await submit('330.00');
    await decide('张伟', id, 'return', { to: 'requester', comment: '请写明用途' });
    const li = await as('李娜');
    const returned = await look('李娜', id);
    expect([returned.status, returned.lastReturn?.comment]).toEqual(['returned', '请写明用途']);
    expect((await li.get<{ items: { requestId: string }[] }>('/tasks?tab=todo')).body.items.map(({ requestId }) => requestId)).toContain(
      id,
    );
    await li.send('PUT', `/requests/${id}/draft`, { form: { ...returned.form.values, reason: '橱窗换季' } });
    expect((await look('李娜', id)).form.values['reason']).toBe('橱窗换季');
    expect((await look('张伟', id)).form.values['reason']).toBe('新店陈列');
    const { body } = await li.press<Answer>(`/requests/${id}/resubmit`);
    expect(body.view).toMatchObject({ round: 2, status: 'running', changes: [{ field: 'reason' }] });
  });

  it('are undone by their person and by nobody else', async () => {
    const { id } = await submit('340.00');
    await decide('张伟', id, 'approve');
    expect((await (await as('李娜')).press(`/requests/${id}/undo`)).body).toMatchObject({ status: 409, code: 'not-undoable' });
    const { body } = await (await as('张伟')).press<Answer>(`/requests/${id}/undo`);
    expect(body.view.current.map(({ step }) => step)).toEqual(['superior-review']);
  });

  it('answer with the view, its number and until when it can be taken back', async () => {
    const { id } = await submit('341.00');
    const { body } = await decide('张伟', id, 'approve');
    expect(body).toMatchObject({ status: 'done', n: 2, view: { n: 2 }, undo: { commandType: 'approve' } });
    expect(body.undo).toEqual(body.view.undo);
  });

  it('leave the view out where the caller prefers so, and say the rest all the same', async () => {
    const { id } = await submit('342.00');
    const { task, contentHash } = await look('张伟', id);
    const zhang = await as('张伟');
    const press = zhang.with({
      'Idempotency-Key': crypto.randomUUID(),
      'If-Match': `"${contentHash}"`,
      Prefer: 'wait=5, RETURN = "minimal"; foo=1, return=representation',
    });
    const path = `/tasks/${task?.id ?? ''}/approve`;
    const { status, headers, body } = await press.post<Answer>(path);
    const now = await look('张伟', id);
    expect(now).toMatchObject({ n: 2, undo: { commandType: 'approve' } });
    expect([status, headers.get('preference-applied'), headers.get('vary')]).toEqual([
      200,
      'return=minimal',
      expect.stringContaining('Prefer'),
    ]);
    expect(body).toEqual({ commandId: body.commandId, status: 'done', n: 2, undo: now.undo, view: null });
    const again = await press.post<Answer>(path);
    expect([again.status, again.headers.get('preference-applied')]).toEqual([200, 'return=minimal']);
    expect(again.body).toEqual({ ...body, undo: null });
    const { body: known } = await zhang.get<Answer>(`/commands/${body.commandId}`);
    expect(known).toMatchObject({ status: 'done', view: { id, n: 2 } });
    const minimal = zhang.with({ Prefer: 'return=minimal' });
    expect((await minimal.press<Answer>(`/requests/${id}/undo`)).body).toMatchObject({ status: 'done', n: 3, undo: null, view: null });
    expect((await minimal.press(path, {}, contentHash)).body).toMatchObject({ status: 409 });
    const full = await zhang.with({ Prefer: 'return=representation' }).press<Answer>(`/requests/${id}/undo`);
    expect([full.status, full.headers.get('preference-applied')]).toEqual([409, null]);
  });

  it('of which the next command takes the undo away', async () => {
    const { id } = await submit('343.00');
    const { task, contentHash } = await look('张伟', id);
    const press = (await as('张伟')).with({ 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${contentHash}"` });
    const path = `/tasks/${task?.id ?? ''}/approve`;
    expect((await press.post<Answer>(path)).body.undo).not.toBeNull();
    await decide('刘畅', id, 'approve', { fields: { inPlan: true } });
    expect((await press.post<Answer>(path)).body).toMatchObject({ n: 2, undo: null, view: { n: 3 } });
  });

  it('tell the submitter of a new request its id, whatever they prefer', async () => {
    const li = (await as('李娜')).with({ Prefer: 'return=minimal' });
    const { headers, body } = await li.press<Answer>('/requests?submit=true', {
      definition: EXPENSE,
      form: await expenseForm(li, '344.00'),
    });
    expect([headers.get('preference-applied'), body.n, body.undo, body.view.n]).toEqual([null, 1, null, 1]);
    const { body: withdrawn } = await li.press<Answer>(`/requests/${body.view.id}/withdraw`);
    expect(withdrawn).toMatchObject({ n: 2, undo: { commandType: 'withdraw' }, view: null });
  });

  it('cannot be taken back without a grace time, nor after it', async () => {
    const admin = await administrator(stack);
    const [li, zhang] = [await as('李娜'), await as('张伟')];
    const decideShort = async (graceSeconds: number) => {
      await admin.post('/definitions', short(graceSeconds));
      expect((await publish(admin, short(graceSeconds))).status).toBe(200);
      const draft = { definition: `grace-${graceSeconds}`, form: { reason: 'grace' } };
      const { id } = (await li.press<Answer>('/requests?submit=true', draft)).body.view;
      const { task, contentHash } = await look('张伟', id);
      const key = { 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${contentHash}"` };
      const send = async (prefer: string) =>
        (await zhang.with({ ...key, Prefer: prefer }).post<Answer>(`/tasks/${task?.id ?? ''}/approve`)).body;
      return { id, send };
    };
    const none = await decideShort(0);
    expect(await none.send('return=minimal')).toMatchObject({ status: 'done', n: 2, undo: null, view: null });
    expect(await none.send('return=representation')).toMatchObject({ n: 2, undo: null, view: { undo: null } });
    const { id, send } = await decideShort(4);
    const before = Date.now();
    const { undo } = await send('return=minimal');
    expect(undo?.commandType).toBe('approve');
    const decidedAt = Date.parse(undo?.until ?? '') - 4_000;
    expect([decidedAt >= before - 5, decidedAt <= Date.now()]).toEqual([true, true]);
    await until(async () => (await look('张伟', id)).n === 3);
    expect(await send('return=minimal')).toMatchObject({ n: 2, undo: null, view: null });
    expect(await send('return=representation')).toMatchObject({ n: 2, undo: null, view: { n: 3, undo: null } });
  });

  it('withdraw what nobody has decided, also by an id in capitals', async () => {
    const { id } = await submit('350.00');
    const { body } = await (await as('李娜')).press<Answer>(`/requests/${id.toUpperCase()}/withdraw`, { comment: '填错了' });
    expect(body.view).toMatchObject({ id, n: 2, status: 'withdrawn' });
  });

  it('reach the bell and the stream of whoever is concerned, and nobody else’s', async () => {
    const [zhang, stranger] = [await streamOf(await as('张伟')), await streamOf(await as('高扬'))];
    const { id } = await submit('360.00');
    await until(() => zhang.hints.some((hint) => hint.type === 'request' && hint.id === id));
    await until(async () =>
      (await (await as('张伟')).get<{ items: { requestId: string; notice: string }[] }>('/notifications')).body.items.some(
        (item) => item.requestId === id,
      ),
    );
    expect(stranger.hints.filter((hint) => hint.id === id)).toEqual([]);
    zhang.close();
    stranger.close();
  });

  it('show in the lists, the counts, the search and the timeline', async () => {
    const { id, number } = await submit('370.00');
    const zhang = await as('张伟');
    type List = { items: { requestId: string; step: { zh: string } }[] };
    const found = await zhang.get<List>(`/tasks?tab=todo&q=${number}&definition=${EXPENSE}&amountMin=370`);
    expect(found.body.items.map(({ requestId }) => requestId)).toEqual([id]);
    expect((await zhang.get<List>(`/tasks?tab=todo&q=${number}&amountMin=370.01`)).body.items).toEqual([]);
    const { body: search } = await zhang.get<{ requests: { requestId: string }[] }>(`/search?q=${number}`);
    expect(search.requests.map(({ requestId }) => requestId)).toEqual([id]);
    const { body: line } = await zhang.get<{ items: { action: string }[]; expected: { step: string; current: boolean }[] }>(
      `/requests/${id}/timeline`,
    );
    expect(line.items.map(({ action }) => action)).toEqual(['request.submitted']);
    expect(line.expected.map(({ step, current }) => [step, current]).slice(0, 2)).toEqual([
      ['superior-review', true],
      ['finance-check', false],
    ]);
    const before = (await zhang.get<{ todo: number }>('/tasks/counts')).body.todo;
    await decide('张伟', id, 'approve');
    expect((await zhang.get<{ todo: number }>('/tasks/counts')).body.todo).toBe(before - 1);
  });

  it('tell whoever decides next, in the list, what finance advises', async () => {
    const wu = await as('吴迪');
    const form = {
      topic: '冬季客群',
      kind: 'annual',
      budget: { amount: '32000.00', currency: 'CNY' },
      region: '华东',
      purpose: '了解客群',
    };
    const plan = { definition: 'research-plan-approval', form: { ...form, period: { from: today(), to: today() } } };
    const { id } = (await wu.press<Answer>('/requests?submit=true', plan)).body.view;
    type Chips = { items: { requestId: string; chips: { kind: string; text: { zh: string; en: string } }[] }[] };
    const chips = async (name: string, tab = 'todo') =>
      (await (await as(name)).get<Chips>(`/tasks?tab=${tab}`)).body.items.find(({ requestId }) => requestId === id)?.chips;
    await decide('唐磊', id, 'approve');
    expect(await chips('宋岚')).toEqual([]);
    const fields = { recommendedBudget: { amount: '9000.00', currency: 'CNY' } };
    await decide('宋岚', id, 'approve', { stance: 'against', comment: '超出年度安排', fields });
    expect(await chips('唐磊')).toEqual([{ kind: 'against', text: { zh: '财务部意见：反对', en: 'Finance: against' } }]);
    expect(await chips('宋岚', 'done')).toEqual([]);
    expect(await chips('吴迪', 'mine')).toEqual([]);
  });

  it('agree with the journal in the end', async () => {
    expect(await stack.cli('verify-journal')).toContain('everything agrees');
  });

  async function streamOf(caller: Caller): Promise<{ hints: { type: string; id: string }[]; close: () => void }> {
    const hints: { type: string; id: string }[] = [];
    const leaving = new AbortController();
    const reader = (await caller.open('/stream', leaving.signal)).getReader();
    const read = async (): Promise<void> => {
      for (let text = ''; ;) {
        const { done, value } = await reader.read();
        if (done) return;
        text += new TextDecoder().decode(value);
        const lines = text.split('\n');
        text = lines.pop() ?? '';
        for (const line of lines)
          if (line.startsWith('data: {"type"')) hints.push(JSON.parse(line.slice(6)) as { type: string; id: string });
      }
    };
    read().catch(() => undefined);
    await until(() => hints.length > 0);
    return { hints, close: () => leaving.abort() };
  }
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 90_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (await holds()) return;
  throw new Error('Expected it to come true within 15 s, but it did not');
}
