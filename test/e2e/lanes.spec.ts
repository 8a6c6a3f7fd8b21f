import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { faultsOf } from './world/faults';
import { onSharedStage } from './world/on-stage';

const label = (zh: string, en: string) => ({ zh, en });
const decided = (id: string, zh: string, en: string, role: string) => ({
  kind: 'approve',
  id,
  title: label(zh, en),
  assignee: { by: 'role', role, scope: 'company' },
  returns: { to: id === 'propose' ? ['requester'] : ['requester', 'previous', 'propose'], resume: 'choose' },
});
const lane = (zh: string, en: string, steps: object[], more: object = {}) => ({ title: label(zh, en), steps, ...more });

/** A shop leaves a mall: three departments look at it side by side. */
const LEAVING = {
  key: 'leaving-a-mall',
  version: 1,
  title: label('撤场会办', 'Leaving a mall'),
  area: 'store',
  numberPrefix: 'HB',
  start: { everyone: true },
  form: { fields: [{ key: 'reason', type: 'text', label: label('事由', 'Reason'), required: true }] },
  sentence: label('{requester}：{reason}', '{requester}: {reason}'),
  rowTitle: label('{reason}', '{reason}'),
  flow: [
    decided('propose', '运营审核', 'Operations review', 'office-director'),
    {
      kind: 'parallel',
      id: 'side-by-side',
      title: label('各部门会办', 'Departments'),
      join: 'all',
      lanes: [
        lane('商品退仓', 'Goods', [decided('goods', '退仓确认', 'Goods returned', 'ops-manager')]),
        lane('结算', 'Settlement', [
          decided('sales', '对账', 'Accounts', 'market-director'),
          decided('deposit', '押金', 'Deposit', 'business-manager'),
        ]),
        lane('人员', 'Staff', [decided('staff', '人员安置', 'Staff placed', 'finance-director')]),
      ],
    },
    decided('close', '归档', 'Filed', 'gm'),
  ],
};

describe('lanes side by side, in the browser', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  beforeAll(async () => {
    const admin = await administrator(stage.stack);
    expect((await admin.post('/definitions', LEAVING)).status).toBe(201);
    expect((await publish(admin, LEAVING)).status).toBe(200);
  });

  const submitted = async (): Promise<string> => (await (await stage.person('李娜')).submit(LEAVING.key, { reason: '天山里租约到期' })).id;
  const decides = async (id: string, ...names: string[]): Promise<void> => {
    for (const name of names) await (await stage.person(name)).decide(id, 'approve');
  };
  const card = (desk: Desk, name: string) =>
    desk.page.getByRole('region', { name: '各部门会办' }).getByRole('listitem').filter({ hasText: name });
  const taken = async (desk: Desk, name: string): Promise<void> => {
    const folder = process.env['PICTURES'];
    if (folder) await desk.page.screenshot({ path: `${folder}/${name}.png` });
  };

  it('shows how far each is, whom it waits for and by which rule they meet; the others go on', async () => {
    const id = await submitted();
    await decides(id, '蒋明');
    const desk = await stage.desk('李娜', { width: 1440, height: 900 });
    await desk.go(`/requests/${id}`);
    await card(desk, '商品退仓').getByText('孙倩').waitFor();
    await desk.page.getByText('同时进行，全部通过才往下走').waitFor();
    await decides(id, '孙倩', '唐磊');
    await card(desk, '商品退仓').getByText('已通过').waitFor();
    await card(desk, '结算').getByText('高扬').waitFor();
    await card(desk, '结算').getByText('1/2').waitFor();
    await taken(desk, 'lanes-1440-zh');
    expect(await faultsOf(desk.page)).toEqual([]);
    await decides(id, '高扬', '宋岚');
    await stage.standsAt(id, '李娜', 'close');
    await desk.page.getByText('郑国华').first().waitFor();
    await decides(id, '郑国华');
    await stage.standsAt(id, '李娜', 'approved');
  });

  it('goes back before the lanes and straight back again: who agreed is not asked twice, whoever was still asked is', async () => {
    const id = await submitted();
    await decides(id, '蒋明', '孙倩');
    const pan = await stage.person('唐磊');
    const view = await pan.read(id);
    const back = { to: 'propose', resume: 'straight-back', comment: '单据不全' };
    expect((await pan.call('POST', `/tasks/${view.task?.id}/return`, { body: back, shown: view.contentHash })).status).toBe(200);
    await stage.standsAt(id, '李娜', 'propose');
    await decides(id, '蒋明');
    const { current } = await (await stage.person('李娜')).read(id);
    expect(current.map(({ step }) => step).sort()).toEqual(['sales', 'staff']);
  });

  it('stands in stacked cards on a phone, within its width', async () => {
    const id = await submitted();
    await decides(id, '蒋明', '孙倩');
    const desk = await stage.desk('李娜', { width: 390, height: 844 });
    await desk.go(`/requests/${id}`);
    await card(desk, '结算').getByText('唐磊').waitFor();
    await taken(desk, 'lanes-390-zh');
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
