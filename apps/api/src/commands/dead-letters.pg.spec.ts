import { randomUUID } from 'node:crypto';
import { DeadLetters } from '@countersign/platform';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';

describe('dead letters', () => {
  let api: ApiUnderTest;
  let li: Caller;
  let operator: Caller;
  beforeAll(async () => {
    api = await startApi();
    [li, operator] = [await api.as('li-na'), await api.as('jiang-ming')];
  });
  afterAll(() => api.stop());

  /** An open command of a draft, taken out of delivery as the sweeper does. */
  async function letter(body: object = {}): Promise<{ id: string; requestId: string }> {
    const draft = await li.post<{ id: string }>('/requests', { definition: 'expense-reimbursement', form: { reason: 'secret reason' } });
    const [id, requestId] = [randomUUID(), draft.body.id];
    await api.database.query(
      `INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, attempt)
       SELECT $1, company_id, requester_id, id, 'submit', $3, 'x', 30 FROM request WHERE id = $2`,
      [id, requestId, JSON.stringify({ type: 'submit', requestId, actor: li.personId, form: { reason: 'secret reason' }, ...body })],
    );
    await api.app.get(DeadLetters).bury({ id, requestId, n: null }, 'stuck', new Error('sent 30 times'));
    return { id, requestId };
  }

  const list = async (): Promise<{ id: string }[]> => (await operator.get<{ items: { id: string }[] }>('/dead-letters')).body.items;
  const bell = async (caller: Caller): Promise<{ notice: string; title: { zh: string } }[]> =>
    (await caller.get<{ items: { notice: string; title: { zh: string } }[] }>('/notifications')).body.items;

  it('stand before the operators alone, without what they say', async () => {
    const { id, requestId } = await letter();
    const item = (await list()).find((each) => each.id === id);
    expect(item).toMatchObject({
      requestId,
      attempts: 30,
      label: { zh: '提交' },
      person: { name: { zh: '李娜' } },
      detail: 'sent 30 times',
    });
    expect(JSON.stringify([item, await bell(operator)])).not.toContain('secret');
    expect((await bell(operator)).map(({ notice }) => notice)).toContain('command-undelivered');
    for (const path of ['/dead-letters', `/dead-letters/${id}/resend`, `/dead-letters/${id}/give-up`])
      expect((await li.send(path === '/dead-letters' ? 'GET' : 'POST', path, path === '/dead-letters' ? undefined : {})).status).toBe(403);
    expect((await li.get(`/commands/${id}`)).body).toMatchObject({ status: 'open', undelivered: true });
  });

  it('are given up with a reason, which whoever sent them hears, and set the draft free', async () => {
    const { id, requestId } = await letter();
    expect((await operator.post(`/dead-letters/${id}/give-up`, { reason: ' ' })).status).toBe(422);
    expect((await operator.post(`/dead-letters/${id}/give-up`, { reason: '流程已停用' })).status).toBe(204);
    expect((await list()).map((each) => each.id)).not.toContain(id);
    expect((await operator.post(`/dead-letters/${id}/give-up`, { reason: 'again' })).status).toBe(404);
    const [row] = await api.database.query<{ undelivered: object }[]>('SELECT undelivered FROM command WHERE id = $1', [id]);
    expect(row!.undelivered).toMatchObject({ cause: 'stuck', givenUp: { by: operator.personId } });
    const noted = await api.database.query('SELECT actor_id, kind, params FROM operator_action WHERE request_id = $1', [requestId]);
    expect(noted).toEqual([{ actor_id: operator.personId, kind: 'given-up', params: { command: id, reason: '流程已停用' } }]);
    const [notice] = (await bell(li)).filter((each) => each.notice === 'command-given-up');
    expect(notice).toMatchObject({ title: { zh: expect.stringContaining('蒋明') }, reason: '流程已停用', pressed: { zh: '提交' } });
    const { body: form } = await li.get<{ givenUp: object | null }>(`/requests/${requestId}`);
    expect(form.givenUp).toMatchObject({ by: { name: { zh: '蒋明' } }, pressed: { zh: '提交' }, reason: '流程已停用' });
    expect((await li.send('PUT', `/requests/${requestId}/draft`, { form: { reason: 'again' } })).status).toBe(200);
    const { body } = await li.get<{ status: string; problem: { code: string; detail: string } }>(`/commands/${id}`);
    expect(body).toMatchObject({ status: 'refused', problem: { code: 'given-up', detail: expect.stringContaining('流程已停用') } });
    expect((await li.send('DELETE', `/requests/${requestId}`)).status).toBe(204);
  });

  it('do not hold the draft while they wait', async () => {
    const { id, requestId } = await letter();
    expect((await li.send('PUT', `/requests/${requestId}/draft`, { form: { reason: 'other' } })).status).toBe(200);
    expect((await li.send('DELETE', `/requests/${requestId}`)).status).toBe(204);
    expect((await operator.post(`/dead-letters/${id}/resend`)).status).toBe(404);
  });

  it('that are sent again and do not get through are dead letters again; one too large is never sent', async () => {
    const large = await letter({ choices: { look: 'x'.repeat(700_000) } });
    expect((await operator.post(`/dead-letters/${large.id}/resend`)).body).toEqual({ status: 'undelivered' });
    const item = (await list()).find((each) => each.id === large.id);
    expect(item).toMatchObject({ detail: expect.stringContaining('choices.look') });
  });

  it('have somebody who hears of them where nobody operates', async () => {
    const [importer] = await api.database.query<{ id: string }[]>(
      `SELECT p.id FROM person p JOIN person_right r ON r.person_id = p.id AND r.right_name = 'directory.import' WHERE p.active ORDER BY p.key LIMIT 1`,
    );
    const taken = await api.database.query<[{ person_id: string; company_id: string }[]]>(
      `DELETE FROM person_right WHERE right_name = 'requests.operate' RETURNING person_id, company_id`,
    );
    const { id } = await letter();
    const told = await api.database.query<{ person_id: string }[]>(
      `SELECT person_id FROM notification WHERE notice = 'command-undelivered' AND params->>'command' = $1`,
      [id],
    );
    expect(told.map(({ person_id }) => person_id)).toContain(importer!.id);
    for (const { person_id, company_id } of taken[0])
      await api.database.query(`INSERT INTO person_right (person_id, right_name, company_id) VALUES ($1, 'requests.operate', $2)`, [
        person_id,
        company_id,
      ]);
  });
});
