import type { DemoStage } from './world/demo-stage';
import { expenseOf } from './world/forms';
import { onSharedStage } from './world/on-stage';

describe('a window whose session was ended elsewhere', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  it('shows nothing any more, by itself, and keeps what was being written for the next time', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '873.00'));
    const [open, other] = [await stage.desk('张伟'), await stage.desk('张伟')];
    await open.go(`/requests/${id}`);
    await open.page.getByRole('textbox', { name: '意见' }).fill('写了一半的意见');
    await other.go('/me');
    await other.press('在所有设备上退出');
    await other.page.locator('.ant-popover').getByRole('button', { name: '在所有设备上退出' }).click();
    await open.page.waitForURL(/\/login/);
    await open.page.getByText('¥873').first().waitFor({ state: 'detached' });

    await open.page.getByRole('button', { name: /张伟/ }).click();
    await open.page.waitForURL(/\/(inbox|requests)/);
    await open.go(`/requests/${id}`);
    const comment = open.page.getByRole('textbox', { name: '意见' });
    await comment.waitFor();
    expect(await comment.inputValue()).toBe('写了一半的意见');
  });
});
