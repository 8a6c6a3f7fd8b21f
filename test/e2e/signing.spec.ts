import DIRECTIVE from '../../workflows/definitions/samples/directive-supervision.definition.json';
import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { faultsOf } from './world/faults';
import { onSharedStage } from './world/on-stage';

const label = (zh: string, en: string) => ({ zh, en });
const role = (name: string) => ({ assignee: { by: 'role', role: name, scope: 'company' } });

/** Operations, marketing and business sign together; two of them are enough. */
const JOINT = {
  key: 'joint-review',
  version: 1,
  title: label('联合评审', 'Joint review'),
  area: 'store',
  numberPrefix: 'LH',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'topic', type: 'text', label: label('事项', 'Topic'), required: true },
      { key: 'file', type: 'text', label: label('档号', 'File number') },
    ],
  },
  sentence: label('{requester}：{topic}', '{requester}: {topic}'),
  rowTitle: label('{topic}', '{topic}'),
  flow: [
    {
      kind: 'countersign',
      id: 'signatures',
      title: label('三方会签', 'Joint signatures'),
      people: [role('ops-manager'), role('market-director'), role('business-manager')],
      rule: { by: 'number', of: 2 },
      rejection: 'majority',
      abstention: 'lowers',
      returns: { to: ['requester'], resume: 'choose' },
      // Of no concern to whoever signs.
      fields: { hidden: ['file'] },
    },
    {
      kind: 'approve',
      id: 'final',
      title: label('总经理批准', 'Final approval'),
      ...role('gm'),
      returns: { to: ['requester', 'previous'], resume: 'choose' },
    },
  ],
};

