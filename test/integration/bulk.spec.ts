import { randomUUID } from 'node:crypto';
import { DemoPerson, type View } from '../e2e/world/demo-person';
import { expenseOf, researchOf } from '../e2e/world/forms';
import { demoCaller, type Answer, type Caller } from '../support/caller';
import { type Stack, startStack } from '../support/stack';

interface Reason {
  code: string;
  params: Record<string, unknown>;
  text: { zh: string };
}
interface TrialItem {
  task: string;
  requestId: string | null;
  amount: { amount: string } | null;
  next: { zh: string } | null;
  shown: string | null;
  reason: Reason | null;
}
interface Trial {
  items: TrialItem[];
  approves: { amount: string; currency: string }[];
  skips: { amount: string; currency: string }[];
}
interface Result {
  task: string;
  requestId: string | null;
  status: string;
  n: number | null;
  undo: { until: string } | null;
  reason: Reason | null;
}
interface Results {
  items: Result[];
}

const RESEARCH = 'research-plan-approval';

describe('many decisions by one press', () => {
  let stack: Stack;
  let wu: DemoPerson;
  let li: DemoPerson;
  let gao: Caller;
  beforeAll(async () => {
    stack = await startStack();
    wu = await DemoPerson.signIn(stack.url, '吴迪');
    li = await DemoPerson.signIn(stack.url, '李娜');
    gao = await demoCaller(stack.url, '高扬');
  });
  afterAll(() => stack?.stop());

  /** Research plans that wait for Gao Yang; their tasks. */
  async function plans(...budgets: string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const budget of budgets) ids.push((await wu.submit(RESEARCH, researchOf('general', budget))).id);
    const views = await Promise.all(ids.map((id) => gao.get<View>(`/requests/${id}`)));
    return views.map(({ body }) => body.task!.id);
  }
  const trial = async (tasks: string[], more: object = {}): Promise<Trial> =>
    (await gao.post<Trial>('/tasks/decisions/trial', { command: 'approve', tasks, ...more })).body;
  const press = (
    items: { task: string; shown: string | null }[],
    key: string = randomUUID(),
    more: object = {},
  ): Promise<Answer<Results>> =>
    gao.with({ 'Idempotency-Key': key }).post<Results>('/tasks/decisions', { command: 'approve', items, ...more });
  const shownOf = ({ items }: Trial) => items.map(({ task, shown }) => ({ task, shown }));

  it('are told before they are made, made each by itself, and told again on a repeat', async () => {
    const tasks = await plans('1000', '2000.50', '3000');
    const told = await trial(tasks);
    expect(told.items.map(({ task, reason, next }) => [task, reason, next?.zh])).toEqual(tasks.map((task) => [task, null, '申请获批']));
    expect(told.approves).toEqual([{ amount: '6000.50', currency: 'CNY' }]);
    const key = randomUUID();
    const first = await press(shownOf(told), key, { comment: '按计划执行' });
    expect(first.status).toBe(200);
    expect(first.body.items.map(({ status, undo }) => [status, undo !== null])).toEqual(tasks.map(() => ['done', true]));
    const again = await press(shownOf(told), key, { comment: '按计划执行' });
    expect(again.body.items.map(({ status, n }) => [status, n])).toEqual(first.body.items.map(({ n }) => ['done', n]));
    const { body: timeline } = await gao.get<{ items: { text: { zh: string; en: string }; comment: string | null }[] }>(
      `/requests/${first.body.items[0]!.requestId!}/timeline`,
    );
    const said = timeline.items.filter(({ comment }) => comment === '按计划执行');
    expect(said.map(({ text }) => [text.zh, text.en])).toEqual([['同意（批量）', 'Approved (one of several)']]);
    // Under the same key, with other words, it is no repeat; under one of its own there is nothing left to decide.
    const other = await press(shownOf(told), key, { comment: '别的' });
    expect([other.status, (other.body as { code?: string }).code]).toEqual([422, 'key-reused']);
    const late = await press(shownOf(told));
    expect(late.body.items.map(({ status }) => status)).toEqual(['refused', 'refused', 'refused']);
  });

  it('skip what needs a look of its own, and what is nobody’s business, and a refusal of one stops no other', async () => {
    const [plain, dear, changed] = await plans('1100', '30000', '1200');
    const expense = (await li.submit('expense-reimbursement', await expenseOf(li, '500'))).id;
    const zhang = await demoCaller(stack.url, '张伟');
    const theirs = (await zhang.get<View>(`/requests/${expense}`)).body.task!.id;
    const nowhere = randomUUID();
    const told = await trial([plain!, dear!, theirs, nowhere, changed!], { upTo: '20000' });
    expect(told.items.map(({ reason }) => reason && [reason.code, reason.params['why']])).toEqual([
      null,
      ['not-in-bulk', 'amount'],
      ['not-found', undefined],
      ['not-found', undefined],
      null,
    ]);
    expect(told.items.slice(2, 4).map(({ requestId, amount, shown }) => [requestId, amount, shown])).toEqual(
      Array(2).fill([null, null, null]),
    );
    expect(told.skips).toEqual([{ amount: '30000.00', currency: 'CNY' }]);
    const items = told.items.map(({ task, shown }) => ({ task, shown: task === changed ? 'something-older' : (shown ?? 'x') }));
    const { body } = await press(items, undefined, { upTo: '20000' });
    expect(body.items.map(({ status, reason }) => [status, reason?.code])).toEqual([
      ['done', undefined],
      ['refused', 'not-in-bulk'],
      ['refused', 'not-found'],
      ['refused', 'not-found'],
      ['refused', 'stale-content'],
    ]);
    expect((await trial([dear!], { upTo: '30000' })).items[0]!.reason).toBeNull();
  });

  it('leave out a step that is filled in', async () => {
    const { id } = await li.submit('expense-reimbursement', await expenseOf(li, '600'));
    const zhang = await demoCaller(stack.url, '张伟');
    const task = async (person: Caller): Promise<string> => (await person.get<View>(`/requests/${id}`)).body.task!.id;
    await zhang.press(`/tasks/${await task(zhang)}/approve`, {}, (await zhang.get<View>(`/requests/${id}`)).body.contentHash);
    const liu = await demoCaller(stack.url, '刘畅');
    const { body } = await liu.post<Trial>('/tasks/decisions/trial', { command: 'approve', tasks: [await task(liu)] });
    expect(body.items.map(({ reason, requestId }) => [reason?.code, reason?.text.zh, requestId])).toEqual([
      ['not-in-bulk', '这一步有内容要填写', id],
    ]);
  });

  it('are taken back each by itself', async () => {
    const tasks = await plans('1300', '1400');
    const { body } = await press(shownOf(await trial(tasks)));
    for (const { requestId } of body.items) expect((await gao.press(`/requests/${requestId!}/undo`)).status).toBe(200);
    const views = await Promise.all(body.items.map(({ requestId }) => gao.get<View>(`/requests/${requestId!}`)));
    expect(views.map(({ body: view }) => [view.status, view.task?.step])).toEqual(Array(2).fill(['running', 'business-approval']));
  });

  it('are bounded: at most a hundred, each once, with a key', async () => {
    const many = Array.from({ length: 101 }, () => ({ task: randomUUID(), shown: 'x' }));
    expect((await press(many)).status).toBe(422);
    expect((await press([])).status).toBe(422);
    expect((await press([many[0]!, many[0]!])).status).toBe(422);
    expect((await press(many.slice(0, 100))).body.items.map(({ reason }) => reason?.code)).toEqual(Array(100).fill('not-found'));
    expect((await gao.post('/tasks/decisions', { command: 'approve', items: many.slice(0, 1) })).status).toBe(400);
    expect((await press(many.slice(0, 1), 'k'.repeat(161))).status).toBe(400);
    expect((await gao.post('/tasks/decisions/trial', { command: 'reject', tasks: [randomUUID()] })).status).toBe(422);
    expect((await gao.post('/tasks/decisions/trial', { command: 'approve', tasks: [randomUUID()], upTo: '1e9' })).status).toBe(422);
  });
});
