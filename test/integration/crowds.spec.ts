import { DEMO_DIRECTORY } from '@countersign/definitions';
import { DemoPerson, type View as RequestView } from '../e2e/world/demo-person';
import { expenseOf } from '../e2e/world/forms';
import { administrator } from '../support/administrator';
import type { Caller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

type View = RequestView & { blocked: { reason: { zh: string }; owners: unknown[] } | null };

const label = (zh: string, en: string) => ({ zh, en });
const { company, units } = DEMO_DIRECTORY;
const unit = units.find(({ parent }) => parent === null)!.key;

/** So many people of one role, all of them for the whole company. */
const crowd = (holders: number): object => {
  const keys = Array.from({ length: holders }, (_, index) => `crowd-${index}`);
  return {
    company,
    roles: [{ key: 'crowd', title: label('门店代表', 'Store delegate') }],
    people: keys.map((key) => ({ key, name: label(`代表 ${key}`, key) })),
    positions: keys.map((key) => ({ key, person: key, role: 'crowd', unit, grade: 'staff', superior: null })),
  };
};

const ASKING = {
  key: 'crowd-note',
  version: 1,
  title: label('征询', 'Question'),
  area: 'service',
  numberPrefix: 'CR',
  start: { everyone: true },
  form: { fields: [{ key: 'reason', type: 'text', label: label('事由', 'Reason'), required: true }] },
  sentence: label('{requester}：{reason}', '{requester}: {reason}'),
  rowTitle: label('{reason}', '{reason}'),
  flow: [{ kind: 'approve', id: 'ask', title: label('征询', 'Ask'), assignee: { by: 'role', role: 'crowd', scope: 'company' } }],
};

describe('a role that very many people hold', () => {
  let stack: Stack;
  let admin: Caller;
  let nina: DemoPerson;
  const imported = async (holders: number): Promise<void> =>
    expect((await admin.post('/directory/import', crowd(holders))).status).toBe(200);

  beforeAll(async () => {
    stack = await startStack();
    admin = await administrator(stack);
    nina = await DemoPerson.signIn(stack.url, '李娜');
    await imported(40);
    await admin.post('/definitions', ASKING);
    expect((await publish(admin, ASKING)).status).toBe(200);
  });
  afterAll(() => stack?.stop());

  it('stops the requests that ask it with their owners, those under way too, and nobody else’s', async () => {
    const before = await nina.submit('crowd-note', { reason: 'asks forty' });
    expect(before.current[0]!.people).toHaveLength(40);
    await imported(3_000);
    const after = (await nina.submit('crowd-note', { reason: 'asks three thousand' })) as View;
    expect(after.status).toBe('blocked');
    expect(after.blocked?.reason.zh).toContain('超过 50 人');
    expect(after.blocked?.owners.length).toBeGreaterThan(0);
    for (const end = Date.now() + 90_000; Date.now() < end && (await nina.read(before.id)).status !== 'blocked';)
      await new Promise((resolve) => setTimeout(resolve, 300));
    expect(((await nina.read(before.id)) as View).blocked?.reason.zh).toContain('超过 50 人');
    const other = await nina.submit('expense-reimbursement', await expenseOf(nina, '450.00'));
    expect(other.current[0]!.people).toHaveLength(1);
  });

  it('is told of before anything is published', async () => {
    const { body } = await admin.post<{ findings: { code: string; path: string }[] }>('/definitions', { ...ASKING, version: 2 });
    expect(body.findings).toContainEqual(expect.objectContaining({ code: 'role-crowded', path: 'flow.0.assignee' }));
  });
});