describe('several sign together, in the browser', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  beforeAll(async () => {
    const admin = await administrator(stage.stack);
    expect((await admin.post('/definitions', JOINT)).status).toBe(201);
    expect((await publish(admin, JOINT)).status).toBe(200);
    expect((await admin.post('/definitions', DIRECTIVE)).status).toBe(201);
    expect((await publish(admin, DIRECTIVE)).status).toBe(200);
  });

  const submitted = async (topic: string): Promise<string> => (await (await stage.person('李娜')).submit(JOINT.key, { topic })).id;
  const dialog = (desk: Desk) => desk.page.getByRole('dialog');
  const taken = async (desk: Desk, name: string): Promise<void> => {
    const folder = process.env['PICTURES'];
    if (folder) await desk.page.screenshot({ path: `${folder}/${name}.png` });
  };
  const chooses = async (desk: Desk, name: string): Promise<void> => {
    const box = dialog(desk).getByRole('combobox');
    await box.click();
    await box.pressSequentially(name);
    await desk.page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
  };
  const flawless = async (desk: Desk): Promise<void> => {
    expect(await faultsOf(desk.page)).toEqual([]);
  };

  it('shows who has signed and how many are needed; a signer is added, and the step waits for that signature too', async () => {
    const id = await submitted('秋季陈列方案');
    const desk = await stage.desk('孙倩', { width: 1440, height: 900 });
    await desk.go(`/requests/${id}`);
    await desk.sees(/须 2 人同意/);
    await taken(desk, 'signing-1440-zh');
    await desk.press('更多');
    await taken(desk, 'signing-menu-1440-zh');
    await desk.page.getByRole('menuitem', { name: /加签 · 与我并签/ }).click();
    await chooses(desk, '周岩');
    await dialog(desk).getByLabel(/原因/).fill('涉及两个大区，请总监一并签');
    await taken(desk, 'signing-add-1440-zh');
    await flawless(desk);
    await dialog(desk).getByRole('button', { name: /加签/ }).last().click();
    await dialog(desk).waitFor({ state: 'detached' });
    await desk.sees('周岩');
    // One more of the rule's own and the one who was added: the word is not the last.
    await desk.sees(/您同意后：还要等唐磊、高扬中的 1 人（三方会签）和周岩（加签）/);
    await taken(desk, 'signing-added-1440-zh');
    const timeline = await (await stage.person('孙倩')).call('GET', `/requests/${id}/timeline`);
    const { expected } = timeline.body as unknown as { expected: { step: string; asks: { zh: string } | null }[] };
    expect(expected.map(({ step, asks }) => [step, asks?.zh ?? null])).toEqual([
      ['signatures', null],
      ['signatures', '加签'],
      ['final', null],
    ]);
    await (await stage.person('孙倩')).decide(id, 'approve');
    await (await stage.person('唐磊')).decide(id, 'approve');
    // Two of three are enough for the rule, but whoever was added has not signed.
    await stage.standsAt(id, '李娜', 'signatures');
    await taken(desk, 'signing-waits-1440-zh');
    await (await stage.person('周岩')).decide(id, 'approve');
    await stage.standsAt(id, '李娜', 'final');
    // The third was asked no more, and can do nothing to it.
    expect((await (await stage.person('高扬')).read(id)).task).toBeNull();
  });

  /** The three who are asked to sign, and who decides at the end. */
  const PEOPLE = ['李娜', '孙倩', '唐磊', '高扬', '郑国华'];
  const FORM = { topic: '春季陈列方案', file: 'A-1' };
  it.each([
    // Of three signatures two were enough; what is sent again, and who then has it: where signatures lapse, the third counts again too.
    ['重新审批', { form: FORM }, { again: ['李娜', '孙倩', '唐磊', '高扬', '郑国华'], kept: [] }, ['孙倩', '唐磊', '高扬']],
    ['直接回到我这里', { form: { ...FORM, file: 'A-2' } }, { again: ['李娜', '郑国华'], kept: ['孙倩', '唐磊'] }, ['郑国华']],
    [
      '只由受改动影响的人重新处理',
      { named: ['档号'], form: { ...FORM, file: 'A-2' } },
      { again: ['李娜', '郑国华'], kept: ['孙倩', '唐磊'] },
      ['郑国华'],
    ],
    [
      '只由受改动影响的人重新处理',
      { named: ['事项'], form: { ...FORM, topic: '改过' } },
      { again: ['李娜', '孙倩', '唐磊', '高扬', '郑国华'], kept: [] },
      ['孙倩', '唐磊', '高扬'],
    ],
  ])(
    'goes back across them and on (%s, %j): those are asked again who were named before the press',
    async (way, { named = [], form }: { named?: string[]; form: object }, told, then) => {
      const requester = await stage.person('李娜');
      const { id } = await requester.submit(JOINT.key, FORM);
      for (const name of ['孙倩', '唐磊']) await (await stage.person(name)).decide(id, 'approve');
      const desk = await stage.desk('郑国华');
      await desk.go(`/requests/${id}`);
      await desk.press('退回修改');
      await dialog(desk).getByRole('radio', { name: /李娜/ }).check();
      await dialog(desk).getByRole('radio', { name: way }).check();
      for (const field of named) await dialog(desk).getByRole('checkbox', { name: field }).check();
      const after = dialog(desk).getByRole('complementary');
      const lines = async (list: string): Promise<string[]> =>
        (await after.locator(list).getByRole('listitem').allTextContents()).map(
          (line) => PEOPLE.find((name) => line.includes(name)) ?? line,
        );
      await after.and(desk.page.locator('[aria-busy=false]')).waitFor();
      expect({ again: await lines('ol'), kept: await lines('ul') }).toEqual(told);
      await dialog(desk).getByRole('textbox').fill('请核对档号');
      await dialog(desk).getByRole('button', { name: '退回给李娜' }).click();
      await dialog(desk).waitFor({ state: 'detached' });
      await stage.standsAt(id, '李娜', 'returned');
      expect((await requester.call('POST', `/requests/${id}/resubmit`, { body: { form } })).status).toBe(200);
      const { current } = await requester.read(id);
      expect(current.flatMap(({ people }) => people.map(({ name }) => name.zh))).toEqual(then);
    },
  );

  it('is seen to by whoever supervises: an answer is demanded, and owed before the decision', async () => {
    const form = { directive: '双十二陈列', plan: '12 月 5 日前换完橱窗' };
    const { id } = await (await stage.person('李娜')).submit(DIRECTIVE.key, form);
    const desk = await stage.desk('周岩');
    await desk.go(`/requests/${id}`);
    await desk.sees('督办：您');
    await desk.press('要求答复');
    await dialog(desk).getByRole('textbox').fill('橱窗灯到货了吗？');
    await dialog(desk).getByRole('button', { name: '要求答复' }).click();
    await dialog(desk).waitFor({ state: 'detached' });
    await desk.sees(/您要求张伟答复/);
    await flawless(desk);

    const owing = await stage.desk('张伟', { width: 390, height: 844 });
    await owing.go(`/requests/${id}`);
    await owing.sees(/周岩要求您答复，答复之前不能作决定/);
    await taken(owing, 'supervised-390-zh');
    await flawless(owing);
    await (await stage.person('张伟')).decide(id, 'answer-demand', { comment: '明天到' });
    await (await stage.person('张伟')).decide(id, 'approve');
    await stage.standsAt(id, '李娜', 'carried-out');
    await desk.go('/inbox');
    await desk.page.getByRole('link', { name: /我督办的/ }).click();
    await desk.page.locator('[data-row]').filter({ hasText: '双十二陈列' }).waitFor();
  });

  it('on a phone and in English: signing, who else signs, and the menu within its width', async () => {
    const id = await submitted('冬季陈列方案');
    await (await stage.person('孙倩')).decide(id, 'approve');
    const desk = await stage.desk('Tang Lei', { width: 390, height: 844, locale: 'en' });
    await desk.go(`/requests/${id}`);
    await desk.sees(/2 have to agree/);
    await taken(desk, 'signing-390-en');
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await flawless(desk);
  });
});
