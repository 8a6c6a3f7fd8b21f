import { DemoPerson } from '../e2e/world/demo-person';
import { expenseOf } from '../e2e/world/forms';
import { type Stack, startStack } from '../support/stack';

interface Task {
  step: string;
  actingFor: { name: { zh: string } } | null;
}
interface Item {
  text: { zh: string };
  person: { name: { zh: string } } | null;
}

describe('somebody who is away', () => {
  let stack: Stack;
  let nina: DemoPerson;
  let zhang: DemoPerson;
  let sun: DemoPerson;

  beforeAll(async () => {
    stack = await startStack();
    nina = await DemoPerson.signIn(stack.url, '李娜');
    zhang = await DemoPerson.signIn(stack.url, '张伟');
    sun = await DemoPerson.signIn(stack.url, '孙倩');
  });
  afterAll(() => stack?.stop());

  const asked = async (id: string): Promise<string[]> =>
    (await nina.read(id)).current.flatMap(({ people }) => people.map(({ name }) => name.zh));
  const until = async (look: () => Promise<boolean>): Promise<void> => {
    for (const end = Date.now() + 90_000; ;) {
      if (await look()) return;
      if (Date.now() > end) throw new Error('Expected the task to move, but it has not');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const away = async (hours: number): Promise<string> => {
    const at = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
    const body = { standIn: sun.id, from: at(-1), to: at(hours), reason: 'trip' };
    const asked = await zhang.call<{ id: string }>('POST', '/absences', { body });
    await sun.call('POST', `/absences/${asked.body.id}/answer`, { body: { accept: true } });
    return asked.body.id;
  };

  it('has open tasks moved to whoever has accepted to stand in, who decides in their name, and has the others back', async () => {
    const decided = await nina.submit('expense-reimbursement', await expenseOf(nina, '450.00'));
    const waiting = await nina.submit('expense-reimbursement', await expenseOf(nina, '460.00'));
    expect(await asked(decided.id)).toEqual(['张伟']);
    const id = await away(24);
    await until(async () => (await asked(decided.id)).join() === '孙倩' && (await asked(waiting.id)).join() === '孙倩');

    const { body } = await sun.call<{ task: Task | null }>('GET', `/requests/${decided.id}`);
    expect(body.task?.actingFor?.name.zh).toBe('张伟');
    await sun.decide(decided.id, 'approve', { comment: '同意' });
    const { items } = (await nina.call<{ items: Item[] }>('GET', `/requests/${decided.id}/timeline`)).body;
    expect(items.map(({ person, text }) => `${person?.name.zh ?? ''} ${text.zh}`)).toContainEqual(expect.stringMatching(/^孙倩 代张伟/));
    expect(items.map(({ text }) => text.zh)).toContainEqual(expect.stringContaining('有人离岗或返岗'));

    await zhang.call('POST', `/absences/${id}/end`, { body: {} });
    await until(async () => (await asked(waiting.id)).join() === '张伟');
    await zhang.decide(waiting.id, 'approve', { comment: '同意' });
  });

  it('is stood in for from the first moment by requests that come meanwhile', async () => {
    const id = await away(1);
    const request = await nina.submit('expense-reimbursement', await expenseOf(nina, '470.00'));
    expect(await asked(request.id)).toEqual(['孙倩']);
    const { task } = (await sun.call<{ task: { step: string } }>('GET', `/requests/${request.id}`)).body;
    const named = { command: 'ask', step: task.step, people: [zhang.id, nina.id] };
    const { items } = (
      await sun.call<{ items: { awayUntil: string | null }[] }>('POST', `/requests/${request.id}/nameable`, { body: named })
    ).body;
    expect(items.map(({ awayUntil }) => awayUntil !== null)).toEqual([true, false]);
    await zhang.call('POST', `/absences/${id}/end`, { body: {} });
    await until(async () => (await asked(request.id)).join() === '张伟');
  });
});
