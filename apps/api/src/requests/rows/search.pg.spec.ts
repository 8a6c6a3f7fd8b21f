import fc from 'fast-check';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';
import { Desks } from '../../tasks/desks.fixture';
import type { InboxPage } from '../../tasks/dto/task.view';
import { NEAR } from './search-query';
import { keysOf, searchWords } from './search-words';

describe('search', () => {
  let api: ApiUnderTest;
  let desks: Desks;
  let [asked, found, other]: string[] = [];

  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
    const text = '样例·差旅\n高铁二等座\nfp-001a\n12345.60\n2026-10-28\nopeningofthestore';
    asked = await desks.request({ requester: 'li-na', text, number: 'BX-2026-0147', tasks: [{ person: 'zhang-wei' }] });
    found = await desks.request({ requester: 'wu-di', text: '门店\n差\n99.00', number: 'BX-2026-0999', tasks: [{ person: 'zhang-wei' }] });
    other = await desks.request({ requester: 'li-na', text: '差旅费', number: 'BX-2026-1470' });
  });
  afterAll(() => api.stop());

  const search = async (caller: Caller, path: string, q: string): Promise<string[]> => {
    const { status, body } = await caller.get<InboxPage & { requests: InboxPage['items'] }>(`${path}${encodeURIComponent(q)}`);
    expect([q, status]).toEqual([q, 200]);
    return (body.requests ?? body.items).map(({ requestId }) => requestId);
  };

  it.each([
    ['差旅', 1],
    ['差', 2],
    ['二等', 1],
    ['0147', 1],
    ['2026-01', 1],
    ['ＢＸ－２０２６－０１４７', 1],
    ['bx-2026', 2],
    ['BX20260147', 1],
    ['ＢＸ2026', 2],
    ['BX0147', 0],
    ['7', 1],
    ['李娜', 1],
    ['Li Na', 1],
    ['wu di', 1],
    ['12,345.6', 1],
    ['¥12345.60', 1],
    ['1.23万', 0],
    ['12345', 1],
    ['１２３４５', 1],
    ['ＦＰ—００１ａ', 1],
    ['高铁 李娜', 1],
    ['高铁 吴迪', 0],
    ['  Store　差旅 ', 1],
    ['旅差', 0],
    ['100%', 0],
    ['_', 0],
    ["'", 0],
    ['\\', 0],
    ["':* & |!<->", 0],
  ])('finds “%s” in the list of what is to do', async (q, count) => {
    expect(await search(await api.as('zhang-wei'), '/tasks?q=', q)).toHaveLength(count);
  });

  it('finds what the reader may read, and nothing else', async () => {
    expect((await search(await api.as('li-na'), '/search?q=', '差旅')).toSorted()).toEqual([asked, other].toSorted());
    expect(await search(await api.as('zhang-wei'), '/search?q=', '差旅')).toEqual([asked]);
    expect(await search(await api.as('sun-qian'), '/search?q=', '差旅')).toEqual([]);
    expect(await search(await api.as('zhang-wei'), '/search?q=', '0999')).toEqual([found]);
  });

  it('finds people by the name that they have today', async () => {
    await api.database.query(`UPDATE person SET name = '{"zh":"吴小迪","en":"Woody"}' WHERE key = 'wu-di'`);
    expect(await search(await api.as('zhang-wei'), '/tasks?q=', 'woody')).toEqual([found]);
    expect(await search(await api.as('zhang-wei'), '/tasks?q=', '吴迪')).toEqual([]);
  });

  it('finds drafts by their line', async () => {
    const li = await api.as('li-na');
    const { status } = await li
      .with({ 'Idempotency-Key': crypto.randomUUID() })
      .post('/requests', { definition: 'expense-reimbursement', form: {} });
    expect(status).toBe(201);
    expect(await search(li, '/tasks?tab=drafts&q=', '报销')).toHaveLength(1);
    expect(await search(li, '/tasks?tab=drafts&q=', '调研')).toHaveLength(0);
  });

  it('finds what stands behind more rows than it looks through one by one, page by page', async () => {
    const [rare, often] = ['罕见之物※', '常见'];
    const old: string[] = [];
    for (const daysAgo of [40, 41, 42]) old.push(await desks.request({ requester: 'song-lan', text: `${rare}\n${often}`, daysAgo }));
    await api.database.query(
      `INSERT INTO request (id, company_id, definition_id, definition_key, requester_id, status, n, listed_at, submitted_at)
         SELECT gen_random_uuid(), company_id, definition_id, definition_key, requester_id, 'running', 1, now(), now() FROM request, generate_series(1, $2) WHERE id = $1`,
      [old[0], NEAR + 5],
    );
    await api.database.query(
      `INSERT INTO participant (request_id, person_id, company_id) SELECT id, requester_id, company_id FROM request r WHERE requester_id = $1 ON CONFLICT DO NOTHING`,
      [await desks.person('song-lan')],
    );
    await api.database.query(
      `SELECT write_desks(id, company_id, '{}'), write_text(id, '常见') FROM request WHERE requester_id = $1 AND number IS NULL`,
      [await desks.person('song-lan')],
    );
    const song = await api.as('song-lan');
    const first = (await song.get<InboxPage>(`/tasks?tab=mine&limit=2&q=${encodeURIComponent(rare)}`)).body;
    expect(first.items.map(({ requestId }) => requestId)).toEqual(old.slice(0, 2));
    const second = await song.get<InboxPage>(
      `/tasks?tab=mine&limit=2&q=${encodeURIComponent(rare)}&cursor=${encodeURIComponent(first.nextCursor ?? '')}`,
    );
    expect([second.body.items.map(({ requestId }) => requestId), second.body.nextCursor]).toEqual([[old[2]], null]);
    expect(await search(song, '/tasks?tab=mine&q=', '※')).toEqual(old);
    expect((await song.get<InboxPage>(`/tasks?tab=mine&limit=200&q=${encodeURIComponent(often)}`)).body.items).toHaveLength(200);
  });

  it('asks for no key that a text lacks which holds the word', async () => {
    const sign = fc.constantFrom(...`店旅差a1z09é-,·𠀀한カ. \n#'\\€👍`);
    const cases = fc.sample(fc.tuple(fc.array(sign, { minLength: 1, maxLength: 24 }), fc.nat(), fc.nat()), { numRuns: 300, seed: 7 });
    const rows = cases.flatMap(([signs, from, length]) => {
      const text = signs.join('');
      const start = from % signs.length;
      const keys = keysOf(
        searchWords(
          signs
            .slice(start, start + 1 + (length % 6))
            .join('')
            .split(/\s/)[0] ?? '',
          'CNY',
        )
          .slice(0, 1)
          .map(([word]) => [word ?? '']),
      );
      return keys === null ? [] : [{ text, keys }];
    });
    expect(rows.length).toBeGreaterThan(150);
    const missed = await api.database.query<unknown[]>(
      `SELECT x.text, x.keys FROM jsonb_to_recordset($1) AS x(text text, keys text) WHERE NOT search_grams(x.text) @@ x.keys::tsquery`,
      [JSON.stringify(rows)],
    );
    expect(missed).toEqual([]);
  });
});
