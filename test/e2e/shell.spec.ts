import type { Page } from 'playwright-core';
import { openContext } from '../support/chromium';
import { cutTexts } from './world/cut';
import type { DemoStage } from './world/demo-stage';
import { faultsOf } from './world/faults';
import { expenseOf } from './world/forms';
import { onStage } from './world/on-stage';

/** How far what is on screen was pushed about since the page began (Cumulative Layout Shift). */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 100);
      }),
  );

describe('the shell around every page', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  it('opens a page whose code had not arrived, as soon as the network is back', async () => {
    const desk = await stage.desk('李娜');
    const { page, context } = desk;
    await desk.go('/inbox');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await context.setOffline(true);
    await page.getByRole('link', { name: '发起', exact: true }).click();
    await page.getByRole('heading', { name: '这一页没能加载' }).waitFor();
    await page.getByText('网络已断开，恢复后会自动再试').waitFor();
    await page.getByRole('link', { name: '回到待办', exact: true }).waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: '发起' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/start');
  });

  it('says so where nothing comes for long, or cannot, and reads what has not come once more', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '523.00'));
    const desk = await stage.desk('李娜');
    const { page, context } = desk;
    let hangs = true;
    await page.route(`**/api/v1/requests/${id}`, (route) => (hangs ? undefined : route.continue()));
    await desk.go(`/requests/${id}`);
    await page.getByRole('status', { name: '正在加载' }).first().waitFor();
    await context.setOffline(true);
    await page.getByText('网络已断开，恢复后会自动再读。').first().waitFor();
    await context.setOffline(false);
    await page.getByText('还没有收到答复。').first().waitFor();
    hangs = false;
    await page.getByRole('button', { name: '重试' }).first().click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '523' }).waitFor();
  });

  it('begins anew where a newer version has taken the place of the files', async () => {
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go('/inbox');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/assets/**', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.getByRole('link', { name: '发起', exact: true }).click();
    await page.getByRole('heading', { name: '这一页没能加载' }).waitFor();
    await page.unroute('**/assets/**');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { level: 1, name: '发起' }).waitFor();
  });

  it('leaves single letters alone for whoever has switched them off, on every device', async () => {
    const desk = await stage.desk('吴迪');
    await desk.go('/me');
    await desk.page.getByRole('switch', { name: '单键快捷键' }).waitFor();
    await desk.page.keyboard.press('?');
    await desk.page.getByRole('dialog').waitFor();
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.page.getByRole('switch', { name: '单键快捷键' }).click();
    await desk.page.locator('[role=switch][aria-labelledby=single-keys-label][aria-checked=false]:not(.ant-switch-loading)').waitFor();

    const other = await stage.desk('吴迪');
    await other.go('/me');
    await other.page.locator('[role=switch][aria-labelledby=single-keys-label][aria-checked=false]').waitFor();
    await other.page.keyboard.press('?');
    await other.page.keyboard.press('/');
    await other.page.waitForTimeout(300);
    expect(await other.page.getByRole('dialog').count()).toBe(0);
    await other.page.keyboard.press('Control+k');
    await other.page.getByRole('dialog').waitFor();
    await other.page.keyboard.press('Escape');
    await other.page.getByRole('button', { name: '快捷键' }).click();
    await other.sees(/单键快捷键已关闭/);
  });

  it('lets nobody choose what other words have found', async () => {
    const requester = await stage.person('李娜');
    const first = await requester.submit('expense-reimbursement', await expenseOf(requester, '521.00'));
    const second = await requester.submit('expense-reimbursement', await expenseOf(requester, '522.00'));
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go('/inbox');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: '搜索申请、人员、流程、操作' });
    await field.fill(first.number ?? '');
    const found = (number: string) => page.getByRole('option').filter({ hasText: number });
    await found(first.number ?? '').waitFor();
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/api/v1/search?**', async (route) => {
      await held;
      await route.continue();
    });
    await field.fill(second.number ?? '');
    await page.getByRole('status').filter({ hasText: '正在搜索' }).waitFor();
    expect(await found(first.number ?? '').getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).pathname).toBe('/inbox');
    letThrough();
    await found(second.number ?? '').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/requests/${second.id}`);
  });

  it('puts away the pages of somebody in whose browser another person has signed in', async () => {
    const desk = await stage.desk('孙倩');
    const { page, context } = desk;
    await desk.go('/inbox');
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    const other = await context.newPage();
    await other.goto(`${stage.url}/login`);
    const { people } = (await (await context.request.get(`${stage.url}/api/v1/auth/mode`)).json()) as {
      people: { id: string; name: { zh: string } }[];
    };
    const zhou = people.find(({ name }) => name.zh === '周岩');
    expect((await context.request.post(`${stage.url}/api/v1/auth/demo`, { data: { personId: zhou?.id } })).ok()).toBe(true);
    await other.goto(`${stage.url}/inbox`);
    await page.getByRole('heading', { level: 1, name: '这里已换人登录' }).waitFor();
    expect(await page.locator('[data-row]').count()).toBe(0);
    await page.getByRole('button', { name: '重新打开' }).click();
    await page.getByRole('button', { name: '周岩' }).first().waitFor();
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
  });

  it('says where one is in the title of every page, which has one heading of the first level', async () => {
    const requester = await stage.person('李娜');
    const { id, number } = await requester.submit('expense-reimbursement', await expenseOf(requester, '520.00'));
    const desk = await stage.desk('李娜');
    const titles: [string, RegExp][] = [
      ['/start', /^发起 · 会签$/],
      ['/start/expense-reimbursement', /^报销申请 · 发起 · 会签$/],
      [`/requests/${id}`, new RegExp(`${number}.* · 会签$`)],
      ['/notifications', /^消息 · 会签$/],
      ['/me', /^我的账号 · 会签$/],
      ['/admin/accounts', /^帮助他人登录 · 管理 · 会签$/],
      ['/nowhere', /^没有这个页面 · 会签$/],
    ];
    for (const [path, title] of titles) {
      await desk.goOn(path);
      await desk.settled();
      expect(await desk.page.title()).toMatch(title);
      expect({ path, headings: await desk.page.locator('h1').count() }).toEqual({ path, headings: 1 });
    }
  });

  it('keeps everything where it stands while the sign-in page arrives', async () => {
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      const context = await openContext(stage.browser, { width, height });
      const page = await context.newPage();
      // People come late, as over a slow line.
      await page.route('**/auth/mode', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700));
        await route.continue();
      });
      await page.goto(`${stage.url}/login`);
      await page.getByRole('button', { name: /李娜/ }).waitFor();
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(300);
      const shift = await layoutShift(page);
      expect({ width, calm: shift < 0.02, shift }).toEqual({ width, calm: true, shift });
      await context.close();
    }
  });

  it('has one stop of the Tab key for the catalogue, and arrows inside it', async () => {
    const desk = await stage.desk('吴迪');
    await desk.go('/start');
    const cards = desk.page.locator('[data-roving]');
    await cards.first().waitFor();
    expect(await desk.page.locator('[data-roving][tabindex="0"]').count()).toBe(1);
    await cards.first().focus();
    await desk.page.keyboard.press('ArrowDown');
    expect(await cards.nth(1).evaluate((card) => card === document.activeElement)).toBe(true);
    await desk.page.keyboard.press('Home');
    expect(await cards.first().evaluate((card) => card === document.activeElement)).toBe(true);
  });

  it('would see what is cut off, broken, or an amount that only a title tells; and a button without a name, a text too faint to read', async () => {
    const desk = await stage.desk('李娜', { width: 320, height: 640 });
    await desk.go('/me');
    await desk.settled();
    expect(await cutTexts(desk)).toEqual([]);
    expect(await faultsOf(desk.page)).toEqual([]);
    const faint = '<p style="background: #fff; color: #ccc">a text too faint to read</p>';
    await desk.page.evaluate((html) => document.querySelector('main')?.insertAdjacentHTML('afterbegin', html), `<button></button>${faint}`);
    expect((await faultsOf(desk.page)).sort()).toEqual(['button-name: <button></button>', `color-contrast: ${faint}`]);
    await desk.page.evaluate(() => {
      const narrow = 'width: 40px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis';
      const box = (style: string, text: string, title = ''): string => `<div style="${style}" title="${title}">${text}</div>`;
      const scrolls = `<div style="width: 40px; overflow-x: auto">${box('width: 300px', 'a text that can be scrolled to')}</div>`;
      const told = box(narrow, 'a text that its title tells', 'a text that its title tells');
      const boxes = [box(narrow, 'a text that nothing tells'), told, scrolls, box(narrow, '¥1,260,000.50', '¥1,260,000.50')];
      boxes.push(box('width: 30px; overflow-wrap: anywhere', 'reimbursement'));
      document.querySelector('main')?.insertAdjacentHTML('afterbegin', boxes.join(''));
    });
    expect(await cutTexts(desk)).toEqual(['cut: a text that nothing tells', 'amount: ¥1,260,000.50', 'broken: reimbursement']);
  });

  it.each(['zh-CN', 'en'] as const)(
    'fits (%s) a phone of 320 px, and a desk when it is drawn wide: nothing is cut off, on no page, and nothing scrolls sideways',
    async (locale) => {
      const requester = await stage.person('李娜');
      const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '1260000.50'));
      const pages = {
        李娜: [
          '/inbox',
          `/inbox?tab=mine&open=${id}`,
          `/requests/${id}`,
          '/start',
          '/start/expense-reimbursement',
          '/notifications',
          '/me',
        ],
        张伟: ['/inbox', `/inbox?open=${id}`, `/requests/${id}`],
        卢宁: ['/admin/accounts', '/admin/processes', '/admin/directory', '/admin/processes/expense-reimbursement/1', '/nowhere'],
      };
      const english: Record<string, string> = { 李娜: 'Li Na', 张伟: 'Zhang Wei', 卢宁: 'Lu Ning' };
      const found: object[] = [];
      for (const [name, paths] of Object.entries(pages)) {
        const desk = await stage.desk(locale === 'en' ? (english[name] ?? name) : name, { locale });
        for (const path of paths) {
          await desk.page.setViewportSize({ width: 320, height: 640 });
          await desk.goOn(path);
          for (const [width, height] of [
            [320, 640],
            [1440, 900],
          ] as const) {
            await desk.page.setViewportSize({ width, height });
            await desk.settled();
            const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            const cut = await cutTexts(desk);
            if (wide > 0 || cut.length > 0) found.push({ path, name, width, wide, cut });
          }
        }
        await desk.close();
      }
      expect(found).toEqual([]);
    },
  );
});
