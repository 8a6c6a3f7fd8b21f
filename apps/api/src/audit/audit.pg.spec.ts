import { chainLink, chainStart, SealRepository } from '@countersign/database';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { Desks } from '../tasks/desks.fixture';
import type { AuditEntryPage, AuditStateView, JournalCheckPage, JournalCheckView } from './dto/audit.view';

describe('the record of all requests', () => {
  let api: ApiUnderTest;
  let desks: Desks;
  let jiang: Caller;
  let companyId: string;

  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
    jiang = await api.as('jiang-ming');
    const [row] = await api.database.query<{ id: string }[]>('SELECT id FROM company');
    companyId = row!.id;
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    await api.database.query('TRUNCATE request, journal_seal, sealed_request, journal_check, seal_anchor CASCADE');
  });

  /** A request with so many transitions, each with its link. */
  async function moved(number: string, count: number): Promise<string> {
    const id = await desks.request({ number });
    await moveOn(id, 1, count);
    return id;
  }

  async function moveOn(id: string, from: number, to: number): Promise<void> {
    const person = await desks.person('li-na');
    const [last] = await api.database.query<{ chain: string }[]>('SELECT chain FROM transition WHERE request_id = $1 AND n = $2', [
      ...[id, from - 1],
    ]);
    let previous = last?.chain ?? chainStart(id);
    for (let n = from; n <= to; n += 1) {
      const command = { type: 'urge', id: `${id}-${n}`, actor: person, at: '2026-11-20T02:00:00.000Z' };
      const link = { n, command, facts: {}, events: [], comment: null, fields: null, derived: null, hash: `h${n}` } as never;
      const chain = chainLink(previous, link);
      await api.database.query(
        `INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, hash, previous_chain, chain)
         VALUES ($1, $2, $3, $4, 'urge', $5, now(), $6, '{}', '[]', $7, $8, $9)`,
        [id, n, companyId, `${id}-${n}`, person, JSON.stringify(command), `h${n}`, previous, chain],
      );
      previous = chain;
    }
    await api.database.query('UPDATE request SET n = $2, chain_hash = $3 WHERE id = $1', [id, to, previous]);
  }

  const seals = () => api.app.get(SealRepository);
  const seal = async (): Promise<void> => {
    const [due] = await seals().due();
    if (!due) throw new Error('Expected something to seal, but nothing has moved');
    await seals().seal(due);
  };

  async function checked(): Promise<JournalCheckView> {
    const begun = await jiang.post<JournalCheckView>('/audit/checks');
    expect(begun.status).toBe(202);
    for (;;) {
      const { body } = await jiang.get<JournalCheckView>(`/audit/checks/${begun.body.id}`);
      if (body.state !== 'running') return body;
    }
  }

  it('holds: every entry and every seal is worked out again', async () => {
    const one = await moved('BX-2026-0001', 3);
    await moved('BX-2026-0002', 320);
    await seal();
    expect(await seals().due()).toEqual([]);
    await moveOn(one, 4, 5);
    await seal();
    await moveOn(one, 6, 6);
    expect(await checked()).toMatchObject({ state: 'done', checked: 326, total: 326, seals: 2, found: 0, findings: [] });
    const { body } = await jiang.get<AuditStateView>('/audit');
    expect(body.months).toMatchObject([{ entries: 325, seals: 2 }]);
    expect(body.lastCheck).toMatchObject({ state: 'done', by: { id: jiang.personId } });
  });

  const FORGED: [what: string, how: string, found: object[]][] = [
    ['another comment', `UPDATE transition SET comment = 'no' WHERE n = 2`, [{ fault: 'changed', request: 'BX-2026-0001', n: 2 }]],
    ['an entry taken out of the middle', 'DELETE FROM transition WHERE n = 2', [{ fault: 'missing', request: 'BX-2026-0001', n: 2 }]],
    [
      'the last one cut off',
      'DELETE FROM transition WHERE n = 3',
      [
        { fault: 'cut', request: 'BX-2026-0001', n: 2 },
        { fault: 'sealed', request: 'BX-2026-0001', n: 3 },
      ],
    ],
    [
      'the last one cut off, and its request put back',
      `WITH cut AS (DELETE FROM transition WHERE n = 3) UPDATE request r SET n = 2, chain_hash = (SELECT chain FROM transition WHERE request_id = r.id AND n = 2)`,
      [{ fault: 'sealed', request: 'BX-2026-0001', n: 3 }],
    ],
    [
      'all of them gone',
      'DELETE FROM transition',
      [
        { fault: 'missing', request: 'BX-2026-0001', n: 1 },
        { fault: 'sealed', request: 'BX-2026-0001', n: 3 },
      ],
    ],
    [
      'a seal made again',
      `ALTER TABLE sealed_request DISABLE TRIGGER sealed_request_stays; UPDATE sealed_request SET n = 2, chain = (SELECT chain FROM transition WHERE n = 2); ALTER TABLE sealed_request ENABLE TRIGGER sealed_request_stays`,
      [{ fault: 'seal', request: null, n: 1 }],
    ],
  ];

  it.each(FORGED)('does not hold with %s', async (_what, forge, findings) => {
    await moved('BX-2026-0001', 3);
    await seal();
    await api.database.query(forge);
    expect(await checked()).toMatchObject({ state: 'done', found: findings.length, findings });
  });

  it('misses a request that was done away with', async () => {
    const id = await moved('BX-2026-0001', 2);
    await seal();
    await api.database.query('DELETE FROM transition; DELETE FROM request');
    expect((await checked()).findings).toEqual([{ fault: 'sealed', request: id, n: 2 }]);
  });

  it('is checked by one at a time, and no further than till it is cancelled', async () => {
    const [{ id }] = (await api.database.query(
      `INSERT INTO journal_check (id, company_id, person_id, total) VALUES (gen_random_uuid(), $1, $2, 5) RETURNING id`,
      [companyId, jiang.personId],
    )) as [{ id: string }];
    expect((await jiang.post('/audit/checks')).body).toMatchObject({ code: 'check-running', status: 409 });
    expect((await jiang.send('DELETE', `/audit/checks/${id}`)).status).toBe(204);
    expect((await jiang.send('DELETE', `/audit/checks/${id}`)).status).toBe(404);
    expect((await checked()).state).toBe('done');
    const { body } = await jiang.get<JournalCheckPage>('/audit/checks?limit=1');
    expect(body).toMatchObject({ items: [{ state: 'done' }], nextCursor: expect.any(String) });
    expect((await jiang.get<JournalCheckPage>(`/audit/checks?cursor=${body.nextCursor}`)).body.items).toMatchObject([
      { state: 'cancelled' },
    ]);
  });

  it('is listed, newest first, by number, person and day, and says nothing of a form', async () => {
    await moved('BX-2026-0001', 3);
    await moved('BX-2026-0002', 1);
    const all = await jiang.get<AuditEntryPage>('/audit/entries?limit=2');
    expect(all.body.items.map(({ n, request }) => [request.number, n])).toEqual([
      ['BX-2026-0002', 1],
      ['BX-2026-0001', 3],
    ]);
    const rest = await jiang.get<AuditEntryPage>(`/audit/entries?cursor=${all.body.nextCursor}`);
    expect(rest.body.items).toHaveLength(2);
    const found = await jiang.get<AuditEntryPage>('/audit/entries?number=bx-2026-0002');
    const wide = await jiang.get<AuditEntryPage>(`/audit/entries?number=${encodeURIComponent(' ｂｘ－２０２６－０００２ ')}`);
    expect(found.body.items).toMatchObject([
      { what: { en: 'Reminded' }, by: { name: { zh: '李娜' } }, request: { number: 'BX-2026-0002' } },
    ]);
    expect(wide.body).toEqual(found.body);
    expect((await jiang.get<AuditEntryPage>(`/audit/entries?person=${jiang.personId}`)).body.items).toEqual([]);
    expect((await jiang.get<AuditEntryPage>('/audit/entries?to=2020-01-01')).body.items).toEqual([]);
  });

  it('is closed to whoever lacks the right', async () => {
    const nina = await api.as('li-na');
    const id = await moved('BX-2026-0001', 1);
    for (const path of ['/audit', '/audit/entries', '/audit/checks', `/audit/evidence/${id}`])
      expect((await nina.get(path)).status).toBe(403);
    expect((await nina.post('/audit/checks')).status).toBe(403);
  });

  it('rows of seals are only ever added', async () => {
    await moved('BX-2026-0001', 1);
    await seal();
    for (const change of [`UPDATE journal_seal SET seal = ''`, 'DELETE FROM sealed_request'])
      await expect(api.database.query(change)).rejects.toThrow(/to stay as they are/);
  });
});
