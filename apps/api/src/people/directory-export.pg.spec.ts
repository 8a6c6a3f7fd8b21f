import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';

type Counts = Record<string, { created: number; updated: number; unchanged: number }> & {
  rights: { given: number; taken: number };
  openTasks: unknown;
  standing: unknown;
};

interface Exported {
  company: object;
  positions: { key: string; person: string | null }[];
}

describe('the directory export', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
  });
  afterAll(() => api.stop());

  const changes = ({ rights, openTasks: _openTasks, standing: _standing, ...lists }: Counts): number =>
    Object.values(lists).reduce((sum, { created, updated }) => sum + created + updated, rights.given + rights.taken);

  it('imported again changes nothing, whatever the directory holds', async () => {
    const { status, body, headers } = await admin.get<Record<string, object[]>>('/directory/export');
    expect([status, body['people']!.length > 50, body['grants']!.length > 5]).toEqual([200, true, true]);
    expect(headers.get('content-disposition')).toContain('directory.json');
    await admin.post('/directory/import', (await admin.get('/directory/sample')).body);
    await api.database.query(`UPDATE position SET valid_from = '2026-01-31', valid_to = '2031-02-28' WHERE key = 'sample-post-2'`);
    await api.database.query(
      `UPDATE position SET substitute_id = (SELECT id FROM person WHERE key = 'li-na'), substitute_to = '2031-02-28' WHERE key = 'sample-post-1'`,
    );
    await api.database.query(
      `UPDATE authority_grant SET state = 'withheld', withheld_reason = '待定', limit_value = NULL WHERE key = 'sample-grant-1'`,
    );
    const { body: full } = await admin.get<Record<string, object[]>>('/directory/export');
    expect(full['people']!.length).toBe(body['people']!.length + 3);
    await api.database.query('UPDATE person SET single_keys = false');
    const again = await admin.post<Counts>('/directory/import', full);
    expect([again.status, changes(again.body)]).toEqual([200, 0]);
    expect((await admin.get('/directory/export')).body).toEqual(full);
    expect(await api.database.query('SELECT 1 FROM person WHERE single_keys')).toEqual([]);
  });

  it('takes somebody who takes the place of a vacant post, and tells of them and of the change', async () => {
    const { body: before } = await admin.get<Exported>('/directory/export');
    const vacant = { ...before.positions.find(({ person }) => person === 'zhang-wei')!, person: null, primary: undefined };
    const substitute = { person: 'li-na', validFrom: '2026-01-01', validTo: '2100-01-01' };
    const document = { company: before.company, positions: [{ ...vacant, substitute }] };
    expect((await admin.post<Counts>('/directory/import', document)).body['positions']).toMatchObject({ updated: 1 });
    const { body: after } = await admin.get<Exported>('/directory/export');
    expect(after.positions.find(({ key }) => key === vacant.key)).toMatchObject({ person: null, substitute });
    const [nina] = await api.database.query<{ id: string }[]>(`SELECT id FROM person WHERE key = 'li-na'`);
    const { body: shown } = await admin.get<{ posts: { substituteUntil: string | null }[] }>(`/people/${nina!.id}`);
    expect(shown.posts.map(({ substituteUntil }) => substituteUntil)).toEqual([null, '2100-01-01']);
    expect(JSON.stringify((await (await api.as('jiang-ming')).get('/changes?limit=1')).body)).toContain(
      '李娜，2026-01-01 起，2100-01-01 失效',
    );
  });

  it('has a sample that an import takes as it is', async () => {
    const { body: sample } = await admin.get<{ company: object; people: object[] }>('/directory/sample');
    const { status, body } = await admin.post<Counts>('/directory/import?trial=true', sample);
    expect([status, body['company']?.updated]).toEqual([200, 0]);
  });

  it('is for those who may import only', async () => {
    const nina = await api.as('li-na');
    for (const path of ['/directory/export', '/directory/sample']) expect((await nina.get(path)).status).toBe(403);
  });
});
