import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { Desks } from '../tasks/desks.fixture';
import { SeenService } from './seen.service';

interface Said {
  id: string;
  mentions: { id: string; name: { zh: string } }[];
}
interface Readers {
  told: boolean;
  items: { person: { id: string }; role: string; seenAt: string | null; changedSince: boolean }[];
}

describe('what is said beside decisions', () => {
  let api: ApiUnderTest;
  let desks: Desks;
  let li: Caller;
  let zhang: Caller;
  let id: string;
  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
    [li, zhang] = [await api.as('li-na'), await api.as('zhang-wei')];
    id = await desks.request({ tasks: [{ person: 'zhang-wei' }], copies: ['liu-chang'] });
  });
  afterAll(() => api.stop());

  const say = (caller: Caller, text: string, mentions?: string[]) =>
    caller.post<Said & { code: string; errors: { field: string; code: string }[] }>(`/requests/${id}/comments`, {
      text,
      ...(mentions ? { mentions } : {}),
    });
  const bell = async (caller: Caller): Promise<string[]> => {
    const { body } = await caller.get<{ items: { notice: string; requestId: string }[] }>('/notifications');
    return body.items.filter(({ requestId }) => requestId === id).map(({ notice }) => notice);
  };

  it('speaks to people who may read the request: they are told so, the others that something was said', async () => {
    const { status, body } = await say(li, '@张伟 请先看附件', [zhang.personId, zhang.personId]);
    expect([status, body.mentions.map(({ name }) => name.zh)]).toEqual([201, ['张伟']]);
    expect(await bell(zhang)).toEqual(['mentioned']);
    expect(await bell(await api.as('liu-chang'))).toEqual(['comment-added']);
    expect(await bell(li)).toEqual([]);
    const { body: list } = await zhang.get<{ items: Said[] }>(`/requests/${id}/discussion`);
    expect(list.items.at(-1)?.mentions.map((each) => each.id)).toEqual([zhang.personId]);
  });

  it('brings files that its writer has uploaded, which whoever reads the request reads, for good', async () => {
    const upload = async (caller: Caller): Promise<string> => {
      const content = new FormData();
      content.append('file', new Blob([Buffer.from('甲,乙\n1,2\n')]), '报价.csv');
      const { status, body } = await caller.send<{ id: string }>('POST', '/files', content);
      expect(status).toBe(201);
      return body.id;
    };
    const [own, theirs] = [await upload(li), await upload(zhang)];
    const attach = (files: unknown) =>
      li.post<{ files: { id: string; name: string }[]; errors: { field: string; code: string }[] }>(`/requests/${id}/comments`, {
        text: '补充报价',
        files,
      });
    expect((await zhang.get(`/files/${own}`)).status).toBe(404);
    const { status, body } = await attach([own, own.toUpperCase()]);
    expect([status, body.files.map((file) => [file.id, file.name])]).toEqual([201, [[own, '报价.csv']]]);
    expect((await zhang.get(`/files/${own}`)).status).toBe(200);
    expect((await (await api.as('wu-di')).get(`/files/${own}`)).status).toBe(404);
    const { body: list } = await zhang.get<{ items: { files: { id: string }[] }[] }>(`/requests/${id}/discussion`);
    expect(list.items.at(-1)?.files.map((file) => file.id)).toEqual([own]);

    const foreign = await attach([theirs]);
    expect([foreign.status, foreign.body.errors[0]?.field, foreign.body.errors[0]?.code]).toEqual([422, 'files', 'not-found']);
    for (const wrong of [['x'], [crypto.randomUUID()], 'x', Array.from({ length: 11 }, () => own)])
      expect((await attach(wrong)).status).toBe(422);
    const [kept] = await api.database.query<{ held: boolean }[]>(
      'SELECT cited_at IS NOT NULL AS held FROM request_file WHERE request_id = $1 AND file_id = $2',
      [id, own],
    );
    expect(kept?.held).toBe(true);
  });

  it('gives nobody a right: whoever may not read it is not spoken to, and nothing is said', async () => {
    const stranger = await api.as('wu-di');
    const { status, body } = await say(li, '@吴迪 看看', [stranger.personId]);
    expect([status, body.errors[0]?.field, body.errors[0]?.code]).toEqual([422, 'mentions', 'no-reader']);
    expect((await say(li, 'x', [crypto.randomUUID()])).status).toBe(422);
    expect((await stranger.get(`/requests/${id}/discussion`)).status).toBe(403);
    expect(await bell(stranger)).toEqual([]);
    expect(
      (
        await say(
          li,
          'x',
          Array.from({ length: 21 }, () => zhang.personId),
        )
      ).status,
    ).toBe(422);
  });

  it('may speak to those who read all requests', async () => {
    const auditor = await api.as('jiang-ming');
    const { status } = await say(li, '@蒋明', [auditor.personId]);
    expect([status, await bell(auditor)]).toEqual([201, ['mentioned']]);
  });

  it('tells its requester who has opened it as it stands, and nobody else', async () => {
    const seen = api.app.get(SeenService);
    const zhangs = {
      personId: zhang.personId,
      companyId: (await api.database.query<{ id: string }[]>('SELECT id FROM company'))[0]!.id,
    } as never;
    const of = async (caller: Caller) => (await caller.get<Readers>(`/requests/${id}/readers`)).body;
    expect((await of(li)).items.map(({ role, seenAt }) => [role, seenAt])).toEqual([
      ['asked', null],
      ['copied', null],
      ['requester', null],
    ]);
    await seen.note(zhangs, id, 1);
    const first = (await of(li)).items[0]!;
    expect([first.seenAt !== null, first.changedSince]).toEqual([true, false]);
    // A second look at the same is no news; an older state never takes the place of a newer one.
    await seen.note(zhangs, id, 1);
    await seen.note(zhangs, id, 0);
    expect((await of(li)).items[0]).toEqual(first);
    await api.database.query('UPDATE request SET n = 2 WHERE id = $1', [id]);
    expect((await of(li)).items[0]!.changedSince).toBe(true);
    const theirs = await of(zhang);
    expect([theirs.told, theirs.items.some(({ seenAt, changedSince }) => seenAt !== null || changedSince)]).toEqual([false, false]);
    expect((await (await api.as('wu-di')).get(`/requests/${id}/readers`)).status).toBe(403);
  });
});
