import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import { Desks } from '../tasks/desks.fixture';
import type { AlarmsView, DeadEffectPage, EngineView } from './dto/engine.view';

const NO_ALARMS: AlarmsView = { stuck: 0, unheeded: 0, undelivered: 0, unconfirmed: 0, failed: 0, diverged: 0, notStarted: 0 };

describe('what does not go on by itself', () => {
  let api: ApiUnderTest;
  let desks: Desks;

  beforeAll(async () => {
    api = await startApi({ env: { TEMPORAL_UI_URL: 'http://temporal.test/', TEMPORAL_NAMESPACE: 'shops' } });
    desks = new Desks(api.database);
  });
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('TRUNCATE request CASCADE'));

  const effect = async (request: string, state: string): Promise<string> => {
    const [row] = await api.database.query<{ id: string }[]>(
      `INSERT INTO outbox (company_id, request_id, n, key, effect, state, attempts, last_error)
       SELECT company_id, id, 1, gen_random_uuid()::text, $2, $3, 9, 'no route to host' FROM request WHERE id = $1 RETURNING id`,
      [
        request,
        JSON.stringify({ type: 'notify', notice: 'task-opened', to: [await desks.person('sun-qian')], step: null, immediate: true }),
        state,
      ],
    );
    return row?.id ?? '';
  };
  const alarms = async (key: string): Promise<AlarmsView> => (await (await api.as(key)).get<AlarmsView>('/track/alarms')).body;

  it('is counted by kind, each only for those who can do something about it', async () => {
    expect(await alarms('jiang-ming')).toEqual(NO_ALARMS);
    const id = await desks.request({ status: 'blocked', tasks: [{ person: 'jiang-ming' }] });
    await api.database.query(`UPDATE task SET kind = 'unblock' WHERE request_id = $1`, [id]);
    await api.database.query(`UPDATE request SET diverged = '{"reason":"x","since":"2026-01-01T00:00:00.000Z"}' WHERE id = $1`, [id]);
    await api.database.query(`SELECT write_desks(id, company_id, '{}') FROM request WHERE id = $1`, [id]);
    await effect(id, 'dead');
    await effect(id, 'done');
    expect(await alarms('jiang-ming')).toEqual({ ...NO_ALARMS, stuck: 1, failed: 1, diverged: 1 });
    // Sun Qian tracks the operations department; the request is of nobody's unit.
    expect(await alarms('sun-qian')).toEqual(NO_ALARMS);
    expect((await (await api.as('li-na')).send('GET', '/track/alarms')).status).toBe(403);
  });

  it('tells of what is late and of which nobody hears by itself any more, to whoever tracks it; it still waits', async () => {
    const [id, other] = [
      await desks.request({ tasks: [{ person: 'sun-qian' }] }),
      await desks.request({ tasks: [{ person: 'sun-qian' }] }),
    ];
    const clock = (request: string, rung: number): Promise<unknown> =>
      api.database.query(
        `WITH told AS (UPDATE request SET state = jsonb_set(state, '{context,steps}', jsonb_build_object('superior-review', jsonb_build_object('clock', $2::jsonb)))
           WHERE id = $1 RETURNING id, company_id) SELECT id FROM told`,
        [request, JSON.stringify({ rung, marks: ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'] })],
      );
    await clock(id, 2);
    await clock(other, 1);
    await api.database.query('SELECT write_standing(id, company_id) FROM request');
    expect(await alarms('jiang-ming')).toMatchObject({ stuck: 0, unheeded: 1 });
    const jiang = await api.as('jiang-ming');
    const listed = async (kind: string): Promise<string[]> =>
      (await jiang.get<{ items: { requestId: string }[] }>(`/track/requests?kind=${kind}`)).body.items
        .map(({ requestId }) => requestId)
        .sort();
    expect(await listed('unheeded')).toEqual([id]);
    expect(await listed('waiting')).toEqual([id, other].sort());
    expect((await jiang.get<object>('/track/counts')).body).toMatchObject({ waiting: 2, underWay: 2 });
  });

  it('is told of one request with the link to its run, and only to those who track', async () => {
    const id = await desks.request({ tasks: [{ person: 'sun-qian' }] });
    await effect(id, 'dead');
    const { body } = await (await api.as('jiang-ming')).get<EngineView>(`/track/requests/${id}/engine`);
    expect(body.link).toBe(`http://temporal.test/namespaces/shops/workflows/${encodeURIComponent(body.run)}`);
    expect(body.effects).toMatchObject([
      { what: { zh: '发消息' }, to: [{ name: { zh: '孙倩' } }], state: 'dead', attempts: 9, error: 'no route to host' },
    ]);
    expect((await (await api.as('li-na')).send('GET', `/track/requests/${id}/engine`)).status).toBe(403);
  });

  it('is tried again by whoever may, once, and stays on record', async () => {
    const id = await desks.request({ tasks: [{ person: 'sun-qian' }] });
    const dead = await effect(id, 'dead');
    const [jiang, because] = [await api.as('jiang-ming'), { reason: '网络已恢复' }];
    const retry = async (effect: string, body: object = because, as = jiang) =>
      (await as.send('POST', `/track/effects/${effect}/retry`, body)).status;
    expect(await retry(dead, because, await api.as('sun-qian'))).toBe(403);
    for (const no of [{}, { reason: ' ' }, { reason: 'x'.repeat(501) }]) expect([no, await retry(dead, no)]).toEqual([no, 422]);
    expect(await retry(dead)).toBe(204);
    expect(await api.database.query('SELECT state, attempts FROM outbox WHERE id = $1', [dead])).toEqual([
      { state: 'waiting', attempts: 0 },
    ]);
    for (const other of ['999999', '12345678901234567890123', 'x']) expect([other, await retry(other)]).toEqual([other, 404]);
    const noted = await api.database.query('SELECT kind, actor_id, params FROM operator_action WHERE request_id = $1', [id]);
    const params = { effect: dead, what: 'notify', reason: '网络已恢复' };
    expect(noted).toEqual([{ kind: 'effect-again', actor_id: jiang.personId, params }]);
  });

  it('is a mail too that the server did not take, among what follows from its request, and is sent again from there', async () => {
    const id = await desks.request({ tasks: [{ person: 'sun-qian' }] });
    const other = await desks.request({ tasks: [{ person: 'sun-qian' }] });
    const person = await desks.person('sun-qian');
    const notice = async (request: string): Promise<string> => {
      const [row] = await api.database.query<{ id: string }[]>(
        `INSERT INTO notification (id, company_id, person_id, notice, params, request_id, mail_at)
         SELECT gen_random_uuid(), company_id, $2, 'task-opened', '{"step":null,"n":1}', id, NULL FROM request WHERE id = $1 RETURNING id`,
        [request, person],
      );
      return row?.id ?? '';
    };
    const mail = async (state: string, ...notices: string[]): Promise<string> => {
      const [row] = await api.database.query<{ id: string }[]>(
        `INSERT INTO mail (id, company_id, person_id, notices, state, attempts, last_error)
         SELECT gen_random_uuid(), company_id, id, $2, $3, 5, 'no such mailbox' FROM person WHERE id = $1 RETURNING id`,
        [person, notices, state],
      );
      return row?.id ?? '';
    };
    const dead = await mail('dead', await notice(other), await notice(id));
    await mail('sent', await notice(id));
    await mail('dropped', await notice(id));
    const jiang = await api.as('jiang-ming');
    const effects = async (request: string) => (await jiang.get<EngineView>(`/track/requests/${request}/engine`)).body.effects;
    for (const request of [id, other])
      expect(await effects(request)).toMatchObject([
        {
          id: dead,
          queue: 'mail',
          what: { en: 'Send an e-mail' },
          to: [{ name: { zh: '孙倩' } }],
          state: 'dead',
          again: 'here',
          error: 'no such mailbox',
        },
      ]);
    const body = { reason: '邮箱已开通' };
    expect((await (await api.as('sun-qian')).send('POST', `/dead-mails/${dead}/resend`, body)).status).toBe(403);
    expect((await jiang.send('POST', `/dead-mails/${dead}/resend`, body)).status).toBe(204);
    expect(await effects(id)).toMatchObject([{ id: dead, state: 'waiting', again: 'no', attempts: 0 }]);
  });

  it('is not tried again while it need not be, or where its request knows of it, and says why', async () => {
    const id = await desks.request({ tasks: [{ person: 'sun-qian' }] });
    const known = await effect(id, 'dead');
    await api.database.query('UPDATE outbox SET told = true WHERE id = $1', [known]);
    const jiang = await api.as('jiang-ming');
    for (const each of [known, await effect(id, 'done'), await effect(id, 'waiting'), await effect(id, 'cancelled')]) {
      const { status, body } = await jiang.send('POST', `/track/effects/${each}/retry`, { reason: 'once more' });
      expect([status, (body as { code: string }).code]).toEqual([409, 'effect-not-given-up']);
    }
    expect(await api.database.query('SELECT 1 FROM operator_action WHERE request_id = $1', [id])).toEqual([]);
    const { body } = await jiang.get<EngineView>(`/track/requests/${id}/engine`);
    expect(body.effects.map(({ state, again, why }) => [state, again, why !== null])).toEqual([
      ['cancelled', 'no', true],
      ['waiting', 'no', true],
      ['done', 'no', true],
      ['dead', 'request', true],
    ]);
  });

  it('is listed for those who look after requests, oldest first', async () => {
    const id = await desks.request({ tasks: [{ person: 'sun-qian' }] });
    const [first, second] = [await effect(id, 'dead'), await effect(id, 'dead')];
    await effect(id, 'done');
    await api.database.query(`UPDATE outbox SET told = true, updated_at = now() + interval '1 s' WHERE id = $1`, [second]);
    const jiang = await api.as('jiang-ming');
    const { body } = await jiang.get<DeadEffectPage>('/track/effects?limit=1');
    expect(body.items).toMatchObject([{ id: first, requestId: id, what: { zh: '发消息' }, again: 'here', detail: 'no route to host' }]);
    const next = await jiang.get<DeadEffectPage>(`/track/effects?limit=1&cursor=${body.nextCursor}`);
    expect([next.body.items.map(({ id: each, again }) => [each, again]), next.body.nextCursor]).toEqual([[[second, 'request']], null]);
    expect((await (await api.as('sun-qian')).get('/track/effects')).status).toBe(403);
  });
});
