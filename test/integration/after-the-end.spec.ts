import { Client, Connection } from '@temporalio/client';
import { workflowIdOf } from '@countersign/contracts';
import { DemoPerson } from '../e2e/world/demo-person';
import { administrator } from '../support/administrator';
import type { Caller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

const label = (zh: string, en: string) => ({ zh, en });
const CLAIM = {
  key: 'claim',
  version: 1,
  title: label('理赔', 'Claim'),
  area: 'finance',
  numberPrefix: 'CL',
  start: { everyone: true },
  graceSeconds: 0,
  form: { fields: [{ key: 'invoice', type: 'text', label: label('发票号', 'Invoice'), required: true, material: true }] },
  submitChecks: [{ type: 'value-taken', params: { field: 'invoice', register: 'claims' } }],
  sentence: label('{invoice}', '{invoice}'),
  rowTitle: label('{invoice}', '{invoice}'),
  reopen: { by: ['requester'], outcomes: ['rejected'], days: 30, to: 'check' },
  revoke: { by: ['operator'] },
  flow: [{ kind: 'approve', id: 'check', title: label('审批', 'Approval'), assignee: { by: 'superior' } }],
};

interface Seen {
  status: string;
  outcome: string | null;
  allowed: { command: string; enabled: boolean }[];
}

describe('a request that has ended, in a run of its own that is over', () => {
  let stack: Stack;
  let admin: Caller;
  let temporal: Connection;
  let nina: DemoPerson;
  let superior: DemoPerson;
  const seen = async (by: DemoPerson, id: string): Promise<Seen> => (await by.read(id)) as unknown as Seen;
  const ask = (by: DemoPerson, id: string, command: string, comment?: string) =>
    by.call<{ code?: string }>('POST', `/requests/${id}/${command}`, { body: comment === undefined ? {} : { comment } });
  const submit = (invoice: string) => nina.submit('claim', { invoice });
  /** Until nothing can be taken back any more, and the workflow is over. */
  const closed = (id: string) =>
    new Client({ connection: temporal, namespace: stack.namespace }).workflow.getHandle(workflowIdOf(id)).result();

  beforeAll(async () => {
    stack = await startStack();
    temporal = await Connection.connect({ address: stack.temporalAddress });
    admin = await administrator(stack);
    await admin.post('/definitions', CLAIM);
    expect((await publish(admin, CLAIM)).status).toBe(200);
    nina = await DemoPerson.signIn(stack.url, '李娜');
    superior = await DemoPerson.signIn(stack.url, '张伟');
  });
  afterAll(async () => {
    await temporal?.close();
    await stack?.stop();
  });

  it('is re-opened by whoever may, asks its step again, and ends anew', async () => {
    const { id } = await submit('INV-1');
    await superior.decide(id, 'reject', { comment: 'No.' });
    await closed(id);
    expect((await seen(superior, id)).allowed.some(({ command }) => command === 'reopen')).toBe(false);
    expect((await seen(nina, id)).allowed).toContainEqual(expect.objectContaining({ command: 'reopen', enabled: true }));
    expect((await ask(nina, id, 'reopen')).body.code).toBe('comment-required');
    expect((await ask(nina, id, 'reopen', 'The receipt came.')).status).toBe(200);
    expect(await seen(nina, id)).toMatchObject({ status: 'running', outcome: null });
    await superior.decide(id, 'approve', {});
    expect(await seen(nina, id)).toMatchObject({ status: 'approved', outcome: 'approved' });
  });

  it('is not re-opened where another request holds its invoice since', async () => {
    const { id } = await submit('INV-2');
    await superior.decide(id, 'reject', { comment: 'No.' });
    await closed(id);
    await submit('INV-2');
    const refused = await ask(nina, id, 'reopen', 'Again.');
    expect([refused.status, refused.body.code]).toEqual([422, 'value-taken']);
  });

  it('is revoked by an operator, and its invoice is free again', async () => {
    const { id } = await submit('INV-3');
    await superior.decide(id, 'approve', {});
    await closed(id);
    const operator = await DemoPerson.signIn(stack.url, '蒋明');
    expect((await ask(operator, id, 'revoke', 'Forged.')).status).toBe(200);
    expect(await seen(nina, id)).toMatchObject({ status: 'revoked', outcome: 'revoked' });
    await submit('INV-3');
  });
});
