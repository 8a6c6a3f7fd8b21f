import { openContext } from '../support/chromium';
import type { DemoStage } from './world/demo-stage';
import type { Page } from 'playwright-core';
import { faultsOf } from './world/faults';
import { expenseOf, invoiceNumber } from './world/forms';
import { onSharedStage } from './world/on-stage';

describe('who may see what, and on which screen', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  it('answers a stranger at somebody else’s task with a page that says whom to ask', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '300.00'));
    const owner = await (await stage.person('张伟')).read(id);
    const stranger = await stage.desk('吴迪');
    const answers: number[] = [];
    stranger.page.on('response', (response) => response.url().endsWith(`/requests/${id}`) && answers.push(response.status()));
    await stranger.go(`/requests/${id}`);
    await stranger.sees(/没有权限|看不到|不能查看/);
    expect(answers).toContain(403);
    const refused = await (
      await stage.person('吴迪')
    ).call('POST', `/tasks/${owner.task?.id}/approve`, { body: {}, shown: owner.contentHash });
    expect(refused.status).toBe(403);
    expect((await (await stage.person('张伟')).read(id)).task?.step).toBe('superior-review');
  });

  it('sends somebody who is not signed in to the sign-in page and back', async () => {
    const desk = await stage.desk('李娜');
    await desk.context.clearCookies();
    await desk.go('/start/expense-reimbursement');
    await desk.page.waitForURL(/\/login/);
    await desk.page.getByRole('button', { name: /李娜/ }).click();
    await desk.page.waitForURL(/\/start\/expense-reimbursement/);
  });

  it('shows the demo people by what they have to do with: the first few at once, the rest one press or a word away', async () => {
    const context = await openContext(stage.browser);
    const page = await context.newPage();
    await page.goto(`${stage.url}/login`);
    const cards = page.getByRole('button', { name: /身份进入/ });
    await cards.first().waitFor();
    expect(await cards.count()).toBeLessThanOrEqual(8);
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true);
    expect(await cards.filter({ hasText: '叶欣' }).count()).toBe(0);
    await page.getByText('门店、仓库与租约').click();
    await cards.filter({ hasText: '叶欣' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('searchbox').fill('nobody of this name');
    await page.getByText('没有找到').waitFor();
    await page.getByRole('searchbox').fill('ADMINISTRATOR');
    await cards.filter({ hasText: '卢宁' }).click();
    await page.waitForURL(/\/inbox/);
    await context.close();
  });

  it('takes a decision by thumb on a phone', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '410.00'));
    const phone = await stage.desk('张伟', { width: 390, height: 844 });
    await phone.go('/inbox');
    await phone.page.getByText('¥410').first().click();
    await phone.decide(/审核通过/);
    await stage.standsAt(id, '李娜', 'finance-check');
  });

  it('gives a thumb 44 px wherever there is something to press', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '415.00'));
    const phone = await stage.desk('张伟', { width: 390, height: 844 });
    for (const route of [
      '/inbox',
      `/inbox?open=${id}`,
      `/requests/${id}`,
      `/requests/${id}/sheet`,
      '/start/expense-reimbursement',
      '/me',
    ]) {
      await phone.go(route);
      await phone.settled();
      expect({ route, small: await tooSmall(phone.page) }).toEqual({ route, small: [] });
    }
  });

  it('says on a phone the how-manieth request of the inbox it is, and leads to the next', async () => {
    const requester = await stage.person('李娜');
    const ids: string[] = [];
    for (const amount of ['421.00', '422.00'])
      ids.push((await requester.submit('expense-reimbursement', await expenseOf(requester, amount))).id);
    const phone = await stage.desk('张伟', { width: 390, height: 844 });
    await phone.go(`/requests/${ids[0]}`);
    await phone.sees(/^\d+ \/ \d+$/);
    await phone.press('更多');
    await phone.page.getByRole('menuitem', { name: '下一项' }).click();
    await phone.page.waitForURL(new RegExp(ids[1] ?? ''));
  });

  it('prints the sheet on A4, over as many pages as it needs, and nothing but the sheet', async () => {
    const requester = await stage.person('李娜');
    const form = (await expenseOf(requester, '20.00')) as { items: object[] };
    const items = Array.from({ length: 30 }, () => ({ ...form.items[0], invoiceNumber: invoiceNumber() }));
    const { id } = await requester.submit('expense-reimbursement', { ...form, items });
    const desk = await stage.desk('李娜');
    await desk.go(`/requests/${id}/sheet`);
    await desk.sees(/审批未结束/);
    const pdf = (await desk.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(2);
    expect(new Set(pdf.match(/MediaBox \[[^\]]*\]/g))).toEqual(new Set(['MediaBox [0 0 594.95996 841.91998]']));
    await desk.page.emulateMedia({ media: 'print' });
    expect(await desk.page.locator('a:visible:not(td a), button:visible').count()).toBe(0);
    const table = await desk.page.locator('table').first().boundingBox();
    expect(table?.x).toBeGreaterThan(0);
  });
});

/** What can be pressed and would miss a finger 44 px wide, by its words. A link for the keyboard only stands outside of the window. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a, button')].flatMap((element) => {
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const hits = ([dx, dy]: number[]): boolean => {
        const found = document.elementFromPoint(left + width / 2 + (dx ?? 0), top + height / 2 + (dy ?? 0));
        return found !== null && element.contains(found);
      };
      const edges = [
        [-21, 0],
        [21, 0],
        [0, -21],
        [0, 21],
      ];
      const missed = width > 0 && hits([0, 0]) && !edges.every(hits);
      return missed ? [element.getAttribute('aria-label') ?? element.textContent ?? ''] : [];
    }),
  );
}
