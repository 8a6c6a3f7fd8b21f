import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';
import { AnsweredPresses, textHash } from './answered-presses';

interface Draft {
  id: string;
}
const DRAFT = { definition: 'expense-reimbursement', form: {} };

describe('a press with an Idempotency-Key', () => {
  let api: ApiUnderTest;
  let li: Caller;
  beforeAll(async () => {
    api = await startApi();
    li = await api.as('li-na');
  });
  afterAll(() => api.stop());

  const withKey = (key: string, person = li): Caller => person.with({ 'Idempotency-Key': key });
  const count = async (table: string): Promise<number> =>
    Number((await api.database.query<{ count: string }[]>(`SELECT count(*) FROM ${table}`))[0]?.count);

  it('makes one draft of ten repeats, at once or later, and gives each the same answer', async () => {
    const before = await count('request');
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => withKey(key).post<Draft>('/requests', DRAFT)));
    const later = await withKey(key).post<Draft>('/requests', DRAFT);
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set([...answers, later].map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await count('request')) - before).toBe(1);
  });

  it('makes one copy, and one comment', async () => {
    const { body: draft } = await li.post<Draft>('/requests', DRAFT);
    for (const [path, body, table] of [
      [`/requests/${draft.id}/copy`, {}, 'request'],
      [`/requests/${draft.id}/comments`, { text: '请看附件' }, 'comment'],
    ] as const) {
      const before = await count(table);
      const key = crypto.randomUUID();
      const answers = await Promise.all(Array.from({ length: 5 }, () => withKey(key).post<Draft>(path, body)));
      expect(answers.map(({ status, body: { id } }) => [status, id])).toEqual(Array(5).fill([201, answers[0]?.body.id]));
      expect([table, (await count(table)) - before]).toEqual([table, 1]);
    }
  });

  it('is another press with another body, on another route', async () => {
    const key = crypto.randomUUID();
    const { body: draft } = await withKey(key).post<Draft>('/requests', DRAFT);
    for (const answer of [
      await withKey(key).post('/requests', { ...DRAFT, choices: {} }),
      await withKey(key).post(`/requests/${draft.id}/copy`),
      await withKey(key).post('/requests?submit=true', DRAFT),
    ])
      expect([answer.status, answer.body['code']]).toEqual([422, 'key-reused']);
  });

  it('is its person’s own', async () => {
    const key = crypto.randomUUID();
    const [mine, hers] = [
      await withKey(key).post<Draft>('/requests', DRAFT),
      await withKey(key, await api.as('zhou-yan')).post<Draft>('/requests', DRAFT),
    ];
    expect([mine.status, hers.status, mine.body.id === hers.body.id]).toEqual([201, 201, false]);
  });

  it('that was refused may be tried again', async () => {
    const key = crypto.randomUUID();
    const { body: draft } = await li.post<Draft>('/requests', DRAFT);
    expect((await withKey(key).post(`/requests/${draft.id}/comments`, { text: ' ' })).status).toBe(422);
    expect((await withKey(key).post(`/requests/${draft.id}/comments`, { text: '\u200b\u2060' })).status).toBe(422);
    // The notice says its beginning, and never half a character.
    expect((await withKey(crypto.randomUUID()).post(`/requests/${draft.id}/comments`, { text: `${'x'.repeat(199)}😀` })).status).toBe(201);
    expect((await withKey(key).post(`/requests/${draft.id}/comments`, { text: 'so' })).status).toBe(201);
  });

  it('that was cut off is done again after a while, and answered as busy until then', async () => {
    const key = crypto.randomUUID();
    await withKey(key).post<Draft>('/requests', DRAFT);
    await api.database.query(`UPDATE answered_press SET status = NULL, answer = NULL`);
    const busy = await withKey(key).post('/requests', DRAFT);
    expect([busy.status, busy.body['code']]).toEqual([409, 'key-busy']);
    await api.database.query(`UPDATE answered_press SET created_at = now() - interval '3 minutes'`);
    expect((await withKey(key).post('/requests', DRAFT)).status).toBe(201);
  });

  it('says so when the key is none', async () => {
    for (const key of ['with blanks in it', 'k'.repeat(201), 'schlüssel']) {
      const answer = await withKey(key).post('/requests', DRAFT);
      expect([key, answer.status, answer.body['params']]).toEqual([key, 400, { name: 'Idempotency-Key' }]);
    }
  });

  it('that fails long after it was begun anew does not free the key of the one that is under way', async () => {
    const presses = new AnsweredPresses(api.database);
    const press = { personId: li.personId, keyHash: textHash(crypto.randomUUID()), pressHash: 'p' };
    const since = async (): Promise<string> => ((await presses.begin(press)) as { since: string }).since;
    const slow = { ...press, since: await since() };
    await api.database.query(`UPDATE answered_press SET created_at = created_at - interval '3 minutes' WHERE key_hash = $1`, [
      press.keyHash,
    ]);
    const anew = { ...press, since: await since() };
    await presses.giveBack(slow);
    await presses.finish(slow, 201, { late: true });
    expect(await presses.begin(press)).toEqual({ kind: 'busy' });
    await presses.finish(anew, 201, { done: true });
    expect(await presses.begin(press)).toEqual({ kind: 'answered', status: 201, answer: { done: true } });
  });
});
