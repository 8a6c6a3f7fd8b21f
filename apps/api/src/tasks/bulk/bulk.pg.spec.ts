import { randomUUID } from 'node:crypto';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';

interface Results {
  items: { task: string; status: string; reason: { code: string } | null }[];
  errors?: { field: string }[];
}

describe('one press on many tasks, at the door', () => {
  let api: ApiUnderTest;
  let li: Caller;
  beforeAll(async () => {
    api = await startApi();
    li = await api.as('li-na');
  });
  afterAll(() => api.stop());

  const press = (items: unknown, more: object = {}, key: string = randomUUID()) =>
    li.with({ 'Idempotency-Key': key }).post<Results>('/tasks/decisions', { command: 'approve', items, ...more });
  const many = (count: number) => Array.from({ length: count }, () => ({ task: randomUUID(), shown: 'x' }));

  it('takes as many as a hundred, and says of each that is not its caller’s that there is none', async () => {
    const { status, body } = await press(many(100));
    expect([status, body.items.length]).toEqual([200, 100]);
    expect(new Set(body.items.map((item) => `${item.status} ${item.reason?.code}`))).toEqual(new Set(['refused not-found']));
    const tried = await li.post<Results>('/tasks/decisions/trial', { command: 'approve', tasks: [randomUUID()] });
    expect([tried.status, tried.body.items[0]?.reason?.code]).toEqual([200, 'not-found']);
  });

  it.each<[string, unknown, object?]>([
    ['none', []],
    ['more than a hundred', many(101)],
    ['one of them twice', [many(1)[0], many(1)[0]].map((item) => ({ ...item, task: '0196f3a0-0000-7000-8000-000000000000' }))],
    [
      'one of them twice, once in capitals',
      ['0196f3a0-0000-7000-8000-00000000000a', '0196F3A0-0000-7000-8000-00000000000A'].map((task) => ({ task, shown: 'x' })),
    ],
    ['no list', { task: 'x' }],
    ['something that is no item', ['x']],
    ['a list in the place of an item', [[]]],
    ['nothing in the place of an item', [null]],
    ['no id', [{ task: 'x', shown: 'x' }]],
    ['nothing that was shown', [{ task: '0196f3a0-0000-7000-8000-000000000000' }]],
    ['a member that nobody knows', [{ ...many(1)[0], more: 1 }]],
    ['another command', many(1), { command: 'reject' }],
    ['an amount that is none', many(1), { upTo: '1e9' }],
  ])('refuses %s, and names the place', async (_what, items, more = {}) => {
    const { status, body } = await press(items, more);
    expect([status, (body.errors ?? []).length > 0]).toEqual([422, true]);
  });

  it('is the same press under the same key only: other items, or another comment, are refused', async () => {
    const [items, key] = [many(2), randomUUID()];
    expect((await press(items, {}, key)).status).toBe(200);
    for (const [others, more] of [[many(2)], [items.slice(1)], [items, { comment: 'So.' }]] as const) {
      const { status, body } = await press(others, more, key);
      expect([status, (body as unknown as { code: string }).code]).toEqual([422, 'key-reused']);
    }
    expect((await press(items, {}, key)).status).toBe(200);
    expect((await press(many(2), {}, randomUUID())).status).toBe(200);
  });

  it('is no press of another kind under the same key, nor the other way about', async () => {
    const keyed = (key: string) => li.with({ 'Idempotency-Key': key });
    const [first, second] = [randomUUID(), randomUUID()];
    await press(many(1), {}, first);
    expect((await keyed(first).post('/requests', { definition: 'expense-reimbursement', form: {} })).body['code']).toBe('key-reused');
    await keyed(second).post('/requests', { definition: 'expense-reimbursement', form: {} });
    expect((await press(many(1), {}, second)).status).toBe(422);
  });

  it('wants a key of at most 160 signs', async () => {
    expect((await li.post('/tasks/decisions', { command: 'approve', items: many(1) })).status).toBe(400);
    expect((await press(many(1), {}, 'k'.repeat(161))).status).toBe(400);
  });
});
