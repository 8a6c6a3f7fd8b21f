import { getMetadataStorage } from 'class-validator';
import { readFileSync } from 'node:fs';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';
import { longestHold } from '../../../../../test/support/event-loop';
import { rawCall } from '../../../../../test/support/raw-call';
import { isWorded } from './field-errors';
import { BODY_LIMITS, ERRORS_TOLD } from './limits';

const HOLD_MS = 250;
const ID = '0196f3a0-0000-7000-8000-000000000000';
const members = (count: number): string => `{${Array.from({ length: count }, (_, at) => `"m${at}":1`).join(',')}}`;
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Bodies of every shape that costs more than it weighs. */
const HOSTILE: Record<string, string> = {
  'a quarter of a million members': members(250_000),
  'many members within the limit of a form': members(40_000),
  'a form of many members': `{"definition":"expense-reimbursement","form":${members(40_000)},"choices":{}}`,
  'choices of many members': `{"definition":"expense-reimbursement","form":{},"choices":${members(40_000)}}`,
  'a list of many items': `{"ids":[${'"x",'.repeat(100_000)}"x"]}`,
  'objects in objects': nested(20_000),
  'lists in lists': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  'one text of four million signs': JSON.stringify({ definition: 'x'.repeat(4_000_000), form: {} }),
  'one long number': `{"definition":"expense-reimbursement","form":{"amount":${'9'.repeat(400_000)}}}`,
  'names that are long': `{${Array.from({ length: 200 }, (_, at) => `"${'n'.repeat(2_000)}${at}":1`).join(',')}}`,
};
const ROUTES: [method: string, path: string][] = [
  ['POST', '/auth/demo'],
  ['POST', '/auth/login'],
  ['POST', '/auth/links/some-link'],
  ['POST', '/requests/preview'],
  ['POST', '/requests'],
  ['PUT', `/requests/${ID}/draft`],
  ['POST', `/tasks/${ID}/approve`],
  ['POST', '/notifications/read'],
  ['POST', '/tokens'],
  ['POST', '/definitions'],
  ['POST', '/directory/import'],
];

