import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PERSON_OPERATIONS } from '@countersign/domain';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';

type Paths = Record<string, Record<string, unknown>>;
const document = path.resolve(__dirname, '../../../../../openapi.json');
const PATHS = (JSON.parse(readFileSync(document, 'utf8')) as { paths: Paths }).paths;

/** One letter is enough, and all of them. */
const SPELT = [(id: string) => id.replace(/[a-f]/, (letter) => letter.toUpperCase()), (id: string) => id.toUpperCase()];

describe('an id in capitals', () => {
  let api: ApiUnderTest;
  let li: Caller;
  let admin: Caller;
  beforeAll(async () => {
    api = await startApi();
    li = await api.as('li-na');
    admin = await api.as('lu-ning');
  });
  afterAll(() => api.stop());

  const draft = async (): Promise<string> =>
    (await li.post<{ id: string }>('/requests', { definition: 'expense-reimbursement', form: {} })).body.id;
  const same = (body: object): object => ({ ...body, instance: null, requestId: null, commandId: null });

  it.each(SPELT)('reads what the id reads, on every route that reads one', async (spelt) => {
    const paths = Object.entries(PATHS).filter(([route, methods]) => route.includes('{id}') && 'get' in methods);
    expect(paths.length).toBeGreaterThan(5);
    const ids = [await draft(), li.personId, crypto.randomUUID()];
    for (const [route] of paths)
      for (const id of ids) {
        const at = route.replace('/api/v1', '');
        const [small, large] = [await li.get<object>(at.replace('{id}', id)), await li.get<object>(at.replace('{id}', spelt(id)))];
        expect([route, large.status, same(large.body)]).toEqual([route, small.status, same(small.body)]);
      }
  });

  it.each(SPELT)('does what the id does, by every operation, and names one request', async (spelt) => {
    const ids: string[] = [];
    for (const { type, scope } of PERSON_OPERATIONS.filter((each) => each.scope !== 'task')) {
      const caller = scope === 'operator' ? admin : li;
      const press = async (write: (id: string) => string) => {
        const id = await draft();
        ids.push(id);
        return caller.press<object>(
          `/requests/${write(id)}/${type}`,
          type === 'assign' ? { step: 'area', person: write(li.personId) } : {},
        );
      };
      const [large, small] = [await press(spelt), await press((id) => id)];
      expect([type, large.status, same(large.body)]).toEqual([type, small.status, same(small.body)]);
    }
    const rows = await api.database.query<{ id: string; named: string }[]>(
      `SELECT request_id AS id, body->>'requestId' AS named FROM command WHERE request_id = ANY ($1)`,
      [ids],
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ id, named }) => named !== id)).toEqual([]);
  });

  it('in a body or a query names the same thing', async () => {
    const token = { name: 'capitals', personId: li.personId.toUpperCase(), scopes: ['read'] };
    expect((await li.post('/tokens', token)).status).toBe(201);
    expect((await li.get(`/tasks?unit=${li.personId.toUpperCase()}`)).status).toBe(200);
  });
});
