import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { DemoStage } from './world/demo-stage';
import { everybody, type Everybody } from './world/everybody';
import { faultsOf } from './world/faults';
import { PNG } from './world/forms';
import { LifeOfAStore, PREPARED_BY_OTHERS, PREPARED_LATER } from './world/life-of-a-store';
import { onSharedStage } from './world/on-stage';

const PICTURES = path.resolve(__dirname, '..', '..', '.data', 'pictures');
const PHONE = { width: 390, height: 844 };

describe('the life of a store', () => {
  let stage: DemoStage;
  let all: Everybody;
  let life: LifeOfAStore;
  onSharedStage((opened) => (stage = opened));
  beforeAll(async () => {
    all = await everybody(stage.stack);
    life = new LifeOfAStore(all);
  });
  afterAll(() => all.stop());

  const shot = async (page: Page, name: string): Promise<void> => {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  };

  /** A large amount is asked about once more. */
  const sure = (page: Page): Promise<void> => page.getByRole('dialog').locator('.ant-btn-primary').click();

  const hasNoFault = async (page: Page): Promise<void> => {
    expect(await faultsOf(page)).toEqual([]);
  };

  it('begins on a phone: scheme sent and agreed to, prepared item by item, inspected, permitted', async () => {
    const id = await life.scheme(18);
    const desk = await stage.desk('赵悦', PHONE);
    const { page } = desk;
    await desk.go(`/start/store-opening?draft=${id}&view=route`);
    await page.getByRole('button', { name: /^提交/ }).click();
    await page.waitForURL(new RegExp(`/requests/${id}`));
    const manager = await stage.desk('孙倩', PHONE);
    await manager.go(`/requests/${id}`);
    await manager.decide(/审核通过/);
    await sure(manager.page);
    await stage.standsAt(id, '孙倩', 'financial-opinion');
    await life.budget(id);
    await life.ticks(id, PREPARED_BY_OTHERS);
    await desk.go(`/requests/${id}`);
    await desk.sees('离计划开业日 18 天');
    await page.getByRole('heading', { name: '开业准备', exact: true }).waitFor();
    await shot(page, 'opening-checklist-390-zh');
    // Permits bring a photo of their own.
    await page.getByRole('button', { name: '打开「证照、消防、商场进场许可」' }).click();
    await page.locator('input[type=file]').first().setInputFiles({ name: '许可.png', mimeType: 'image/png', buffer: PNG });
    await shot(page, 'opening-item-390-zh');
    await page.getByRole('button', { name: '完成', exact: true }).last().click();
    await page.getByText('7 / 20', { exact: true }).waitFor();

    await page.getByRole('link', { name: '看计划' }).click();
    await desk.sees('20 项完成 7 项');
    await shot(page, 'opening-plan-390-zh');
    await hasNoFault(page);
    const tracker = await stage.desk('孙倩', { width: 1440, height: 900 });
    await tracker.go('/stores');
    await tracker.page.getByRole('link', { name: /南翔印象城/ }).click();
    await tracker.sees('20 项完成 7 项');
    const tried = tracker.page.getByLabel('如果计划开业日改到');
    await tried.fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
    // Whoever has typed it leaves the field, and its calendar goes.
    await tried.press('Tab');
    await tracker.page.locator('.ant-picker-dropdown').waitFor({ state: 'hidden' });
    await tracker.sees(/项随之移动/);
    await tracker.sees(/会立刻落后/);
    await shot(tracker.page, 'opening-plan-1440-zh');
    await hasNoFault(tracker.page);

    await life.ticks(id, PREPARED_LATER.slice(0, 1));
    await life.ticks(id, [['open-19', ['yan-bo']]]);
    await desk.go(`/requests/${id}`);
    await page.getByRole('button', { name: '打开「收银机、网络、银行联网测试」' }).first().click();
    await page.getByRole('button', { name: '确认并签名' }).click();
    await page.getByText('9 / 20', { exact: true }).waitFor();
    await life.ticks(id, PREPARED_LATER.slice(1));
    await stage.standsAt(id, '赵悦', 'inspection');
    await life.decides(id, 'zhao-yue', { inspection: '全部准备已检视' });
    await stage.standsAt(id, '孙倩', 'opening-permit');
    await manager.go(`/requests/${id}`);
    await manager.page.getByRole('button', { name: '许可开业' }).last().click();
    await sure(manager.page);
    await stage.standsAt(id, '孙倩', 'opening');
  });

  it('goes on from the register of leases: renewal begun on its row, decided against, and the store leaves', async () => {
    const desk = await stage.desk('何芳', { width: 1440, height: 900 });
    const { page } = desk;
    await desk.go('/stores?part=leases');
    await desk.sees('12 份租约，6 份在 180 天内到期');
    // One that was entered by mistake leaves the register with a reason, and comes back.
    await page.getByRole('button', { name: '浦东店' }).click();
    await page.getByRole('button', { name: '移出登记' }).click();
    await page.getByRole('textbox', { name: '原因' }).fill('与另一份重复');
    await page.getByRole('dialog').getByRole('button', { name: '移出登记' }).click();
    await desk.sees('11 份租约，6 份在 180 天内到期');
    await page.getByRole('complementary', { name: '浦东店' }).getByText('与另一份重复').waitFor();
    await page.getByRole('button', { name: '放回登记' }).click();
    await desk.sees('12 份租约，6 份在 180 天内到期');
    await page.getByRole('button', { name: '正大店' }).click();
    await page.getByRole('complementary', { name: '正大店' }).getByText('ZL-2018-0007').waitFor();
    await shot(page, 'lease-register-1440-zh');
    await hasNoFault(page);
    await page.getByRole('button', { name: '发起续签' }).click();
    await page.waitForURL(/\/(requests|start)\/[0-9a-f-]{36}/);
    const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
    await page.getByRole('button', { name: '提交', exact: true }).last().click();
    await stage.standsAt(id, '何芳', 'store-result,last-day-to-sign');

    await life.decides(id, 'meng-xi', { pnl: 'paper', result: '净利 8.5%，租售比 12%' });
    const money = (amount: string) => ({ amount, currency: 'CNY' });
    const newTerm = { from: '2027-03-01', to: '2030-02-28' };
    await life.decides(id, 'he-fang', { newRent: money('35000.00'), newTerm, value: money('900000.00') });
    await life.decides(id, 'meng-xi', { proposal: 'exit', grounds: '租金涨幅高于销售' });
    await life.opines(id, 'song-lan');
    for (const key of ['sun-qian', 'zheng-guohua']) await life.decides(id, key);
    await life.decides(id, 'meng-xi', { exitPlan: '到期日撤场，人员调徐汇店' });
    await stage.standsAt(id, '何芳', 'approved');

    await desk.go('/stores?part=leases&view=running');
    await page.getByRole('button', { name: '正大店' }).waitFor();
    await desk.sees('撤场中');
    await shot(page, 'lease-leaving-1440-zh');
  });

  it('is read in English and on a phone', async () => {
    const english = await stage.desk('何芳', { width: 1440, height: 900 });
    await english.go('/stores?part=leases');
    await english.page.getByRole('button', { name: /EN/ }).first().click();
    await english.sees('12 leases, 6 expire within 180 days');
    await english.page.getByRole('button', { name: 'Xuhui store' }).click();
    await english.sees('What begins when');
    await shot(english.page, 'lease-register-1440-en');
    await english.page.setViewportSize(PHONE);
    await shot(english.page, 'lease-panel-390-en');
    await english.go('/stores?part=leases');
    await english.sees('12 leases, 6 expire within 180 days');
    await shot(english.page, 'lease-register-390-en');
    await english.page.getByRole('button', { name: 'Import leases' }).click();
    await english.page.locator('input[type=file]').setInputFiles({
      ...{ name: 'leases.csv', mimeType: 'text/csv' },
      buffer: Buffer.from('门店,合同编号\n徐汇店,X'),
    });
    await english.sees(/The column “Mall and position” is missing/);
    await shot(english.page, 'lease-import-390-en');
  });
});
