import { DEMO_DIRECTORY } from '@countersign/definitions';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import { publish } from '../../../../../test/support/publish';
import type { Caller } from '../../../../../test/support/caller';

interface Change {
  id: string;
  by: { id: string } | null;
  kind: string;
  changed: number;
}
type Both = { zh: string; en: string };
interface Worded {
  section: Both;
  what: Both;
  how: string;
  members: { label: Both; before: Both; after: Both }[];
}
interface Rows {
  rows: { section: string; key: string; before: unknown; after: unknown }[];
}

describe('who changed the rules', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  let auditor: Caller;
  const { company } = DEMO_DIRECTORY;
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
    const people = [{ key: 'audit', name: { zh: '审计', en: 'Audit' }, rights: ['journal.verify'] }];
    expect((await admin.post('/directory/import', { company, people })).status).toBe(200);
    auditor = await api.as('audit');
  });
  afterAll(() => api.stop());

  const latest = async (): Promise<Change & Rows> => {
    const { body } = await auditor.get<{ items: Change[] }>('/changes?limit=1');
    return (await auditor.get<Change & Rows>(`/changes/${body.items[0]?.id}`)).body;
  };

  it('is on the record with what was so before and what is so since: a limit raised, used and put back', async () => {
    const grant = DEMO_DIRECTORY.grants.find(({ limit }) => typeof limit === 'object' && limit !== null);
    const raised = { ...grant, limit: { amount: '50000', currency: 'CNY' } };
    await admin.post('/directory/import?trial=true', { company, grants: [raised] });
    await admin.post('/directory/import', { company, grants: [raised] });
    const up = await latest();
    expect([up.by?.id, up.kind, up.changed]).toEqual([admin.personId, 'directory-imported', 1]);
    expect(up.rows).toMatchObject([{ section: 'grants', key: grant?.key, after: { limit: { amount: '50000.00', currency: 'CNY' } } }]);
    await admin.post('/directory/import', { company, grants: [grant] });
    const down = await latest();
    expect(down.rows[0]).toMatchObject({ before: up.rows[0]?.after, after: up.rows[0]?.before });
    // What changes nothing is no change.
    await admin.post('/directory/import', { company, grants: [grant] });
    expect((await latest()).id).toBe(down.id);
  });

  it('is told in words, by the names of today, the first row in the list as well', async () => {
    const grant = DEMO_DIRECTORY.grants.find(({ limit, role }) => typeof limit === 'object' && limit !== null && role);
    await admin.post('/directory/import', { company, grants: [{ ...grant, limit: 'no-limit' }] });
    const { body } = await auditor.get<{ items: { first: Worded }[] }>('/changes?limit=1');
    const { section, what, how, members } = body.items[0]!.first;
    const title = DEMO_DIRECTORY.roles.find(({ key }) => key === grant?.role)?.title.en;
    expect([section.en, how, what.en.startsWith(`${title} · `)]).toEqual(['Grant', 'changed', true]);
    expect(members).toMatchObject([{ label: { en: 'Limit' }, after: { zh: '不限', en: 'no limit' } }]);
    expect(members[0]?.before.en).toMatch(/^¥[\d,]+$/);
    expect((await latest()).rows[0]).toMatchObject({ words: body.items[0]!.first });
    await admin.post('/directory/import', { company, grants: [grant] });
  });

  it('tells of rights, and tells those whose rights they are, the importer’s own included', async () => {
    const person = (key: string) => DEMO_DIRECTORY.people.find((each) => each.key === key);
    const people = [
      { ...person('lu-ning'), rights: [...(person('lu-ning')?.rights ?? []), 'requests.read-all'] },
      { ...person('li-na'), rights: ['requests.operate'] },
    ];
    expect((await admin.post('/directory/import', { company, people })).status).toBe(200);
    expect((await latest()).rows.map(({ key, after }) => [key, (after as { rights: string[] }).rights.length])).toEqual([
      ['li-na', 1],
      ['lu-ning', people[0]?.rights.length],
    ]);
    for (const caller of [admin, await api.as('li-na')]) {
      const { body } = await caller.get<{ items: { notice: string }[] }>('/notifications');
      expect(body.items.map(({ notice }) => notice)).toContain('rights-changed');
    }
  });

  it('tells of processes: imported, published, retired', async () => {
    const text = { zh: '便条', en: 'Note' };
    const note = {
      ...{ key: 'noted', version: 1, title: text, area: 'service', numberPrefix: 'NT', start: { everyone: true } },
      ...{ form: { fields: [] }, sentence: text, rowTitle: text },
      flow: [{ kind: 'approve', id: 'look', title: text, assignee: { by: 'superior' } }],
    };
    await admin.post('/definitions', note);
    await publish(admin, note);
    await admin.post('/definitions/noted/versions/1/retire');
    const { body } = await auditor.get<{ items: Change[]; nextCursor: string }>('/changes?limit=3');
    expect(body.items.map(({ kind, by }) => [kind, by?.id === admin.personId])).toEqual([
      ['definition-retired', true],
      ['definition-published', true],
      ['definition-imported', true],
    ]);
    const next = await auditor.get<{ items: Change[] }>(`/changes?limit=100&cursor=${body.nextCursor}`);
    expect(next.body.items.map(({ kind }) => kind)).toContain('directory-imported');
  });

  it('is for those who check the records, and of their company', async () => {
    const { id } = await latest();
    for (const path of ['/changes', `/changes/${id}`]) expect((await admin.get(path)).body).toMatchObject({ code: 'right-missing' });
    expect((await auditor.get(`/changes/${crypto.randomUUID()}`)).status).toBe(404);
  });
});
