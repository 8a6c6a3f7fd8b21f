import { definitionSchema, type Definition } from '@countersign/domain';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import { publish } from '../../../../../test/support/publish';
import type { Caller } from '../../../../../test/support/caller';
import type { Actor } from '../../auth/actor';
import { ReferenceCheck } from './reference-check.service';

interface Refused {
  status: number;
  code: string;
  detail: string;
  errors: { field: string; code: string; message: { zh: string; en: string } }[];
}
interface Preview {
  submittable: boolean;
  problems: { field: string; code: string; message: { zh: string } }[];
  refusal: { code: string } | null;
}

const label = (zh: string, en: string) => ({ zh, en });
/** Everything that a form can refer to, a cost unit by which the checker is found, and a step whose person is picked. */
const LETTER = {
  key: 'letter',
  version: 1,
  title: label('函件', 'Letter'),
  area: 'service',
  numberPrefix: 'LT',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'reason', type: 'text', label: label('事由', 'Reason'), required: true, maxLength: 20 },
      { key: 'host', type: 'person', label: label('接待人', 'Host') },
      { key: 'guests', type: 'people', label: label('同行人', 'Guests') },
      { key: 'shop', type: 'unit', label: label('门店', 'Shop'), kinds: ['store'] },
      { key: 'before', type: 'request', label: label('关联申请', 'Earlier request'), definition: 'letter' },
      { key: 'count', type: 'number', label: label('份数', 'Copies'), min: 1 },
      { key: 'day', type: 'date', label: label('日期', 'Day') },
      { key: 'more', type: 'yes-no', label: label('另有说明', 'More') },
      ...[
        { key: 'sum', type: 'money', currency: 'CNY' },
        { key: 'until', type: 'date' },
        { key: 'guest', type: 'person' },
        { key: 'papers', type: 'files' },
        { key: 'costs', type: 'table', columns: [{ key: 'each', type: 'money', currency: 'CNY', label: label('金额', 'Amount') }] },
      ].map((field) => ({ ...field, label: label('补充', 'Further'), visible: { eq: [{ field: 'more' }, { value: true }] } })),
      {
        key: 'lines',
        type: 'table',
        label: label('明细', 'Lines'),
        columns: [
          { key: 'number', type: 'text', label: label('票号', 'Number') },
          { key: 'day', type: 'date', label: label('日期', 'Day') },
        ],
      },
    ],
  },
  submitChecks: [
    { type: 'value-taken', params: { field: 'lines.number', register: 'letters' } },
    { type: 'too-old', params: { field: 'lines.day', days: 30 } },
  ],
  sentence: label('{requester}：{reason} {before}', '{requester}: {reason} {before}'),
  rowTitle: label('函件 · {reason} {before}', 'Letter · {reason} {before}'),
  flow: [
    {
      kind: 'approve',
      id: 'look',
      title: label('会签', 'Look'),
      assignee: { by: 'choice', roles: ['finance-manager', 'finance-director'] },
    },
    {
      kind: 'approve',
      id: 'shop-head',
      title: label('店长', 'Shop'),
      assignee: { by: 'role', role: 'area-manager', scope: { field: 'shop' } },
    },
  ],
};

