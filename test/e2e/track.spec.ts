import { readFileSync } from 'node:fs';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { faultsOf } from './world/faults';
import { expenseOf } from './world/forms';
import { onStage } from './world/on-stage';

const EXPENSE = 'expense-reimbursement';

describe('requests are tracked, in the browser', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  const submitted = async (amount: string): Promise<string> => {
    const requester = await stage.person('李娜');
    return (await requester.submit(EXPENSE, await expenseOf(requester, amount))).id;
  };
  /** One that the area manager has passed and sees again, and says no to. */
  const rejected = async (amount: string): Promise<string> => {
    const id = await submitted(amount);
    await stage.standsAt(id, '李娜', 'superior-review');
    await (await stage.person('张伟')).decide(id, 'approve');
    await (await stage.person('刘畅')).decide(id, 'approve', { fields: { inPlan: true } });
    await stage.standsAt(id, '李娜', 'approval');
    await (await stage.person('张伟')).decide(id, 'reject', { comment: '重复报销' });
    return id;
  };
  const measured = async (): Promise<void> => {
    const operator = await stage.person('蒋明');
    for (const end = Date.now() + 90_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 500))) {
      const { body } = await operator.call<{ total: { cases: number } }>('GET', `/analytics?definition=${EXPENSE}`);
      if (body.total.cases > 0) return;
    }
    throw new Error('Expected a request among the times, but there is none');
  };
  const row = (desk: Desk, id: string) => desk.page.locator(`[data-row="${id}"]`);
  const pick = async (desk: Desk, name: string): Promise<void> => {
    const box = desk.page.getByRole('combobox', { name: '移交给' });
    await box.click();
    await box.fill('');
    await box.pressSequentially(name);
    await desk.page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
  };
  const flawless = async (desk: Desk): Promise<void> => {
    expect(await faultsOf(desk.page)).toEqual([]);
  };

  it('stand in a list, whose filters are in the address; a map leads from a step to its requests', async () => {
    const id = await submitted('461.00');
    await stage.standsAt(id, '李娜', 'superior-review');
    const desk = await stage.desk('蒋明');
    await desk.go('/track');
    await row(desk, id).waitFor();
    await flawless(desk);
    const [waits] = (await (await stage.person('李娜')).read(id)).current.flatMap(({ people }) => people);
    await desk.go(`/track?waits=${waits?.id}&utm_source=chat`);
    await desk.sees(new RegExp(`项在等${waits?.name.zh}`));
    await row(desk, id).waitFor();
    await desk.go('/track?kind=returned');
    await desk.sees('没有这样的申请');
    await desk.go(`/track?show=processes&definition=${EXPENSE}`);
    const step = desk.page.locator('[data-step="superior-review"]');
    await step.waitFor();
    expect(Number(await step.getAttribute('data-here'))).toBeGreaterThan(0);
    await flawless(desk);
    await step.click();
    await desk.page.waitForURL(/step=superior-review/);
    await row(desk, id).waitFor();
  });

  it('are handed over together: who cannot get one is told before the press, and each is a reassignment of its own', async () => {
    const ids = [await submitted('462.00'), await submitted('463.00')];
    for (const id of ids) await stage.standsAt(id, '李娜', 'superior-review');
    const requester = await stage.person('李娜');
    const [waits] = (await requester.read(ids[0] ?? '')).current.flatMap(({ people }) => people);
    const desk = await stage.desk('蒋明');
    await desk.go(`/track?waits=${waits?.id}`);
    for (const id of ids) await row(desk, id).getByRole('checkbox').check();
    await pick(desk, '李娜');
    await row(desk, ids[0] ?? '')
      .getByText('不可以')
      .waitFor();
    const go = desk.page.getByRole('button', { name: /^移交 \d+ 项/ });
    expect(await go.isDisabled()).toBe(true);
    await desk.sees('没有可以移交的申请');
    await pick(desk, '高扬');
    await desk.sees('2 项可以');
    await desk.sees('请写明原因');
    await flawless(desk);
    await desk.page.getByLabel('移交的原因').fill('区长今明病假，先由业务经理处理');
    await go.click();
    await desk.sees('2 项已移交');
    for (const id of ids) {
      const [now] = (await requester.read(id)).current.flatMap(({ people }) => people);
      expect(now?.name.zh).toBe('高扬');
    }
  });

  it('are urged together, from any list: each is told of with its reason where it was urged lately', async () => {
    const ids = [await submitted('467.00'), await submitted('468.00')];
    for (const id of ids) await stage.standsAt(id, '李娜', 'superior-review');
    const requester = await stage.person('李娜');
    expect((await requester.call('POST', `/requests/${ids[0]}/urge`, { body: {} })).status).toBe(200);
    const desk = await stage.desk('蒋明');
    await desk.go('/track');
    for (const id of ids) await row(desk, id).getByRole('checkbox').check();
    await flawless(desk);
    await desk.press('催办 2 项');
    const result = desk.page.getByRole('status', { name: '催办的结果' });
    await result.getByText('1 项已催办').waitFor();
    await result.getByText('1 项没有催办').waitFor();
    expect(await result.getByRole('listitem').innerText()).toMatch(/没有催办[^]*刚催办过/);
    await flawless(desk);
    await result.getByRole('button', { name: '完成' }).click();
    expect(
      await row(desk, ids[1] ?? '')
        .getByRole('checkbox')
        .isChecked(),
    ).toBe(false);
    const superior = await stage.desk('张伟');
    await superior.go('/notifications');
    await superior.sees(/蒋明催您处理/);
  });

  it('are counted by who has them, with how old they are; each person leads to what is theirs', async () => {
    const id = await submitted('469.00');
    await stage.standsAt(id, '李娜', 'superior-review');
    const [waits] = (await (await stage.person('李娜')).read(id)).current.flatMap(({ people }) => people);
    const desk = await stage.desk('蒋明');
    await desk.go('/track');
    await desk.page.getByRole('link', { name: '人员负荷' }).click();
    const load = desk.page.locator(`[data-person="${waits?.id}"]`);
    await load.waitFor();
    await load.getByRole('img', { name: /1 天内 \d+/ }).waitFor();
    await flawless(desk);
    await load.getByRole('link').click();
    await desk.page.waitForURL(new RegExp(`waits=${waits?.id}`));
    await row(desk, id).waitFor();
    const phone = await stage.desk('Jiang Ming', { width: 390, height: 844, locale: 'en' });
    await phone.go('/track?show=people&load=longest');
    await phone.page.locator(`[data-person="${waits?.id}"]`).waitFor();
    await flawless(phone);
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('are repaired in one place: what must hold, what would be open, and nothing before it is applied', async () => {
    const id = await submitted('464.00');
    await stage.standsAt(id, '李娜', 'superior-review');
    const desk = await stage.desk('蒋明');
    await desk.go(`/requests/${id}`);
    await desk.page.getByRole('link', { name: '用修复方式处理' }).click();
    await desk.page.waitForURL(/\/repair$/);
    await desk.page.locator('[data-command="reassign"]').click();
    const box = desk.page.getByRole('combobox').last();
    await box.click();
    await box.pressSequentially('高扬');
    await desk.page.locator('.ant-select-item-option').filter({ hasText: '高扬' }).first().click();
    const apply = desk.page.getByRole('button', { name: '应用修复' });
    await desk.sees('上级审核 → 高扬');
    await desk.sees('请写明原因');
    await desk.sees('目前在岗');
    await desk.page.getByRole('complementary').getByText('会收到消息').waitFor();
    await desk.page.getByRole('radio', { name: '从现在起重新计时' }).check();
    expect(await apply.isDisabled()).toBe(true);
    await flawless(desk);
    await desk.page.getByLabel(/原因/).fill('区长离职，由业务经理处理');
    await apply.click();
    await desk.page.waitForURL(new RegExp(`/requests/${id}$`));
    await desk.sees('区长离职，由业务经理处理');
    await desk.sees(/由张伟改派给高扬，期限重新计算/);
    // What an operator has done stays marked.
    await desk.sees(/经修复/);
    const [now] = (await (await stage.person('李娜')).read(id)).current.flatMap(({ people }) => people);
    expect(now?.name.zh).toBe('高扬');
  });

  it('are named above the ways of repairing them on a phone too; a jump goes along the way, and its button says so', async () => {
    const id = await submitted('466.00');
    await stage.standsAt(id, '李娜', 'superior-review');
    await (await stage.person('张伟')).decide(id, 'approve');
    await stage.standsAt(id, '李娜', 'finance-check');
    const phone = await stage.desk('蒋明', { width: 390, height: 844 });
    await phone.go(`/requests/${id}/repair`);
    await phone.page.locator('[data-command="jump"]').click();
    const [title, choice] = [phone.page.getByRole('heading', { level: 1 }), phone.page.getByRole('heading', { name: '选一个办法' })];
    expect((await title.boundingBox())?.y).toBeLessThan((await choice.boundingBox())?.y ?? 0);
    const desk = await stage.desk('蒋明');
    await desk.go(`/requests/${id}`);
    await desk.page.getByRole('button', { name: '更多' }).last().click();
    await desk.page.getByRole('menuitem', { name: /跳转/ }).click();
    const dialog = desk.page.getByRole('dialog');
    const ways = dialog.locator('label').filter({ has: desk.page.getByRole('radio') });
    await ways.first().waitFor();
    const way = await ways.allInnerTexts();
    expect([way[0], way.at(-1)]).toEqual([expect.stringContaining('上级审核'), expect.stringContaining('凭证归档')]);
    await dialog.getByRole('button', { name: /^跳转/ }).waitFor();
  });

  it('come out as a log of events from the page of times, and people lead to what waits for them', async () => {
    await rejected('465.00');
    const desk = await stage.desk('蒋明');
    const { page } = desk;
    // Times are those of requests that have ended, once nobody can take the last decision back.
    await measured();
    await desk.go('/track');
    await page.getByRole('link', { name: '用时分析' }).click();
    await page.waitForURL(/\/analytics/);
    await desk.go(`/analytics?definition=${EXPENSE}`);
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /XES/ }).click()]);
    expect(download.suggestedFilename()).toMatch(/^事件记录-.*\.xes$/);
    const log = readFileSync(await download.path(), 'utf8');
    expect(log).toMatch(/<trace><string key="concept:name" value="BX-\d{4}-\d+"\/>/);
    expect(log).toContain('<string key="operation" value="submit"/>');
    await desk.go('/people?q=张伟');
    await page.getByRole('button', { name: '张伟' }).click();
    await desk.sees('今天的岗位');
    await flawless(desk);
    await page.getByRole('link', { name: /项申请在等/ }).click();
    await page.waitForURL(/\/track\?waits=/);
    await desk.sees(/项在等张伟/);
  });

  it('stay to be found after their end, by how and when, and lead to what can still be done about them', async () => {
    const id = await rejected('467.00');
    const desk = await stage.desk('蒋明');
    const { page } = desk;
    await desk.go('/track');
    await page.getByRole('link', { name: '全部办结' }).click();
    await page.waitForURL(/view=ended/);
    await row(desk, id).getByText('已驳回').waitFor();
    await page.getByRole('button', { name: '筛选' }).click();
    const outcome = page.getByRole('combobox', { name: '结果' });
    await outcome.click();
    await page.locator('.ant-select-item-option').filter({ hasText: '已驳回' }).click();
    await page.waitForURL(/outcome=rejected/);
    await page.getByLabel('办结日期，到').fill('2026-01-31');
    await page.getByLabel('办结日期，到').press('Enter');
    await desk.sees('没有这样的申请');
    await flawless(desk);
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByRole('button', { name: /及以前办结/ }).click();
    await row(desk, id).waitFor();
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /CSV/ }).click()]);
    const { number } = await (await stage.person('李娜')).read(id);
    expect(readFileSync(await download.path(), 'utf8')).toContain(String(number));
    // A rejected expense can be neither re-opened nor revoked.
    await desk.go('/track?view=ended&again=true');
    await desk.sees('只看我可以重新打开或撤销的');
    await page.getByRole('button', { name: '筛选' }).waitFor();
    expect(await row(desk, id).count()).toBe(0);
  });

  it('are closed to whoever has no right to track', async () => {
    const desk = await stage.desk('李娜');
    await desk.go('/inbox');
    await desk.page.getByRole('link', { name: '待办', exact: true }).first().waitFor();
    expect(await desk.page.getByRole('link', { name: '跟踪' }).count()).toBe(0);
    await desk.go('/track');
    await desk.sees(/跟踪所辖组织的申请/);
  });
});
