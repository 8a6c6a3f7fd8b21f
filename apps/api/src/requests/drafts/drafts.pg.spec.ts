import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import { publish } from '../../../../../test/support/publish';
import type { Caller } from '../../../../../test/support/caller';

interface View {
  id: string;
  status: string;
  own: boolean;
  savedHash: string | null;
  rowTitle: { zh: string };
  amount: { amount: string } | null;
  form: { values: Record<string, unknown>; fields: { key: string }[] };
  allowed: { command: string }[];
  code?: string;
  errors?: { field: string; message: { zh: string; en: string } }[];
}

const EXPENSE = 'expense-reimbursement';
const row = (amount: string, more: object = {}) => ({ matter: '陈列道具', amount: { amount, currency: 'CNY' }, ...more });

describe('drafts', () => {
  let api: ApiUnderTest;
  let li: Caller;
  beforeAll(async () => {
    // Fewer connections than presses at once: nobody may hold one while waiting for another.
    api = await startApi({ env: { DATABASE_POOL: '2' } });
    li = await api.as('li-na');
  });
  afterAll(() => api.stop());

  const draft = async (form: object = {}): Promise<View> => (await li.post<View>('/requests', { definition: EXPENSE, form })).body;

  it('are made by many people at once', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => li.post<View>('/requests', { definition: EXPENSE, form: {} })));
    expect(made.map(({ status }) => status)).toEqual(Array(12).fill(201));
  });

  it('keep what was typed, add up the table, and say what they are about', async () => {
    const { id } = await draft();
    const { status, body } = await li.send<View>('PUT', `/requests/${id}/draft`, {
      form: { category: 'display-props', items: [row('12000.00'), row('300.50')], reason: '新店陈列' },
    });
    expect([status, body.status, body.amount, body.rowTitle.zh]).toEqual([
      200,
      'draft',
      { amount: '12300.50', currency: 'CNY' },
      expect.stringContaining('陈列道具'),
    ]);
    const { body: list } = await li.get<{ items: { requestId: string; amount: { amount: string } }[] }>('/tasks?tab=drafts');
    expect(list.items.find(({ requestId }) => requestId === id)?.amount.amount).toBe('12300.50');
  });

  it('leave out what cannot be read, and a submit names it', async () => {
    const { id } = await draft();
    const form = { reason: 'x', items: [row('1,200')] };
    const { body } = await li.send<View>('PUT', `/requests/${id}/draft`, { form });
    expect(body.form.values).toMatchObject({ reason: 'x' });
    const sent = await li.press<View>(`/requests/${id}/submit`, { form });
    expect([sent.status, sent.body.code, sent.body.errors?.[0]?.field]).toEqual([422, 'invalid-field', 'items.0.amount']);
    expect(sent.body.errors?.[0]?.message.zh.length).toBeGreaterThan(0);
  });

  it('keep a table without the cells that cannot be read, new and saved alike', async () => {
    const items = [row('12.00', { unknown: 'x' }), row('1,2'), row('300.50', { matter: { no: 'text' } })];
    const left = [row('12.00'), { matter: '陈列道具' }, { amount: { amount: '300.50', currency: 'CNY' } }];
    const { id, form } = await draft({ items });
    expect(form.values['items']).toEqual(left);
    const { body } = await li.send<View>('PUT', `/requests/${id}/draft`, { form: { reason: 'x', items } });
    expect([body.form.values['items'], body.amount]).toEqual([left, { amount: '312.50', currency: 'CNY' }]);
  });

  it('are nobody else’s: not to read, not to save, not to delete, not to submit', async () => {
    const { id } = await draft({ reason: 'secret' });
    for (const key of ['zhang-wei', 'jiang-ming']) {
      const other = await api.as(key);
      expect((await other.get(`/requests/${id}`)).status).toBe(404);
      expect((await other.send('PUT', `/requests/${id}/draft`, { form: {} })).status).toBe(404);
      expect((await other.send('DELETE', `/requests/${id}`)).status).toBe(404);
      expect((await other.press(`/requests/${id}/submit`)).status).toBe(404);
    }
  });

  it('whose submit was refused can be changed again at once', async () => {
    const { id } = await draft({ reason: 'short' });
    expect((await li.press(`/requests/${id}/submit`)).status).toBe(422);
    expect((await li.send('PUT', `/requests/${id}/draft`, { form: { reason: 'longer' } })).status).toBe(200);
  });

  it('are not saved over what another window has saved since: the choice is its writer’s', async () => {
    const { id, savedHash } = await draft({ reason: 'first' });
    const path = `/requests/${id}/draft`;
    const save = (reason: string, over: string | null) =>
      (over === null ? li : li.with({ 'If-Match': `"${over}"` })).send<View>('PUT', path, { form: { reason } });
    const second = await save('second', savedHash);
    expect([second.status, second.body.savedHash === savedHash]).toEqual([200, false]);
    expect(await save('third', savedHash)).toMatchObject({ status: 409, body: { code: 'draft-changed' } });
    expect((await li.get<View>(`/requests/${id}`)).body.form.values['reason']).toBe('second');
    // The same saved once more is the same; whoever does not ask is not asked.
    expect((await save('second', second.body.savedHash)).body.savedHash).toBe(second.body.savedHash);
    expect((await save('third', second.body.savedHash)).status).toBe(200);
    expect((await save('fourth', null)).status).toBe(200);
    expect(await save('fifth', 'nonsense')).toMatchObject({ status: 409, body: { code: 'draft-changed' } });
    expect((await save('fifth', 'no header')).status).toBe(400);
  });

  it('can be thrown away, once', async () => {
    const { id } = await draft();
    expect((await li.send('DELETE', `/requests/${id}`)).status).toBe(204);
    expect((await li.send('DELETE', `/requests/${id}`)).status).toBe(404);
  });

  it('copied from a request take neither files nor invoice numbers', async () => {
    const { id } = await draft({ reason: 'again', items: [row('10.00', { invoiceNumber: 'A-1' })] });
    const { status, body } = await li.post<View>(`/requests/${id}/copy`);
    expect([status, body.id === id]).toEqual([201, false]);
    expect(body.form.values).toMatchObject({
      reason: 'again',
      items: [{ matter: '陈列道具', amount: { amount: '10.00', currency: 'CNY' } }],
    });
    expect(JSON.stringify(body.form.values)).not.toContain('A-1');
  });

  it('are made and copied only by whoever may start the process, and the page and the form say so beforehand', async () => {
    const [closed, open] = ['research-plan-approval', { zh: '开放', en: 'Open' }];
    const refused = await li.post<View>('/requests', { definition: closed, form: {} });
    expect([refused.status, refused.body.code]).toEqual([403, 'may-not-start']);
    expect((await li.get(`/definitions/${closed}`)).body).toMatchObject({ why: { code: 'may-not-start' } });
    expect((await li.get(`/definitions/${EXPENSE}`)).body).toMatchObject({ why: null });

    const admin = await api.as('lu-ning');
    const narrow = (version: number, start: object) => ({
      ...{ key: 'narrowed', version, title: open, area: 'people', numberPrefix: 'NA', start, sentence: open, rowTitle: open },
      form: { fields: [{ key: 'what', type: 'text', label: open, required: true }] },
      flow: [{ kind: 'approve', id: 'seen', title: open, assignee: { by: 'superior' } }],
    });
    const bring = async (definition: { key: string; version: number }) => {
      expect(await admin.post('/definitions', definition)).toMatchObject({ status: 201 });
      expect((await publish(admin, definition)).status).toBe(200);
    };
    await bring(narrow(1, { everyone: true }));
    const { id } = (await li.post<View>('/requests', { definition: 'narrowed', form: { what: 'x' } })).body;
    expect((await li.get(`/requests/${id}`)).body).toMatchObject({ notAgain: null });
    await bring(narrow(2, { roles: ['store-manager-of-nowhere'] }));
    expect((await li.get(`/requests/${id}`)).body).toMatchObject({ notAgain: { code: 'may-not-start' } });
    expect((await li.post(`/requests/${id}/copy`)).body).toMatchObject({ status: 403, code: 'may-not-start' });
    expect((await admin.post('/definitions/narrowed/versions/2/retire', {})).status).toBe(200);
    expect((await li.get(`/requests/${id}`)).body).toMatchObject({ notAgain: { code: 'definition-retired' } });
    expect((await li.post(`/requests/${id}/copy`)).body).toMatchObject({ code: 'definition-retired' });
  });

  it('sent again without a choice keep the choice that was made: the command says nothing of any', async () => {
    const { id } = await draft();
    const picked = { review: li.personId };
    for (const choices of [{}, { review: ' ' }, picked]) await li.press(`/requests/${id}/resubmit`, { choices });
    const kept = await api.database.query<{ choices: object | null }[]>(
      `SELECT body->'choices' AS choices FROM command WHERE request_id = $1 ORDER BY created_at`,
      [id],
    );
    expect(kept).toEqual([{ choices: null }, { choices: null }, { choices: picked }]);
  });

  it('offer the submit, and show the whole form to fill in', async () => {
    const view = await draft();
    expect(view.allowed.map(({ command }) => command)).toEqual(['submit']);
    expect(view.form.fields.map(({ key }) => key)).toEqual(expect.arrayContaining(['category', 'items', 'amount', 'attachments']));
    expect(view.form.fields.map(({ key }) => key)).not.toContain('paymentNumber');
  });

  it('keep everything that was said beside them within reach, however much it is', async () => {
    const { id } = await draft();
    await api.database.query(
      `INSERT INTO comment (id, company_id, request_id, person_id, text, at)
       SELECT gen_random_uuid(), r.company_id, r.id, r.requester_id, 'said ' || s.k, now() - (1200 - s.k) * interval '1 second'
       FROM request r CROSS JOIN generate_series(1, 1200) AS s(k) WHERE r.id = $1`,
      [id],
    );
    const said: string[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/requests/${id}/discussion?limit=200${cursor ? `&cursor=${cursor}` : ''}`;
      const { body } = await li.get<{ items: { text: string }[]; nextCursor: string | null }>(path);
      said.unshift(...body.items.map(({ text }) => text));
      cursor = body.nextCursor;
    } while (cursor);
    expect(said).toEqual(Array.from({ length: 1200 }, (_, index) => `said ${index + 1}`));
    const { body: timeline } = await li.get<{ items: { comment: string | null }[] }>(`/requests/${id}/timeline`);
    expect(timeline.items.at(-1)?.comment).toBe('said 1200');
  });

  it('refuse a body with words that nobody knows', async () => {
    const { status, body } = await li.post<View>('/requests', { definition: EXPENSE, from: {} });
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([422, 'invalid-body', 'from']);
  });
});

describe('a route preview', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  interface Preview {
    submittable: boolean;
    steps: {
      step: string;
      why: { zh: string } | null;
      people: { name: { zh: string } }[];
      passedOver: { person: { name: { zh: string } }; why: { zh: string } }[];
    }[];
    assumptions: { otherwise: { zh: string } | null }[];
    problems: { field: string; message: { zh: string } }[];
    refusal: { code: string } | null;
  }

  it('names who will decide, who is passed over and why, and what else could be', async () => {
    const li = await api.as('li-na');
    const { body: units } = await li.get<{ items: { id: string }[] }>('/units?kind=store&q=徐汇');
    const look = async (form: object) =>
      (await li.post<Preview>('/requests/preview', { definition: EXPENSE, form: { items: [row('12300.00')], ...form } })).body;
    const approvalOf = ({ steps }: Preview) => steps.find(({ step }) => step === 'approval');
    // Which line of a budget it draws on decides with the amount.
    expect(approvalOf(await look({}))).toMatchObject({ people: [], why: { zh: '填写「报销类别」、「成本归属」、「费用日期」后显示' } });
    const days = { from: '2026-11-30', to: '2026-11-30' };
    const body = await look({ category: 'display-props', costUnit: units.items[0]?.id, expenseDates: days });
    const approval = approvalOf(body);
    expect(approval?.people.map(({ name }) => name.zh)).toEqual(['周岩']);
    expect(approval?.passedOver.map(({ person, why }) => `${person.name.zh} ${why.zh}`)).toEqual([
      '张伟 额度 ¥1,000 不够',
      '孙倩 额度 ¥5,000 不够',
    ]);
    expect(body.assumptions[0]?.otherwise?.zh).toContain('郑国华');
    expect([body.submittable, body.problems.length > 0]).toEqual([false, true]);
  });

  it('says that somebody may not start the process at all', async () => {
    const li = await api.as('li-na');
    const { body } = await li.post<Preview>('/requests/preview', { definition: 'research-plan-approval', form: {} });
    expect(body.refusal?.code).toBe('may-not-start');
  });
});

describe('without Temporal', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('a submit is kept and answered with 202, and the API goes on reading', async () => {
    const li = await api.as('li-na');
    const admin = await api.as('lu-ning');
    await admin.post('/definitions', NOTE);
    await publish(admin, NOTE);
    const sent = await li.with({ 'Idempotency-Key': 'once' }).post<{ commandId: string; status: string }>('/requests?submit=true', {
      definition: 'note',
      form: { reason: '外出' },
    });
    expect([sent.status, sent.body.status, sent.headers.get('location')]).toEqual([202, 'open', `/api/v1/commands/${sent.body.commandId}`]);
    expect((await li.get(`/commands/${sent.body.commandId}`)).body).toMatchObject({ status: 'open', view: null });
    expect((await (await api.as('zhang-wei')).get(`/commands/${sent.body.commandId}`)).status).toBe(404);
    const { body: drafts } = await li.get<{ items: { pending: boolean }[] }>('/tasks?tab=drafts');
    expect(drafts.items.map(({ pending }) => pending)).toEqual([true]);
    expect((await li.get('/health/ready')).status).toBe(200);
  });

  it('a draft that is being submitted takes no more changes: the save that comes too late is told so', async () => {
    const li = await api.as('li-na');
    const saved = { status: 409, code: 'being-sent', detail: 'This request is being submitted, so your last changes were not saved.' };
    const draft = async () => (await li.post<{ id: string }>('/requests', { definition: 'note', form: { reason: 'first' } })).body.id;
    const save = (id: string, reason: string) => li.send('PUT', `/requests/${id}/draft`, { form: { reason } });
    const reasonIn = async (table: string, id: string) => {
      const form = table === 'request' ? 'form' : `body->'form'`;
      const [row] = await api.database.query<{ reason: string }[]>(
        `SELECT ${form}->>'reason' AS reason FROM ${table} WHERE ${table === 'request' ? 'id' : 'request_id'} = $1`,
        [id],
      );
      return row?.reason;
    };
    const round = async (at: number) => {
      const id = await draft();
      const saves = Array.from({ length: 6 }, (_, each) => `save-${at}-${each}`);
      const [submitted, ...answers] = await Promise.all([
        li.press(`/requests/${id}/submit`),
        ...saves.map(async (reason, each) => {
          await new Promise((resolve) => setTimeout(resolve, each * 15));
          return save(id, reason);
        }),
      ]);
      expect(submitted.status).toBe(202);
      for (const { status, body } of answers) if (status !== 200) expect(body).toMatchObject(saved);
      expect((await save(id, 'late')).body).toMatchObject(saved);
      const kept = saves.filter((_, each) => answers[each]?.status === 200);
      expect(['first', ...kept]).toContain(await reasonIn('request', id));
      expect(await reasonIn('command', id)).toEqual(await reasonIn('request', id));
    };
    await Promise.all(Array.from({ length: 8 }, (_, at) => round(at)));
  });

  it('answers 503 while a restored database has not been checked', async () => {
    const li = await api.as('li-na');
    await api.database.query(`INSERT INTO setting (key, value) VALUES ('restored', '{}')`);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const [inbox, ready, live] = await Promise.all(['/tasks', '/health/ready', '/health/live'].map((path) => li.get(path)));
    expect([inbox?.status, inbox?.body['code'], ready?.status, live?.status]).toEqual([503, 'restored', 503, 200]);
  });
});

const NOTE = {
  key: 'note',
  version: 1,
  title: { zh: '便条', en: 'Note' },
  area: 'service',
  numberPrefix: 'BT',
  start: { everyone: true },
  form: { fields: [{ key: 'reason', type: 'text', label: { zh: '事由', en: 'Reason' }, required: true }] },
  sentence: { zh: '{requester}：{reason}', en: '{requester}: {reason}' },
  rowTitle: { zh: '便条 · {reason}', en: 'Note · {reason}' },
  flow: [{ kind: 'approve', id: 'superior', title: { zh: '上级同意', en: 'Superior' }, assignee: { by: 'superior' } }],
};
