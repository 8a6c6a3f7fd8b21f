import type { Page } from 'playwright-core';
import { Client } from 'pg';
import { DEMO_DIRECTORY } from '@countersign/definitions';
import { administrator } from '../support/administrator';
import { publish as publishShown } from '../support/publish';
import type { Stack } from '../support/stack';
import type { DemoStage } from './world/demo-stage';
import { ALL_FIELDS } from './world/all-fields';
import { choose } from './world/fill-expense';
import { expenseOf, researchOf } from './world/forms';
import { onStage } from './world/on-stage';

const EXPENSE = 'expense-reimbursement';
/** A request whose one approver is a post that nobody has yet. */
const LONELY = {
  key: 'lonely-approval',
  version: 1,
  title: { zh: '无人可批', en: 'Nobody approves' },
  area: 'people',
  numberPrefix: 'WR',
  start: { everyone: true },
  form: { fields: [{ key: 'reason', type: 'text', label: { zh: '事由', en: 'Reason' } }] },
  sentence: { zh: '{requester}申请{reason}', en: '{requester} asks for {reason}' },
  rowTitle: { zh: '{reason}', en: '{reason}' },
  flow: [
    {
      kind: 'approve',
      id: 'lonely',
      title: { zh: '批准', en: 'Approve' },
      assignee: { by: 'role', role: 'fire-warden', scope: 'company' },
    },
  ],
};

/** The request that is open says this amount in its sentence. */
const opened = (page: Page, amount: string): Promise<void> =>
  page
    .getByRole('heading')
    .filter({ hasText: `¥${amount}` })
    .waitFor();

