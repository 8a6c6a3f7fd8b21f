import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { expenseOf } from './world/forms';
import { onSharedStage } from './world/on-stage';

/** A day as its field takes it, so many days from today. */
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

async function fillDay(desk: Desk, label: string, ahead: number): Promise<void> {
  const field = desk.page.getByLabel(label);
  await field.fill(day(ahead));
  await field.press('Tab');
}

let stage: DemoStage;
onSharedStage((opened) => (stage = opened));

describe('absence on the screen', () => {
  it('is asked for with its consequences in view, accepted by the stand-in, to whom the task then comes, and ended', async () => {
    const nina = await stage.person('李娜');
    const request = await nina.submit('expense-reimbursement', await expenseOf(nina, '450.00'));

    const zhang = await stage.desk('张伟');
    await zhang.go('/inbox');
    await zhang.press(/张伟/);
    await zhang.page.getByRole('menuitem', { name: '离岗与代办' }).click();
    await zhang.page.waitForURL(/\/me\/absence/);
    const save = zhang.page.getByRole('button', { name: '保存，请对方接受' });
    expect(await save.isDisabled()).toBe(true);
    await fillDay(zhang, '从何时', 0);
    await zhang.page.getByRole('combobox', { name: '开始的时刻' }).fill('00:00');
    await zhang.page.keyboard.press('Enter');
    await fillDay(zhang, '到何时', 2);
    await zhang.page.getByRole('combobox', { name: /代办人/ }).pressSequentially('孙倩');
    await zhang.page.locator('.ant-select-item-option').filter({ hasText: '孙倩' }).click();
    await zhang.sees(/您手上 \d+ 项会怎样/);
    await zhang.sees(/到 孙倩/);
    await zhang.page.getByRole('combobox', { name: '试一试' }).click();
    await zhang.page.locator('.ant-select-item-option').filter({ hasText: '报销申请 · 计划内' }).click();
    await zhang.page.getByLabel('金额').fill('500');
    await zhang.page.locator('output').filter({ hasText: '孙倩' }).waitFor();
    await save.click();
    await zhang.sees('等对方接受');

    // A second one for the same days is refused before the press, with its reason beside the button.
    await fillDay(zhang, '从何时', 1);
    await fillDay(zhang, '到何时', 3);
    await zhang.page.getByRole('combobox', { name: /代办人/ }).pressSequentially('周岩');
    await zhang.page.locator('.ant-select-item-option').filter({ hasText: '周岩' }).click();
    await zhang.sees('这段时间已有另一次离岗安排');
    await zhang.sees('请先改好标红的地方');
    expect(await save.isDisabled()).toBe(true);

    const sun = await stage.desk('孙倩');
    await sun.go('/me/absence?tab=others');
    await sun.press('接受');
    await sun.sees('代办中');
    await stage.standsWith(request.id, '李娜', '孙倩');
    await sun.sees('您正代张伟处理待办');
    await sun.go(`/requests/${request.id}`);
    await sun.sees('您代张伟处理');
    await sun.decide(/同意|通过|审核/);
    await sun.sees(/代张伟/);

    await zhang.go('/me/absence');
    await zhang.sees(/您离岗至 .*待办由孙倩代办/);
    await zhang.press('提前结束');
    await zhang.page.locator('.ant-popconfirm').getByRole('button', { name: '提前结束' }).click();
    await zhang.sees('已结束');
  });
});

describe('working calendars on the screen', () => {
  it('show a store’s days, what a closed day would move, keep it once it is saved, and let it be taken back', async () => {
    const admin = await stage.desk('卢宁');
    await admin.go('/admin/calendars?month=2026-10');
    await admin.press(/徐汇店/);
    await admin.sees('国庆节');
    await admin.page.getByRole('button', { name: /^12 / }).first().click();
    await admin.page.getByPlaceholder('例如：商场停电检修').fill('停电检修');
    await admin.page.getByLabel('原因（英文）').fill('Power cut');
    await admin.press('看看会移动什么');
    await admin.sees('未保存');
    await admin.sees('没有期限因此移动。');
    // The day itself is a button that says 未保存.
    await admin.page.getByRole('button', { name: '保存', exact: true }).click();
    await admin.sees('日历已保存');
    await admin.page.reload();
    await admin.sees('停电检修');
    await admin.press('删除 2026-10-12 的例外');
    await admin.page.getByText('停电检修').first().waitFor({ state: 'detached' });
  });
});
