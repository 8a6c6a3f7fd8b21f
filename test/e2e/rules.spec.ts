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
});
