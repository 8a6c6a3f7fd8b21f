import { DEMO_DIRECTORY } from '@countersign/definitions';
import { DemoPerson } from '../e2e/world/demo-person';
import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

const label = (zh: string, en: string) => ({ zh, en });
const unit = DEMO_DIRECTORY.units.find(({ parent }) => parent === null)!.key;
const HOLDERS = { 'zhang-wei': '张伟', 'song-lan': '宋岚', 'zhou-yan': '周岩' };
const COMPANY = {
  company: DEMO_DIRECTORY.company,
  roles: ['first', 'second', 'blind'].map((key) => ({ key, title: label(key, key) })),
  positions: Object.entries({ first: 'zhang-wei', second: 'song-lan', blind: 'zhou-yan' }).map(([role, person]) => ({
    ...{ key: `cited-${role}`, person, role, unit, grade: 'staff', superior: null, primary: false },
  })),
};
const step = (id: string, role: string, more: object = {}) => ({
  ...{ kind: 'approve', id, title: label(id, id), assignee: { by: 'role', role, scope: 'company' }, mayReject: true, ...more },
});
const process = (key: string, fields: object[], flow: object[]) => ({
  ...{ key, version: 1, title: label(key, key), area: 'service', numberPrefix: key.toUpperCase(), start: { everyone: true } },
  ...{ form: { fields }, sentence: label(key, key), rowTitle: label(key, key), flow },
});
const PLAN = process(
  'plan',
  [
    { key: 'what', type: 'text', label: label('内容', 'What') },
    { key: 'secret', type: 'text', label: label('机密', 'Secret') },
  ],
  [step('plan-one', 'first', { fields: { hidden: ['secret'] } })],
);
const ORDER = process(
  'order',
  [
    { key: 'plan', type: 'request', label: label('计划', 'Plan'), definition: 'plan' },
    { key: 'note', type: 'text', label: label('备注', 'Note') },
  ],
  [step('order-one', 'second'), step('order-two', 'blind', { fields: { hidden: ['plan'] } })],
);
const REVIEW = process(
  'audit',
  [{ key: 'plan', type: 'request', label: label('计划', 'Plan'), outcomes: ['withdrawn'] }],
  [step('audit-one', 'second')],
);

interface Answered {
  code?: string;
  errors?: { field: string; code: string }[];
}

describe('a request that another one cites', () => {
  let stack: Stack;
  let nina: DemoPerson;
  let decider: DemoPerson;
  let blind: DemoPerson;

  beforeAll(async () => {
    stack = await startStack();
    const admin = await administrator(stack);
    expect((await admin.post('/directory/import', COMPANY)).status).toBe(200);
    for (const each of [PLAN, ORDER, REVIEW]) {
      await admin.post('/definitions', each);
      expect((await publish(admin, each)).status).toBe(200);
    }
    nina = await DemoPerson.signIn(stack.url, '李娜');
    decider = await DemoPerson.signIn(stack.url, HOLDERS['song-lan']);
    blind = await DemoPerson.signIn(stack.url, HOLDERS['zhou-yan']);
  });
  afterAll(() => stack?.stop());

  const reads = async (by: DemoPerson, id: string): Promise<number> => (await by.call('GET', `/requests/${id}`)).status;
  const order = async (form: object): Promise<{ status: number; body: Answered; id: string }> => {
    const draft = await nina.call<{ id: string }>('POST', '/requests', { body: { definition: 'order', form } });
    const { status, body } = await nina.call<Answered>('POST', `/requests/${draft.body.id}/submit`, { body: {} });
    return { status, body, id: draft.body.id };
  };

  it('is read by whoever decides on the one that cites it, with what every step of it shows, and not written to; by nobody else', async () => {
    const plan = await nina.submit('plan', { what: 'shelves', secret: 'margin 40 %' });
    expect(await reads(decider, plan.id)).toBe(403);
    const { status, id } = await order({ plan: plan.id });
    expect(status).toBe(200);
    const { body } = await decider.call<{ form: { values: object }; sentence: object }>('GET', `/requests/${plan.id}`);
    expect(body.form.values).toEqual({ what: 'shelves' });
    expect((await decider.call('GET', `/requests/${plan.id}/timeline`)).status).toBe(200);
    expect((await decider.call('POST', `/requests/${plan.id}/comments`, { body: { text: 'hello' } })).status).toBe(403);
    expect((await decider.call('POST', `/requests/${plan.id}/withdraw`, { body: {} })).status).toBe(403);
    expect(await reads(blind, plan.id)).toBe(403);
    // Whoever is not shown the field is not led through it.
    await decider.decide(id, 'approve');
    expect((await blind.read(id)).task?.step).toBe('order-two');
    expect(await reads(blind, plan.id)).toBe(403);
  });

  it('is not opened by its id in a field of text, nor by one that was never submitted', async () => {
    const plan = await nina.submit('plan', { what: 'lamps' });
    await order({ note: plan.id });
    const draft = await nina.call<{ id: string }>('POST', '/requests', { body: { definition: 'order', form: { plan: plan.id } } });
    expect(draft.status).toBe(201);
    expect(await reads(decider, plan.id)).toBe(403);
  });

  it('may be cited as the field says of its outcome: unless it says otherwise, under way or approved', async () => {
    const gone = await nina.submit('plan', { what: 'gone' });
    await nina.call('POST', `/requests/${gone.id}/withdraw`, { body: {} });
    const refused = await order({ plan: gone.id });
    expect([refused.status, refused.body.errors?.map(({ field, code }) => `${field} ${code}`)]).toEqual([422, ['plan wrong-outcome']]);
    const audit = await nina.call<Answered>('POST', '/requests?submit=true', { body: { definition: 'audit', form: { plan: gone.id } } });
    expect(audit.status).toBe(200);
    const running = await nina.submit('plan', { what: 'under way' });
    const other = await nina.call<Answered>('POST', '/requests?submit=true', { body: { definition: 'audit', form: { plan: running.id } } });
    expect(other.body.errors?.map(({ code }) => code)).toEqual(['wrong-outcome']);
    const itself = await nina.call<{ id: string }>('POST', '/requests', { body: { definition: 'order', form: {} } });
    const cites = await nina.call<Answered>('POST', `/requests/${itself.body.id}/submit`, { body: { form: { plan: itself.body.id } } });
    expect(cites.body.errors?.map(({ code }) => code)).toEqual(['not-found']);
  });
});
