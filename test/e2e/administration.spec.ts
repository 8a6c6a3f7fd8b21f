import { readFileSync } from 'node:fs';
import { DEMO_DIRECTORY } from '@countersign/definitions';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { onSharedStage } from './world/on-stage';

const REASON = [{ key: 'reason', type: 'text', label: { zh: '事由', en: 'Reason' }, required: true }];
const FOR_ROLES = [
  { key: 'system', type: 'text', label: { zh: '系统备注', en: 'System note' }, visible: { requesterHasRole: 'system-admin' } },
  { key: 'store', type: 'text', label: { zh: '店长备注', en: 'Store note' }, visible: { requesterHasRole: 'store-manager' } },
];

/** A process of one step, as somebody would write it down. */
const goingOut = (version: number, more: object = {}): object => ({
  key: 'going-out',
  version,
  title: { zh: '外出登记', en: 'Going out' },
  area: 'service',
  numberPrefix: 'WC',
  start: { everyone: true },
  form: { fields: REASON },
  sentence: { zh: '{requester}外出：{reason}', en: '{requester} goes out: {reason}' },
  rowTitle: { zh: '外出 · {reason}', en: 'Going out · {reason}' },
  flow: [{ kind: 'approve', id: 'superior', title: { zh: '上级同意', en: 'Superior' }, assignee: { by: 'superior' } }],
  ...more,
});

const upload = (desk: Desk, name: string, content: string): Promise<void> =>
  desk.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });

