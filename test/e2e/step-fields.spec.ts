import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import { EDITING } from './world/editing-process';
import { expenseOf, researchOf } from './world/forms';
import type { Page } from 'playwright-core';
import type { DemoStage } from './world/demo-stage';
import { onSharedStage } from './world/on-stage';

describe('a step that writes fields, in the browser', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));
  const shot = async (page: Page, name: string): Promise<void> => {
    const pictures = path.resolve(__dirname, '..', '..', '.data', 'pictures');
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
  };

  it('says by which answer it tells what follows, and tells it anew as soon as another one is given', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '713.00'));
    await (await stage.person('张伟')).decide(id, 'approve');
    const desk = await stage.desk('刘畅');
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    await desk.sees(/以「计划内」估算.*张伟/);
    await page.locator('.ant-btn-primary').first().click();
    const field = page.locator('[data-field=inPlan]');
    await field.getByText('请选择').or(field.locator('p')).first().waitFor();
    expect(await field.locator('p').count()).toBe(1);

    await field.getByText('计划外').click();
    await desk.sees(/^查验后：郑国华|^审核通过后：郑国华|^完成后：郑国华|：郑国华（总经理）/);
    expect(await field.locator('p').count()).toBe(0);
    expect(await page.getByText(/估算/).count()).toBe(0);
    const path = page.getByRole('region', { name: '审批路径' });
    await path.getByText(/郑国华/).waitFor();
    await page.locator('.ant-btn-primary').first().click();
    await stage.standsAt(id, '李娜', 'approval');
    const { current } = await requester.read(id);
    expect(current.flatMap(({ people }) => people.map(({ name }) => name.zh))).toEqual(['郑国华']);
  });

  it('lets whoever approves correct the form, and shows the requester what was changed', async () => {
    const admin = await administrator(stage.stack);
    await admin.post('/definitions', EDITING);
    await publish(admin, EDITING);
    const requester = await stage.person('李娜');
    const line = (what: string, amount: string) => ({ what, cost: { amount, currency: 'CNY' } });
    const form = { purpose: '陈列灯', items: [line('射灯', '300.00'), line('轨道', '200.00')] };
    const { id } = await requester.submit(EDITING.key, form);
    await (await stage.person('张伟')).decide(id, 'approve');
    const desk = await stage.desk('刘畅');
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    await page.getByRole('button', { name: '更正申请内容' }).click();
    const purpose = page.locator('[data-field=purpose]').getByRole('textbox');
    await purpose.fill('橱窗陈列灯');
    await shot(page, 'editing-1440-zh');
    await page.locator('.ant-btn-primary').first().click();
    await stage.standsAt(id, '李娜', 'look');
    const own = await stage.desk('李娜', { width: 390, height: 844 });
    await own.go(`/requests/${id}`);
    await own.page.locator('del', { hasText: '陈列灯' }).first().waitFor();
    await own.page.locator('ins', { hasText: '橱窗陈列灯' }).first().waitFor();
    await shot(own.page, 'edited-390-zh');
  });

  it('lets whoever approves decide row by row: sums follow what is left, and what was refused stays with who and why', async () => {
    const requester = await stage.person('李娜');
    const line = (what: string, amount: string) => ({ what, cost: { amount, currency: 'CNY' } });
    const items = [line('射灯', '300.00'), line('轨道', '200.00'), line('梯子', '100.00')];
    const { id } = await requester.submit(EDITING.key, { purpose: '陈列灯', items });
    await (await stage.person('张伟')).decide(id, 'approve');
    const desk = await stage.desk('刘畅');
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: /逐行审批/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radiogroup', { name: '第 2 行' }).getByText('不同意').click();
    await dialog.getByLabel('第 2 行 原因').fill('店里还有');
    await dialog.getByRole('radiogroup', { name: '第 1 行' }).getByText('核减').click();
    await dialog.getByRole('textbox', { name: /核减后/ }).fill('250');
    await dialog.getByLabel('第 1 行 原因').fill('超出标准');
    await shot(page, 'row-by-row-1440-zh');
    await dialog.getByRole('button', { name: '逐行审批' }).click();
    await stage.standsAt(id, '李娜', 'look');
    const own = await stage.desk('李娜', { width: 390, height: 844 });
    await own.go(`/requests/${id}`);
    await own.page.getByRole('heading', { name: /350\.00/ }).waitFor();
    await own.page.getByText('刘畅不同意：店里还有').waitFor();
    await own.page.getByText('不同意 1 行，核减 1 行，其余 1 行同意').waitFor();
    await shot(own.page, 'row-by-row-390-zh');
  });

  it('says every fault at once, each at its place, and what the server finds at its field', async () => {
    const drafter = await stage.person('吴迪');
    const { id } = await drafter.submit('research-plan-approval', researchOf('annual', '20000.00'));
    await (await stage.person('唐磊')).decide(id, 'approve');
    const desk = await stage.desk('宋岚');
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    const budget = page.locator('[data-field=recommendedBudget]');
    await budget.waitFor();
    const press = () => page.locator('.ant-btn-primary').first().click();
    await press();
    await page.getByText('请先选择同意、反对或有条件同意').waitFor();
    await budget.locator('p').waitFor();
    expect(await budget.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    await budget.getByRole('textbox').fill('abc');
    await press();
    await budget.locator('p').waitFor();
    await budget.getByRole('textbox').fill('18000');
    await budget.getByRole('textbox').press('Tab');
    await budget.locator('p').waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: '反对' }).check();
    await press();
    await desk.sees('请先写意见');
    await page.getByLabel('意见', { exact: true }).fill('超出年度安排');
    await press();
    await stage.standsAt(id, '吴迪', 'market-sign-off');
  });
});
