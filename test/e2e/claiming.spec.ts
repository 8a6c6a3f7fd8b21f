import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { faultsOf } from './world/faults';
import { onSharedStage } from './world/on-stage';

const label = (zh: string, en: string) => ({ zh, en });

/** Stock is picked for whichever of the three area managers takes it. */
const PICKING = {
  key: 'stock-picking',
  version: 1,
  title: label('领料', 'Stock picking'),
  area: 'merchandise',
  numberPrefix: 'LL',
  start: { everyone: true },
  form: { fields: [{ key: 'what', type: 'text', label: label('物料', 'Material'), required: true }] },
  sentence: label('{requester}领用{what}', '{requester} needs {what}'),
  rowTitle: label('领料 · {what}', 'Stock · {what}'),
  flow: [
    {
      kind: 'work',
      id: 'pick',
      title: label('备料', 'Picking'),
      claim: true,
      assignee: { by: 'role', role: 'area-manager', scope: 'company' },
      returns: { to: ['requester'], resume: 'choose' },
    },
  ],
};

describe('what one of several claims, and what is suspended, in the browser', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  const taken = async (desk: Desk, name: string): Promise<void> => {
    const folder = process.env['PICTURES'];
    if (folder) await desk.page.screenshot({ path: `${folder}/${name}.png` });
  };
  const flawless = async (desk: Desk): Promise<void> => {
    expect(await faultsOf(desk.page)).toEqual([]);
  };

  beforeAll(async () => {
    const admin = await administrator(stage.stack);
    expect((await admin.post('/definitions', PICKING)).status).toBe(201);
    expect((await publish(admin, PICKING)).status).toBe(200);
  });

  it('is a tab with its count; a press in the list takes it, and the focus goes to the next', async () => {
    const requester = await stage.person('李娜');
    const [first] = [await requester.submit(PICKING.key, { what: '衣架' }), await requester.submit(PICKING.key, { what: '吊牌' })];
    const desk = await stage.desk('张伟');
    await desk.go('/inbox');
    await desk.page.getByRole('link', { name: /待领取 2/ }).click();
    const rows = desk.page.locator('[data-row]');
    await rows.nth(1).waitFor();
    await taken(desk, 'claiming-1440-zh');
    await flawless(desk);
    await desk.page.getByRole('button', { name: '领取「领料 · 衣架」' }).click();
    await desk.sees('已领取「领料 · 衣架」');
    await rows.filter({ hasText: '衣架' }).waitFor({ state: 'detached' });
    expect(await desk.page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? '')).toContain('吊牌');
    await desk.page.getByRole('link', { name: /待领取 1/ }).waitFor();
    const mine = await (await stage.person('张伟')).read(first?.id ?? '');
    expect(mine.current.flatMap(({ people }) => people.map(({ name }) => name.zh))).toEqual(['张伟']);
    // What is claimed waits with everything else that is to be done.
    await desk.go('/inbox');
    await rows.filter({ hasText: '衣架', hasNotText: '待领取' }).waitFor();
    await rows.filter({ hasText: '吊牌' }).getByText('待领取').waitFor();
    const phone = await stage.desk('Zhang Wei', { width: 390, height: 844, locale: 'en' });
    await phone.go('/inbox?tab=pool');
    await phone.page.getByRole('button', { name: /^Claim/ }).waitFor();
    await taken(phone, 'claiming-390-en');
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  it('says on a suspended request who holds it, why, and what that means', async () => {
    const { id } = await (await stage.person('李娜')).submit(PICKING.key, { what: '模特' });
    const operator = await stage.desk('蒋明');
    await operator.go(`/requests/${id}/repair`);
    await operator.page.locator('[data-command="suspend"]').click();
    await operator.page.getByLabel(/原因/).fill('等盘点结束');
    await operator.page.getByRole('button', { name: '应用修复' }).click();
    await operator.page.waitForURL(new RegExp(`/requests/${id}$`));
    const desk = await stage.desk('张伟');
    await desk.go(`/requests/${id}`);
    await desk.sees(/蒋明挂起了这份申请/);
    await desk.sees(/“等盘点结束”/);
    await desk.sees(/恢复之前不能处理/);
    await taken(desk, 'suspended-1440-zh');
    await flawless(desk);
  });
});