describe('what a form refers to', () => {
  let api: ApiUnderTest;
  let li: Caller;
  let other: Caller;
  const id: Record<string, string> = {};
  const person = async (key: string): Promise<string> =>
    (await api.database.query<{ id: string }[]>('SELECT id FROM person WHERE key = $1', [key]))[0]?.id ?? '';

  beforeAll(async () => {
    api = await startApi();
    [li, other] = [await api.as('li-na'), await api.as('wu-di')];
    const admin = await api.as('lu-ning');
    for (const definition of [LETTER, { ...LETTER, key: 'other-letter', numberPrefix: 'OL' }]) {
      await admin.post('/definitions', definition);
      expect((await publish(admin, definition)).status).toBe(200);
    }
    for (const key of ['gu-ming', 'song-lan', 'zhang-wei']) id[key] = await person(key);
    const units = await api.database.query<{ id: string; kind: string }[]>('SELECT id, kind FROM unit ORDER BY kind, key');
    for (const { id: unit, kind } of units) id[kind] = unit;
    for (const [name, caller, definition] of [
      ['mine', li, 'letter'],
      ['theirs', other, 'letter'],
      ['elsewhere', li, 'other-letter'],
    ] as const) {
      const { body } = await caller.post<{ id: string }>('/requests', { definition, form: { reason: name } });
      id[name] = body.id;
      await api.database.query(`UPDATE request SET n = 1, status = 'running', number = $2 WHERE id = $1`, [body.id, `N-${name}`]);
    }
    await api.database.query(`UPDATE person SET active = false WHERE key = 'gu-ming-left'`);
  });
  afterAll(() => api.stop());

  const LOOK = (): object => ({ look: id['gu-ming'] });
  const body = (form: object, choices: object = LOOK()): object => ({ definition: 'letter', form: { reason: 'x', ...form }, choices });
  const faults = async (form: object, choices?: object): Promise<string[]> => {
    const [sent, seen] = await Promise.all([
      li.press<Refused>('/requests?submit=true', body(form, choices)),
      li.post<Preview>('/requests/preview', body(form, choices)),
    ]);
    const named = sent.status === 422 ? sent.body.errors.map(({ field, code }) => `${field} ${code}`) : [`${sent.status}`];
    // The preview says what the submit would say.
    if (sent.status === 422) {
      expect(seen.body.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(named);
      expect(seen.body.submittable).toBe(false);
      expect(sent.body.errors.every(({ message }) => message.zh !== '' && message.en !== '')).toBe(true);
    } else expect([seen.body.problems, seen.body.submittable]).toEqual([[], true]);
    return named;
  };

  it('is there, of the right kind, active and open to the sender', async () => {
    const nobody = crypto.randomUUID();
    await api.database.query('UPDATE person SET active = false WHERE id = $1', [id['song-lan']]);
    const tries: [object, string][] = [
      [{ host: nobody }, 'host not-found'],
      [{ guests: [id['zhang-wei'], nobody] }, 'guests not-found'],
      [{ host: 'zhang-wei' }, 'host not-found'],
      [{ host: id['store'] }, 'host not-found'],
      [{ host: id['song-lan'] }, 'host inactive'],
      [{ shop: nobody }, 'shop not-found'],
      [{ shop: id['department'] }, 'shop wrong-kind'],
      [{ before: nobody }, 'before not-found'],
      [{ before: id['theirs'] }, 'before not-found'],
      [{ before: id['elsewhere'] }, 'before wrong-kind'],
    ];
    for (const [form, fault] of tries) expect(await faults(form)).toEqual([fault]);
    await api.database.query('UPDATE person SET active = true WHERE id = $1', [id['song-lan']]);
    expect(await faults({ host: id['zhang-wei'], guests: [id['zhang-wei']], shop: id['store'], before: id['mine'] })).toEqual(['202']);
  });

  it('is never the request itself', async () => {
    const [row] = await api.database.query<{ companyId: string; definition: Definition }[]>(
      'SELECT r.company_id AS "companyId", d.body AS definition FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = $1',
      [id['mine']],
    );
    const actor = { companyId: row?.companyId, personId: li.personId, rights: [] } as unknown as Actor;
    const ask = (requestId: string | undefined) =>
      new ReferenceCheck(api.database).problems(
        actor,
        { definition: definitionSchema.parse(row?.definition), requestId: requestId ?? '' },
        { before: id['mine'] ?? '' },
      );
    expect(await ask(id['mine'])).toMatchObject([{ field: 'before', code: 'not-found' }]);
    expect(await ask(id['elsewhere'])).toEqual([]);
  });

  it('is the same however its id is spelt', async () => {
    const form = { host: id['zhang-wei']?.toUpperCase(), shop: ` ${id['store']?.toUpperCase()} ` };
    const { status, body: sent } = await li.press<{ commandId: string }>(
      '/requests?submit=true',
      body(form, { look: id['gu-ming']?.toUpperCase() }),
    );
    expect(status).toBe(202);
    const [row] = await api.database.query<{ body: { form: object; choices: object } }[]>('SELECT body FROM command WHERE id = $1', [
      sent.commandId,
    ]);
    expect(row?.body).toMatchObject({ form: { host: id['zhang-wei'], shop: id['store'] }, choices: { look: id['gu-ming'] } });
  });

  it('does not tell the number of a request that is not open to the reader', async () => {
    for (const before of [id['theirs'], id['elsewhere']]) {
      const { body: draft } = await li.post<object>('/requests', { definition: 'letter', form: { reason: 'x', before } });
      expect(JSON.stringify(draft)).not.toMatch(/N-theirs|N-elsewhere/);
    }
    const { body: draft } = await li.post<object>('/requests', { definition: 'letter', form: { reason: 'x', before: id['mine'] } });
    expect(JSON.stringify(draft)).toContain('N-mine');
  });

  it('tells nothing more of a request that is not open to the writer: neither how it stands nor what it says', async () => {
    const admin = await api.as('lu-ning');
    const field = {
      key: 'permit',
      type: 'request',
      label: label('许可', 'Permit'),
      definition: 'letter',
      must: 'in-force',
      same: [['reason', 'reason']],
    };
    const { submitChecks: _, ...letter } = LETTER;
    const reason = LETTER.form.fields[0];
    const leaning = { ...letter, key: 'leaning', numberPrefix: 'LE', form: { fields: [reason, field] }, flow: [LETTER.flow[0]] };
    const words = label('{requester}：{reason}', '{requester}: {reason}');
    const definition = { ...leaning, sentence: words, rowTitle: words };
    expect(await admin.post('/definitions', definition)).toMatchObject({ status: 201 });
    expect((await publish(admin, definition)).status).toBe(200);
    for (const outcome of [null, 'approved'])
      for (const said of ['theirs', 'guessed']) {
        await api.database.query('UPDATE request SET outcome = $2 WHERE id = $1', [id['theirs'], outcome]);
        const asked = { definition: 'leaning', form: { reason: said, permit: id['theirs'] }, choices: LOOK() };
        const { body: seen } = await li.post<Preview>('/requests/preview', asked);
        expect([seen.problems.map(({ field: at, code }) => `${at} ${code}`), seen.refusal]).toEqual([['permit not-found'], null]);
        expect(JSON.stringify(seen)).not.toContain('N-theirs');
        const { body: sent } = await li.press<Refused>('/requests?submit=true', asked);
        expect(sent.errors.map(({ code }) => code)).toEqual(['not-found']);
      }
    await api.database.query('UPDATE request SET outcome = NULL WHERE id = $1', [id['theirs']]);
  });

  it('lets nobody be picked but those who are offered, for steps that ask for somebody', async () => {
    expect(await faults({}, { look: id['zhang-wei'] })).toEqual(['choices.look wrong-kind']);
    expect(await faults({}, { look: li.personId })).toEqual(['choices.look wrong-kind']);
    expect(await faults({}, { look: crypto.randomUUID() })).toEqual(['choices.look wrong-kind']);
    expect(await faults({}, {})).toEqual(['choices.look required']);
    expect(await faults({}, { ...LOOK(), 'shop-head': id['zhang-wei'] })).toEqual(['choices.shop-head not-found']);
  });

  it('is said all at once, each fault at its place, age and repeated numbers included', async () => {
    const lines = [{ number: 'A-1', day: '2020-01-01' }, { number: 'B-1' }, { number: 'A-1', day: '2020-01-02' }];
    const form = { reason: 'x'.repeat(21), count: 'many', host: crypto.randomUUID(), lines, surprise: 1 };
    expect((await faults(form, {})).sort()).toEqual(
      [
        'choices.look required',
        'count wrong-type',
        'host not-found',
        'lines.0.day too-old',
        'lines.2.day too-old',
        'lines.2.number value-twice',
        'reason too-long',
        'surprise unknown-field',
      ].sort(),
    );
  });

  it('has no day that another request of the same person is for, and says which', async () => {
    await api.database.query(
      `INSERT INTO claimed_value (company_id, check_name, value, request_id) SELECT company_id, 'one:leave-request', $1, id FROM request WHERE id = $2`,
      [`${li.personId}\n2027-03-10`, id['mine']],
    );
    const asked = async (caller: Caller, from: string, to: string): Promise<unknown[]> => {
      const form = { kind: 'personal', dates: { from, to }, reason: '家中有事' };
      const { body: said } = await caller.post<Preview>('/requests/preview', { definition: 'leave-request', form });
      return said.problems.filter(({ field }) => field === 'dates').map(({ code, message }) => [code, message.zh]);
    };
    const [[code, text] = []] = (await asked(li, '2027-03-08', '2027-03-12')) as string[][];
    expect([code, text]).toEqual(['one-in-force', expect.stringContaining('（2027-03-10），同一天只能有一份')]);
    expect(await asked(li, '2027-03-11', '2027-03-12')).toEqual([]);
    expect(await asked(await api.as('zhang-wei'), '2027-03-08', '2027-03-12')).toEqual([]);
  });

  it('is nothing where it is not shown, whatever is left there; shown again it is a fault', async () => {
    const stranger = { id: crypto.randomUUID(), name: 'a.png', size: 3, type: 'image/png', sha256: 'a'.repeat(64) };
    const leftovers: [object, string][] = [
      [{ sum: 'abc' }, 'sum wrong-type'],
      [{ sum: { amount: 'abc', currency: 'CNY' } }, 'sum not-decimal'],
      [{ until: '2026-02-30' }, 'until not-a-date'],
      [{ guest: crypto.randomUUID() }, 'guest not-found'],
      [{ guest: 'nobody' }, 'guest not-found'],
      [{ papers: [stranger] }, 'papers.0 not-found'],
      [{ costs: [{ each: { amount: '1', currency: 'USD' } }] }, 'costs.0.each wrong-currency'],
    ];
    for (const [left, fault] of leftovers) {
      expect(await faults({ more: true, ...left })).toEqual([fault]);
      const seen = await li.post<Preview>('/requests/preview', body({ more: false, ...left }));
      expect([seen.body.problems, seen.body.submittable]).toEqual([[], true]);
    }
    expect(await faults(Object.assign({}, ...leftovers.map(([left]) => left)) as object)).toEqual(['202']);
    const rows = await api.database.query<{ count: string }[]>('SELECT count(*) FROM request_file WHERE file_id = $1', [stranger.id]);
    expect(rows[0]?.count).toBe('0');
  });

  it('keeps the word of a single fault', async () => {
    const refused = async (form: object, choices?: object): Promise<string> =>
      (await li.press<Refused>('/requests?submit=true', body(form, choices))).body.code;
    expect(await refused({ reason: '' })).toBe('required-fields');
    expect(await refused({}, {})).toBe('choice-required');
    expect(await refused({ lines: [{ day: '2020-01-01' }] })).toBe('too-old');
    expect(await refused({ lines: [{ number: 'Q' }, { number: 'Q' }] })).toBe('value-taken');
  });

  it('leaves nothing behind where a submit is refused, and lets the same press through once it is right', async () => {
    const count = async (): Promise<string> =>
      (await api.database.query<{ count: string }[]>('SELECT count(*) FROM request'))[0]?.count ?? '';
    const before = await count();
    const once = li.with({ 'Idempotency-Key': crypto.randomUUID() });
    expect((await once.post('/requests?submit=true', body({ host: crypto.randomUUID() }))).status).toBe(422);
    expect(await count()).toBe(before);
    const research = { definition: 'research-plan-approval', form: {} };
    expect((await li.press('/requests?submit=true', research)).status).toBeGreaterThanOrEqual(403);
    expect(await count()).toBe(before);
    expect((await once.post('/requests?submit=true', body({}))).status).toBe(202);
  });

  it('is bounded: maps of any size are refused at the door, by name', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, 'x']));
    const picks = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, id['gu-ming']]));
    for (const path of ['/requests/preview', '/requests', '/requests?submit=true']) {
      for (const [sent, field] of [
        [body(many), 'form'],
        [body({}, picks), 'choices'],
        [body({}, { look: 'x'.repeat(200_000) }), 'choices'],
        [body({}, { 'Look!': id['gu-ming'] }), 'choices'],
        [body({}, { look: 7 }), 'choices'],
      ] as const) {
        const started = Date.now();
        const { status, body: refused } = await li.press<Refused>(path, sent);
        expect([path, status, refused.errors?.map((error) => error.field)]).toEqual([path, 422, [field]]);
        expect(Date.now() - started).toBeLessThan(5_000);
      }
    }
  });

  it('goes with its draft or is submitted, whichever was first, and nothing breaks', async () => {
    const race = async (wait: number): Promise<void> => {
      const { body: draft } = await li.post<{ id: string }>('/requests', body({}));
      const removal = new Promise((resolve) => setTimeout(resolve, wait)).then(() => li.send('DELETE', `/requests/${draft.id}`));
      const [sent, removed] = await Promise.all([li.press(`/requests/${draft.id}/submit`), removal]);
      expect([sent.status, removed.status]).toEqual(removed.status === 204 ? [404, 204] : [202, 409]);
      expect((await li.get(`/requests/${draft.id}`)).status).toBe(removed.status === 204 ? 404 : 200);
    };
    await Promise.all([0, 5, 10, 15, 20, 30, 40, 60].map(race));
  });

  it('names up to a hundred faults and no more', async () => {
    const lines = Array.from({ length: 100 }, () => ({ number: 'same', day: '2020-01-01' }));
    const { body: refused } = await li.press<Refused>('/requests?submit=true', body({ lines }));
    expect(refused.errors).toHaveLength(100);
  });
});
