import { DEMO_DIRECTORY } from '@countersign/definitions';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { publish } from '../../../../test/support/publish';

const MANY = 24;
const many = <T>(call: (index: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: MANY }, (_, index) => call(index)));

const note = (version: number): object => ({
  key: 'busy-note',
  version,
  title: { zh: '说明', en: 'Note' },
  area: 'service',
  numberPrefix: 'BN',
  start: { everyone: true },
  form: { fields: [{ key: 'reason', type: 'text', label: { zh: '事由', en: 'Reason' } }] },
  sentence: { zh: '{requester}', en: '{requester}' },
  rowTitle: { zh: '说明', en: 'Note' },
  flow: [{ kind: 'approve', id: 'superior', title: { zh: '上级', en: 'Superior' }, assignee: { by: 'superior' } }],
});

describe('more imports at once than the pool has connections', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
  });
  afterAll(() => api.stop());

  const { company } = DEMO_DIRECTORY;
  const changed = (index: number) => ({ company, people: [{ key: 'busy', name: { zh: `忙${index}`, en: `Busy ${index}` } }] });

  it.each(['', '?trial=true'])('are answered at once (%s), and so is everybody else', async (trial) => {
    const begun = Date.now();
    const imports = many((index) => admin.post(`/directory/import${trial}`, changed(index)));
    const others = await many(() => admin.get('/me'));
    expect(others.map(({ status }) => status)).toEqual(Array(MANY).fill(200));
    const answers = await imports;
    expect(Date.now() - begun).toBeLessThan(20_000);
    expect([...new Set(answers.map(({ status }) => status))].toSorted()).toEqual([200, 409]);
    for (const { status, body } of answers) {
      if (status === 200) continue;
      expect(body).toMatchObject({
        code: 'import-running',
        detail: 'Another change to the organisation has not finished yet. Try again in a moment.',
      });
    }
    expect((await admin.post(`/directory/import${trial}`, changed(0))).status).toBe(200);
  });

  it('and as many publications', async () => {
    await admin.post('/definitions', note(1));
    const answers = await many(() => publish(admin, note(1)));
    expect(answers.map(({ status }) => status)).toEqual(Array(MANY).fill(200));
  });
});