describe('somebody who decides, in the browser', () => {
  let stage: DemoStage<Stack>;
  onStage((opened) => (stage = opened));
  const submitted = async (amount: string): Promise<string> => {
    const requester = await stage.person('李娜');
    return (await requester.submit(EXPENSE, await expenseOf(requester, amount))).id;
  };

  it('moves with j and k, and rejects with r only in words', async () => {
    const drafter = await stage.person('吴迪');
    const ids: string[] = [];
    for (const budget of ['801.00', '802.00', '803.00']) {
      const { id } = await drafter.submit('research-plan-approval', researchOf('general', budget));
      ids.push(id);
    }
    const desk = await stage.desk('高扬');
    const { page } = desk;
    await desk.go('/inbox');
    await opened(page, '801.00');
    for (const [key, amount] of [
      ['j', '802.00'],
      ['j', '803.00'],
      ['k', '802.00'],
    ] as const) {
      await page.keyboard.press(key);
      await opened(page, amount);
    }
    await page.keyboard.press('r');
    await desk.sees('请先写意见');
    await page.keyboard.type('jar: 请先报价');
    await opened(page, '802.00');
    expect(await page.getByRole('textbox', { name: /意见/ }).inputValue()).toBe('jar: 请先报价');
    await page.getByRole('heading').filter({ hasText: '802' }).click();
    await page.keyboard.press('r');
    await stage.standsAt(ids[1] ?? '', '吴迪', 'rejected');
  });

  it('gives back with b, takes it back with u, and finds the search and the list of keys', async () => {
    const id = await submitted('807.00');
    const desk = await stage.desk('张伟');
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    await page.getByRole('textbox', { name: /意见/ }).waitFor();
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('bu: 请补发票');
    await dialog.getByRole('button', { name: /退回/ }).click();
    await page.getByRole('button', { name: /^撤销/ }).waitFor();
    await page.keyboard.press('u');
    await desk.sees(/已撤销/);
    await stage.standsAt(id, '李娜', 'superior-review');

    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('退回').waitFor();
    // The next key counts while the list is still fading away.
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    const { number } = await (await stage.person('李娜')).read(id);
    await page.getByRole('combobox').fill(String(number));
    await page
      .getByRole('option')
      .filter({ hasText: String(number) })
      .click();
    await page.waitForURL(new RegExp(id));
  });

  it('keeps every word while offline, decides nothing, and goes on afterwards', async () => {
    const id = await submitted('804.00');
    const desk = await stage.desk('张伟');
    await desk.go(`/requests/${id}`);
    const comment = desk.page.getByRole('textbox', { name: /意见/ });
    await comment.fill('票据');
    await desk.context.setOffline(true);
    await desk.sees(/网络已断开/);
    await desk.page.locator('.ant-btn-primary:disabled').filter({ hasText: '审核通过' }).waitFor();
    await desk.page.getByRole('heading', { level: 1 }).click();
    await desk.page.keyboard.press('a');
    await comment.pressSequentially('齐全');
    await desk.context.setOffline(false);
    await desk.page.getByText(/网络已断开/).waitFor({ state: 'detached' });
    expect(await comment.inputValue()).toBe('票据齐全');
    await desk.decide(/审核通过/);
    await stage.standsAt(id, '李娜', 'finance-check');
    await desk.sees('票据齐全');
  });

  it('keeps what is typed into a form while offline, and saves it afterwards', async () => {
    const desk = await stage.desk('李娜');
    await desk.go(`/start/${EXPENSE}`);
    const reason = desk.page.getByLabel(/事由/);
    await reason.waitFor();
    await desk.context.setOffline(true);
    await reason.fill('断网时写的');
    await desk.sees('已保留在这台设备上，联网后自动保存');
    await desk.context.setOffline(false);
    await desk.sees(/草稿已于 .* 自动保存/);
    const { body } = await (await stage.person('李娜')).call<{ items: { requestId: string }[] }>('GET', '/tasks?tab=drafts');
    const draft = await (await stage.person('李娜')).call<{ form: { values: object } }>('GET', `/requests/${body.items[0]?.requestId}`);
    expect(draft.body.form.values).toEqual({ reason: '断网时写的' });
  });

  it('picks people, stores, requests and choices, and sees who decides as they are filled in', async () => {
    const linked = await (await stage.person('李娜')).read(await submitted('806.00'));
    await publish(ALL_FIELDS);
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/start/${ALL_FIELDS.key}`);
    const route = page.getByRole('region', { name: /将这样审批/ });
    await route.getByText('填写「证明人」后显示').waitFor();
    await route.getByText('由您选定').waitFor();
    await choose(page, /证明人/, '张伟', '张');
    await choose(page, /门店/, '徐汇店', '徐汇');
    await choose(page, /关联申请/, String(linked.number), String(linked.number));
    await choose(page, /类别/, '晚班');
    await page.getByText('加急', { exact: true }).last().click();
    await route.getByText('张伟').waitFor();
    await desk.sees('请先为「批准」选择处理人');
    await choose(page, /批准/, '周岩');
    await desk.press('提交');
    await page.waitForURL(/\/requests\//);
    await desk.sees('李娜申请徐汇店晚班，由张伟证明');
    await page.getByRole('link', { name: String(linked.number) }).click();
    await page.waitForURL(new RegExp(linked.id));
  });

  it('keeps a decision busy until what became of the request has arrived, and offers to take it back meanwhile', async () => {
    const id = await submitted('807.00');
    const desk = await stage.desk('张伟');
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    const approve = page.locator('.ant-btn-primary').filter({ hasText: '审核通过' });
    await approve.waitFor();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(`**/api/v1/requests/${id}`, async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    const answered = page.waitForResponse((response) => response.url().endsWith('/approve'));
    await desk.decide(/审核通过/);
    const answer = await answered;
    expect(await answer.headerValue('preference-applied')).toBe('return=minimal');
    await page.getByRole('button', { name: /^撤销/ }).waitFor();
    await page.locator('.ant-btn-primary:disabled').filter({ hasText: '审核通过' }).waitFor();
    release();
    await approve.waitFor({ state: 'detached' });
    await desk.press(/^撤销/);
    await page.locator('.ant-btn-primary:enabled').filter({ hasText: '审核通过' }).waitFor();
    await stage.standsAt(id, '李娜', 'superior-review');
  });

  it('hears of what happens again after the line was answered with a fault, which a browser takes for good', async () => {
    const id = await submitted('809.00');
    const desk = await stage.desk('李娜');
    const { page } = desk;
    let faults = 2;
    await page.route('**/api/v1/stream', (route) => (faults-- > 0 ? route.fulfill({ status: 502 }) : route.continue()));
    const opened = page.waitForResponse((response) => response.url().endsWith('/stream') && response.status() === 200);
    await desk.go(`/requests/${id}`);
    await opened;
    await desk.settled();
    const passed = page.getByText('审核通过');
    expect(await passed.count()).toBe(0);
    await (await stage.person('张伟')).decide(id, 'approve');
    await passed.first().waitFor();
  });

  it('leaves nothing of one person to the next at the same screen: neither words nor a press that had not arrived', async () => {
    const id = await submitted('808.00');
    const desk = await stage.desk('张伟');
    const { page, context } = desk;
    await desk.go(`/requests/${id}`);
    await page.getByRole('textbox', { name: /意见/ }).fill('张伟写的意见');
    await page.route('**/api/v1/tasks/*/approve', (route) => route.abort());
    await page.route('**/api/v1/commands/*', (route) => route.abort());
    await desk.decide(/审核通过/);
    await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('unsent'));
    // The session ends without a sign-out; somebody else sits down.
    await context.clearCookies();
    await page.unrouteAll();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && /\/(tasks|requests)\//.test(request.url())) sent.push(request.url());
    });
    await desk.go('/login');
    await page.getByRole('button', { name: /周岩/ }).click();
    await page.waitForURL(/\/inbox/);
    await page.waitForTimeout(4_000);
    expect(sent).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('张伟写的意见');
    await stage.standsAt(id, '李娜', 'superior-review');
  });

  it('finds a late answer again after a reload, and a late refusal comes back with its words', async () => {
    const id = await submitted('805.00');
    const [superior, requester] = [await stage.desk('张伟'), await stage.desk('李娜')];
    await superior.go(`/requests/${id}`);
    await requester.go(`/requests/${id}`);
    await requester.page.getByRole('button', { name: '撤回', exact: true }).waitFor();
    await stage.stack.worker.stop();
    await superior.decide(/审核通过/);
    await superior.page.waitForTimeout(300);
    await requester.press(/^撤回$/);
    await requester.page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
    for (const desk of [superior, requester]) await desk.sees('已提交，等待确认');
    await superior.page.reload();
    await superior.sees('已提交，等待确认');
    await superior.page.locator('.ant-btn-primary:disabled').filter({ hasText: '审核通过' }).waitFor();
    await stage.stack.worker.start();
    await requester.sees('「撤回」没有生效');
    await stage.standsAt(id, '李娜', 'finance-check');
    await superior.page.getByText('已提交，等待确认').waitFor({ state: 'detached' });
    await superior.press(/^撤销/);
    await stage.standsAt(id, '李娜', 'superior-review');
  });

  it('as an operator looks again for who may approve, and rebuilds what is being checked', async () => {
    await publish(LONELY);
    const { id } = await (await stage.person('李娜')).submit(LONELY.key, { reason: '演练' });
    const desk = await stage.desk('蒋明');
    await desk.openRow('演练');
    await desk.sees('这份申请受阻');
    const looksAgain = async (reason: string): Promise<void> => {
      await desk.press(/重新查找/);
      const dialog = desk.page.getByRole('dialog');
      await dialog.getByLabel(/意见|原因/).fill(reason);
      await dialog.getByRole('button', { name: /重新查找/ }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await looksAgain('先看看有没有人');
    await desk.sees(/已重新查找，但申请仍然受阻/);
    await desk.sees(/重新查找「.+」的处理人，仍没有可以处理的人/);
    // The worker would find them by itself, and nothing would be left to press for.
    const reviewed = (until: string) =>
      run(
        `INSERT INTO directory_review (company_id, lease_until) SELECT company_id, ${until} FROM request WHERE id = $1
           ON CONFLICT (company_id) DO UPDATE SET lease_until = excluded.lease_until`,
        id,
      );
    await reviewed(`now() + interval '2 minutes'`);
    await addFireWarden();
    await looksAgain('消防员已到岗');
    await desk.sees('消防员已到岗');
    await desk.sees(/已重新查找；现在由唐磊处理/);
    await reviewed('NULL');
    await stage.standsAt(id, '李娜', 'lonely');

    await run(`UPDATE request SET diverged = '{"reason": "n = 1"}' WHERE id = $1`, id);
    await desk.go(`/requests/${id}`);
    await desk.press(/重建/);
    await desk.page.getByRole('dialog').getByRole('button', { name: /重建/ }).click();
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.page.getByText('这份申请受阻').waitFor({ state: 'detached' });
    await desk.sees('已重建，与留痕一致');
    expect(await desk.page.getByText('已提交，等待确认').count()).toBe(0);
    await stage.standsAt(id, '李娜', 'lonely');

    async function addFireWarden(): Promise<void> {
      const admin = await administrator(stage.stack);
      const { company } = DEMO_DIRECTORY;
      const role = { key: 'fire-warden', title: { zh: '消防员', en: 'Fire warden' } };
      const post = {
        key: 'post-fire-warden',
        person: 'tang-lei',
        role: role.key,
        unit: 'marketing',
        grade: 'staff',
        superior: null,
        primary: false,
      };
      const { status, body } = await admin.post('/directory/import', { company, roles: [role], positions: [post] });
      expect([status, body]).toEqual([200, expect.anything()]);
    }
  });

  async function publish(definition: { key: string }): Promise<void> {
    const admin = await administrator(stage.stack);
    expect((await admin.post('/definitions', definition)).status).toBe(201);
    expect((await publishShown(admin, definition)).status).toBe(200);
  }

  async function run(sql: string, ...values: unknown[]): Promise<void> {
    const client = new Client({ connectionString: stage.stack.databaseUrl });
    await client.connect();
    await client.query(sql, values).finally(() => client.end());
  }
});
