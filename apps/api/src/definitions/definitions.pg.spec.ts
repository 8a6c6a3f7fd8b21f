import { DefinitionChangedError, DefinitionRepository } from '@countersign/database';
import { SEED_DEFINITIONS } from '@countersign/definitions';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';

jest.setTimeout(60_000);

const small = (version: number, more: object = {}): object => ({
  key: 'leave-note',
  version,
  title: { zh: '外出登记', en: 'Going out' },
  area: 'service',
  numberPrefix: 'WC',
  start: { everyone: true },
  form: { fields: [{ key: 'reason', type: 'text', label: { zh: '事由', en: 'Reason' }, required: true }] },
  sentence: { zh: '{requester}外出：{reason}', en: '{requester} goes out: {reason}' },
  rowTitle: { zh: '外出 · {reason}', en: 'Going out · {reason}' },
  flow: [{ kind: 'approve', id: 'superior', title: { zh: '上级同意', en: 'Superior' }, assignee: { by: 'superior' } }],
  ...more,
});

describe('definitions', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
  });
  afterAll(() => api.stop());

  it('are imported as a draft, published, and never change again', async () => {
    expect((await admin.post('/definitions', small(1))).body).toMatchObject({ key: 'leave-note', version: 1, status: 'draft' });
    expect((await admin.get('/definitions/leave-note')).status).toBe(404);
    expect((await admin.post('/definitions', small(1, { title: { zh: '外出', en: 'Out' } }))).status).toBe(201);
    expect((await admin.post('/definitions/leave-note/versions/1/publish')).body).toMatchObject({ status: 'published' });
    expect((await admin.post('/definitions', small(1))).body).toMatchObject({ status: 409, code: 'definition-exists' });
    expect((await admin.send('DELETE', '/definitions/leave-note/versions/1')).body).toMatchObject({ code: 'definition-published' });
  });

  it('give way to their next version', async () => {
    await admin.post('/definitions', small(2));
    await admin.post('/definitions/leave-note/versions/2/publish');
    const { body } = await admin.get<{ items: { version: number; status: string }[] }>('/definitions/leave-note/versions');
    expect(body.items.map(({ version, status }) => [version, status])).toEqual([
      [2, 'published'],
      [1, 'retired'],
    ]);
  });

  it('are not brought into use again, nor an older draft, once a newer version is', async () => {
    const older = { status: 409, code: 'definition-superseded', params: { key: 'leave-note', version: 1, newest: 2 } };
    expect((await admin.post('/definitions/leave-note/versions/1/publish')).body).toMatchObject(older);
    for (const version of [5, 4]) await admin.post('/definitions', small(version, { key: 'late-note' }));
    expect((await admin.post('/definitions/late-note/versions/5/publish')).status).toBe(200);
    expect((await admin.post('/definitions/late-note/versions/4/publish')).body).toMatchObject({ code: 'definition-superseded' });
    const { body } = await admin.get<{ items: { key: string; version: number }[] }>('/definitions');
    expect(body.items.filter(({ key }) => key === 'late-note').map(({ version }) => version)).toEqual([5]);
    expect((await admin.send('DELETE', '/definitions/late-note/versions/4')).status).toBe(204);
  });

  it('with errors are not kept, and every error says where it is', async () => {
    const flow = [{ kind: 'approve', id: 'superior', title: { zh: '上级', en: 'Superior' }, assignee: { by: 'field', field: 'nobody' } }];
    const { status, body } = await admin.post<{ code: string; errors: { field: string }[] }>('/definitions', small(3, { flow }));
    expect([status, body.code]).toEqual([422, 'definition-invalid']);
    expect(body.errors.some(({ field }) => field.startsWith('flow'))).toBe(true);
    expect((await admin.send('DELETE', '/definitions/leave-note/versions/3')).status).toBe(404);
  });

  it('that are drafts are listed for those who import or publish them, and for nobody else', async () => {
    await admin.post('/definitions', small(4));
    type Drafts = { items: { key: string; version: number; status: string }[] };
    const { body } = await admin.get<Drafts>('/definitions?status=draft');
    expect(body.items.map(({ key, version, status }) => [key, version, status])).toEqual([['leave-note', 4, 'draft']]);
    const nobody = await (await api.as('li-na')).get('/definitions?status=draft');
    expect(nobody.body).toMatchObject({ status: 403, code: 'right-missing' });
    await admin.send('DELETE', '/definitions/leave-note/versions/4');
    expect((await admin.get<Drafts>('/definitions?status=draft')).body.items).toEqual([]);
  });

  it('say who may start them, and who may not why not', async () => {
    type List = { items: { key: string; startable: boolean; why: { code: string; text: { zh: string } } | null }[] };
    const { body } = await (await api.as('li-na')).get<List>('/definitions');
    const [expense, research] = ['expense-reimbursement', 'research-plan-approval'].map((key) =>
      body.items.find((item) => item.key === key),
    );
    expect(expense).toMatchObject({ startable: true, why: null });
    expect(research).toMatchObject({ startable: false, why: { code: 'may-not-start' } });
    const startable = await (await api.as('li-na')).get<List>('/definitions?startable=true');
    expect(startable.body.items.map(({ key }) => key)).not.toContain('research-plan-approval');
  });

  it('that ship with another content under a published version stop the start', async () => {
    const [seed] = SEED_DEFINITIONS;
    const [company] = await api.database.query<{ id: string }[]>('SELECT id FROM company LIMIT 1');
    if (!seed || !company) throw new Error('Expected a seed and a company, but there is none');
    const other = { ...seed, graceSeconds: 11 };
    await expect(new DefinitionRepository(api.database).publishSeed(company.id, other)).rejects.toThrow(DefinitionChangedError);
  });
});
