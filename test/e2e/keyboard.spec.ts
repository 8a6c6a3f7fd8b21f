import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import { expenseOf } from './world/forms';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { onSharedStage } from './world/on-stage';

const EXPENSE = 'expense-reimbursement';

/** A second process under way, for the list of processes. */
const SAMPLES = {
  key: 'samples-out',
  version: 1,
  title: { zh: '送样', en: 'Samples out' },
  area: 'store',
  numberPrefix: 'SY',
  start: { everyone: true },
  form: { fields: [{ key: 'why', type: 'text', label: { zh: '事由', en: 'Reason' }, required: true }] },
  sentence: { zh: '{requester}：{why}', en: '{requester}: {why}' },
  rowTitle: { zh: '{why}', en: '{why}' },
  flow: [
    {
      kind: 'approve',
      id: 'approval',
      title: { zh: '批准', en: 'Approval' },
      assignee: { by: 'role', role: 'gm', scope: 'company' },
      returns: { to: ['requester'], resume: 'choose' },
    },
  ],
};

/** Lists of three rows and more in which more than one thing is a stop of the Tab key. */
const crowded = (desk: Desk): Promise<string[]> =>
  desk.page.evaluate(() => {
    const CONTROLS = 'a[href], button:not(:disabled), summary, input[type="checkbox"]:not(:disabled)';
    const lists = [...document.querySelectorAll<HTMLElement>('main ul, main tbody')].filter((list) => !list.closest('nav, [role="menu"]'));
    return lists.flatMap((list) => {
      const rows = [...list.children].filter((row) => row.querySelector(CONTROLS) !== null);
      const stops = [...list.querySelectorAll<HTMLElement>(CONTROLS)].filter(({ tabIndex }) => tabIndex >= 0);
      const inner = list.querySelector('ul, tbody') !== null;
      return rows.length < 3 || stops.length === 1 || inner
        ? []
        : [`${list.getAttribute('aria-label') ?? list.className}: ${stops.length} stops in ${rows.length} rows`];
    });
  });

describe('the keyboard, in the browser', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  const submitted = async (amount: string): Promise<string> => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit(EXPENSE, await expenseOf(requester, amount));
    await stage.standsAt(id, '李娜', 'superior-review');
    return id;
  };
  const focusedRow = (desk: Desk): Promise<number> =>
    desk.page.evaluate(() => {
      const row = document.activeElement?.closest('[data-roving]');
      return [...document.querySelectorAll('main [data-roving]')].indexOf(row as Element);
    });

  beforeAll(async () => {
    for (const amount of ['471.00', '472.00', '473.00']) await submitted(amount);
    const admin = await administrator(stage.stack);
    for (const samples of [SAMPLES, { ...SAMPLES, version: 2 }]) {
      expect((await admin.post('/definitions', samples)).status).toBe(201);
      expect((await publish(admin, samples)).status).toBe(200);
    }
    await (await stage.person('李娜')).submit(SAMPLES.key, { why: '秋季新款' });
  });

  it.each([
    ['张伟', '/inbox'],
    ['李娜', '/start'],
    ['张伟', '/notifications'],
    ['蒋明', '/track'],
    ['蒋明', '/track?show=processes'],
    ['蒋明', '/people'],
    ['孙倩', '/stores?part=leases'],
    ['蒋明', '/admin/changes'],
    ['蒋明', '/admin/recurring'],
    ['卢宁', '/admin/processes'],
  ] as const)('makes every list one stop, and the arrows go from row to row (%s, %s)', async (name, path) => {
    const desk = await stage.desk(name);
    await desk.go(path);
    const rows = desk.page.locator('main [data-roving]');
    await rows.nth(1).waitFor();
    await desk.settled();
    for (const until = Date.now() + 5_000; Date.now() < until && (await crowded(desk)).length > 0;) await desk.settled();
    expect(await crowded(desk)).toEqual([]);
    await rows
      .first()
      .locator('[tabindex="0"]')
      .or(rows.first().and(desk.page.locator('[tabindex="0"]')))
      .focus();
    await desk.page.keyboard.press('ArrowDown');
    expect(await focusedRow(desk)).toBe(1);
    await desk.page.keyboard.press('ArrowUp');
    expect(await focusedRow(desk)).toBe(0);
    await desk.page.keyboard.press('End');
    expect(await focusedRow(desk)).toBeGreaterThan(0);
    await desk.page.keyboard.press('Home');
    expect(await focusedRow(desk)).toBe(0);
    expect(await crowded(desk)).toEqual([]);
  });

  it('goes to what the server said, after a refusal: in the bar and in a dialog', async () => {
    const id = await submitted('474.00');
    const desk = await stage.desk('张伟');
    await desk.go(`/requests/${id}`);
    const requester = await stage.person('李娜');
    await desk.page.route('**/api/v1/tasks/*/approve', async (route) => {
      expect((await requester.call('POST', `/requests/${id}/withdraw`, { body: {} })).status).toBe(200);
      await route.continue();
    });
    await desk.decide(/审核通过/);
    await desk.sees(/李娜.*撤回/);
    await desk.page.waitForFunction(() => /李娜.*撤回/.test(document.activeElement?.textContent ?? ''));

    const other = await submitted('475.00');
    const own = await stage.desk('李娜');
    await own.go(`/requests/${other}`);
    await own.page.route('**/urge', async (route) => {
      await requester.call('POST', `/requests/${other}/urge`, { body: {} });
      await route.continue();
    });
    await own.press(/^催办/);
    await own.page.getByRole('dialog').getByRole('button', { name: /催办/ }).last().click();
    await own.page.getByRole('dialog').getByRole('alert').filter({ hasText: '刚催办过' }).waitFor();
    await own.page.waitForFunction(() => document.activeElement?.textContent?.startsWith('刚催办过'));
    expect(await own.page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true);
  });

  it.each([
    [1440, 900],
    [390, 844],
  ])('shows requesters what they may do with their own request without scrolling (%i px)', async (width, height) => {
    const id = await submitted(`47${width === 390 ? 6 : 7}.00`);
    for (const [locale, names] of [
      ['zh-CN', ['撤回', '催办']],
      ['en', ['Withdraw', 'Remind']],
    ] as const) {
      const desk = await stage.desk('李娜', { width, height, locale });
      await desk.go(`/requests/${id}`);
      for (const name of names) {
        const button = desk.page.getByRole('button', { name, exact: true });
        await button.waitFor();
        const box = await button.boundingBox();
        expect({ name, seen: box !== null && box.y >= 0 && box.y + box.height <= height }).toEqual({ name, seen: true });
        expect(await button.isEnabled()).toBe(true);
      }
    }
  });
});
