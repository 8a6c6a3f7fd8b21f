import type { DemoStage } from './world/demo-stage';
import { expenseOf } from './world/forms';
import { onSharedStage } from './world/on-stage';

/** ¥26,300: the finance director is asked, and it climbs to the general manager. */
const AMOUNT = '26300.00';

describe('sending back', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  /** A request that waits for the general manager. */
  const waiting = async (): Promise<string> => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, AMOUNT));
    await (await stage.person('张伟')).decide(id, 'approve');
    await (await stage.person('刘畅')).decide(id, 'approve', { fields: { inPlan: true } });
    await (await stage.person('宋岚')).decide(id, 'approve', { comment: '在计划内' });
    return id;
  };
  const withWhom = async (id: string): Promise<string[]> =>
    (await (await stage.person('李娜')).read(id)).current.flatMap(({ people }) => people.map(({ name }) => name.zh));

  it('names whom it goes to and who is asked again, and that is what then happens', async () => {
    const id = await waiting();
    const desk = await stage.desk('郑国华');
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    await desk.settled();
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog');
    const after = dialog.getByRole('complementary');
    await after.getByText('须重新处理').waitFor();
    // From the beginning: everybody, the requester first.
    await after.getByText('等申请人 李娜 修改后重新提交').waitFor();
    await after.and(page.locator('[aria-busy=false]')).waitFor();
    expect(await after.getByRole('listitem').allTextContents()).toEqual([
      expect.stringContaining('李娜'),
      expect.stringMatching(/张伟.*上级审核/),
      expect.stringMatching(/刘畅.*查验单据/),
      expect.stringMatching(/宋岚.*财务总监审核/),
      expect.stringMatching(/郑国华.*您再决定/),
    ]);

    await dialog.getByRole('radio', { name: /刘畅/ }).check();
    await dialog.getByRole('radio', { name: /直接回到我这里/ }).check();
    await after.getByText('无需重新处理，原决定保留').waitFor();
    await after.and(page.locator('[aria-busy=false]')).waitFor();
    expect(await after.getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/刘畅.*查验单据/),
      expect.stringMatching(/郑国华.*您再决定/),
      expect.stringMatching(/张伟.*上级审核/),
      expect.stringMatching(/宋岚.*财务总监审核/),
    ]);
    await dialog.getByRole('textbox').fill('请再核对第一张发票');
    await dialog.getByRole('button', { name: '退回给刘畅' }).click();
    await desk.sees('已退回');
    expect(await withWhom(id)).toEqual(['刘畅']);

    // Whoever has it again reads why: in the list, and at the head of the request.
    const checker = await stage.desk('刘畅');
    await checker.go('/inbox');
    const row = checker.page.locator('[data-row]').filter({ hasText: '26,300' });
    await row.getByText('已退回').waitFor();
    await row.click();
    await checker.sees('郑国华退回：');
    await checker.sees('请再核对第一张发票');

    await (await stage.person('刘畅')).decide(id, 'approve', { fields: { inPlan: true } });
    expect(await withWhom(id)).toEqual(['郑国华']);
    await page.goto(page.url().replace(/\/requests\/.*/, '/inbox'));
    expect(await page.locator('[data-row]').filter({ hasText: '26,300' }).getByText('已退回').count()).toBe(0);
  });

  it('keeps the whole of a long reason, and says by how much it is too long', async () => {
    const id = await waiting();
    const desk = await stage.desk('郑国华');
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    await page.getByRole('textbox', { name: '意见' }).fill('字'.repeat(4010));
    await page.getByText('最多 4000 字，请删去 10 字').waitFor();
    await desk.decide(/同意/);
    expect(await withWhom(id)).toEqual(['郑国华']);
    expect((await page.getByRole('textbox', { name: '意见' }).inputValue()).length).toBe(4010);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '退回修改' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('最多 4000 字，请删去 10 字').waitFor();
    expect(await dialog.getByRole('button', { name: '退回给李娜' }).isDisabled()).toBe(true);
    // Of what is to be changed alone, and who is asked again for that: nothing of it was kept from anybody.
    await dialog.getByText('只由受改动影响的人重新处理').click();
    const after = dialog.getByRole('complementary');
    await after.getByText('如果他们看过的内容有改动，仍须重新处理。').waitFor();
    await dialog.getByRole('checkbox', { name: '事由' }).check();
    await after.getByText('无需重新处理，原决定保留').waitFor({ state: 'detached' });
    await dialog.getByRole('textbox').fill('字'.repeat(4000));
    await dialog.getByRole('button', { name: '退回给李娜' }).click();
    await desk.sees('已退回');

    const requester = await stage.desk('李娜');
    await requester.go(`/start/expense-reimbursement?request=${id}`);
    await requester.sees('要改的内容：事由');
    await requester.page.locator('[data-field="reason"]').getByText('请改此项').waitFor();
  });

  it('is taken back by whoever decided, told what follows, until the next one has acted', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '430.00'));
    const superior = await stage.person('张伟');
    await superior.decide(id, 'approve');
    const desk = await stage.desk('张伟');
    const takesBack = desk.page.getByRole('button', { name: '取回', exact: true });
    await desk.go(`/requests/${id}`);
    await takesBack.click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByText(/下一位处理人的待办关闭并收到消息/).waitFor();
    await dialog.getByRole('button', { name: '取回', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await stage.standsAt(id, '李娜', 'superior-review');
    expect(await withWhom(id)).toEqual(['张伟']);

    await superior.decide(id, 'approve');
    await (await stage.person('刘畅')).decide(id, 'approve', { fields: { inPlan: true } });
    await stage.standsAt(id, '李娜', 'approval');
    await desk.go(`/requests/${id}`);
    await desk.settled();
    expect(await takesBack.count()).toBe(0);
  });
});
