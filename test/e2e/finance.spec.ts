import type { Page } from 'playwright-core';
import { faultsOf } from './world/faults';
import { fillExpense } from './world/fill-expense';
import { expenseOf, promotionOf } from './world/forms';
import type { DemoPerson } from './world/demo-person';
import type { DemoStage } from './world/demo-stage';
import { onSharedStage } from './world/on-stage';

const table = (name: string, lines: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });
const year = String(new Date(Date.now() + 8 * 3_600_000).getUTCFullYear());
const PLAN_HEAD = '组织,类别,起,止,金额';
const SPENT_HEAD = '单号,组织,类别,日期,金额,说明';

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Waits until an authority holds by a request of that number. */
async function heldBy(reader: DemoPerson, number: string): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 300))) {
    const { body } = await reader.call('GET', '/authority/grants?kind=approve-within-limit&matter=entertainment&limit=100');
    if ((body['items'] as { source: string | null }[]).some(({ source }) => source === number)) return;
  }
  throw new Error(`Expected an authority to hold by ${number}, but none does`);
}

/** Unfolds units from the top down to one; those that stand alone are unfolded of themselves. */
async function unfold(page: Page, ...units: string[]): Promise<void> {
  for (const unit of units) await page.getByRole('button', { name: unit, exact: true, expanded: false }).click();
}

