import { readFileSync } from 'node:fs';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { expenseOf } from './world/forms';
import { onSharedStage } from './world/on-stage';

describe('what leaves the screen', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  const exported = async ({ page }: Desk, format: string): Promise<{ name: string; content: Buffer }> => {
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: format }).click()]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };

  it('is the list as it is narrowed, as CSV and as Excel', async () => {
    const requester = await stage.person('李娜');
    for (const amount of ['311', '622']) await requester.submit('expense-reimbursement', await expenseOf(requester, amount));
    const desk = await stage.desk('李娜');
    await desk.go('/inbox?tab=mine');
    const csv = await exported(desk, '导出为 CSV');
    expect(csv.name).toMatch(/^待办与申请-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv.content.toString('utf8')).toContain('311.00,CNY');
    const excel = await exported(desk, '导出为 Excel');
    expect(excel.content.subarray(0, 2).toString()).toBe('PK');
    await desk.page.getByText(/已导出：待办与申请/).waitFor();
  });

  it('is by mail what somebody chose, and stays so', async () => {
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go('/me');
    const mail = page.getByRole('region', { name: '邮件消息' });
    await mail.getByText('本系统没有开通邮件').waitFor();
    await mail
      .locator('.ant-segmented')
      .filter({ has: page.locator('[name="mail-talk"]') })
      .locator('.ant-segmented-item')
      .nth(2)
      .click();
    await page.getByText('已保存').waitFor();
    await mail.getByRole('switch', { name: '免打扰时段' }).click();
    await mail.getByRole('combobox', { name: '免打扰开始' }).waitFor();
    await page.reload();
    await mail.getByRole('combobox', { name: '免打扰结束' }).waitFor();
    expect(await mail.locator('[name="mail-talk"]').nth(2).isChecked()).toBe(true);
  });
});
