import { randomUUID } from 'node:crypto';
import { SEED_DEFINITIONS } from '@countersign/definitions';
import * as domain from '@countersign/domain';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { longestHold } from '../../../../test/support/event-loop';

jest.mock('@countersign/domain', () => {
  const real = jest.requireActual<typeof domain>('@countersign/domain');
  return { ...real, compileStored: jest.fn(real.compileStored) };
});

const PROCESSES = 250;
const compiled = jest.mocked(domain.compileStored);

describe('a catalogue of 250 processes', () => {
  let api: ApiUnderTest;
  let li: Caller;
  const key = (index: number): string => `shop-process-${index}`;
  beforeAll(async () => {
    api = await startApi();
    const [company] = await api.database.query<{ id: string }[]>('SELECT id FROM company LIMIT 1');
    const [seed] = [...SEED_DEFINITIONS].sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
    const rows = Array.from({ length: PROCESSES }, (_, index) => {
      const body = { ...seed, key: key(index), version: 1, start: { everyone: true } } as domain.Definition;
      return { id: randomUUID(), company_id: company?.id, key: body.key, version: 1, hash: domain.definitionHash(body), body };
    });
    await api.database.query(
      `INSERT INTO definition (id, company_id, key, version, hash, body, status, source, published_at)
       SELECT id, company_id, key, version, hash, body, 'published', 'import', now()
       FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, company_id uuid, key text, version int, hash text, body jsonb)`,
      [JSON.stringify(rows)],
    );
    li = await api.as('li-na');
  });
  afterAll(() => api.stop());

  it('is listed without holding anybody up, from the first time on, and compiles none of them', async () => {
    type List = { items: { key: string; startable: boolean; why: { code: string } | null }[] };
    compiled.mockClear();
    let list: List = { items: [] };
    const hold = await longestHold(async () => {
      list = (await li.get<List>('/definitions')).body;
    });
    expect(list.items.length).toBeGreaterThanOrEqual(PROCESSES);
    expect(list.items.filter(({ startable, why }) => startable === (why === null))).toHaveLength(list.items.length);
    expect(hold).toBeLessThan(250);
    expect(compiled).not.toHaveBeenCalled();
  });

  it('has each process compiled once, however often its form is opened, filled in and copied', async () => {
    const definition = key(7);
    const { body: draft } = await li.post<{ id: string }>('/requests', { definition, form: {} });
    compiled.mockClear();
    for (let time = 0; time < 3; time += 1) {
      expect((await li.get(`/definitions/${definition}`)).status).toBe(200);
      expect((await li.post('/requests/preview', { definition, form: {} })).status).toBe(200);
      expect((await li.post('/requests/preview', { definition, form: {}, requestId: draft.id })).status).toBe(200);
      expect((await li.post(`/requests/${draft.id}/copy`)).status).toBe(201);
    }
    expect(compiled.mock.calls.length).toBeLessThanOrEqual(1);
    const admin = await api.as('lu-ning');
    const preview = { definition, version: 1, form: {} };
    for (let time = 0; time < 3; time += 1) expect((await admin.post('/requests/preview', preview)).status).toBe(200);
    expect(compiled.mock.calls.length).toBeLessThanOrEqual(1);
  });
});
