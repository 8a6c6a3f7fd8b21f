import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { administrator } from '../support/administrator';
import { type Caller, demoCaller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

interface Letter {
  id: string;
  requestId: string;
  why: { zh: string; en: string };
  decided: boolean;
  bytes: number;
  person: { name: { zh: string } };
}
interface Letters {
  items: Letter[];
}

const label = { zh: '便条', en: 'Note' };
const NOTE = {
  key: 'plain-note',
  version: 1,
  title: label,
  area: 'service',
  numberPrefix: 'PN',
  start: { everyone: true },
  form: { fields: [{ key: 'reason', type: 'text', label, required: true }] },
  sentence: label,
  rowTitle: label,
  flow: [{ kind: 'approve', id: 'look', title: label, assignee: { by: 'superior' } }],
};

/** Commands as an older version would have let them in. */
describe('commands that cannot be delivered', () => {
  let stack: Stack;
  let li: Caller;
  let operator: Caller;
  let database: Pool;

  beforeAll(async () => {
    stack = await startStack();
    const admin = await administrator(stack);
    expect((await admin.post('/definitions', NOTE)).status).toBe(201);
    expect((await publish(admin, NOTE)).status).toBe(200);
    [li, operator] = [await demoCaller(stack.url, '李娜'), await demoCaller(stack.url, '蒋明')];
    database = new Pool({ connectionString: stack.databaseUrl, max: 2 });
  });
  afterAll(async () => {
    await database?.end();
    await stack?.stop();
  });

  const draft = async (): Promise<string> =>
    (await li.post<{ id: string }>('/requests', { definition: NOTE.key, form: { reason: 'x' } })).body.id;

  /** A row that nobody is sending any more, as after a crash of the api. */
  async function leave(requestId: string, body: object, attempt = 1): Promise<string> {
    const id = randomUUID();
    await database.query(
      `INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, attempt, created_at, updated_at)
       SELECT $1, company_id, requester_id, id, 'submit', $3, 'x', $4, now() - interval '1 hour', now() - interval '1 hour' FROM request WHERE id = $2`,
      [id, requestId, JSON.stringify({ type: 'submit', requestId, actor: li.personId, ...body }), attempt],
    );
    return id;
  }

  const letters = async (): Promise<Letter[]> => (await operator.get<Letters>('/dead-letters')).body.items;

  async function buried(id: string): Promise<Letter> {
    for (const until = Date.now() + 90_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 500))) {
      const found = (await letters()).find((letter) => letter.id === id);
      if (found) return found;
    }
    throw new Error(`Expected command ${id} to become a dead letter, but it did not:\n${stack.worker.log()}`);
  }

  const notices = async (caller: Caller): Promise<string[]> =>
    (await caller.get<{ items: { notice: string }[] }>('/notifications')).body.items.map(({ notice }) => notice);

  it('become dead letters with an owner, an alarm and a button, and the draft is free again', async () => {
    const requestId = await draft();
    const choices = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`step-${index}`, randomUUID()]));
    const form = { reason: 'x' };
    const id = await leave(requestId, { form, choices });
    expect((await li.send('DELETE', `/requests/${requestId}`)).body).toMatchObject({ code: 'draft-only' });
    const letter = await buried(id);
    expect(letter).toMatchObject({ requestId, person: { name: { zh: '李娜' } } });
    expect(letter.bytes).toBeGreaterThan(2_000_000);
    expect((await li.get<object>('/tasks')).status).toBe(200);
    expect(await notices(operator)).toContain('command-undelivered');
    expect(stack.worker.log(200)).toMatch(/cannot be delivered/);
    expect((await li.get(`/commands/${id}`)).body).toMatchObject({ status: 'open', undelivered: true });
    expect((await li.get('/dead-letters')).body).toMatchObject({ status: 403, code: 'right-missing' });
    expect((await li.post(`/dead-letters/${id}/give-up`, { reason: 'x' })).body).toMatchObject({ status: 403 });

    const again = await operator.post(`/dead-letters/${id}/resend`);
    expect([again.status, again.body]).toEqual([200, { status: 'undelivered' }]);
    await expect(stack.cli('verify-journal')).rejects.toThrow(/could not be delivered/);

    expect((await operator.post(`/dead-letters/${id}/give-up`, { reason: '内容过大' })).status).toBe(204);
    expect(await letters()).toEqual([]);
    expect((await operator.post(`/dead-letters/${id}/give-up`, { reason: 'x' })).status).toBe(404);
    expect(await notices(li)).toContain('command-given-up');
    expect((await li.get(`/commands/${id}`)).body).toMatchObject({ status: 'refused', problem: { code: 'given-up' } });
    expect((await li.send('PUT', `/requests/${requestId}/draft`, { form: { reason: 'y' } })).status).toBe(200);
    expect((await li.send('DELETE', `/requests/${requestId}`)).status).toBe(204);
  });

  it('are refused at the door, with the part that is too large', async () => {
    const requestId = await draft();
    await database.query(`UPDATE request SET form = form || jsonb_build_object('reason', repeat('x', 700000)) WHERE id = $1`, [requestId]);
    const { status, body } = await li.press(`/requests/${requestId}/submit`);
    expect([status, body['code']]).toEqual([422, 'invalid-field']);
    expect((await database.query('SELECT 1 FROM command WHERE request_id = $1', [requestId])).rowCount).toBe(0);
  });

  /** Puts a run in the request's place that cannot take a single step. */
  async function stall(requestId: string): Promise<void> {
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const { workflow } = new Client({ connection, namespace: stack.namespace });
    await workflow.getHandle(`request/${requestId}`).terminate('a test puts a run in its place that cannot take a step');
    await workflow.start('requestWorkflow', { workflowId: `request/${requestId}`, taskQueue: 'countersign-requests', args: [null] });
    await connection.close();
  }

  /** As if it had been sent for an hour. A decided one first has its run's word, which is then taken away. */
  async function sentForLong(id: string, status: 'open' | 'done'): Promise<void> {
    const isThere = async (): Promise<boolean> => {
      const { rows } = await database.query<{ status: string }>('SELECT status FROM command WHERE id = $1', [id]);
      return rows[0]?.status === (status === 'done' ? 'confirmed' : 'open');
    };
    for (const until = Date.now() + 90_000; Date.now() < until && !(await isThere());)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await database.query(
      `UPDATE command SET status = $2, attempt = 40, created_at = now() - interval '1 hour', updated_at = now() - interval '1 hour' WHERE id = $1`,
      [id, status],
    );
  }

  it('are also what a run that is stuck does not take or confirm; sent again by an operator, the run is begun anew and goes on', async () => {
    const sent = await li.press<{ commandId: string; view: { id: string } }>('/requests?submit=true', {
      definition: NOTE.key,
      form: { reason: 'x' },
    });
    const { commandId: submitted, view } = sent.body;
    expect(await stack.cli('verify-journal', '--request', view.id)).toContain('everything agrees');
    await stall(view.id);
    let told = '';
    for (
      const until = Date.now() + 120_000;
      Date.now() < until && !/\[stuck\]/.test(told);
      await new Promise((resolve) => setTimeout(resolve, 4_000))
    )
      told = await stack.cli('verify-journal', '--request', view.id).catch((error: unknown) => String(error));
    expect(told).toMatch(/\[stuck\] the run cannot take its next step: failed \d+ times/);

    await sentForLong(submitted, 'done');
    expect(await buried(submitted)).toMatchObject({
      requestId: view.id,
      decided: true,
      why: { en: expect.stringContaining('in the audit trail') },
    });
    expect((await li.get(`/commands/${submitted}`)).body).toMatchObject({ status: 'done', undelivered: false });
    expect(await notices(operator)).toContain('command-undelivered');

    const boss = await demoCaller(stack.url, '张伟');
    const { body: seen } = await boss.get<{ task: { id: string }; contentHash: string }>(`/requests/${view.id}`);
    const once = boss.with({ 'Idempotency-Key': crypto.randomUUID(), 'If-Match': `"${seen.contentHash}"` });
    const pressed = await once.post<{ commandId: string }>(`/tasks/${seen.task.id}/approve`);
    expect(pressed.status).toBe(202);
    await sentForLong(pressed.body.commandId, 'open');
    expect(await buried(pressed.body.commandId)).toMatchObject({ decided: false });

    for (const id of [submitted, pressed.body.commandId])
      expect((await operator.post(`/dead-letters/${id}/resend`)).body).toEqual({ status: 'done' });
    expect((await li.get(`/requests/${view.id}`)).body).toMatchObject({ status: 'approved' });
    expect(await letters()).toEqual([]);
    expect(await stack.cli('verify-journal', '--request', view.id)).toContain('everything agrees');
  });

  it('that were decided are given up without a word to their sender: they have taken effect', async () => {
    const sent = await li.press<{ commandId: string; view: { id: string } }>('/requests?submit=true', {
      definition: NOTE.key,
      form: { reason: 'y' },
    });
    const { commandId, view } = sent.body;
    await sentForLong(commandId, 'done');
    await stall(view.id);
    await buried(commandId);
    const before = (await notices(li)).filter((notice) => notice === 'command-given-up').length;
    expect((await operator.post(`/dead-letters/${commandId}/give-up`, { reason: '流水已核对' })).status).toBe(204);
    expect((await notices(li)).filter((notice) => notice === 'command-given-up')).toHaveLength(before);
    expect((await li.get(`/commands/${commandId}`)).body).toMatchObject({ status: 'done' });
  });
});
