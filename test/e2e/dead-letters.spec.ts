import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { faultsOf } from './world/faults';
import { expenseOf } from './world/forms';

const EXPENSE = 'expense-reimbursement';

describe('commands that were not delivered, on their page', () => {
  let stage: DemoStage;
  let database: Client;

  beforeAll(async () => {
    stage = await DemoStage.open();
    database = new Client({ connectionString: stage.stack.databaseUrl });
    await database.connect();
  });

  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
    await database.query('DELETE FROM command');
  });

  afterAll(async () => {
    await database?.end();
    await stage?.close();
  });

  const draft = async (): Promise<string> => {
    const { body } = await (
      await stage.person('李娜')
    ).call<{ id: string }>('POST', '/requests', { body: { definition: EXPENSE, form: {} } });
    return body.id;
  };
  /** A submit that an older version let in and that is too large to be sent: the sweeper takes it out of delivery. */
  const leave = async (): Promise<void> => {
    const [li, requestId] = [await stage.person('李娜'), await draft()];
    const choices = Object.fromEntries(Array.from({ length: 60_000 }, (_, index) => [`step-${index}`, randomUUID()]));
    await database.query(
      `INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, attempt, created_at, updated_at)
       SELECT $1, company_id, requester_id, id, 'submit', $3, 'x', 1, now() - interval '1 hour', now() - interval '1 hour' FROM request WHERE id = $2`,
      [randomUUID(), requestId, JSON.stringify({ type: 'submit', requestId, actor: li.id, choices })],
    );
  };
  /** Until whoever looks after it has been told. */
  const told = async (): Promise<void> => {
    const notices = `SELECT 1 FROM notification WHERE notice = 'command-undelivered'`;
    for (const until = Date.now() + 90_000; (await database.query(notices)).rowCount === 0 && Date.now() < until;)
      await new Promise((resolve) => setTimeout(resolve, 500));
  };
  const many = async (count: number, requestId?: string): Promise<void> => {
    await database.query(
      `INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, attempt, status, undelivered, created_at, updated_at)
       SELECT gen_random_uuid(), company_id, requester_id, id, 'submit', jsonb_build_object('type', 'submit', 'requestId', id), 'x', 30, 'undelivered',
         jsonb_build_object('cause', 'stuck', 'detail', 'sent 30 times', 'since', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
         now() - interval '1 hour', now() + k * interval '1 millisecond' FROM request CROSS JOIN generate_series(1, $2) AS nth(k) WHERE id = $1`,
      [requestId ?? (await draft()), count],
    );
  };
  const flawless = async (desk: Desk): Promise<void> => {
    expect(await faultsOf(desk.page)).toEqual([]);
  };

  it('are led to by the notice, sent again, and given up with a reason that their sender reads', async () => {
    await leave();
    await told();
    const desk = await stage.desk('蒋明');
    await desk.go('/notifications');
    const notice = desk.page.getByRole('link', { name: /没能送达|未送达/ }).first();
    await notice.click();
    await desk.page.getByRole('heading', { level: 1, name: '未送达的操作' }).waitFor();
    expect(await desk.page.title()).toContain('未送达的操作');
    const letter = desk.page.getByRole('listitem').filter({ hasText: '李娜' });
    await letter.getByText('报销申请').waitFor();
    await desk.sees('由您负责处理');
    await flawless(desk);

    await letter.getByRole('button', { name: /重新发送/ }).click();
    await desk.page.getByRole('tooltip').getByRole('button', { name: '重新发送' }).click();
    await desk.sees('仍没有送达');

    await letter.getByRole('button', { name: /放弃/ }).click();
    const dialog = desk.page.getByRole('dialog');
    const giveUp = dialog.getByRole('button', { name: /^放\s?弃$/ });
    expect(await giveUp.isDisabled()).toBe(true);
    await dialog.getByLabel('原因').fill('内容过大，请拆开提交');
    await giveUp.click();
    await desk.sees('没有未送达的操作');
    const sender = await stage.desk('李娜');
    await sender.go('/notifications');
    await sender.sees(/没能生效|未生效/);
    await sender.sees('「提交」被放弃的原因：内容过大，请拆开提交');
    // It leads to where it can be done again, and the reason stands over it.
    await sender.page
      .getByRole('link', { name: /没能生效|未生效/ })
      .first()
      .click();
    await sender.sees('「提交」没能送达，蒋明已放弃');
    await sender.sees('内容过大，请拆开提交');
  });

  it('leave their lines beside the records of a request: who sent one again, who gave one up and why', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit(EXPENSE, await expenseOf(requester, '310.00'));
    await many(1, id);
    const desk = await stage.desk('蒋明');
    await desk.go('/admin/dead-letters');
    const letter = desk.page.getByRole('listitem').filter({ hasText: '李娜' });
    await letter.getByRole('button', { name: /放弃/ }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('重复提交');
    await dialog.getByRole('button', { name: /^放\s?弃$/ }).click();
    await desk.sees('没有未送达的操作');
    await desk.go(`/requests/${id}`);
    await desk.page.getByRole('tab', { name: '留痕' }).click();
    const lines = desk.page.getByRole('region', { name: '管理员的操作' });
    await lines.getByText('放弃了未送达的操作').waitFor();
    await lines.getByText('蒋明').waitFor();
    await lines.getByText('重复提交').waitFor();
  });

  it('come in pages, and read well on a phone in English', async () => {
    await many(60);
    const phone = await stage.desk('Jiang Ming', { width: 390, height: 844, locale: 'en' });
    await phone.go('/admin/dead-letters');
    await phone.page.getByRole('heading', { level: 1, name: 'Undelivered actions' }).waitFor();
    const letters = phone.page.getByRole('listitem').filter({ hasText: 'Li Na' });
    await letters.first().waitFor();
    const first = await letters.count();
    expect(first).toBeLessThan(60);
    await flawless(phone);
    await phone.press('More');
    await letters.nth(59).waitFor();
    expect(await letters.count()).toBe(60);
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('are nobody else’s: whoever lacks the right learns whom to ask', async () => {
    const somebody = await stage.desk('李娜');
    await somebody.go('/admin/dead-letters');
    await somebody.sees('需要时请联系 蒋明。');
    await somebody.go('/me');
    await somebody.page.getByRole('heading', { name: '访问令牌' }).waitFor();
    expect(await somebody.page.getByText('未送达的操作').count()).toBe(0);
  });

  it('are listed as empty, and as not to be had while the server does not answer', async () => {
    const desk = await stage.desk('蒋明');
    await desk.go('/me');
    await desk.page.getByRole('link', { name: '未送达的操作' }).click();
    await desk.sees('没有未送达的操作');
    await desk.page.route('**/api/v1/dead-letters**', (route) => route.abort());
    await desk.page.reload();
    const again = desk.page.getByRole('button', { name: /重试|再试/ });
    await again.waitFor();
    await desk.page.unroute('**/api/v1/dead-letters**');
    await again.click();
    await desk.sees('没有未送达的操作');
  });
});
