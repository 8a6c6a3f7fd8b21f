import type { Page, Request } from 'playwright-core';
import type { DemoStage } from './world/demo-stage';
import { expenseOf } from './world/forms';
import { onSharedStage } from './world/on-stage';

/** An operation that this web has never heard of, as an API that knows it tells of it. */
const unheard = (told: object): object => ({
  scope: 'task',
  enabled: true,
  reason: null,
  shown: 'a'.repeat(64),
  asks: ['comment'],
  targets: [],
  resume: null,
  needsComment: false,
  confirm: null,
  tone: 'plain',
  place: 'menu',
  key: null,
  foretold: false,
  rows: null,
  part: null,
  likely: false,
  past: { zh: '已办', en: 'Done' },
  undoable: false,
  ...told,
});

const HAND_OVER = { command: 'hand-over', label: { zh: '移交', en: 'Hand over' }, asks: ['comment', 'person'], needsComment: true };
const ENDORSE = { command: 'endorse', label: { zh: '附议', en: 'Endorse' }, place: 'beside', key: 'e', needsComment: true };
const CLAIM = {
  command: 'claim',
  label: { zh: '认领', en: 'Claim' },
  enabled: false,
  reason: { code: 'taken', params: {}, text: { zh: '王芳已认领', en: 'Wang Fang has claimed it' } },
};
const ELSEWHERE = { command: 'approve', step: 'legal', label: { zh: '同意', en: 'Approve' }, place: 'main', key: 'a' };

interface Answered {
  task: { id: string; step: string };
  otherTasks: object[];
  allowed: object[];
}

/** The page is told of buttons that are not in the product yet; answers what it posts to them. */
async function telling(page: Page, id: string): Promise<Request[]> {
  const posted: Request[] = [];
  const legal = { title: { zh: '法务审核', en: 'Legal review' }, note: { zh: '看合同主体。', en: 'Look at the parties.' } };
  await page.route(`**/api/v1/requests/${id}`, async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as Answered;
    const { task } = view;
    const here = [HAND_OVER, ENDORSE, CLAIM].map((told) => unheard({ ...told, step: task.step, task: task.id }));
    const other = { ...task, ...legal, id: '00000000-0000-4000-8000-000000000002', step: 'legal', fields: [], required: [], values: {} };
    const there = unheard({ ...ELSEWHERE, task: other.id });
    await route.fulfill({ response: answer, json: { ...view, otherTasks: [other], allowed: [...view.allowed, ...here, there] } });
  });
  await page.route(/\/api\/v1\/tasks\/[^/]+\/(hand-over|endorse|approve)$/, async (route) => {
    posted.push(route.request());
    const problem = { title: '还不认识', status: 409, code: 'invalid-state', detail: '这里还没有这个操作' };
    await route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem });
  });
  return posted;
}

describe('an operation that is new to the web', () => {
  let stage: DemoStage;
  let told: Page | undefined;
  // Before the windows close: what a page asks for once more at its end would find nobody who answers.
  afterEach(() => told?.unrouteAll({ behavior: 'ignoreErrors' }));
  onSharedStage((opened) => (stage = opened));
  const open = async (size: object) => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '711.00'));
    const desk = await stage.desk('张伟', size);
    told = desk.page;
    const posted = await telling(desk.page, id);
    await desk.go(`/requests/${id}`);
    const { task } = await (await stage.person('张伟')).read(id);
    return { desk, page: desk.page, posted, task: task?.id ?? '' };
  };

  it('has its button on a desk: asked for what it brings, sent to the task of its step, off with its reason', async () => {
    const { desk, page, posted, task } = await open({});
    await page.getByRole('button', { name: '附议' }).waitFor();
    await page.keyboard.press('e');
    await desk.sees('请先写意见');
    expect(posted).toEqual([]);
    await page.getByRole('textbox', { name: /意见/ }).fill('同意上级意见');
    await page.getByRole('button', { name: '附议' }).click();
    await desk.sees('这里还没有这个操作');
    expect(posted.map((request) => [new URL(request.url()).pathname, request.postDataJSON()])).toEqual([
      [`/api/v1/tasks/${task}/endorse`, { comment: '同意上级意见' }],
    ]);
    expect(posted[0]?.headers()['if-match']).toMatch(/^"[0-9a-f]{64}"$/);

    await page.getByRole('button', { name: '更多' }).last().click();
    const claim = page.getByRole('menuitem', { name: /认领/ });
    expect([await claim.getAttribute('aria-disabled'), await claim.textContent()]).toEqual(['true', '认领王芳已认领']);
    await page.getByRole('menuitem', { name: /移交/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('请先选择人员').waitFor();
    expect(await dialog.getByRole('button', { name: '移交' }).isDisabled()).toBe(true);
    await dialog.getByRole('combobox').pressSequentially('高扬');
    await page.locator('.ant-select-item-option').filter({ hasText: '高扬' }).first().click();
    await dialog.getByRole('button', { name: '移交' }).click();
    await dialog.getByText('这里还没有这个操作').waitFor();
    const { id: person } = await stage.person('高扬');
    expect(posted.at(-1)?.postDataJSON()).toEqual({ comment: '同意上级意见', person });
  });

  it('of another task of its reader names its step, and goes there', async () => {
    const { page, posted } = await open({});
    await page.getByRole('button', { name: '更多' }).last().click();
    await page.getByRole('menuitem', { name: '同意（法务审核）' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('看合同主体。').waitFor();
    await dialog.getByRole('button', { name: '同意' }).click();
    await dialog.getByText('这里还没有这个操作').waitFor();
    expect(posted.map((request) => new URL(request.url()).pathname)).toEqual([
      '/api/v1/tasks/00000000-0000-4000-8000-000000000002/approve',
    ]);
  });

  it('has its button on a phone too, where what it needs is written on a sheet', async () => {
    const { page, posted, task } = await open({ width: 390, height: 844 });
    await page.getByRole('button', { name: '更多' }).last().click();
    for (const name of [/移交/, /认领/, /附议/, /同意（法务审核）/]) await page.getByRole('menuitem', { name }).waitFor();
    await page.getByRole('menuitem', { name: /附议/ }).click();
    const sheet = page.locator('.ant-drawer-open');
    await sheet.getByRole('textbox').fill('附议');
    await sheet.getByRole('button', { name: '附议' }).click();
    await page.getByText('这里还没有这个操作').first().waitFor();
    expect(posted.map((request) => [new URL(request.url()).pathname, request.postDataJSON()])).toEqual([
      [`/api/v1/tasks/${task}/endorse`, { comment: '附议' }],
    ]);
  });
});
