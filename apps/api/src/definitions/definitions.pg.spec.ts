import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import { publish } from '../../../../test/support/publish';
import type { Caller } from '../../../../test/support/caller';

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

/** Sentence and line of a form without a reason. */
const plain = (text: string): object => ({ sentence: { zh: text, en: text }, rowTitle: { zh: text, en: text } });

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
    expect((await publish(admin, small(1, { title: { zh: '外出', en: 'Out' } }))).body).toMatchObject({ status: 'published' });
    expect((await admin.post('/definitions', small(1))).body).toMatchObject({ status: 409, code: 'definition-exists' });
    expect((await admin.send('DELETE', '/definitions/leave-note/versions/1')).body).toMatchObject({ code: 'definition-published' });
  });

  it('give way to their next version', async () => {
    await admin.post('/definitions', small(2));
    await publish(admin, small(2));
    const { body } = await admin.get<{ items: { version: number; status: string }[] }>('/definitions/leave-note/versions');
    expect(body.items.map(({ version, status }) => [version, status])).toEqual([
      [2, 'published'],
      [1, 'retired'],
    ]);
  });

  it('are not brought into use again, nor an older draft, once a newer version is', async () => {
    const older = { status: 409, code: 'definition-superseded', params: { key: 'leave-note', version: 1, newest: 2 } };
    expect((await publish(admin, small(1, { title: { zh: '外出', en: 'Out' } }))).body).toMatchObject(older);
    for (const version of [5, 4]) await admin.post('/definitions', small(version, { key: 'late-note' }));
    expect((await publish(admin, small(5, { key: 'late-note' }))).status).toBe(200);
    expect((await publish(admin, small(4, { key: 'late-note' }))).body).toMatchObject({ code: 'definition-superseded' });
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

  it('are published as they were looked at, or not at all', async () => {
    const seen = small(1, { key: 'seen-note' });
    const path = '/definitions/seen-note/versions/1/publish';
    await admin.post('/definitions', seen);
    expect((await admin.post(path)).body).toMatchObject({ status: 428, code: 'if-match-required' });
    await admin.post('/definitions', { ...seen, graceSeconds: 11 });
    expect((await publish(admin, seen)).body).toMatchObject({ status: 412, code: 'definition-changed' });
    const { body } = await admin.get<{ items: { key: string; hash: string }[] }>('/definitions?status=draft');
    const hash = body.items.find(({ key }) => key === 'seen-note')?.hash;
    expect((await admin.with({ 'If-Match': `"${hash}"` }).post(path)).body).toMatchObject({ status: 'published', hash });
  });

  it('are replaced as they were looked at where that is said, and never in place of what somebody else has imported since', async () => {
    const first = small(1, { key: 'two-hands' });
    const { hash } = (await admin.post<{ hash: string }>('/definitions', first)).body;
    const over = (seen: string, graceSeconds: number) =>
      admin.with({ 'If-Match': `"${seen}"` }).post<{ hash: string }>('/definitions', { ...first, graceSeconds });
    const [one, other] = await Promise.all([over(hash, 11), over(hash, 12)]);
    expect([one.status, other.status].sort()).toEqual([201, 412]);
    const won = one.status === 201 ? one : other;
    expect((won === one ? other : one).body).toMatchObject({ code: 'definition-changed' });
    expect((await over(won.body.hash, 13)).status).toBe(201);
    const nowhere = small(1, { key: 'never-there' });
    expect((await admin.with({ 'If-Match': `"${hash}"` }).post('/definitions', nowhere)).status).toBe(404);
  });

  it('are in use with what was published, whoever imports or deletes at the same moment', async () => {
    for (let round = 0; round < 6; round++) {
      const key = `raced-${round}`;
      const [shown, other] = [small(1, { key }), small(1, { key, graceSeconds: 11 })];
      const { body: draft } = await admin.post<{ hash: string }>('/definitions', shown);
      const [published, imported, removed] = await Promise.all([
        publish(admin, shown),
        admin.post('/definitions', other),
        round % 2 === 0 ? admin.send('DELETE', `/definitions/${key}/versions/1`) : null,
      ]);
      for (const answer of [published, imported, removed]) expect(answer?.status ?? 0).toBeLessThan(500);
      const rows = await api.database.query<{ status: string; hash: string }[]>('SELECT status, hash FROM definition WHERE key = $1', [
        key,
      ]);
      const inUse = rows.filter(({ status }) => status === 'published').map(({ hash }) => hash);
      expect(inUse).toEqual(published.status === 200 ? [draft.hash] : []);
      if (published.status === 200 && removed) expect(removed.status).not.toBe(204);
      expect((await admin.get(`/definitions/${key}`)).status).toBe(published.status === 200 ? 200 : 404);
    }
  });

  it('that nobody can start are not there for those who neither import nor publish', async () => {
    await admin.post('/definitions', small(1, { key: 'hidden-note' }));
    const li = await api.as('li-na');
    const nothing = (await li.get<object>('/definitions/no-such-note/versions')).body;
    for (const path of ['/versions', '/versions/1']) {
      const { status, body } = await li.get<object>(`/definitions/hidden-note${path}`);
      expect([status, body]).toEqual([404, { ...nothing, instance: `/api/v1/definitions/hidden-note${path}` }]);
    }
    await publish(admin, small(1, { key: 'hidden-note' }));
    await admin.post('/definitions', small(2, { key: 'hidden-note' }));
    const versions = async (caller: Caller): Promise<number[]> =>
      (await caller.get<{ items: { version: number }[] }>('/definitions/hidden-note/versions')).body.items.map(({ version }) => version);
    expect([await versions(li), await versions(admin)]).toEqual([[1], [2, 1]]);
    const { body } = await admin.get('/definitions/hidden-note/versions/2');
    expect(body).toMatchObject({ status: 'draft', definition: { key: 'hidden-note', version: 2, numberPrefix: 'WC' } });
    expect((await admin.post('/definitions', body['definition'])).status).toBe(201);
  });

  it('are looked at with what surrounds their form: roles of the reader, parameters, the day of the company', async () => {
    const text = (key: string, visible: object) => ({ key, type: 'text', label: { zh: key, en: key }, visible });
    const fields = [
      text('forAdmins', { requesterHasRole: 'system-admin' }),
      text('forNobody', { requesterHasRole: 'no-such-role' }),
      text('switched', { eq: [{ param: 'asked' }, { value: true }] }),
      { key: 'day', type: 'date', label: { zh: '日期', en: 'Day' }, notAfter: 'today' },
    ];
    const parameters = [{ key: 'asked', title: { zh: '是否询问', en: 'Asked' }, default: true }];
    await admin.post('/definitions', small(1, { key: 'sensing-note', parameters, form: { fields }, ...plain('{requester}') }));
    const { body } = await admin.get('/definitions/sensing-note/versions/1');
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    expect(body['surroundings']).toEqual({ requesterRoles: ['system-admin'], params: { asked: true }, today });
  });

  it('are looked at with their route before they are published', async () => {
    await admin.post('/definitions', small(1, { key: 'coming-note' }));
    const ask = (caller: Caller) => caller.post('/requests/preview', { definition: 'coming-note', version: 1, form: { reason: 'x' } });
    expect((await ask(admin)).body).toMatchObject({ steps: [expect.objectContaining({ step: 'superior' })], problems: [] });
    expect((await ask(await api.as('li-na'))).status).toBe(404);
  });

  it('are tried out as somebody else of the company by those who import or publish them, and by nobody else', async () => {
    const fields = [{ key: 'store', type: 'text', label: { zh: '店', en: 'Store' }, visible: { requesterHasRole: 'store-manager' } }];
    const lone = { key: 'tried-note', ...plain('{requester}') };
    await admin.post('/definitions', small(1, { ...lone, form: { fields } }));
    const li = await api.as('li-na');
    const as = (personId: string) => ({ definition: 'tried-note', version: 1, requesterId: personId, form: {} });
    type Tried = { requester: { id: string }; steps: { people: { name: { zh: string } }[] }[] };
    const { body } = await admin.post<Tried>('/requests/preview', as(li.personId));
    expect([body.requester.id, body.steps[0]?.people[0]?.name.zh]).toEqual([li.personId, '张伟']);
    expect(JSON.stringify(body.steps[0])).toContain('申请人的直属上级');
    const path = '/definitions/tried-note/versions/1';
    const roles = async (query = ''): Promise<unknown> =>
      (await admin.get<{ surroundings: { requesterRoles: string[] } }>(path + query)).body.surroundings.requesterRoles;
    expect([await roles(), await roles(`?requesterId=${li.personId.toUpperCase()}`)]).toEqual([[], ['store-manager']]);
    const nobody = '01a22ae6-0000-7000-8000-000000000000';
    expect((await admin.get(`${path}?requesterId=${nobody}`)).status).toBe(404);
    expect((await admin.post('/requests/preview', as(nobody))).status).toBe(404);
    expect((await li.post('/requests/preview', as(admin.personId))).status).toBe(404);
    expect((await li.get(`${path}?requesterId=${li.personId}`)).status).toBe(404);
    // Without a version it is the caller's own request, whoever is named.
    const own = await admin.post<Tried>('/requests/preview', { definition: 'expense-reimbursement', form: {}, requesterId: li.personId });
    expect(own.body.requester.id).toBe(admin.personId);
    await admin.send('DELETE', path);
  });

  it('say whom and what the company lacks for them', async () => {
    const assignee = { by: 'role', role: 'astronaut', scope: 'company' };
    const authority = { kind: 'approve', matter: 'moon' };
    const flow = [{ kind: 'approve', id: 'launch', title: { zh: '发射', en: 'Launch' }, assignee, authority }];
    const { body } = await admin.post<{ findings: { severity: string; code: string; path: string }[] }>(
      '/definitions',
      small(1, { key: 'moon-note', flow }),
    );
    expect(body.findings).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'prefix-shared', path: 'numberPrefix' }),
      expect.objectContaining({ severity: 'warning', code: 'title-shared', path: 'title' }),
      expect.objectContaining({ severity: 'warning', code: 'role-unheld', path: 'flow.0.assignee' }),
      expect.objectContaining({ severity: 'warning', code: 'matter-ungranted', path: 'flow.0.authority' }),
    ]);
  });

  it('go on telling apart what only one request may have in force, whatever the next version tells it by', async () => {
    const text = (key: string) => ({ key, type: 'text', label: { zh: key, en: key } });
    const fields = [...['place', 'month'].map(text), { key: 'day', type: 'date', label: { zh: '日期', en: 'Day' } }];
    const version = (number: number, oneInForce?: string[]) =>
      small(number, { key: 'only-note', form: { fields }, ...(oneInForce && { oneInForce }), ...plain('{requester}') });
    const bring = async (definition: object): Promise<void> => {
      await admin.post('/definitions', definition);
      expect((await publish(admin, definition)).status).toBe(200);
    };
    await bring(version(1));
    const form = (place: string, month: string) => JSON.stringify({ place, month, day: '2026-03-01' });
    const rows = [
      ['approved', form('A-1', '2026/03')],
      ['rejected', form('B', '2026-03')],
      [null, form('C', '2026-03')],
      [null, JSON.stringify({ place: 'D' })],
    ];
    for (const [outcome, values] of rows)
      await api.database.query(
        `INSERT INTO request (id, company_id, definition_id, requester_id, n, form, outcome, state)
         SELECT gen_random_uuid(), d.company_id, d.id, p.id, 1, $1, $2, '{"context":{"carriedOut":[]}}'
         FROM definition d JOIN person p ON p.company_id = d.company_id WHERE d.key = 'only-note' ORDER BY p.id LIMIT 1`,
        [values, outcome],
      );
    const held = async (): Promise<string[]> =>
      (
        await api.database.query<{ value: string }[]>(`SELECT value FROM claimed_value WHERE check_name = 'one:only-note' ORDER BY value`)
      ).map(({ value }) => value.replaceAll('\n', ' '));
    await bring(version(2, ['place', 'month']));
    expect(await held()).toEqual(['a1 202603', 'c 202603']);
    await bring(version(3, ['day', 'place']));
    expect(await held()).toEqual(['2026-03-01 a1', '2026-03-01 c', 'a1 202603', 'c 202603']);
    await bring(version(4, ['day', 'place']));
    expect(await held()).toHaveLength(4);
  });

  describe('and drafts of requests', () => {
    interface Draft {
      id: string;
      definition: { version: number };
      form: { fields: { key: string }[]; values: object };
      draftChanges: { fromVersion: number; toVersion: number; added: { en: string }[]; removed: { en: string }[] } | null;
    }
    const field = (key: string, en: string): object => ({ key, type: 'text', label: { zh: en, en } });
    const note = (version: number, ...fields: object[]): object => small(version, { key: 'moving-note', form: { fields } });
    let li: Caller;
    beforeAll(async () => {
      li = await api.as('li-na');
      await admin.post('/definitions', note(1, field('reason', 'Reason'), field('place', 'Place')));
      await publish(admin, note(1, field('reason', 'Reason'), field('place', 'Place')));
    });

    it('go on to the version that is published, with what fits, and say what is different', async () => {
      const { body: draft } = await li.post<Draft>('/requests', { definition: 'moving-note', form: { reason: 'r', place: 'p' } });
      const next = note(2, field('reason', 'Reason'), field('hours', 'Hours'));
      await admin.post('/definitions', next);
      await publish(admin, next);
      const { body } = await li.get<Draft>(`/requests/${draft.id}`);
      expect([body.definition.version, body.form.fields.map(({ key }) => key), body.form.values]).toEqual([
        2,
        ['reason', 'hours'],
        { reason: 'r' },
      ]);
      expect(body.draftChanges).toMatchObject({
        fromVersion: 1,
        toVersion: 2,
        added: [{ en: 'Hours' }],
        removed: [{ en: 'Place' }],
        changed: [],
      });
      const stale = await li.press(`/requests/${draft.id}/submit`, { form: { reason: 'r', place: 'p' } });
      expect(stale.body).toMatchObject({ status: 409, code: 'process-changed' });
      const sent = await li.press<{ commandId: string }>(`/requests/${draft.id}/submit`, { form: { reason: 'r', hours: '3' } });
      expect(sent.status).toBe(202);
    });

    it('lose picks for steps that are nobody’s to pick for any more, and say so', async () => {
      const version = (number: number, id: string): object =>
        small(number, {
          key: 'picking-note',
          flow: [{ kind: 'approve', id, title: { zh: id, en: id }, assignee: { by: 'choice', roles: ['finance-manager'] } }],
        });
      await admin.post('/definitions', version(1, 'one'));
      await publish(admin, version(1, 'one'));
      const [person] = await api.database.query<{ id: string }[]>(
        `SELECT p.id FROM person p JOIN position o ON o.person_id = p.id WHERE o.role = 'finance-manager' LIMIT 1`,
      );
      const form = { reason: 'r' };
      const [old, fresh] = [{ one: person?.id }, { uno: person?.id }];
      const { body: draft } = await li.post<Draft>('/requests', { definition: 'picking-note', form, choices: old });
      await admin.post('/definitions', version(2, 'uno'));
      await publish(admin, version(2, 'uno'));
      const { body } = await li.get<Draft & { choices: object }>(`/requests/${draft.id}`);
      expect([body.choices, body.draftChanges?.removed]).toEqual([{}, [expect.objectContaining({ en: 'one' })]]);
      // A page that was open all the while still sends what it had.
      const preview = { definition: 'picking-note', requestId: draft.id, form, choices: { ...old, ...fresh } };
      expect((await li.post<{ problems: object[] }>('/requests/preview', preview)).body.problems).toEqual([]);
      const unpicked = await li.press<{ errors: { field: string }[] }>(`/requests/${draft.id}/submit`, { form, choices: old });
      expect(unpicked.body.errors.map(({ field }) => field)).toEqual(['choices.uno']);
      const sent = await li.press<{ commandId: string }>(`/requests/${draft.id}/submit`, { form, choices: { ...old, ...fresh } });
      expect(sent.status).toBe(202);
    });

    it('stay where a process is taken out of use, and nothing new is started', async () => {
      const { body: draft } = await li.post<Draft>('/requests', { definition: 'moving-note', form: { reason: 'r' } });
      expect((await admin.post('/definitions/moving-note/versions/2/retire')).body).toMatchObject({ status: 'retired' });
      const saved = await li.send<Draft>('PUT', `/requests/${draft.id}/draft`, { form: { reason: 'later' } });
      expect([saved.status, saved.body.form.values]).toEqual([200, { reason: 'later' }]);
      const body = { definition: 'moving-note', form: { reason: 'r' } };
      for (const answer of [
        await li.press(`/requests/${draft.id}/submit`, {}),
        await li.post('/requests', body),
        await li.press('/requests?submit=true', body),
        await li.post('/requests/preview', body),
        await li.post('/requests/preview', { ...body, requestId: draft.id }),
        await li.post(`/requests/${draft.id}/copy`),
      ])
        expect(answer.body).toMatchObject({ status: 409, code: 'definition-retired' });
      expect((await li.get<{ items: { key: string }[] }>('/definitions')).body.items.map(({ key }) => key)).not.toContain('moving-note');
      expect((await admin.post('/definitions/moving-note/versions/2/retire')).body).toMatchObject({ status: 'retired' });
    });
  });
});
