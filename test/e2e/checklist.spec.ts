import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import { CHECKLIST } from './world/checklist-process';
import type { DemoStage } from './world/demo-stage';
import { onSharedStage } from './world/on-stage';

const PICTURES = path.resolve(__dirname, '..', '..', '.data', 'pictures');
/** A picture of one dot. */
const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const PHOTO = { name: '收银机.png', mimeType: 'image/png', buffer: DOT };

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const mark = (page: Page, title: string) => page.getByRole('button', { name: `完成「${title}」` });
const card = (page: Page, id: string) => page.locator(`[data-item=${id}]`);
const settled = (page: Page, number: number) => page.getByText(`${number} / 10`, { exact: true }).waitFor();

/** The last moment of a day in Shanghai. */
const endOf = (day: string): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000 - 1).toISOString();

describe('a checklist in the hands of people on their feet', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  const begun = async (): Promise<string> => {
    const admin = await administrator(stage.stack);
    await admin.post('/definitions', CHECKLIST);
    await publish(admin, CHECKLIST);
    return (await (await stage.person('李娜')).submit(CHECKLIST.key, { opensOn: inDays(5) })).id;
  };
  const shot = async (page: Page, name: string): Promise<void> => {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  };

  it('is worked through on a phone: done in a cellar, sent when there is a connection, signed by two, waived by who may', async () => {
    const id = await begun();
    const desk = await stage.desk('李娜', { width: 390, height: 844 });
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    await settled(page, 0);
    await shot(page, 'checklist-390-zh');
    await mark(page, '货架安装').click();
    await settled(page, 1);

    // What waits for another item says so, and is not done by a press.
    await card(page, 'count').getByText('前置：首批货品到仓').waitFor();

    await desk.context.setOffline(true);
    await mark(page, '首批货品到仓').click();
    await mark(page, '吊牌条码核对').click();
    await page.getByRole('button', { name: '打开「收银机联网测试」' }).click();
    await page.locator('input[capture]').setInputFiles(PHOTO);
    await page.getByLabel(/备注/).fill('1 号机、2 号机都通了。');
    await shot(page, 'checklist-item-390-zh');
    await page.getByRole('button', { name: '完成并签名' }).click();
    await page.getByText('已保存在这台设备上，联网后自动发送').first().waitFor();
    // Nothing counts before it arrives.
    await settled(page, 1);
    await page.getByText('1 份附件、3 项；送达之前不算完成').waitFor();
    await shot(page, 'checklist-offline-390-zh');
    await desk.context.setOffline(false);
    await settled(page, 3);
    await page.getByRole('button', { name: /^未完成/ }).click();
    await page
      .getByText(/李娜 已签/)
      .first()
      .waitFor();
    await page.getByText('已保存在这台设备上，联网后自动发送').waitFor({ state: 'detached' });

    const other = await stage.desk('张伟', { width: 390, height: 844 });
    await other.go(`/requests/${id}`);
    await other.page.getByRole('button', { name: '打开「收银机联网测试」' }).click();
    await other.sees('1 号机、2 号机都通了。');
    await shot(other.page, 'checklist-second-390-zh');
    await other.page.getByRole('button', { name: '确认并签名' }).click();
    await settled(other.page, 4);

    await page.getByRole('button', { name: '打开「到店收货清点」' }).click();
    await page.getByRole('button', { name: '完成', exact: true }).last().click();
    await page.getByText(/还缺：件数/).waitFor();
    await page.locator('[data-field=pieces] input').fill('40');
    await page.getByRole('button', { name: '完成', exact: true }).last().click();
    await settled(page, 5);
    for (const title of ['系统价与价签一致', '按手册陈列', '排班公布']) await mark(page, title).click();
    await settled(page, 8);

    const manager = await stage.desk('孙倩');
    await manager.go(`/requests/${id}`);
    await shot(manager.page, 'checklist-1440-zh');
    await card(manager.page, 'sign').getByRole('button', { name: '招牌' }).first().click();
    await manager.page.getByRole('button', { name: '免办' }).click();
    await manager.page.getByLabel('免办须写明原因').fill('由商场安装');
    await manager.page.getByRole('button', { name: '免办' }).last().click();
    await stage.standsAt(id, '李娜', 'approved');
  });

  it('is due with the first of its items that is to be done: late on the desk and in Track, until that is done', async () => {
    const person = await stage.person('李娜');
    const { id } = await person.submit(CHECKLIST.key, { opensOn: inDays(2) });
    const row = async () => {
      const { body } = await person.call<{ items: { requestId: string; dueAt: string | null }[] }>('GET', '/tasks?tab=todo&limit=50');
      return body.items.find(({ requestId }) => requestId === id)?.dueAt;
    };
    expect(await row()).toBe(endOf(inDays(-8)));
    const tracker = await stage.desk('孙倩');
    await tracker.go('/track?view=overdue');
    const { number } = await person.read(id);
    await tracker.page
      .getByText(number ?? '', { exact: false })
      .first()
      .waitFor();
    await shot(tracker.page, 'track-late-item-1440-zh');
    const desk = await stage.desk('李娜');
    await desk.go(`/requests/${id}`);
    await mark(desk.page, '货架安装').click();
    await settled(desk.page, 1);
    expect(await row()).not.toBe(endOf(inDays(-8)));
  });

  it('is taken back by who did it, and says no where something was built on it', async () => {
    const { id } = await (await stage.person('李娜')).submit(CHECKLIST.key, { opensOn: inDays(1) });
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    await mark(page, '货架安装').click();
    await mark(page, '首批货品到仓').click();
    await settled(page, 2);
    await page.getByRole('button', { name: /^全部/ }).click();
    await card(page, 'shelves').getByRole('button', { name: '货架安装' }).last().click();
    expect(await page.getByRole('button', { name: '取消完成' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await card(page, 'stock').getByRole('button', { name: '首批货品到仓' }).last().click();
    await page.getByRole('button', { name: '取消完成' }).click();
    await settled(page, 1);
  });
});
