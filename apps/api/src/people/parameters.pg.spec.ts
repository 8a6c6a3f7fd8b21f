import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { publish } from '../../../../test/support/publish';

const text = { zh: '便条', en: 'Note' };
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const NOTE = {
  ...{ key: 'tuned', version: 1, title: text, area: 'service', numberPrefix: 'TN', start: { everyone: true } },
  parameters: [
    { key: 'days', title: { zh: '天数', en: 'Days' }, default: 30 },
    { key: 'asks', title: { zh: '询问财务', en: 'Asks finance' }, default: true },
    { key: 'word', title: { zh: '说明', en: 'Word' }, default: 'x' },
    { key: 'most', title: { zh: '上限', en: 'Most' }, default: { money: '300', currency: 'CNY' } },
  ],
  ...{ form: { fields: [] }, sentence: text, rowTitle: text },
  flow: [{ kind: 'approve', id: 'look', title: text, assignee: { by: 'superior' } }],
};

interface Item {
  key: string;
  kind: string;
  standard: unknown;
  value: unknown;
  set: boolean;
  standing: string;
}

describe('parameters of processes', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
    await admin.post('/definitions', NOTE);
    expect((await publish(admin, NOTE)).status).toBe(200);
  });
  afterAll(() => api.stop());

  const listed = async (): Promise<Item[]> => {
    const { body } = await admin.get<{ items: { definition: string; parameters: Item[] }[] }>('/parameters');
    return body.items.find(({ definition }) => definition === 'tuned')?.parameters ?? [];
  };
  const set = (key: string, value: unknown, definition = 'tuned') =>
    admin.send<Item & { code?: string; errors?: { field: string; code: string }[] }>('PUT', `/parameters/${definition}/${key}`, { value });
  const changes = async (): Promise<
    { kind: string; first: { what: { en: string }; members: { before: { en: string }; after: { en: string } }[] } }[]
  > => (await admin.get<{ items: [] }>('/changes?limit=5')).body.items ?? [];

  it('are listed with what the process says and what holds, set, and given back', async () => {
    expect((await listed()).map(({ key, kind, value, set: own }) => [key, kind, value, own])).toEqual([
      ['days', 'number', 30, false],
      ['asks', 'yes-no', true, false],
      ['word', 'text', 'x', false],
      ['most', 'money', cny('300.00'), false],
    ]);
    for (const [key, value] of Object.entries({ days: 60, asks: false, word: 'y', most: cny('20.50') }))
      expect((await set(key, value)).body).toMatchObject({ value, set: true });
    expect((await listed()).map(({ value }) => value)).toEqual([60, false, 'y', cny('20.50')]);
    expect((await set('days', null)).body).toMatchObject({ value: 30, set: false });
    expect((await listed())[0]).toMatchObject({ value: 30, standard: 30, set: false });
  });

  it('are not set over what somebody else has set since, nor is a target', async () => {
    const over = async (shown: string, path: string, body: object): Promise<unknown[]> => {
      const answer = await admin.with({ 'If-Match': `"${shown}"` }).send<{ code?: string }>('PUT', path, body);
      return [answer.status, answer.body.code];
    };
    const seen = async (): Promise<string> => (await listed())[0]?.standing ?? '';
    const shown = await seen();
    expect(await over(shown, '/parameters/tuned/days', { value: 40 })).toEqual([200, undefined]);
    expect(await over(shown, '/parameters/tuned/days', { value: 50 })).toEqual([409, 'changed-meanwhile']);
    expect((await listed())[0]?.value).toBe(40);
    expect(await over(await seen(), '/parameters/tuned/days', { value: null })).toEqual([200, undefined]);
    expect(await seen()).toBe(shown);
    expect(await over('none', '/targets/tuned', { onTime: 90 })).toEqual([200, undefined]);
    expect(await over('none', '/targets/tuned', { onTime: 80 })).toEqual([409, 'changed-meanwhile']);
    expect(await over('90', '/targets/tuned', { onTime: null })).toEqual([200, undefined]);
  });

  it.each([
    ['days', '60', 'parameter-number'],
    ['asks', 'true', 'parameter-yes-no'],
    ['asks', 1, 'parameter-yes-no'],
    ['word', 5, 'parameter-text'],
    ['most', 5, 'parameter-money'],
    ['most', cny('5.005'), 'parameter-money'],
    ['most', { amount: '5', currency: 'EUR' }, 'parameter-money'],
  ])('refuse %s = %j, of another kind than the process asks for', async (key, value, code) => {
    const { status, body } = await set(key, value);
    expect([status, body.errors]).toMatchObject([422, [{ field: 'value', code }]]);
  });

  it.each([[{}], [[1]], ['x'.repeat(1_001)], [undefined], [2 ** 60]])('refuse %j, which is no value', async (value) => {
    expect((await set('word', value)).status).toBe(422);
  });

  it('are of processes in use, and for those who keep the directory', async () => {
    for (const [key, definition] of [
      ['nothing', 'tuned'],
      ['days', 'nowhere'],
      ['constructor', 'tuned'],
      ['toString', '__proto__'],
    ] as const)
      expect((await set(key, 1, definition)).status).toBe(404);
    const nina = await api.as('li-na');
    expect((await nina.get('/parameters')).status).toBe(403);
    expect((await nina.send('PUT', '/parameters/tuned/days', { value: 1 })).status).toBe(403);
  });

  it('stand beside what share of decisions is to be on time, which is set, given up and on record', async () => {
    const target = (onTime: unknown, definition = 'tuned', who = admin) =>
      who.send<{ onTime: number | null }>('PUT', `/targets/${definition}`, { onTime });
    const shown = async (): Promise<unknown> =>
      (await admin.get<{ items: { definition: string; onTime: number | null }[] }>('/parameters')).body.items.find(
        ({ definition }) => definition === 'tuned',
      )?.onTime;
    expect(await shown()).toBeNull();
    expect((await target(90)).body).toEqual({ definition: 'tuned', onTime: 90 });
    expect((await target(90)).body).toEqual({ definition: 'tuned', onTime: 90 });
    expect(await shown()).toBe(90);
    for (const wrong of [0, 101, 90.5, '90', true, [90], undefined, -1])
      expect([wrong, (await target(wrong)).status]).toEqual([wrong, 422]);
    for (const key of ['nowhere', '__proto__']) expect((await target(90, key)).status).toBe(404);
    expect((await target(90, 'tuned', await api.as('li-na'))).status).toBe(403);
    expect((await target(null)).body).toEqual({ definition: 'tuned', onTime: null });
    expect(await shown()).toBeNull();
    await api.database.query(
      `INSERT INTO person_right (person_id, company_id, right_name) SELECT id, company_id, 'journal.verify' FROM person WHERE key = 'lu-ning' ON CONFLICT DO NOTHING`,
    );
    expect(await changes()).toMatchObject([
      { kind: 'target-set', first: { what: { en: 'Note' }, members: [{ before: { en: '90 %' }, after: { en: '—' } }] } },
      { kind: 'target-set', first: { members: [{ before: { en: '—' }, after: { en: '90 %' } }] } },
      ...[{}, {}, {}],
    ]);
  });

  it('are on the record with what held before, once for each change', async () => {
    await api.database.query(
      `INSERT INTO person_right (person_id, company_id, right_name) SELECT id, company_id, 'journal.verify' FROM person WHERE key = 'lu-ning' ON CONFLICT DO NOTHING`,
    );
    await set('days', 45);
    await set('days', 45);
    const [newest, before] = await changes();
    expect(newest).toMatchObject({ kind: 'parameter-set', first: { what: { en: 'Note · Days' } } });
    expect(newest?.first.members).toMatchObject([{ before: { en: '30' }, after: { en: '45' } }]);
    expect(before?.first.members).not.toMatchObject([{ after: { en: '45' } }]);
  });
});