describe('administration on the screen', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  it('lets somebody with the right hand a colleague a link, with which that colleague sets a password and signs in', async () => {
    const admin = await stage.desk('卢宁');
    await admin.go('/inbox');
    await admin.press(/卢宁/);
    await admin.page.getByRole('menuitem', { name: '帮助他人登录' }).click();
    await admin.page.waitForURL(/\/admin\/accounts/);
    await admin.page.getByRole('combobox', { name: /给谁/ }).pressSequentially('吴迪');
    await admin.page.locator('.ant-select-item-option').filter({ hasText: '吴迪' }).click();
    await admin.press('生成链接');
    const link = await admin.page.getByRole('status').locator('code').innerText();
    await admin.sees(/只能用一次/);
    await admin.press('我已保存');
    await admin.page.getByText(link).waitFor({ state: 'detached' });

    const colleague = await stage.desk('吴迪');
    await colleague.context.clearCookies();
    await colleague.page.goto(link);
    const [first, second] = [colleague.page.getByLabel('新密码'), colleague.page.getByLabel('再输一次')];
    await first.fill('a password that is long');
    await second.fill('a password that is long');
    await colleague.press('设置并登录');
    await colleague.page.waitForURL(/\/inbox/);
    await colleague.page.goto(link);
    await colleague.sees(/已用过或已过期/);
  });

  it('takes a process from a file to the catalogue: errors at their place, a draft, a version in use', async () => {
    const admin = await stage.desk('卢宁');
    await admin.go('/admin/processes');
    await upload(admin, 'torn.json', '{"key": ');
    await admin.sees('「torn.json」不是有效的 JSON 文件');
    const flow = [{ kind: 'approve', id: 'superior', title: { zh: '上级', en: 'Superior' }, assignee: { by: 'field', field: 'nobody' } }];
    await upload(admin, 'wrong.json', JSON.stringify(goingOut(1, { flow })));
    await admin.sees(/有 1 处错误，没有导入任何内容/);
    // The place is said as its author knows it, not as a path.
    await admin.page.getByRole('alert').getByText('第 1 步「上级」 · 由谁处理').waitFor();
    expect(await admin.page.getByRole('alert').getByText('flow.0').count()).toBe(0);
    await upload(admin, 'going-out.json', JSON.stringify(goingOut(1, { form: { fields: [...REASON, ...FOR_ROLES] } })));
    await admin.sees('第 1 版已存为草稿，在下面发布');

    await admin.page.getByRole('link', { name: '预览「外出登记」' }).click();
    await admin.sees('这是预览');
    await admin.page.getByLabel(/事由/).fill('开会');
    // The form is judged as it would be for the one who looks at it.
    await admin.page.getByLabel('系统备注').waitFor();
    expect(await admin.page.getByLabel('店长备注').count()).toBe(0);
    await admin.page
      .getByRole('region', { name: /将这样审批/ })
      .getByText('上级同意')
      .waitFor();
    expect((await (await stage.person('卢宁')).call<{ items: object[] }>('GET', '/tasks?tab=drafts')).body.items).toEqual([]);
    // As somebody else: their fields, and whoever decides for them; what was typed stays.
    await admin.page.getByRole('combobox', { name: /以谁的身份试填/ }).pressSequentially('李娜');
    await admin.page.locator('.ant-select-item-option').filter({ hasText: '李娜' }).click();
    await admin.page.getByLabel('店长备注').waitFor();
    expect(await admin.page.getByLabel('系统备注').count()).toBe(0);
    expect(await admin.page.getByLabel(/事由/).inputValue()).toBe('开会');
    await admin.page
      .getByRole('region', { name: /将这样审批/ })
      .getByText('张伟')
      .waitFor();

    await admin.go('/admin/processes');
    await admin.press('发布「外出登记」');
    await admin.sees(/新的申请按这一版走/);
    await admin.page
      .getByRole('tooltip')
      .getByRole('button', { name: /发\s?布/ })
      .click();
    await admin.sees('没有等待发布的草稿');
    await admin.press('「外出登记」的各个版本');
    await admin.sees(/由卢宁导入 · .*发布/);
    const requester = await stage.desk('李娜');
    await requester.go('/start/going-out');
    await requester.page.getByLabel(/事由/).waitFor();

    await upload(admin, 'going-out.json', JSON.stringify(goingOut(2)));
    await admin.press('删除「外出登记」的草稿');
    await admin.page
      .getByRole('tooltip')
      .getByRole('button', { name: /删\s?除/ })
      .click();
    await admin.sees('没有等待发布的草稿');
  });

  it('hands out a sample that can be imported, and a version that can; takes a process out of use', async () => {
    const admin = await stage.desk('卢宁');
    await admin.go('/admin/processes');
    const saved = async (press: () => Promise<unknown>): Promise<string> => {
      const [file] = await Promise.all([admin.page.waitForEvent('download'), press()]);
      return readFileSync(await file.path(), 'utf8');
    };
    const sample = await saved(() => admin.page.getByRole('link', { name: '下载样例文件' }).click());
    await upload(admin, 'sample.json', sample);
    await admin.sees('第 1 版已存为草稿，在下面发布');
    await admin.press('发布「采购申请（样例）」');
    const sure = (name: RegExp) => admin.page.getByRole('tooltip').getByRole('button', { name }).click();
    await sure(/发\s?布/);
    const exported = await saved(() => admin.page.getByRole('button', { name: '导出「采购申请（样例）」第 1 版' }).click());
    await upload(admin, 'exported.json', exported);
    await admin.sees('第 1 版已发布过，内容相同，没有改动');
    await admin.press('停用「采购申请（样例）」');
    await sure(/停\s?用/);
    await admin.sees('「采购申请（样例）」已停用');
    const started = await (await stage.person('李娜')).call<{ items: { key: string }[] }>('GET', '/definitions');
    expect(started.body.items.map(({ key }) => key)).not.toContain('sample-purchase');
  });

  it('keeps what is worth reading before publishing beside the draft, also after a reload, and says it again in the question', async () => {
    const admin = await stage.desk('卢宁');
    await admin.go('/admin/processes');
    await upload(
      admin,
      'roleless.json',
      JSON.stringify(goingOut(1, { key: 'roleless', numberPrefix: 'WR', start: { roles: ['nobody-holds-it'] } })),
    );
    await admin.sees('第 1 版已存为草稿，在下面发布');
    await admin.page.reload();
    const drafts = admin.page.getByRole('region', { name: '草稿' });
    const row = drafts.getByRole('listitem').filter({ hasText: 'roleless' });
    await row.getByRole('button', { name: /发布前/ }).click();
    await row
      .getByText(/没有人能发起这个流程/)
      .first()
      .waitFor();
    await row.getByRole('button', { name: /^发布「/ }).click();
    const question = admin.page.getByRole('tooltip');
    await question
      .getByText(/没有人能发起这个流程/)
      .first()
      .waitFor();
    await admin.page.keyboard.press('Escape');
    // By keyboard alone: the question has the focus, on the button that does nothing.
    await row.getByRole('button', { name: /^删除/ }).press('Enter');
    await admin.page
      .locator('.ant-popconfirm:visible button:focus')
      .getByText(/取\s?消/)
      .waitFor();
    await admin.page.keyboard.press('Tab');
    await admin.page.keyboard.press('Enter');
    await row.waitFor({ state: 'detached' });
  });

  it('hands out the directory as it is, and says that importing it changes nothing', async () => {
    const admin = await stage.desk('卢宁');
    await admin.go('/admin/directory');
    const [file] = await Promise.all([admin.page.waitForEvent('download'), admin.page.getByRole('link', { name: '导出现有组织' }).click()]);
    await upload(admin, 'directory.json', readFileSync(await file.path(), 'utf8'));
    await admin.sees('试算：与现有组织一致，不会有改动');
    expect(await admin.page.getByRole('button', { name: /^导\s?入$/ }).count()).toBe(0);
  });

  it('issues a token with an end and no more than it needs, and shows both', async () => {
    const desk = await stage.desk('卢宁');
    await desk.go('/me');
    await desk.press('新建令牌');
    await desk.page.getByLabel('用途').fill('门店报表');
    await desk.page.getByRole('checkbox', { name: /代为办理/ }).check();
    await desk.page.getByRole('button', { name: /^新\s?建$/ }).click();
    await desk.press('我已保存');
    await desk.sees(/查看、代为办理 · 有效至/);
  });

  it('tries a directory out before it imports it, and names every wrong row', async () => {
    const admin = await stage.desk('卢宁');
    const { company } = DEMO_DIRECTORY;
    const person = { key: 'an-qi', name: { zh: '安琪', en: 'An Qi' }, login: 'an-qi', rights: ['journal.verify'] };
    const post = { key: 'clerk.an-qi', person: 'an-qi', role: 'no-such-role', unit: 'finance', grade: 'staff', superior: null };
    const known = async (): Promise<number> => {
      const found = await (await stage.person('卢宁')).call<{ items: object[] }>('GET', `/people?q=${encodeURIComponent('安琪')}`);
      return found.body.items.length;
    };
    await admin.go('/admin/directory');
    await upload(admin, 'people.json', JSON.stringify({ company, people: [person], positions: [post] }));
    await admin.sees('岗位第 1 行 · clerk.an-qi · role');
    await admin.sees('没有编号为「no-such-role」的角色');
    await upload(admin, 'people.json', JSON.stringify({ company, people: [person] }));
    await admin.sees('试算：导入后将有这些变化');
    await admin.sees('权限：授予 1 项，收回 0 项');
    expect(await known()).toBe(0);
    await admin.page.getByRole('button', { name: /导\s?入/ }).click();
    await admin.page
      .getByRole('tooltip')
      .getByRole('button', { name: /导\s?入/ })
      .click();
    await admin.page.getByRole('heading', { name: '组织已更新' }).waitFor();
    expect(await known()).toBe(1);
  });

  it('tells everybody else whom to ask, and shows them no way there', async () => {
    const somebody = await stage.desk('李娜');
    for (const path of ['/admin/accounts', '/admin/processes', '/admin/directory']) {
      await somebody.go(path);
      await somebody.sees('需要时请联系 卢宁。');
    }
    await somebody.go('/me');
    await somebody.page.getByRole('heading', { name: '访问令牌' }).waitFor();
    expect(await somebody.page.getByRole('heading', { name: '管理' }).count()).toBe(0);
  });
});
