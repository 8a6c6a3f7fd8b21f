import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Workbook } from 'exceljs';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { Desks } from '../tasks/desks.fixture';
import { EXPORTED_NAMES } from './lists';

interface Job {
  id: string;
  state: string;
  rows: number;
  cut: boolean;
  name: string;
}
const root = path.resolve(__dirname, '..', '..', '..', '..');

describe('exports', () => {
  let api: ApiUnderTest;
  let desks: Desks;
  let li: Caller;
  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
    li = await api.as('li-na');
  });
  afterAll(() => api.stop());

  const post = (caller: Caller, body: object): Promise<Response> =>
    fetch(`${api.url}/api/v1/exports`, {
      method: 'POST',
      headers: { ...caller.headersForFetch(), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const csv = async (caller: Caller, list: string, filters = {}): Promise<string[]> => {
    const response = await post(caller, { list, format: 'csv', filters });
    expect(response.status).toBe(200);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    return bytes.subarray(3).toString('utf8').split('\r\n').filter(Boolean);
  };
  const book = async (response: Response): Promise<Workbook> => {
    const workbook = new Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    return workbook;
  };

  it('are there for every list that pages, and refuse a list that there is not', async () => {
    const { paths, components } = JSON.parse(readFileSync(path.join(root, 'openapi.json'), 'utf8')) as {
      paths: Record<string, { get?: { responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }> } }>;
      components: { schemas: Record<string, { properties?: object }> };
    };
    const paging = Object.entries(paths).flatMap(([at, { get }]) => {
      const name = get?.responses['200']?.content?.['application/json']?.schema.$ref?.split('/').at(-1) ?? '';
      return 'nextCursor' in (components.schemas[name]?.properties ?? {}) ? [at.replace('/api/v1/', '')] : [];
    });
    // What is said about one request is part of its sheet, the words with which it was sent back as well; the starts of one process are exported as
    // `recurring-starts`; the tree of budgets as its lines, that of units as `units`.
    const known = [
      ...EXPORTED_NAMES,
      'requests/{id}/discussion',
      'analytics/reasons',
      'recurring/{key}/starts',
      'budgets/tree',
      'organisation/units',
    ] as string[];
    expect(paging.length).toBeGreaterThan(6);
    expect(paging.filter((name) => !known.includes(name))).toEqual([]);
    expect((await post(li, { list: 'sessions', format: 'csv' })).status).toBe(422);
    expect((await post(li, { list: 'tasks', format: 'pdf' })).status).toBe(422);
    expect((await post(api.stranger, { list: 'tasks', format: 'csv' })).status).toBe(401);
  });

  it('hold what the list holds, in the words of the reader, and neutralise what a spreadsheet would run', async () => {
    const evil = ['=1+1', '+cmd|calc', '-2', '@SUM(A1)', '\t=1', '＝HYPERLINK("x")', '  =2', 'say "hi", please', 'two\nlines'];
    for (const title of evil) await desks.request({ title, amount: 123_456, number: `T-${evil.indexOf(title)}` });
    const lines = await csv(li, 'requests', { box: 'mine', q: 'T-' });
    const [head = ''] = lines;
    expect(head).toContain('Number,Process,Request');
    expect(head).toContain('Amount,Amount · Currency');
    expect(head).toContain('Submitted (Asia/Shanghai)');
    const all = lines.join('\r\n');
    for (const start of [/(^|,)"?[=+\-@\t＝]/m, /(^|,)"?\s+=/m]) expect(all.replace(/,-?\d[\d.]*,CNY/g, '')).not.toMatch(start);
    expect(all).toContain(`"say ""hi"", please"`);
    expect(all).toContain(',1234.56,CNY,');
    const chinese = await post(li.with({ 'Accept-Language': 'zh-CN' }), { list: 'requests', format: 'csv', filters: { box: 'mine' } });
    expect(chinese.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''/);
  });

  it('keep amounts as numbers, times by the company’s clock, and texts as texts in Excel', async () => {
    const response = await post(li, { list: 'requests', format: 'xlsx', filters: { box: 'mine' } });
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    const sheet = (await book(response)).worksheets[0]!;
    const head = (sheet.getRow(1).values as string[]).slice(1);
    const at = (name: string): number => head.findIndex((title) => title.startsWith(name)) + 1;
    const cells = (name: string) => Array.from({ length: sheet.rowCount - 1 }, (_, row) => sheet.getRow(row + 2).getCell(at(name)));
    expect(cells('Amount').some(({ value, numFmt }) => value === 1234.56 && numFmt === '#,##0.00')).toBe(true);
    expect(cells('Request').filter(({ formula }) => formula)).toEqual([]);
    expect(cells('Request').some(({ value }) => value === '=1+1')).toBe(true);
    const [submitted] = cells('Submitted');
    expect(submitted!.value).toBeInstanceOf(Date);
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', hourCycle: 'h23' });
    const rows = await li.get<{ items: { submittedAt: string }[] }>('/requests?box=mine');
    expect((submitted!.value as Date).getUTCHours()).toBe(Number(hour.format(new Date(rows.body.items[0]!.submittedAt))));
  });

  it('give nobody what its list does not give them', async () => {
    for (const list of ['changes', 'dead-letters', 'dead-mails']) expect((await post(li, { list, format: 'csv' })).status).toBe(403);
    const id = await desks.request({ requester: 'sun-qian', title: 'Not for Li' });
    expect((await csv(li, 'requests', { box: 'all', q: 'Not for Li' })).length).toBe(1);
    expect((await post(li, { list: 'audit', format: 'csv', filters: { request: id } })).status).toBe(403);
    expect((await post(li, { list: 'audit', format: 'csv', filters: {} })).status).toBe(422);
    expect((await post(li, { list: 'tasks', format: 'csv', filters: { tab: 'everything' } })).status).toBe(422);
    expect((await post(li, { list: 'tasks', format: 'csv', filters: { unknown: '1' } })).status).toBe(422);
  });

  it('ask of a token what the address of the list asks, and keep its files from those without', async () => {
    const jiang = await api.as('jiang-ming');
    await api.database.query(
      `INSERT INTO person_right (person_id, right_name, company_id) SELECT p.id, r.name, p.company_id FROM person p, unnest($2::text[]) AS r(name) WHERE p.id = $1
       ON CONFLICT DO NOTHING`,
      [jiang.personId, ['requests.operate', 'requests.track', 'requests.read-all', 'journal.verify', 'directory.import', 'leases.manage']],
    );
    const request = await desks.request({ requester: 'sun-qian', title: 'A trail' });
    const token = async (scopes: string[]): Promise<Caller> => {
      const { body } = await jiang.post<{ token: string }>('/tokens', { name: scopes.join(' '), scopes });
      return api.stranger.with({ Authorization: `Bearer ${body.token}`, 'Accept-Language': 'en' });
    };
    const filters: Partial<Record<(typeof EXPORTED_NAMES)[number], Record<string, string>>> = {
      audit: { request },
      'event-log': { definition: 'stocktake' },
      'recurring-starts': { process: 'stocktake' },
    };
    const own = { audit: `requests/${request}/audit`, 'recurring-starts': 'recurring/stocktake/starts' } as Record<string, string>;
    const missing = ({ status, body }: { status: number; body: unknown }): unknown =>
      status === 403 ? (body as { code: string; params?: { scope?: string } }).code : null;
    for (const scopes of [['act'], ['act', 'read'], ['act', 'admin'], ['act', 'read', 'admin']]) {
      const caller = await token(scopes);
      for (const list of EXPORTED_NAMES) {
        const asked = new URLSearchParams(list === 'event-log' ? filters[list] : {}).toString();
        const shown = await caller.get(`/${own[list] ?? list}?${asked}`);
        const exported = await caller.post('/exports', { list, format: 'csv', filters: filters[list] ?? {} });
        expect([scopes, list, exported.status, missing(exported)]).toEqual([scopes, list, shown.status, missing(shown)]);
      }
    }
    await api.database.query(
      `INSERT INTO export (id, company_id, person_id, list, format, language, filters, state, runner) SELECT gen_random_uuid(), company_id, id, list, 'csv', 'en', '{}', 'done', gen_random_uuid() FROM person, unnest(ARRAY['recurring', 'requests']) AS list WHERE id = $1`,
      [jiang.personId],
    );
    const jobs = async (caller: Caller): Promise<string[]> => {
      const { status, body } = await caller.get<{ items: { id: string; list: string }[] }>('/exports');
      expect(status).toBe(200);
      return body.items.map(({ list }) => list).sort();
    };
    expect(await jobs(jiang)).toEqual(['recurring', 'requests']);
    const reader = await token(['read']);
    expect(await jobs(reader)).toEqual(['requests']);
    const { body } = await jiang.get<{ items: { id: string; list: string }[] }>('/exports');
    const kept = body.items.find(({ list }) => list === 'recurring')!;
    for (const at of [`/exports/${kept.id}`, `/exports/${kept.id}/file`])
      expect((await reader.get(at)).body).toMatchObject({ code: 'scope-missing' });
    expect((await (await token(['read', 'admin'])).get(`/exports/${kept.id}/file`)).status).toBe(200);
  });

  it('take turns, and of one person three at most', async () => {
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => post(li, { list: 'requests', format: 'csv', filters: { box: 'all' } })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(3);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.headers.get('retry-after')).toBe('5');
    expect((await post(li, { list: 'requests', format: 'csv', filters: { box: 'all' } })).status).toBe(200);
  });

  it('read every list', async () => {
    const admin = await api.as('lu-ning');
    for (const list of ['tasks', 'requests', 'people', 'units', 'notifications', 'calendars'])
      expect((await csv(admin, list)).length).toBeGreaterThan(0);
    expect((await csv(await api.as('jiang-ming'), 'dead-letters')).length).toBeGreaterThan(0);
    expect((await csv(admin, 'people')).length).toBeGreaterThan(20);
  });

  describe('of many rows', () => {
    const MANY = 5_600;
    let chen: Caller;
    beforeAll(async () => {
      chen = await api.as('sun-qian');
      const person = await desks.person('sun-qian');
      await api.database.query('DELETE FROM notification WHERE person_id = $1', [person]);
      await api.database.query(
        `INSERT INTO notification (id, company_id, person_id, notice, params, mail_at)
           SELECT gen_random_uuid(), company_id, id, 'rights-changed', '{}', NULL FROM person, generate_series(1, $2) WHERE id = $1`,
        [person, MANY],
      );
    });
    const ended = async (id: string): Promise<Job> => {
      for (const end = Date.now() + 90_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
        const { body } = await chen.get<Job>(`/exports/${id}`);
        if (body.state !== 'running') return body as unknown as Job;
      }
      throw new Error('Expected the export to end, but it goes on');
    };
    const begin = async (format = 'csv'): Promise<Job> => {
      const response = await post(chen, { list: 'notifications', format });
      expect(response.status).toBe(202);
      return (await response.json()) as Job;
    };

    it('are written on the side, whole, for their owner only', async () => {
      const job = await begin();
      expect((await fetch(`${api.url}/api/v1/exports/${job.id}/file`, { headers: chen.headersForFetch() })).status).toBe(409);
      expect(await ended(job.id)).toMatchObject({ state: 'done', rows: MANY, cut: false });
      const file = await fetch(`${api.url}/api/v1/exports/${job.id}/file`, { headers: chen.headersForFetch() });
      expect((await file.text()).split('\r\n').filter(Boolean)).toHaveLength(MANY + 1);
      for (const at of [`/exports/${job.id}`, `/exports/${job.id}/file`]) expect((await li.get(at)).status).toBe(404);
      expect((await li.send('DELETE', `/exports/${job.id}`)).status).toBe(404);
      expect((await chen.get<{ items: Job[] }>('/exports')).body.items.map(({ id }) => id)).toContain(job.id);
      await api.database.query(`UPDATE export SET created_at = now() - interval '25 hours' WHERE id = $1`, [job.id]);
      expect((await chen.get(`/exports/${job.id}/file`)).status).toBe(404);
    });

    it('are whole in Excel too', async () => {
      const job = await begin('xlsx');
      expect(await ended(job.id)).toMatchObject({ state: 'done', rows: MANY });
      const file = await fetch(`${api.url}/api/v1/exports/${job.id}/file`, { headers: chen.headersForFetch() });
      expect((await book(file)).worksheets[0]!.rowCount).toBe(MANY + 1);
    });

    it('stop when they are cancelled, and two are the most at a time', async () => {
      const [first, second] = [await begin(), await begin()];
      const third = await post(chen, { list: 'notifications', format: 'csv' });
      expect([202, 409]).toContain(third.status);
      expect((await chen.send('DELETE', `/exports/${first.id}`)).status).toBe(204);
      expect((await chen.get(`/exports/${first.id}`)).status).toBe(404);
      await ended(second.id);
      expect(await api.database.query(`SELECT 1 FROM export_part WHERE export_id = $1`, [first.id])).toEqual([]);
    });

    it('are taken over by whoever looks after them, where nobody is at work on them any more', async () => {
      const job = await begin();
      await ended(job.id);
      await api.database.query(
        `UPDATE export SET state = 'running', rows = 3, runner = gen_random_uuid(), touched_at = now() - interval '5 minutes' WHERE id = $1`,
        [job.id],
      );
      expect(await ended(job.id)).toMatchObject({ state: 'done', rows: MANY });
      const file = await fetch(`${api.url}/api/v1/exports/${job.id}/file`, { headers: chen.headersForFetch() });
      expect((await file.text()).split('\r\n').filter(Boolean)).toHaveLength(MANY + 1);
    });
  });
});
