import type { Page } from 'playwright-core';
import { cutTexts } from './world/cut';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { PNG, expenseOf, invoiceNumber, researchOf } from './world/forms';
import { onStage } from './world/on-stage';

const RESEARCH = 'research-plan-approval';
const EXPENSE = 'expense-reimbursement';
const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** The request that is open says this amount in its sentence. */
const opened = (page: Page, amount: string): Promise<void> =>
  page
    .getByRole('heading')
    .filter({ hasText: `¥${amount}` })
    .waitFor();
const row = (page: Page, amount: string) => page.locator('[data-row]').filter({ hasText: `¥${amount}` });
const comment = (page: Page) => page.getByRole('textbox', { name: /意见/ });

describe('an inbox that a manager can trust, in the browser', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  /** A research plan for 高扬 to decide, due in so many days. */
  const plan = async (budget: string, due: number): Promise<string> =>
    (await (await stage.person('吴迪')).submit(RESEARCH, { ...researchOf('general', budget), decideBy: day(due) })).id;
  const expense = async (amount: string): Promise<string> => {
    const requester = await stage.person('李娜');
    return (await requester.submit(EXPENSE, await expenseOf(requester, amount))).id;
  };
  /** Everything that waits for 高扬 is done with, so that the next test begins with an empty desk. */
  const clearDesk = async (name: string): Promise<void> => {
    const person = await stage.person(name);
    const { body } = await person.call<{ items: { requestId: string }[] }>('GET', '/tasks?limit=100');
    for (const { requestId } of body.items) await person.decide(requestId, 'reject', { comment: '清空' });
  };

  afterEach(() => clearDesk('高扬'));

  it('keeps the request that is read, though another tab decides it and something more urgent comes', async () => {
    const read = await plan('801', 3);
    const next = await plan('802', 4);
    const desk = await stage.desk('高扬');
    const { page } = desk;
    await desk.go('/inbox');
    await opened(page, '801');
    expect(new URL(page.url()).searchParams.get('open')).toBe(read);
    await comment(page).fill('待核实报价');
    await page.reload();
    await opened(page, '801');
    expect(await comment(page).inputValue()).toBe('待核实报价');

    const other = await desk.context.newPage();
    await other.goto(page.url());
    await opened(other, '801');
    // What is written in one tab goes out with no press in another.
    await comment(page).fill('待核实报价，先不批');
    await other.waitForTimeout(300);
    expect(await comment(other).inputValue()).toBe('待核实报价');
    await other.locator('.ant-btn-primary').filter({ hasText: '同意' }).click();
    await opened(other, '802');

    await desk.sees(/您于 .* 同意/);
    await opened(page, '801');
    await desk.sees('待核实报价');
    expect(await row(page, '801').locator('xpath=..').getAttribute('data-faint')).toBe('true');
    await page.keyboard.press('a');

    const urgent = await plan('803', 0);
    await page.getByRole('button', { name: '新到 1 项' }).waitFor();
    expect(await row(page, '803').count()).toBe(0);
    await opened(page, '801');
    await page.keyboard.press('a');
    await page.getByRole('button', { name: '新到 1 项' }).click();
    await row(page, '803').waitFor();
    await opened(page, '801');
    for (const id of [next, urgent]) await stage.standsAt(id, '吴迪', 'business-approval');
  });

  it('never takes the second press of a double click for the next request', async () => {
    const [first, second] = [await plan('811', 3), await plan('812', 4)];
    const desk = await stage.desk('高扬');
    await desk.go('/inbox');
    await opened(desk.page, '811');
    await desk.decide(/同意/);
    // Both in the frame that shows the next request, however long that took: a click, and the key.
    await desk.page.waitForFunction(() => {
      const next = [...document.querySelectorAll('h2')].some((title) => title.textContent.includes('¥812'));
      const button = document.querySelector<HTMLElement>('.ant-btn-primary:not(:disabled)');
      if (!next || !button) return false;
      button.click();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', bubbles: true, cancelable: true }));
      return true;
    });
    await stage.standsAt(first, '吴迪', 'approved');
    await desk.page.waitForTimeout(700);
    await stage.standsAt(second, '吴迪', 'business-approval');
    await desk.decide(/同意/);
    await stage.standsAt(second, '吴迪', 'approved');
  });

  it('takes back the newest decision, with the words that were written for it, and puts the focus on what is next', async () => {
    await plan('821', 3);
    const second = await plan('822', 4);
    await plan('823', 5);
    const desk = await stage.desk('高扬');
    const { page } = desk;
    await desk.go('/inbox');
    await opened(page, '821');
    await desk.decide(/同意/);
    await opened(page, '822');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('¥822') === true);
    await page.waitForTimeout(650);
    await comment(page).fill('按计划执行');
    await page.keyboard.press('Control+Enter');
    await opened(page, '823');
    expect(await page.getByRole('button', { name: /^撤销/ }).count()).toBe(1);
    await page.getByRole('heading').filter({ hasText: '¥823' }).click();
    await page.keyboard.press('u');
    await opened(page, '822');
    expect(new URL(page.url()).searchParams.get('open')).toBe(second);
    await comment(page).waitFor();
    expect(await comment(page).inputValue()).toBe('按计划执行');
    await page.waitForFunction(() => document.activeElement?.matches('h2') && document.activeElement.textContent?.includes('¥822'));
    await stage.standsAt(second, '吴迪', 'business-approval');
    await row(page, '822').waitFor();
    expect(await row(page, '821').count()).toBe(0);
    await desk.press(/今天已处理 \d+ 项/);
    await row(page, '821').waitFor();
  });

  it('sends what was written with the button that asked for it, and never with another one', async () => {
    const refused = await plan('826', 3);
    const kept = await plan('827', 4);
    const desk = await stage.desk('高扬');
    const { page } = desk;
    await desk.go(`/inbox?open=${refused}`);
    await opened(page, '826');
    await page.keyboard.press('r');
    await desk.sees('请先写意见');
    await page.keyboard.type('依据不足');
    await desk.sees('写好后按 Ctrl+Enter：驳回');
    await page.keyboard.press('Control+Enter');
    await stage.standsAt(refused, '吴迪', 'rejected');
    // What was asked of one request is not asked of the next.
    await desk.go(`/inbox?open=${kept}`);
    await opened(page, '827');
    expect(await page.getByText('写好后按 Ctrl+Enter').count()).toBe(0);
    // A dialog that is given up keeps its words to itself, and has them again.
    await desk.press('更多');
    await page.getByRole('menuitem', { name: '转交' }).click();
    const reason = page.getByRole('dialog').getByRole('textbox').last();
    await reason.fill('您来定');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await comment(page).inputValue()).toBe('');
    await desk.press('更多');
    await page.getByRole('menuitem', { name: '转交' }).click();
    expect(await page.getByRole('dialog').getByRole('textbox').last().inputValue()).toBe('您来定');
    // Who may not take it is off, with the reason, before anything is sent.
    await page.getByRole('dialog').getByRole('combobox').click();
    await page.getByRole('dialog').getByRole('combobox').pressSequentially('吴迪');
    const requester = page.locator('.ant-select-item-option-disabled').filter({ hasText: '吴迪' });
    await requester.filter({ hasText: /申请人/ }).waitFor();
    // The first closes the list, the second the dialog.
    await page.keyboard.press('Escape');
    await requester.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await desk.decide(/同意/);
    await stage.standsAt(kept, '吴迪', 'approved');
    const { body } = await (await stage.person('吴迪')).call<{ items: { comment: string | null }[] }>('GET', `/requests/${kept}/timeline`);
    expect(body.items.map(({ comment }) => comment)).not.toContain('您来定');
  });

  it('decides with at most eight calls', async () => {
    for (const [budget, due] of [
      ['831', 3],
      ['832', 4],
      ['833', 5],
    ] as const)
      await plan(budget, due);
    const desk = await stage.desk('高扬');
    const { page } = desk;
    await desk.go('/inbox');
    await opened(page, '831');
    const calls: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) calls.push(`${request.method()} ${pathname} ${Date.now() % 100000}`);
    });
    // Requests of the tests before this one come to their end, ten seconds after they were decided at the latest, and pages hear of it: counted is
    // what this decision asks for.
    for (let heard = -1; heard !== calls.length;) {
      heard = calls.length;
      await page.waitForTimeout(11_000);
    }
    calls.length = 0;
    await desk.decide(/同意/);
    await opened(page, '832');
    await page.waitForTimeout(4_000);
    expect(calls.length <= 8 ? [] : calls).toEqual([]);
    expect(calls.filter((call) => call.includes('/tasks/counts'))).toHaveLength(1);
  });

  it('says that it has not arrived, sends it again by itself, and counts it once', async () => {
    const id = await plan('841', 3);
    const desk = await stage.desk('高扬');
    const { page } = desk;
    await desk.go('/inbox');
    await opened(page, '841');
    await page.route('**/api/v1/tasks/*/approve', (route) => route.abort('connectionfailed'));
    await comment(page).fill('断线时写的');
    await desk.decide(/同意/);
    await desk.sees('尚未送达，正在重试');
    expect(await page.getByText('已提交，等待确认').count()).toBe(0);
    await page.waitForTimeout(2_000);
    await page.reload();
    await desk.sees('尚未送达，正在重试');
    await stage.standsAt(id, '吴迪', 'business-approval');
    await page.unroute('**/api/v1/tasks/*/approve');
    await desk.sees(/已同意 · 吴迪 ¥841/);
    await stage.standsAt(id, '吴迪', 'approved');
    const { body } = await (await stage.person('吴迪')).call<{ items: { action: string }[] }>('GET', `/requests/${id}/timeline`);
    expect(body.items.filter(({ action }) => action === 'task.approve')).toHaveLength(1);
  });

  it('keeps the row that is open in view with j and k, over pages', async () => {
    await Promise.all(Array.from({ length: 55 }, (_, index) => plan(`${8500 + index}`, 20)));
    const desk = await stage.desk('高扬');
    const { page } = desk;
    await desk.go('/inbox');
    await page.locator('[aria-current=true][data-row]').waitFor();
    // Whoever works by keyboard begins at the beginning of the page, although the list has gone to its row.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    for (let press = 0; press < 54; press += 1) {
      await page.keyboard.press('j');
      await page.waitForTimeout(60);
    }
    await page.waitForTimeout(500);
    const rows = await page.locator('[data-row]').count();
    expect(rows).toBe(55);
    const inView = await page.locator('[aria-current=true][data-row]').evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const list = element.closest('ul')?.parentElement?.getBoundingClientRect();
      return list !== undefined && top >= list.top - 1 && bottom <= list.bottom + 1;
    });
    expect(inView).toBe(true);
    await page.locator('[aria-current=true][data-row]').focus();
    await page.keyboard.press('ArrowUp');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-row'));
    expect(focused).toBe(
      await page
        .locator('[data-row]')
        .nth(rows - 2)
        .getAttribute('data-row'),
    );
    expect(await page.locator('[data-row][tabindex="0"]').count()).toBe(1);
  });

  it('filters by what stands in the address, typed or linked', async () => {
    await plan('8600', 3);
    await plan('12600', 4);
    const desk = await stage.desk('高扬');
    const { page } = desk;
    for (const address of ['/inbox?amountMin=10000', '/inbox?amountMin=1.2%E4%B8%87&amountMax=12,600.00', '/inbox?q=12600']) {
      await desk.go(address);
      await row(page, '12,600').waitFor();
      expect([address, await page.locator('[data-row]').count()]).toEqual([address, 1]);
    }
    await desk.go('/inbox?resubmitted=true');
    await desk.sees('没有符合筛选的申请');
    const big = page.locator('[data-filter=big]');
    await big.getByText('1', { exact: true }).waitFor();
    await big.click();
    await row(page, '12,600').waitFor();
    expect(await page.locator('[data-row]').count()).toBe(1);
    await page.getByRole('button', { name: /^筛选/ }).click();
    await page.getByPlaceholder('不低于').fill('八千');
    await desk.sees('请填金额，例如 12,300.5 或 1.2万');
    await page.getByPlaceholder('不低于').fill('8,500');
    await row(page, '8,600').waitFor();
    await page.getByPlaceholder('起个名字').fill('八千五以上');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('[data-filter]').filter({ hasText: '八千五以上' }).getByText('2', { exact: true }).waitFor();
    const elsewhere = await stage.desk('高扬');
    await elsewhere.go('/inbox');
    await elsewhere.page.locator('[data-filter]').filter({ hasText: '八千五以上' }).click();
    await row(elsewhere.page, '8,600').waitFor();
    expect(await elsewhere.page.locator('[data-row]').count()).toBe(2);
  });

  it('keeps the page of somebody who decided earlier live', async () => {
    const id = await expense('861.00');
    await (await stage.person('张伟')).decide(id, 'approve');
    const desk = await stage.desk('张伟');
    await desk.go(`/requests/${id}`);
    await desk.page.getByText('审核通过').first().waitFor();
    await (await stage.person('刘畅')).decide(id, 'approve', { comment: '号码无重复', fields: { inPlan: true } });
    await desk.sees('号码无重复');
  });

  it('opens a receipt beside its line, inside the page', async () => {
    const requester = await stage.person('李娜');
    const form = (await expenseOf(requester, '851.00')) as { items: Record<string, unknown>[] };
    const picture = await requester.upload('小票.png', PNG);
    const items = [...form.items, { ...form.items[0], invoiceNumber: invoiceNumber(), matter: '打车', invoice: [picture] }];
    const { id } = await requester.submit(EXPENSE, { ...form, items });
    const desk = await stage.desk('张伟');
    const { page } = desk;
    await desk.go(`/inbox?open=${id}`);
    const table = page.getByRole('region', { name: '费用明细' });
    await table.waitFor();
    const history = page.getByRole('heading', { name: '经过与去向' });
    const [above, below] = [await table.boundingBox(), await history.boundingBox()];
    expect(above && below && above.y < below.y).toBe(true);
    await table.getByRole('link', { name: '小票.png' }).click();
    const shown = table.getByRole('img', { name: '小票.png' });
    await shown.waitFor();
    expect(await shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    expect(await table.locator('tbody tr').nth(2).getByRole('img').count()).toBe(1);
    await table.getByRole('link', { name: '发票.pdf' }).click();
    const paper = table.locator('tbody tr').nth(1).getByRole('region', { name: '发票.pdf' });
    await paper.waitFor();
    expect(await shown.count()).toBe(0);
    expect(desk.context.pages()).toHaveLength(1);
    await page.keyboard.press('Escape');
    await paper.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('发票.pdf');
  });

  it.each(['zh-CN', 'en'] as const)('shows money whole on the smallest screens (%s)', async (locale) => {
    const id = await expense('1260000.50');
    for (const width of [320, 360, 390]) {
      const desk = await stage.desk(locale === 'en' ? 'Zhang Wei' : '张伟', { width, height: 700, locale });
      await desk.go(`/inbox?open=${id}`);
      await desk.page.locator('.ant-btn-primary').filter({ hasText: '¥1,260,000.50' }).waitFor();
      expect([width, await cut(desk)]).toEqual([width, []]);
      await desk.go('/inbox');
      await row(desk.page, '1,260,000.50').first().waitFor();
      expect([width, await cut(desk)]).toEqual([width, []]);
    }
  });
});

/** The texts with money in them of which something cannot be seen: cut by a box around them, or broken within the amount. */
const cut = async (desk: Desk): Promise<string[]> => (await cutTexts(desk)).filter((text) => text.startsWith('amount: '));
