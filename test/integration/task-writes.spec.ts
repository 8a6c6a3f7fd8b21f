import { DEMO_DIRECTORY } from '@countersign/definitions';
import { randomUUID } from 'node:crypto';
import { DemoPerson } from '../e2e/world/demo-person';
import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

const label = (zh: string, en: string) => ({ zh, en });
const unit = DEMO_DIRECTORY.units.find(({ parent }) => parent === null)!.key;
const HOLDERS = { 'zhang-wei': '张伟', 'zhou-yan': '周岩' };
/** Two people of one role. */
const PAIR = {
  company: DEMO_DIRECTORY.company,
  roles: [{ key: 'pair', title: label('双人', 'Pair') }],
  positions: Object.keys(HOLDERS).map((person) => ({
    key: `pair-${person}`,
    person,
    role: 'pair',
    unit,
    grade: 'staff',
    superior: null,
    primary: false,
  })),
};

const NOTE = {
  key: 'naming-note',
  version: 1,
  title: label('指定', 'Naming'),
  area: 'service',
  numberPrefix: 'NN',
  start: { everyone: true },
  form: { fields: [{ key: 'who', type: 'person', label: label('人员', 'Who'), filledAt: 'step' }] },
  sentence: label('{requester}', '{requester}'),
  rowTitle: label('{requester}', '{requester}'),
  flow: [
    {
      kind: 'work',
      id: 'name',
      title: label('指定', 'Name'),
      assignee: { by: 'role', role: 'pair', scope: 'company' },
      fields: { write: ['who'], required: ['who'] },
    },
  ],
};

describe('a step that several people have', () => {
  let stack: Stack;
  let nina: DemoPerson;

  beforeAll(async () => {
    stack = await startStack();
    const admin = await administrator(stack);
    expect((await admin.post('/directory/import', PAIR)).status).toBe(200);
    await admin.post('/definitions', NOTE);
    expect((await publish(admin, NOTE)).status).toBe(200);
    nina = await DemoPerson.signIn(stack.url, '李娜');
  });
  afterAll(() => stack?.stop());

  it('looks up what any of them writes, by whosever task they send it', async () => {
    const [one, other] = [
      await DemoPerson.signIn(stack.url, HOLDERS['zhang-wei']),
      await DemoPerson.signIn(stack.url, HOLDERS['zhou-yan']),
    ];
    const request = await nina.submit('naming-note', {});
    const view = await one.read(request.id);
    const send = (by: DemoPerson, who: string) =>
      by.call<{ code: string; errors?: { field: string; code: string }[] }>('POST', `/tasks/${view.task!.id}/approve`, {
        body: { fields: { who } },
        shown: view.contentHash,
      });
    for (const by of [one, other]) {
      const { status, body } = await send(by, randomUUID());
      expect([status, body.errors?.map(({ field, code }) => `${field} ${code}`)]).toEqual([422, ['who not-found']]);
    }
    expect((await send(nina, nina.id)).body.code).toBe('not-assignee');
    expect((await send(other, nina.id.toUpperCase())).status).toBe(200);
  });
});
