import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';

describe('compression', () => {
  let api: ApiUnderTest;
  let reader: Caller;
  beforeAll(async () => {
    api = await startApi();
    reader = await api.as('li-na');
  });
  afterAll(() => api.stop());

  const encoding = async (path: string): Promise<string | null> => (await reader.get(path)).headers.get('content-encoding');

  it('makes long lists short, and says that they differ by what the caller accepts', async () => {
    const { headers, body } = await reader.get<{ items: object[] }>('/people?limit=200');
    expect(headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(headers.get('vary')).toMatch(/Accept-Encoding/i);
    expect(body.items.length).toBeGreaterThan(80);
  });

  it('leaves short answers and those with a secret as they are, however long', async () => {
    expect(await encoding('/people?limit=1')).toBeNull();
    for (let at = 0; at < 40; at += 1) await reader.post('/tokens', { name: `program ${at}` });
    const { status, body, headers } = await reader.get('/tokens');
    expect([status, JSON.stringify(body).length > 8_192, headers.get('content-encoding')]).toEqual([200, true, null]);
  });

  it('does not hold the stream back', async () => {
    const leaving = new AbortController();
    const stream = (await reader.open('/stream', leaving.signal)).getReader();
    const tooLate = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('Expected a hint at once')), 5_000).unref());
    const { value } = await Promise.race([stream.read(), tooLate]);
    expect(new TextDecoder().decode(value)).toMatch(/event: hint/);
    leaving.abort();
  });
});
