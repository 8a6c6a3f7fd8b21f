import { DEMO_DIRECTORY } from '@countersign/definitions';
import { mkdirSync } from 'node:fs';
import { definitionHash, definitionSchema } from '../../libs/domain/src';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { faultsOf } from './world/faults';
import { onSharedStage } from './world/on-stage';

const title = { zh: '考勤更正', en: 'Attendance' };
const TUNED = {
  ...{ key: 'tuned', version: 1, title, area: 'service', numberPrefix: 'TN', start: { everyone: true } },
  parameters: [
    { key: 'days', title: { zh: '可更正的天数', en: 'Days open to correction' }, default: 30 },
    { key: 'asks', title: { zh: '须经人事核对', en: 'Checked by HR' }, default: true },
  ],
  ...{ form: { fields: [] }, sentence: title, rowTitle: title },
  flow: [{ kind: 'approve', id: 'look', title, assignee: { by: 'superior' } }],
};
const { company, grants } = DEMO_DIRECTORY;
const grant = grants.find(({ limit }) => typeof limit === 'object' && limit !== null);
/** `PICTURES=folder` keeps what each window looked like. */
const { PICTURES } = process.env;

describe('the rules of the company, on their pages', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));
  // Others work with the limits as they were.
  afterAll(async () => (await stage.person('卢宁')).call('POST', '/directory/import', { body: { company, grants: [grant] } }));

  const flawless = async (desk: Desk, name: string): Promise<void> => {
    await desk.settled();
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      await desk.page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
    }
    expect(await faultsOf(desk.page)).toEqual([]);
    const sideways = await desk.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways).toBeLessThanOrEqual(0);
  };

  it('are set, given back, and told with what was so before, to whoever checks the records', async () => {
    const lu = await stage.person('卢宁');
    await lu.call('POST', '/definitions', { body: TUNED });
    const hash = definitionHash(definitionSchema.parse(TUNED));
    expect((await lu.call('POST', '/definitions/tuned/versions/1/publish', { shown: hash })).status).toBe(200);

    const admin = await stage.desk('卢宁');
    await admin.go('/admin/parameters');
    const days = admin.page.getByRole('spinbutton', { name: '可更正的天数' });
    const save = admin.page.getByRole('button', { name: '保存：可更正的天数' });
    expect(await save.isDisabled()).toBe(true);
    await days.fill('60');
    await save.click();
    await admin.sees('「可更正的天数」已保存');
    await admin.sees('公司已设置；流程默认：30');
    await flawless(admin, 'parameters-zh-1440');
    await admin.page.getByRole('button', { name: /恢复默认：可更正的天数/ }).click();
    await admin.sees('按流程默认：30');
    // The field follows the sentence beside it.
    for (const until = Date.now() + 90_000; Date.now() < until && (await days.inputValue()) !== '30';) await admin.page.waitForTimeout(100);
    expect(await days.inputValue()).toBe('30');
    await admin.go('/admin/changes');
    await admin.sees('这一页不对您开放');

    const raised = { ...grant, limit: { amount: '50000', currency: 'CNY' } };
    expect((await lu.call('POST', '/directory/import', { body: { company, grants: [raised] } })).status).toBe(200);

    const auditor = await stage.desk('蒋明');
    await auditor.go('/admin/changes');
    const [newest] = [auditor.page.getByRole('list').getByRole('listitem').filter({ hasText: '导入了组织' }).first()];
    await newest.getByText('卢宁').waitFor();
    await newest.getByRole('button', { name: /改了什么/ }).click();
    await newest.getByText('¥50,000').waitFor();
    await newest.getByText('额度').waitFor();
    await auditor.page.getByRole('listitem').filter({ hasText: '设置了流程参数' }).first().getByText('考勤更正 · 可更正的天数').waitFor();
    await flawless(auditor, 'changes-zh-1440');

    await auditor.go('/track/audit');
    await auditor.page.getByRole('button', { name: '现在核对' }).click();
    await auditor.sees('一条没有动过');
    await auditor.sees('全部相符');
    await flawless(auditor, 'audit-zh-1440');
  });

  it.each([
    [1440, 'en'],
    [390, 'zh-CN'],
    [390, 'en'],
  ] as const)('fit %d px in %s, and say what is wrong where they cannot be read', async (width, locale) => {
    const auditor = await stage.desk(locale === 'en' ? 'Jiang Ming' : '蒋明', { width, locale });
    await auditor.go('/track/audit');
    await auditor.sees(locale === 'en' ? 'none was touched' : '一条没有动过');
    await flawless(auditor, `audit-${locale}-${width}`);
    await auditor.go('/admin/changes');
    await auditor.page
      .getByRole('button', { name: locale === 'en' ? /^What changed/ : /^改了什么/ })
      .first()
      .click();
    await auditor.sees('¥50,000');
    await flawless(auditor, `changes-${locale}-${width}`);
    const admin = await stage.desk(locale === 'en' ? 'Lu Ning' : '卢宁', { width, locale });
    await admin.go('/admin/parameters');
    await admin.page.getByRole('spinbutton').first().waitFor();
    await flawless(admin, `parameters-${locale}-${width}`);
    await auditor.page.route('**/api/v1/changes*', (route) => route.fulfill({ status: 503, body: '{}' }));
    await auditor.page.reload();
    await auditor.page
      .getByRole('alert')
      .or(auditor.page.getByRole('button', { name: /重试|Try again|Retry/ }))
      .first()
      .waitFor();
  });

  it('are people too: a post tried by hand, somebody who is let go with everything in other hands, and kept after all', async () => {
    const admin = await stage.desk('卢宁', { width: 1440, height: 900 });
    const { page } = admin;
    await admin.go('/people?q=侯俊');
    await page.getByRole('navigation', { name: '组织架构' }).getByRole('button', { name: '云裳服饰', exact: true }).waitFor();
    await page.getByRole('button', { name: '侯俊' }).click();
    await admin.sees('今天的岗位');
    await flawless(admin, 'people-desk-zh-1440');
    await page.getByRole('link', { name: '查看完整页面' }).click();
    await admin.sees('账号与权限');
    await page.getByRole('button', { name: '结束任职' }).click();
    const save = page.getByRole('button', { name: '保存' });
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByRole('status').getByText(/待办/).waitFor();
    expect(await save.isDisabled()).toBe(false);
    await flawless(admin, 'person-change-zh-1440');
    await page.getByRole('button', { name: '取消' }).click();

    await page.getByRole('link', { name: '离职交接' }).click();
    await admin.sees('岗位交给谁');
    await page.getByRole('button', { name: '试算' }).click();
    await admin.sees(/会断/);
    await flawless(admin, 'leaving-zh-1440');
    await page.getByRole('button', { name: '确认离职' }).click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s?认/ })
      .click();
    await page.getByRole('heading', { name: /已办好/ }).waitFor();
    await page.getByRole('link', { name: '回到人员页' }).click();
    await admin.sees(/已办理离职，最后一天/);
    await page.getByRole('button', { name: '撤回离职' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '撤回离职' }).click();
    await admin.sees('离职已撤回');
    await page.getByRole('link', { name: '离职交接' }).waitFor();
    expect(await admin.page.getByText(/已办理离职/).count()).toBe(0);

    const id = page.url().split('/').at(-1) ?? '';
    const phone = await stage.desk('Lu Ning', { width: 390, height: 844, locale: 'en' });
    for (const [name, path] of [
      ['people', '/people'],
      ['person', `/people/${id}`],
      ['leaving', `/people/${id}/leaving`],
    ] as const) {
      await phone.go(path);
      await flawless(phone, `${name}-en-390`);
    }
    const reader = await stage.desk('蒋明', { width: 1440, height: 900 });
    await reader.go(`/people/${id}`);
    await reader.sees('办理离职需要「导入组织」权限');
    await reader.go(`/people/${id}/leaving`);
    await reader.sees(/卢宁/);
  }, 120_000);
});
