import { DEMO_DIRECTORY } from '@countersign/definitions';
import { DemoPerson, type View } from '../e2e/world/demo-person';
import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

const label = (zh: string, en: string) => ({ zh, en });
const unit = DEMO_DIRECTORY.units.find(({ parent }) => parent === null)!.key;
const HOLDERS = { 'zhang-wei': '张伟', 'zhou-yan': '周岩' };
/** Two people who may pay. */
const PAIR = {
  company: DEMO_DIRECTORY.company,
  roles: [{ key: 'payer', title: label('付款人', 'Payer') }],
  positions: Object.keys(HOLDERS).map((person) => ({
    ...{ key: `payer-${person}`, person, role: 'payer', unit, grade: 'staff', superior: null, primary: false },
  })),
  grants: [{ key: 'payers', role: 'payer', kind: 'execute', matter: 'bill', scope: unit, limit: 'no-limit', plan: 'any' }],
};
const SLIP = {
  key: 'bill',
  version: 1,
  title: label('账单', 'Bill'),
  area: 'finance',
  numberPrefix: 'BL',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'total', type: 'money', label: label('金额', 'Total'), required: true },
      { key: 'slip', type: 'text', label: label('付款单号', 'Slip'), filledAt: 'step' },
    ],
  },
  amount: 'total',
  sentence: label('{total}', '{total}'),
  rowTitle: label('{total}', '{total}'),
  flow: [
    {
      ...{ kind: 'work', id: 'pay', title: label('付款', 'Payment'), assignee: { by: 'role', role: 'payer', scope: 'company' } },
      authority: { kind: 'execute', matter: 'bill' },
      labels: { approve: label('标记付款', 'Mark as paid'), done: label('付款', 'paid') },
      fields: { write: ['slip'], required: ['slip'] },
    },
    {
      ...{ kind: 'review', id: 'file', title: label('归档', 'Filing'), assignee: { by: 'role', role: 'payer', scope: 'company' } },
      returns: { to: ['previous'], resume: 'straight-back' },
      distinctFrom: ['pay'],
    },
  ],
};

interface Asked extends Omit<View, 'task' | 'allowed'> {
  task: { id: string; step: string; done: { en: string; zh: string } | null; values: object } | null;
  allowed: {
    command: string;
    enabled: boolean;
    again: boolean;
    label: { en: string };
    confirm: { title: { en: string }; consequence: { en: string } } | null;
  }[];
}

describe('a payment that is asked for again', () => {
  let stack: Stack;
  let one: DemoPerson;
  let other: DemoPerson;
  let id: string;
  const view = async (by: DemoPerson): Promise<Asked> => (await by.read(id)) as unknown as Asked;
  const press = async (by: DemoPerson, body: object) => {
    const { task, contentHash } = await view(by);
    return by.call<{ code?: string; detail?: string; view?: Asked }>('POST', `/tasks/${task!.id}/approve`, { body, shown: contentHash });
  };

  beforeAll(async () => {
    stack = await startStack();
    const admin = await administrator(stack);
    const imported = await admin.post('/directory/import', PAIR);
    expect([imported.status, imported.body]).toMatchObject([200, {}]);
    await admin.post('/definitions', SLIP);
    expect((await publish(admin, SLIP)).status).toBe(200);
    const nina = await DemoPerson.signIn(stack.url, '李娜');
    one = await DemoPerson.signIn(stack.url, HOLDERS['zhang-wei']);
    other = await DemoPerson.signIn(stack.url, HOLDERS['zhou-yan']);
    id = (await nina.submit('bill', { total: { amount: '900', currency: 'CNY' } })).id;
    expect((await press(one, { fields: { slip: 'P-1' } })).status).toBe(200);
    await other.decide(id, 'return', { comment: 'wrong slip', to: 'previous' });
  });
  afterAll(() => stack?.stop());

  it('says so to whoever is asked, with who, when and which number, on the task and in the question of its button', async () => {
    for (const by of [one, other]) {
      const { task, allowed } = await view(by);
      if (task?.step !== 'pay') continue;
      expect(task.done?.en).toMatch(/^Paid by Zhang Wei on \d+ [A-Z][a-z]{2} \d\d:\d\d \(Slip P-1\)\. Do not do it a second time/);
      const button = allowed.find(({ command }) => command === 'approve');
      expect(button).toMatchObject({ enabled: true, again: true, label: { en: 'Confirm' } });
      expect(button?.confirm?.consequence.en).toBe(task.done?.en);
    }
    expect((await view(one)).task?.step).toBe('pay');
  });

  it('is refused where the press does not say that it knows, whoever presses, and taken where it does; the history tells no second payment', async () => {
    const refused = await press(one, { fields: { slip: 'P-2' } });
    expect([refused.status, refused.body.code]).toEqual([409, 'done-before']);
    expect(refused.body.detail).toContain('Zhang Wei');
    expect((await press(one, { fields: { slip: 'P-2' }, again: false })).status).toBe(422);
    expect((await press(one, { fields: { slip: 'P-2' }, again: true })).status).toBe(200);
    const { body } = await one.call<{ items: { action: string; stepId: string; text: { en: string } }[] }>(
      'GET',
      `/requests/${id}/timeline`,
    );
    const paid = body.items.filter(({ action, stepId }) => action === 'task.approve' && stepId === 'pay');
    expect(paid.map(({ text }) => text.en.toLowerCase())).toEqual(['paid', 'confirmed']);
  });
});
