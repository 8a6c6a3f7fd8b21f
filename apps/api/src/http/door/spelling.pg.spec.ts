import { RestoreWatch } from '@countersign/database';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';
import { rawCall } from '../../../../../test/support/raw-call';

/** Ways to write `/api/v1/me` and `/health/live` that somebody, somewhere, would take for the same. */
const SPELLINGS = [
  '/API/v1/me',
  '/Api/v1/me',
  '/api/V1/me',
  '/api/v1/ME',
  '//api/v1/me',
  '/api//v1/me',
  '/api/v1//me',
  '/api/v1/me/',
  '/api/v1/me//',
  '/api/v1/me.',
  '/api./v1/me',
  '/./api/v1/me',
  '/api/./v1/me',
  '/api/v1/x/../me',
  '/api/v1/%6de',
  '/%61pi/v1/me',
  '/api%2fv1%2fme',
  '/api/v1%2Fme',
  '/api%5cv1/me',
  '/api\\v1\\me',
  '/api;x=1/v1/me',
  '/api/v1/me;x=1',
  '/api/v1/me%20',
  '/api/v1/me%00',
  '/api%00/v1/me',
  '/ＡＰＩ/v1/me',
  '/%EF%BC%A1%EF%BC%B0%EF%BC%A9/v1/me',
  '/HEALTH/live',
  '/health/live/',
  '/health//live',
  '/Metrics',
  '/metrics/',
];

describe('addresses', () => {
  let api: ApiUnderTest;
  let reader: Caller;
  beforeAll(async () => {
    api = await startApi();
    reader = await api.as('li-na');
  });
  afterAll(() => api.stop());

  const call = (path: string, method = 'GET') => {
    const headers = Object.entries(reader.headersForFetch()).map(([name, value]) => `${name}: ${value}`);
    return rawCall(api.url, [`${method} ${Buffer.from(path).toString('latin1')} HTTP/1.1`, `Host: ${new URL(api.url).host}`, ...headers]);
  };

  it('name the same thing by an id in capitals, or with signs of it encoded', async () => {
    const body = { definition: 'expense-reimbursement', form: {} };
    const { id } = (await reader.post<{ id: string }>('/requests', body)).body;
    const asWritten = await reader.get<object>(`/requests/${id}`);
    expect(asWritten.status).toBe(200);
    for (const spelt of [
      id.toUpperCase(),
      id.replace(/[a-f]/, (sign) => sign.toUpperCase()),
      `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`,
    ]) {
      expect((await reader.get<object>(`/requests/${spelt}`)).body).toEqual(asWritten.body);
      expect((await reader.get(`/requests/${spelt}/timeline?limit=5`)).status).toBe(200);
    }
  });

  it('have one spelling: every other is no address, also for who is signed in', async () => {
    expect((await call('/api/v1/me')).status).toBe(200);
    for (const path of SPELLINGS) {
      const { status } = await call(path);
      expect([path, status === 404 || status === 400, status]).toEqual([path, true, status]);
    }
  });

  it('are shut after a restore, all but those that tell of the program', async () => {
    const watch = api.app.get(RestoreWatch);
    await watch.restored();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    try {
      expect((await call('/api/v1/me')).status).toBe(503);
      expect((await api.stranger.get('/auth/mode')).status).toBe(503);
      expect((await call('/health/live')).status).toBe(200);
      for (const path of SPELLINGS) expect([path, (await call(path)).status]).not.toEqual([path, 200]);
    } finally {
      await watch.passed();
      await new Promise((resolve) => setTimeout(resolve, 1_100));
    }
    expect((await call('/api/v1/me')).status).toBe(200);
  });

  it('take the methods that routes have, and no others', async () => {
    for (const method of ['OPTIONS', 'TRACE', 'PROPFIND', 'LINK'])
      expect([method, (await call('/api/v1/me', method)).status]).toEqual([method, 404]);
  });

  it('are never kept by whoever asked', async () => {
    for (const path of ['/me', '/people', '/auth/mode', '/nothing-here', '/health/live', '/metrics', '/requests/x'])
      expect([path, (await reader.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
    expect((await reader.get('/nothing-here')).headers.get('cache-control')).toBe('no-store');
    expect((await api.stranger.get('/me')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('who called', () => {
  const guess = (api: ApiUnderTest, from: string) => api.stranger.with({ 'X-Forwarded-For': from }).get('/auth/links/of-nobody');
  const statuses = async (api: ApiUnderTest, from: (at: number) => string): Promise<number[]> => {
    const all: number[] = [];
    for (let at = 0; at < 62; at += 1) all.push((await guess(api, from(at))).status);
    return all;
  };

  it('is who connected, whatever a header says', async () => {
    const api = await startApi();
    const all = await statuses(api, (at) => `10.0.0.${at}`);
    await api.stop();
    expect(all.at(-1)).toBe(429);
  });

  it('is told by a proxy that is trusted, and by nobody before it', async () => {
    const api = await startApi({ env: { TRUSTED_PROXIES: 'loopback, 10.9.9.0/24' } });
    const many = await statuses(api, (at) => `10.0.0.${at}, 10.9.9.7`);
    const one = await statuses(api, (at) => `10.0.1.${at}, 192.168.1.1, 10.9.9.7`);
    await api.stop();
    expect(many.filter((status) => status === 429)).toEqual([]);
    expect(one.at(-1)).toBe(429);
  });
});