describe('what no body, address or header can do', () => {
  let api: ApiUnderTest;
  let somebody: Caller;
  let operator: Caller;
  let headers: Record<string, string>;

  beforeAll(async () => {
    api = await startApi({ env: { DEMO_MODE: '0' } });
    [somebody, operator] = [await api.as('li-na'), await api.as('lu-ning')];
    headers = operator.headersForFetch();
  });
  afterAll(() => api.stop());

  const send = (method: string, path: string, body: string | Buffer, more: Record<string, string> = {}): Promise<Response> =>
    fetch(`${api.url}/api/v1${path}`, {
      method,
      body: body as string,
      headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), 'If-Match': '"x"', ...more },
    });

  it.each(ROUTES)('%s %s holds nobody else up, whatever is sent, and answers little', async (method, path) => {
    for (const [shape, body] of Object.entries(HOSTILE)) {
      let answered: { status: number; size: number } = { status: 0, size: 0 };
      const hold = await longestHold(async () => {
        const response = await send(method, path, body);
        answered = { status: response.status, size: (await response.text()).length };
      });
      expect([path, shape, answered.status >= 400 && answered.status < 500, answered.status]).toEqual([path, shape, true, answered.status]);
      expect([path, shape, answered.size < 20_000]).toEqual([path, shape, true]);
      expect([path, shape, hold < HOLD_MS, hold]).toEqual([path, shape, true, hold]);
    }
  });

  it('a public route reads four kilobytes and not one more', async () => {
    const { bytes } = BODY_LIMITS.public;
    for (const path of ['/auth/login', '/auth/demo', '/auth/links/x']) {
      expect((await send('POST', path, JSON.stringify({ login: 'x'.repeat(bytes), password: 'y' }))).status).toBe(413);
      expect((await send('POST', path, ' '.repeat(bytes + 1))).status).toBe(413);
    }
  });

  it('of somebody who may not call, not a byte is read', async () => {
    const answer = await api.stranger.send('POST', '/requests/preview', { form: 'x'.repeat(2_000_000) });
    expect([answer.status, answer.body['code']]).toEqual([401, 'unauthenticated']);
    const forbidden = await somebody.send('POST', '/directory/import', { units: 'x'.repeat(2_000_000) });
    expect([forbidden.status, forbidden.body['code']]).toEqual([403, 'right-missing']);
  });

  it('every public route counts its callers, with demo off too', async () => {
    const tries: [string, string, number][] = [
      ['POST', '/auth/demo', 120],
      ['POST', '/auth/login', 600],
      ['GET', '/auth/links/x', 60],
      ['POST', '/auth/links/x', 60],
      ['GET', '/auth/mode', 600],
      ['GET', '/health/live', 600],
    ];
    for (const [method, path, most] of tries) {
      const statuses: number[] = [];
      for (let at = 0; at <= most; at += 1)
        statuses.push((await api.stranger.send(method, path, method === 'POST' ? {} : undefined)).status);
      expect([path, statuses.at(-1)]).toEqual([path, 429]);
    }
  });

  it('null is no value of what may be left out', async () => {
    const filters = { q: '差旅', amountMin: null, amountMax: null, definition: null, resubmitted: null };
    const kept = await somebody.send<{ filters: object }>('POST', '/me/filters', { name: '差旅', filters });
    expect([kept.status, kept.body.filters]).toEqual([201, { q: '差旅' }]);
    const none = await somebody.send('POST', '/me/filters', { name: '空', filters: { amountMin: null } });
    expect([none.status, none.body['code']]).toEqual([400, 'invalid-parameter']);
    const bare = await somebody.send('POST', '/requests', { definition: 'expense-reimbursement', form: {}, choices: null });
    expect(bare.status).toBe(201);
  });

  it('many mistakes are told in few words', async () => {
    const { status, body } = await somebody.send<{ errors: { field: string; message: { zh: string } }[] }>(
      'POST',
      '/requests/preview',
      JSON.parse(members(400)) as object,
    );
    expect([status, body.errors.length]).toEqual([422, ERRORS_TOLD]);
    expect(body.errors.every(({ field, message }) => field.length < 100 && message.zh.length > 0)).toBe(true);
  });

  it.each([
    ['NUL', '\u0000'],
    ['half a surrogate pair', '\ud800'],
    ['an escape sign', '\u001b[31m'],
    ['DEL', '\u007f'],
    ['a C1 sign', '\u0085'],
  ])('text with %s is refused, and the answer names the place', async (_, sign) => {
    const text = `before${sign}after`;
    const named = async (path: string, body: object, place: string, method = 'POST') => {
      const json = JSON.stringify(body).replaceAll('\\ud800', '\\ud800');
      const response = await send(method, path, json);
      const problem = (await response.json()) as { errors?: { field: string; code: string }[] };
      expect([path, response.status, problem.errors?.map(({ field, code }) => [field, code])]).toEqual([
        path,
        422,
        [[place, 'unstorable-text']],
      ]);
    };
    await named('/requests/preview', { definition: 'expense-reimbursement', form: { items: [{ note: text }] } }, 'form.items.0.note');
    await named('/requests', { definition: text }, 'definition');
    await named(`/tasks/${ID}/reject`, { comment: text }, 'comment');
    await named('/tokens', { name: text }, 'name');
    await named('/definitions', { key: 'x', title: { zh: text } }, 'title.zh');
    await named('/directory/import', { people: [{ name: text }] }, 'people.0.name');
    const inName = await send('POST', '/requests/preview', JSON.stringify({ definition: 'x', form: { [`a${sign}`]: 1 } }));
    expect(inName.status).toBe(422);
  });

  it.each(['/search?q=%00', '/people?q=a%00b', '/tasks?q=%1b', '/search?q=%ff', '/search?q=%ed%a0%80', '/units?q=%', '/people?a%00b=1'])(
    '%s is a wrong parameter, by name',
    async (path) => {
      const { status, body } = await somebody.get<{ code: string; params: { name: string } }>(path);
      expect([path, status, body.code, body.params.name.length > 0]).toEqual([path, 400, 'invalid-parameter', true]);
    },
  );

  it.each(['/requests/%00', `/requests/${ID}%00`, '/requests/%ff', '/definitions/%00', '/definitions/a%1bb', '/commands/not-an-id'])(
    '%s is no address',
    async (path) => {
      const { status } = await somebody.get(path);
      expect([400, 404]).toContain(status);
    },
  );

  it.each([
    '/definitions/x/versions/99999999999999999999/publish',
    '/definitions/x/versions/-1/publish',
    '/definitions/x/versions/1e3/publish',
  ])('%s names no version', async (path) => {
    const { status, body } = await operator.with({ 'If-Match': '"x"' }).post(path);
    expect([status, body['code']]).toEqual([400, 'invalid-parameter']);
  });

  it('numbers that would change on the way are refused at their place', async () => {
    for (const digits of ['9007199254740993', '1e400', '-1e400', '123456789012345678901234567890']) {
      const response = await send('POST', '/requests/preview', `{"definition":"expense-reimbursement","form":{"amount":${digits}}}`);
      expect([digits, response.status, await response.json()]).toMatchObject([
        digits,
        422,
        { errors: [{ field: 'form.amount', code: 'unsafe-number' }] },
      ]);
    }
  });

  it('no member is called __proto__', async () => {
    for (const body of ['{"__proto__":{"admin":true}}', '{"definition":"x","form":{"a":{"__proto__":{}}}}']) {
      expect((await send('POST', '/requests/preview', body)).status).toBe(422);
    }
  });

  it('members called like those of every object are members like others', async () => {
    const bodies: [string, object][] = [
      ['/notifications/read', { ids: [{ constructor: 1 }] }],
      ['/requests/preview', { definition: { constructor: null }, form: {} }],
      [
        '/requests/preview',
        { definition: 'expense-reimbursement', form: { constructor: 1, toString: 1, hasOwnProperty: { constructor: 1 } } },
      ],
      ['/tokens', { name: 'x', scopes: [{ constructor: 1, valueOf: 2 }] }],
      ['/me/filters', { name: 'x', filters: { constructor: { constructor: 1 }, toString: [] } }],
      ['/directory/import', { constructor: { constructor: 1 } }],
      ['/definitions', { form: { fields: [{ key: 'constructor', constructor: 1 }] } }],
    ];
    for (const [path, body] of bodies) expect([path, (await operator.post(path, body)).status < 500]).toEqual([path, true]);
  });

  it('every refusal names the place, also of a member called like those of every object, and says what was expected there', async () => {
    const bodies: [string, object, [string, string]][] = [
      ['/me/filters', { name: 'x', filters: { constructor: 'x' } }, ['filters.constructor', 'unknown-field']],
      ['/me/filters', { name: 'x', filters: { toString: [] } }, ['filters.toString', 'unknown-field']],
      ['/track/views', { name: 'x', filters: { constructor: { constructor: 1 } } }, ['filters.constructor', 'unknown-field']],
      ['/track/views', { name: 'x', filters: [{}] }, ['filters', 'not-an-object']],
      ['/me/filters', { name: 'x', filters: [] }, ['filters', 'not-an-object']],
      ['/me/filters', { name: 'x', filters: { other: 1 } }, ['filters.other', 'unknown-field']],
      ['/me/filters', { name: 5, filters: {} }, ['name', 'not-text']],
      ['/tokens', { name: [], scopes: ['act'] }, ['name', 'not-text']],
      ['/tokens', { name: ' ', scopes: ['act'] }, ['name', 'blank']],
    ];
    for (const [path, body, [field, code]] of bodies)
      expect([path, (await operator.post(path, body)).body]).toMatchObject([path, { status: 422, errors: [{ field, code }] }]);
    const { body: draft } = await operator.post<{ id: string }>('/requests', { definition: 'expense-reimbursement', form: {} });
    for (const text of [5, {}, [], true])
      expect((await operator.post(`/requests/${draft.id}/comments`, { text })).body).toMatchObject({
        errors: [{ field: 'text', code: 'not-text', message: { zh: '应为文字' } }],
      });
    for (const text of ['', ' ', null])
      expect((await operator.post(`/requests/${draft.id}/comments`, { text })).body).toMatchObject({ errors: [{ code: 'blank' }] });
  });

  it('it is said of every check of a body or query what it wants', () => {
    const { validationMetadatas } = getMetadataStorage() as unknown as {
      validationMetadatas: Map<unknown, { name?: string; type: string }[]>;
    };
    const all = [...validationMetadatas.values()].flat().filter(({ type }) => type !== 'conditionalValidation');
    const checks = all.flatMap(({ name, type }) => name ?? (type === 'nestedValidation' ? type : []));
    expect(new Set(checks).size).toBeGreaterThan(15);
    expect([...new Set(checks)].filter((name) => !isWorded(name))).toEqual([]);
  });

  it('days that no calendar has are refused wherever a day is asked for', async () => {
    const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
      paths: Record<string, { get?: { parameters?: { name: string; required?: boolean; schema?: { format?: string } }[] } }>;
    };
    const asked = Object.entries(paths).flatMap(([path, { get }]) => {
      const query = (get?.parameters ?? []).filter(({ schema }) => schema?.format === 'date');
      return query.map(({ name }) => ({ at: path.replace('/api/v1', '').replace('{id}', somebody.personId), name }));
    });
    expect(asked.map(({ at, name }) => `${at} ${name}`)).toEqual(
      expect.arrayContaining(['/analytics from', '/analytics to', '/event-log from', '/event-log to', '/requests from', '/requests to']),
    );
    await api.database.query(
      `INSERT INTO person_right (person_id, company_id, right_name)
        SELECT id, company_id, unnest(ARRAY['authority.read', 'payments.read', 'directory.import']) FROM person WHERE key = 'jiang-ming'`,
    );
    const tracker = await api.as('jiang-ming');
    const wrong = [
      '2026-02-30',
      '2026-02-31',
      '2026-04-31',
      '2027-02-29',
      '0000-01-01',
      '0001-01-01',
      '9999-12-31',
      '20260101',
      '2026-W10',
    ];
    for (const { at, name } of asked) {
      const more =
        {
          '/event-log': '&definition=stocktake',
          '/analytics/reasons': '&definition=stocktake&step=review&ended=returned',
          '/authority/who-may-sign': `&process=expense-reimbursement&requester=${tracker.personId}`,
        }[at] ?? '';
      for (const day of wrong) {
        const { status, body } = await tracker.get(`${at}?${name}=${day}${more}`);
        expect([at, name, day, status, body['code']]).toEqual([at, name, day, 422, 'invalid-body']);
      }
      // Of this company nothing was known before today.
      const day = name === 'known' ? '2030-11-29' : '2026-11-29';
      expect([at, name, (await tracker.get(`${at}?${name}=${day}${more}`)).status]).toEqual([at, name, 200]);
    }
    for (const [list, filters] of [
      ['event-log', { definition: 'stocktake', to: '2026-04-31' }],
      ['requests', { from: '0000-01-01' }],
    ])
      expect((await tracker.post('/exports', { list, format: 'csv', filters })).status).toBe(422);
    for (const day of wrong) {
      const fill = await tracker.post('/recurring/stocktake/back-fill?trial=true', { from: day, to: '2026-11-01' });
      expect([day, fill.status]).toEqual([day, 422]);
      const retry = await tracker.post(`/recurring/stocktake/starts/${ID}/${day}/retry`);
      expect([day, retry.status]).toEqual([day, 400]);
      const absence = await tracker.post('/absences', {
        standIn: somebody.personId,
        from: day,
        to: '2026-12-24T00:00:00Z',
        reason: 'leave',
      });
      expect([day, absence.status]).toEqual([day, 422]);
    }
  });

  it('what is not JSON in UTF-8 is told apart from what is wrong in it', async () => {
    const broken: [string | Buffer, Record<string, string>, number, string][] = [
      ['{"a":', {}, 400, 'not-json'],
      ["{'a':1}", {}, 400, 'not-json'],
      [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), {}, 400, 'not-json'],
      ['{}', { 'Content-Type': 'text/plain' }, 415, 'body-type'],
      ['{}', { 'Content-Type': 'application/json; charset=utf-16' }, 415, 'body-type'],
      ['{}', { 'Content-Encoding': 'gzip' }, 415, 'body-type'],
      ['[]', {}, 422, 'invalid-body'],
      ['"x"', {}, 422, 'invalid-body'],
      ['null', {}, 422, 'invalid-body'],
    ];
    for (const [body, more, status, code] of broken) {
      const response = await send('POST', '/requests/preview', body, more);
      expect([String(body), response.status, ((await response.json()) as { code: string }).code]).toEqual([String(body), status, code]);
    }
  });

  it('headers, cookies and addresses of any length hold nobody up', async () => {
    const host = `Host: ${new URL(api.url).host}`;
    const heads: string[][] = [
      [`GET /api/v1/me?${'a=1&'.repeat(3_000)} HTTP/1.1`, host],
      [`GET /api/v1/${'x/'.repeat(4_000)} HTTP/1.1`, host],
      [`GET /api/v1/me HTTP/1.1`, host, `Cookie: ${'a=b; '.repeat(2_500)}`],
      [`GET /api/v1/me HTTP/1.1`, host, `Cookie: cs_session=j:${'['.repeat(10_000)}`],
      [`GET /api/v1/me HTTP/1.1`, host, `Accept-Language: ${'zh;q=0.1,'.repeat(1_500)}`],
      [`GET /api/v1/me HTTP/1.1`, host, `Accept-Encoding: ${'gzip;q=0.1,'.repeat(1_200)}`],
      [`GET /api/v1/me HTTP/1.1`, host, `Authorization: Bearer ${'cst_'.repeat(3_000)}`],
      [`GET /api/v1/me HTTP/1.1`, host, `X-Forwarded-For: ${'1.1.1.1,'.repeat(1_500)}`],
      [`GET /api/v1/me HTTP/1.1`, host, ...Array.from({ length: 1_500 }, (_, at) => `x${at}: y`)],
    ];
    for (const head of heads) {
      let status: number | null = null;
      const hold = await longestHold(async () => {
        status = (await rawCall(api.url, head)).status;
      });
      expect([head[0]?.slice(0, 40), head[1], Number(status) >= 400 && Number(status) < 500, status]).toEqual([
        head[0]?.slice(0, 40),
        head[1],
        true,
        status,
      ]);
      expect(hold).toBeLessThan(HOLD_MS);
    }
  });

  it('an upload of thousands of parts, or of parts with long names, is refused and holds nobody up', async () => {
    const part = (name: string, value: string): string => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const uploads = [
      `${part('requestId', ID).repeat(20_000)}--b--\r\n`,
      `${part('n'.repeat(500_000), 'x')}--b--\r\n`,
      `${part('requestId', 'x'.repeat(1_000_000))}--b--\r\n`,
      `--b\r\n${'X-Header: y\r\n'.repeat(20_000)}\r\nx\r\n--b--\r\n`,
      `${part('re\u0000quest', 'x')}--b--\r\n`,
      `${part('[a][b][c]'.repeat(100), 'x')}--b--\r\n`,
      '--b\r\nnot a part at all',
    ];
    for (const body of uploads) {
      let status = 0;
      const hold = await longestHold(async () => {
        status = (await send('POST', '/files', body, { 'Content-Type': 'multipart/form-data; boundary=b' })).status;
      });
      expect([body.slice(0, 80), status >= 400 && status < 500, status]).toEqual([body.slice(0, 80), true, status]);
      expect(hold).toBeLessThan(HOLD_MS);
    }
  });
});
