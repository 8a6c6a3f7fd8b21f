import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { cutTexts } from './world/cut';
import type { DemoStage } from './world/demo-stage';
import { researchOf } from './world/forms';
import { onStage } from './world/on-stage';

const RESEARCH = 'research-plan-approval';
const MANY = 60;
const PICTURES = path.resolve(__dirname, '..', '..', '.data', 'pictures');
const shot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
};
const panel = (page: Page) => page.getByRole('region', { name: '批量处理' });
const row = (page: Page, amount: string) => page.locator('[data-row]').filter({ hasText: `¥${amount}` });

describe('deciding many at once, in the browser', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  const plan = async (budget: string): Promise<string> =>
    (await (await stage.person('吴迪')).submit(RESEARCH, researchOf('general', budget))).id;
  const statuses = async (ids: readonly string[]): Promise<string[]> => {
    const wu = await stage.person('吴迪');
    return Promise.all(ids.map(async (id) => (await wu.read(id)).status));
  };

  it('approves sixty, skips what has to be looked at, says each of them, and takes all of them back', async () => {
    const ids: string[] = [];
    for (let index = 0; index < MANY; index += 1) ids.push(await plan(String(1_000 + index)));
    const dear = await plan('30000');
    await stage.standsAt(dear, '吴迪', 'business-approval');
    const desk = await stage.desk('高扬');
    const { page } = desk;
    await desk.go('/inbox');
    // What its reader looks at twice is their own to say, and stays on their device.
    await page.evaluate(() => localStorage.setItem('countersign.confirm-above', '20000'));
    await desk.go('/inbox?sort=newest');
    await row(page, '30,000').waitFor();
    // By key: what is open is selected.
    await page.locator('[data-row][aria-current]').first().waitFor();
    await page.keyboard.press('x');
    await desk.sees('已选 1 项');
    while ((await page.getByRole('button', { name: '加载更多' }).count()) > 0) {
      const before = await page.locator('[data-row]').count();
      await page.getByRole('button', { name: '加载更多' }).click();
      await page.waitForFunction((count) => document.querySelectorAll('[data-row]').length > count, before);
    }
    await page.getByRole('checkbox', { name: '选择当前显示的全部' }).check();
    await desk.sees(`已选 ${MANY + 1} 项`);
    await panel(page).getByText(`同意 ${MANY} 项，合计 ¥61,770.00`).first().waitFor();
    await panel(page).getByText('金额高于您设定的 ¥20,000，须逐项决定').waitFor();
    await panel(page)
      .getByRole('textbox', { name: /一并写的意见/ })
      .fill('按年度计划执行');
    expect(await cutTexts(desk)).toEqual([]);
    await panel(page)
      .getByRole('button', { name: `同意 ${MANY} 项 ¥61,770.00` })
      .click();
    await panel(page).getByRole('progressbar', { name: '处理进度' }).waitFor();
    await panel(page).getByText(`已处理 ${MANY} 项`).waitFor({ timeout: 90_000 });
    await shot(page, 'bulk-results-1440-zh');
    // A finished request is closed once its grace time is over: what is younger than that comes back, the others say why not.
    await panel(page).getByRole('button', { name: '撤销全部' }).click();
    await panel(page)
      .getByText(/已撤销 \d+ 项/)
      .waitFor({ timeout: 90_000 });
    await panel(page).getByRole('button', { name: '关闭' }).click();
    expect(await statuses([dear])).toEqual(['running']);
    const after = await statuses(ids);
    expect(after).toContain('running');
    expect(after.filter((status) => !['running', 'approved'].includes(status))).toEqual([]);
    const wu = await stage.person('吴迪');
    const { body } = await wu.call<{ items: { text: { zh: string }; comment: string | null }[] }>('GET', `/requests/${ids[0]!}/timeline`);
    expect(body.items.filter(({ text }) => text.zh === '同意（批量）').map(({ comment }) => comment)).toEqual(['按年度计划执行']);
  });

  it('selects a range on a desk, and stops what was not begun', async () => {
    const ids = [];
    for (let index = 0; index < 12; index += 1) ids.push(await plan(String(2_000 + index)));
    const desk = await stage.desk('高扬');
    const { page } = desk;
    await desk.go('/inbox?sort=newest');
    await row(page, '2,011').waitFor();
    // Each call takes a moment, so that there is time to stop.
    await page.route('**/tasks/decisions', async (route) => {
      await page.waitForTimeout(1_500);
      await route.continue();
    });
    await desk.press('批量');
    await row(page, '2,011').click();
    await row(page, '2,000').click({ modifiers: ['Shift'] });
    await desk.sees('已选 12 项');
    await panel(page)
      .getByRole('button', { name: /^同意 12 项/ })
      .click();
    await panel(page).getByRole('button', { name: '停止' }).click();
    await panel(page).getByText('未处理，仍在待办里').first().waitFor();
    await panel(page).getByRole('button', { name: '关闭' }).waitFor();
    const found = await statuses(ids);
    expect(found).toContain('running');
    expect(found).toContain('approved');
  });

  it('does the same on a phone, in both languages, with nothing cut', async () => {
    await plan('3001');
    await plan('3002');
    for (const [locale, name, words] of [
      ['zh-CN', '高扬', { start: '批量', all: '选择当前显示的全部', look: '核对', title: '批量处理' }],
      ['en', 'Gao Yang', { start: 'Select', all: 'Select all that are shown', look: 'Check', title: 'Decide together' }],
    ] as const) {
      const desk = await stage.desk(name, { width: 390, height: 844, locale });
      const { page } = desk;
      await desk.go('/inbox?sort=newest');
      await row(page, '3,002').waitFor();
      await page.getByRole('button', { name: words.start, exact: true }).click();
      await row(page, '3,002').click();
      await row(page, '3,001').click();
      await shot(page, `bulk-select-390-${locale}`);
      await page.getByRole('button', { name: words.look, exact: true }).click();
      const region = page.getByRole('region', { name: words.title });
      await region.getByRole('table').first().waitFor();
      await shot(page, `bulk-390-${locale}`);
      expect(await cutTexts(desk)).toEqual([]);
    }
  });
});
