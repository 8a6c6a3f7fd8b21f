import { askBy } from '@countersign/database';
import type { RightName } from '@countersign/domain';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { publish } from '../../../../test/support/publish';
import type { Actor } from '../auth/actor';
import { RequestLines } from '../auth/request-lines.service';
import { Desks } from '../tasks/desks.fixture';

const label = (text: string) => ({ zh: text, en: text });
/** Its line tells an amount that the step hides. */
const RAISE = {
  key: 'raise',
  version: 1,
  title: label('Raise'),
  area: 'people',
  numberPrefix: 'RS',
  start: { everyone: true },
  amount: 'salary',
  form: { fields: [{ key: 'salary', type: 'money', label: label('Salary'), required: true }] },
  sentence: label('Raise {salary}'),
  rowTitle: label('Raise {salary}'),
  flow: [
    {
      kind: 'review',
      id: 'superior-review',
      title: label('Look'),
      assignee: { by: 'superior' },
      fields: { hidden: ['salary'] },
    },
    { kind: 'cc', id: 'tell', title: label('Tell'), to: [{ by: 'superior' }] },
  ],
};

describe('a title that tells what is hidden from its reader', () => {
  let api: ApiUnderTest;
  let id: string;
  beforeAll(async () => {
    api = await startApi();
    const admin = await api.as('lu-ning');
    expect((await admin.post('/definitions', RAISE)).status).toBe(201);
    expect((await publish(admin, RAISE)).status).toBe(200);
    const tasks = [{ person: 'zhang-wei' }];
    id = await new Desks(api.database).request({ definition: 'raise', title: 'Raise 9,000', tasks, copies: ['sun-qian'] });
    await (await api.as('li-na')).post(`/requests/${id}/comments`, { text: 'any news?' });
  });
  afterAll(() => api.stop());

  const told = async (key: string): Promise<string> => {
    const { body } = await (await api.as(key)).get<{ items: { notice: string; title: { en: string } }[] }>('/notifications');
    return body.items.find(({ notice }) => notice === 'comment-added')?.title.en ?? '';
  };
  const listed = async (caller: Caller): Promise<unknown[]> => {
    const { body } = await caller.get<{ items: { requestId: string; rowTitle: { en: string }; amount: object | null }[] }>(
      '/requests?box=all',
    );
    return body.items.filter((row) => row.requestId === id).map(({ rowTitle, amount }) => [rowTitle.en, amount !== null]);
  };

  it('is in no notice of theirs, whatever it is about, and in those of others', async () => {
    expect(await told('zhang-wei')).toContain('commented on “Raise”');
    expect(await told('sun-qian')).toContain('commented on “Raise 9,000”');
  });

  it('is in no list of theirs, wherever the request stands by now', async () => {
    expect(await listed(await api.as('zhang-wei'))).toEqual([['Raise', false]]);
    expect(await listed(await api.as('sun-qian'))).toEqual([['Raise 9,000', true]]);
    expect(await listed(await api.as('li-na'))).toEqual([['Raise 9,000', true]]);
  });

  it('is nowhere else where a request is named to them, and to nobody who may not read it', async () => {
    const lines = api.app.get(RequestLines);
    const lineFor = async (key: string, rights: RightName[] = []): Promise<string | undefined> => {
      const { personId } = await api.as(key);
      const [row] = await api.database.query<{ companyId: string }[]>('SELECT company_id AS "companyId" FROM person WHERE id = $1', [
        personId,
      ]);
      const actor = { personId, companyId: row!.companyId, rights } as unknown as Actor;
      return (await lines.of(actor, [id], askBy(api.database.manager))).get(id)?.en;
    };
    expect(await lineFor('zhang-wei')).toBe('Raise');
    expect(await lineFor('lu-ning')).toBe('Raise');
    expect(await lineFor('sun-qian')).toBe('Raise 9,000');
    expect(await lineFor('lu-ning', ['requests.read-all'])).toBe('Raise 9,000');
    expect(await lineFor('zhang-wei', ['requests.read-all'])).toBe('Raise 9,000');
  });
});