describe('the desk of finance, in the browser', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  it('leads from the company down to a line, its movements, and the proof that they add up', async () => {
    const { page } = await stage.desk('宋岚');
    await page.goto(`${stage.url}/finance`);
    await page.getByRole('heading', { name: /预算/ }).waitFor();
    const watch = page.getByRole('complementary', { name: '值得看一眼' });
    await watch.getByRole('listitem').or(watch.getByText('没有需要留意的')).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await unfold(page, '运营中心', '静安区', '虹口店');
    await page.getByRole('link', { name: '培训' }).first().click();
    await page.getByRole('heading', { name: /虹口店 · 培训 · \d{4} 年 \d+ 月/ }).waitFor();
    await page.getByRole('row').filter({ hasText: '第 1 版' }).filter({ hasText: '4,000' }).waitFor();
    await page.getByRole('button', { name: '再算一次' }).click();
    await page.getByText(/一致：全公司 [\d,]+ 笔变动/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.getByRole('button', { name: '导入计划' }).count()).toBe(0);
  });

  it('names every bad row of a table and takes none of it in, then takes the mended one', async () => {
    const { page } = await stage.desk('顾明');
    await page.goto(`${stage.url}/finance?period=${year}-03&category=training`);
    await page.getByRole('button', { name: '导入计划' }).click();
    const dialog = page.getByRole('dialog');
    const row = (unit: string, category: string, amount: string): string => `${unit},${category},${year}-03-01,${year}-03-31,${amount}`;
    await dialog
      .locator('input[type=file]')
      .setInputFiles(table('坏.csv', [PLAN_HEAD, row('嘉定店', '培训', '5200'), row('没有店', '培训', '1'), row('嘉定店', '餐饮', 'x')]));
    await dialog.getByText('3 处有误，没有导入任何内容：').waitFor();
    for (const fault of ['第 3 行：没有叫「没有店」的组织', '第 4 行：没有叫「餐饮」的类别', '第 4 行：「金额」的「x」不是'])
      await dialog.getByText(fault).waitFor();
    await dialog.locator('input[type=file]').setInputFiles(table('好.csv', [PLAN_HEAD, row('嘉定店', '培训', '5200')]));
    await dialog.getByText('新增 0 行，更改 1 行，0 行不变。').waitFor();
    await dialog.getByRole('button', { name: /^导\s*入$/ }).click();
    await page.getByText(/年度计划」第 \d+ 版已生效/).waitFor();
    await unfold(page, '静安区');
    await page.getByRole('listitem').filter({ hasText: '嘉定店' }).filter({ hasText: '5,200' }).last().waitFor();
  });

  it('posts what was spent outside once, and shows a line that it overdraws', async () => {
    const { page } = await stage.desk('顾明');
    await page.goto(`${stage.url}/finance?period=${year}-04&category=training`);
    const spent = table('erp.csv', [SPENT_HEAD, `ERP-${year}-04,南翔店,培训,${year}-04-15,5200,外聘讲师`]);
    const post = async (): Promise<void> => {
      await page.getByRole('button', { name: '登记外部支出' }).click();
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(spent);
    };
    await post();
    await page.getByRole('dialog').getByText('入账 1 笔，0 笔的单号已经登记过。').waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^导\s*入$/ })
      .click();
    await page.getByText('已登记 1 笔外部支出').waitFor();
    await unfold(page, '静安区');
    await page
      .getByRole('listitem')
      .filter({ hasText: '南翔店' })
      .filter({ hasText: '超支' })
      .filter({ hasText: '−1,200' })
      .last()
      .waitFor();
    await post();
    await page.getByRole('dialog').getByText('入账 0 笔，1 笔的单号已经登记过。').waitFor();
  });

  it('shows a reimbursement what it does to its line before it is sent, and sends 0.01 over plan up to whoever may grant it', async () => {
    const requester = await stage.desk('李娜');
    await requester.go('/start/expense-reimbursement');
    await fillExpense(requester.page, { category: '培训', amount: '6000.01', matter: '导购培训' });
    const effect = requester.page.getByRole('region', { name: '对预算的影响' }).first();
    await effect.getByText('本次 ¥6,000.01：计划内 ¥6,000，超出 ¥0.01').waitFor();
    await requester.press('提交');
    await requester.page.waitForURL(/\/requests\//);
    const id = /\/requests\/([0-9a-f-]+)/.exec(requester.page.url())?.[1] ?? '';
    for (const name of ['张伟', '刘畅', '宋岚']) await (await stage.person(name)).decide(id, 'approve');
    await stage.standsWith(id, '李娜', '郑国华');
    const manager = await stage.desk('郑国华');
    await manager.go(`/requests/${id}`);
    await manager.page.getByRole('region', { name: '对预算的影响' }).first().getByText('超出 ¥0.01').waitFor();
    await (await stage.person('郑国华')).decide(id, 'approve');

    const reader = await stage.desk('宋岚');
    await reader.go(`/requests/${id}`);
    await reader.page.getByRole('link', { name: '徐汇店 · 培训' }).first().click();
    await reader.page.getByRole('row').filter({ hasText: '预留' }).filter({ hasText: '6,000' }).last().waitFor();
    await reader.page.getByRole('row').filter({ hasText: '承诺' }).filter({ hasText: '6,000.01' }).last().waitFor();
    await reader.press('再算一次');
    await reader.sees(/一致：全公司/);
  });

  it('has a promotion signed in plan by the business unit; of one that goes over, one press passes the rest on to the group', async () => {
    const [market, unit] = [await stage.person('梁雪'), await stage.desk('袁野')];
    const first = await market.submit('promotion-scheme-approval', await promotionOf(market, '36300.00'));
    await (await stage.person('袁野')).decide(first.id, 'approve');
    await stage.standsWith(first.id, '梁雪', '梁雪');
    const { id } = await market.submit('promotion-scheme-approval', await promotionOf(market, '86000.00'));
    await unit.go(`/requests/${id}`);
    const parts = unit.page.getByRole('region', { name: '谁的额度能覆盖这笔金额' }).first();
    await parts.getByText('¥83,700').waitFor();
    await parts.getByText('¥2,300').waitFor();
    await parts.getByText('集团总经理').waitFor();
    await unit.press('签批 ¥83,700，呈报余下');
    await stage.standsWith(id, '梁雪', '沈思远');
    const group = await stage.desk('沈思远');
    await group.go(`/requests/${id}`);
    await group.press('签批超出的 ¥2,300');
    await stage.standsWith(id, '梁雪', '梁雪');

    const reader = await stage.desk('宋岚');
    await reader.go(`/finance?period=${new Date().toISOString().slice(0, 7)}`);
    await reader.page.getByRole('link', { name: '市场部' }).first().click();
    await reader.page.getByRole('row').filter({ hasText: '承诺' }).filter({ hasText: '86,000' }).last().waitFor();
  });

  it('counts what a line covers to the last cent as in plan', async () => {
    const requester = await stage.person('李娜');
    const travel = async (amount: string) => ({ ...(await expenseOf(requester, amount)), category: 'travel' });
    const { id } = await requester.submit('expense-reimbursement', await travel('9000.00'));
    const { body } = await requester.call('POST', '/requests/preview', {
      body: { definition: 'expense-reimbursement', form: await travel('0.01'), choices: {} },
    });
    expect(body['budget']).toMatchObject({ inPlan: false, over: { amount: '0.01' }, line: { without: { available: { amount: '0.00' } } } });
    for (const name of ['张伟', '刘畅', '宋岚']) await (await stage.person(name)).decide(id, 'approve');
    await stage.standsWith(id, '李娜', '周岩');
    await (await stage.person('周岩')).decide(id, 'return', { to: 'requester', comment: '请附行程单。' });
    const again = await requester.call('POST', '/requests/preview', {
      body: { definition: 'expense-reimbursement', form: await travel('9000.00'), choices: {} },
    });
    expect(again.body['budget']).toMatchObject({ inPlan: true });
  });

  it('leads a cashier to what is to be paid, takes the payment once, and shows it on the request', async () => {
    const requester = await stage.person('李娜');
    const { id, number } = await requester.submit('expense-reimbursement', await expenseOf(requester, '120.00'));
    for (let view = await requester.read(id); view.current[0]?.step !== 'payment'; view = await requester.read(id)) {
      const [at] = view.current;
      await (
        await stage.person(at?.people[0]?.name.zh ?? '')
      ).decide(id, 'approve', at?.step === 'finance-check' ? { fields: { inPlan: true } } : {});
    }
    const cashier = await stage.desk('陈静');
    const { page } = cashier;
    await cashier.go('/finance');
    await page.waitForURL(/\/finance\/payments/);
    const row = page.getByRole('row').filter({ hasText: number ?? '' });
    await row.filter({ hasText: '120.00' }).waitFor();
    expect(await page.getByRole('button', { name: '登记已付' }).isDisabled()).toBe(true);
    await page.getByLabel(`选中 ${number}`).check();
    await page.getByLabel('这一批的付款回单号').fill('PZ-0001');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '登记已付' }).click();
    await page.getByText('已登记 1 笔付款').waitFor();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /已付/ }).click();
    await row.filter({ hasText: 'PZ-0001' }).filter({ hasText: '陈静' }).waitFor();
    await stage.standsAt(id, '李娜', 'filing');
    await requester.read(id);
    await cashier.go(`/requests/${id}`);
    await cashier.sees(/PZ-0001/);
  }, 120_000);

  it('tells whom a higher limit would ask, has it granted by those who may, and sends the next request to somebody else', async () => {
    const { page } = await stage.desk('顾明');
    await page.goto(`${stage.url}/finance/limits`);
    const cell = page.getByRole('textbox', { name: '运营总监 · 招待费申请' });
    await cell.fill('3000');
    await page.getByLabel(/为什么改/).fill('商场洽谈');
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByRole('listitem').filter({ hasText: '郑国华' }).filter({ hasText: '周岩' }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: '放弃' }).click();
    await page.getByRole('link', { name: '提请更改授权' }).click();
    await page.getByText('授权与权限变更').first().waitFor();

    const asker = await stage.person('顾明');
    const { id, number } = await asker.submit('authority-delegation', {
      ...{ to: 'post', role: 'ops-director', kind: 'approve-within-limit', matter: 'entertainment', side: 'any', reach: 'limit' },
      ...{ limit: { amount: '3000.00', currency: 'CNY' }, effectiveOn: today(), reason: '商场洽谈' },
    });
    await (await stage.person('董宁')).decide(id, 'approve');
    await (await stage.person('宋岚')).decide(id, 'approve', { stance: 'for', comment: '同意' });
    const manager = await stage.desk('郑国华');
    await manager.go(`/requests/${id}`);
    const card = manager.page.getByRole('region', { name: '这一改会怎样' });
    await card.getByRole('button', { name: '看影响' }).click();
    await card.getByRole('listitem').filter({ hasText: '郑国华' }).filter({ hasText: '周岩' }).first().waitFor();
    expect(await faultsOf(manager.page)).toEqual([]);
    await (await stage.person('郑国华')).decide(id, 'approve');
    await heldBy(asker, number ?? '');
    await page.goto(`${stage.url}/finance/limits`);
    await page.getByRole('textbox', { name: '运营总监 · 招待费申请' }).and(page.locator('[value="3,000"]')).waitFor();

    const requester = await stage.person('李娜');
    const { costUnit } = (await expenseOf(requester, '1.00')) as { costUnit: string };
    const next = await requester.submit('entertainment-expense', {
      ...{ guests: '商场招商部', people: 4, eventOn: today(), policyRef: '招待管理办法第 3 条' },
      ...{ costUnit, amount: { amount: '2500.00', currency: 'CNY' }, reason: '续租商谈' },
    });
    await (await stage.person('张伟')).decide(next.id, 'approve');
    await (await stage.person('宋岚')).decide(next.id, 'approve', { stance: 'for', comment: '同意' });
    await stage.standsWith(next.id, '李娜', '周岩');
  }, 180_000);

  it('is closed to whoever has no right to it, on a phone too, and says whom to ask', async () => {
    const phone = { width: 390, height: 844 };
    const { page } = await stage.desk('李娜', phone);
    await page.goto(`${stage.url}/finance`);
    await page
      .getByText(/顾明|宋岚/)
      .first()
      .waitFor();
    const keeper = await stage.desk('顾明', phone);
    await keeper.page.goto(`${stage.url}/finance`);
    await keeper.page.getByRole('button', { name: '运营中心', exact: true }).waitFor();
    expect(await keeper.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
