import { openContext } from '../support/chromium';
import { visit } from '../support/visit';
import type { DemoStage } from './world/demo-stage';
import { expenseOf } from './world/forms';
import { onStage } from './world/on-stage';

describe('a first visit', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  it('weighs 250 kB at most on the sign-in page, everything that it brings along and Chinese fonts included', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const context = await openContext(stage.browser, { locale });
      const { total, bytes } = await visit(await context.newPage(), `${stage.url}/login`, { usable: 'form button[type=submit]' }, false);
      expect({ locale, light: total <= 250_000, bytes }).toEqual({ locale, light: true, bytes });
      // Nothing may be counted that was not there: a page without its code weighs little.
      expect(bytes.js).toBeGreaterThan(50_000);
      await context.close();
    }
  });

  it('shows the rows of the inbox before the library of controls and the request beside them have come', async () => {
    const requester = await stage.person('李娜');
    await requester.submit('expense-reimbursement', await expenseOf(requester, '520.00'));
    const { page: fresh } = await stage.desk('张伟');
    const late: string[] = [];
    fresh.on('request', (request) => late.push(request.url()));
    // Whatever is not needed for the rows never comes: they are there all the same.
    await fresh.route(/\/assets\/(controls|dropdown|inbox-panel|request-body|filter-popover|notice-drawer)[^/]*\.js/, (route) =>
      route.abort(),
    );
    const { before } = await visit(fresh, `${stage.url}/inbox`, { usable: '[data-row]' });
    expect({ light: before <= 250_000, before }).toEqual({ light: true, before });
    expect(late.some((url) => /\/assets\/controls/.test(url))).toBe(true);
    // A request whose code did not come says so beside the list, and comes with the network.
    await fresh.getByText('这一页没能加载').waitFor();
    await fresh.unroute(/\/assets\/(controls|dropdown|inbox-panel|request-body|filter-popover|notice-drawer)[^/]*\.js/);
    await fresh.locator('article [role=region] h2').waitFor();
  });

  it('asks who is there and for the rows while the code that wants to know is on its way, and takes those answers', async () => {
    const { page: fresh } = await stage.desk('张伟');
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await fresh.route(/\/assets\/core[^/]*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    const first = ['/api/v1/me', '/api/v1/tasks?tab=todo&limit=50'];
    const answers = first.map((path) => fresh.waitForResponse((response) => response.url().endsWith(path)));
    await fresh.goto(`${stage.url}/inbox`, { waitUntil: 'commit' });
    await Promise.all(answers);
    // Whoever asks again finds nobody: the rows come from the answers that are here already.
    for (const path of first)
      await fresh.route(
        (url) => url.pathname + url.search === path,
        (route) => route.abort(),
      );
    letThrough();
    await fresh.locator('[data-row]').first().waitFor();
  });

  it('says what is wrong, and tries again, where not even the code arrived that would say so', async () => {
    for (const [locale, said, again] of [
      ['zh-CN', '网页没能加载完整，请检查网络后重试。', '重试'],
      ['en', 'The page could not be loaded completely. Check your connection and try again.', 'Try again'],
    ] as const) {
      const context = await openContext(stage.browser, { locale });
      const page = await context.newPage();
      await page.route(/\/assets\/core[^/]*\.js/, (route) => route.abort());
      await page.goto(`${stage.url}/login`);
      await page.getByRole('alert').getByText(said).waitFor();
      await page.unroute(/\/assets\/core[^/]*\.js/);
      await page.getByRole('button', { name: again }).click();
      await page.locator('form button[type=submit]').waitFor();
      await context.close();
    }
  });

  it('opens a menu that was pressed before its code had come', async () => {
    const { page: fresh } = await stage.desk('张伟');
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await fresh.route(/\/assets\/controls[^/]*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await fresh.goto(`${stage.url}/inbox`);
    const button = fresh.locator('header button[aria-haspopup=menu]');
    await button.click();
    await fresh.waitForTimeout(300);
    expect(await fresh.getByRole('menu').count()).toBe(0);
    expect(await button.getAttribute('aria-busy')).toBe('true');
    letThrough();
    await fresh.getByRole('menuitem', { name: '我的账号' }).waitFor();
    await fresh.keyboard.press('Escape');
    await fresh.getByRole('menu').waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
