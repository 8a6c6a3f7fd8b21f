import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { cutTexts } from './world/cut';
import type { DemoStage } from './world/demo-stage';
import type { DemoPerson } from './world/demo-person';
import { expenseOf } from './world/forms';
import { onSharedStage } from './world/on-stage';

/** More than one page holds. */
const SAID = 55;

const PICTURES = path.resolve(__dirname, '..', '..', '.data', 'pictures');
mkdirSync(PICTURES, { recursive: true });

describe('the discussion of a request, in the browser', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  const say = async (person: DemoPerson, id: string, text: string): Promise<void> =>
    expect((await person.call('POST', `/requests/${id}/comments`, { body: { text } })).status).toBe(201);

  it('is there whole: the newest at once, what was said before on demand, what is said now by itself', async () => {
    const [requester, superior] = [await stage.person('李娜'), await stage.person('张伟')];
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '871.00'));
    for (let n = 1; n <= SAID; n += 1) await say(n % 2 ? requester : superior, id, `第 ${n} 句`);
    const desk = await stage.desk('张伟');
    const { page } = desk;
    await desk.go(`/requests/${id}?tab=discussion`);
    await page.getByRole('tab', { name: '讨论 50+' }).waitFor();
    await page.getByText(`第 ${SAID} 句`, { exact: true }).waitFor();
    expect(await page.getByText('第 1 句', { exact: true }).count()).toBe(0);
    await desk.press('更早的留言');
    await page.getByText('第 1 句', { exact: true }).waitFor();
    await page.getByRole('tab', { name: `讨论 ${SAID}`, exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '更早的留言' }).count()).toBe(0);
    const panel = page.getByRole('tabpanel', { name: /讨论/ });
    const lines = await panel.getByText(/^第 \d+ 句$/).allTextContents();
    expect(lines).toEqual(Array.from({ length: SAID }, (_, index) => `第 ${index + 1} 句`));

    await say(requester, id, '刚刚补充的');
    await panel.getByText('刚刚补充的').waitFor();
    expect(await panel.getByText('第 1 句', { exact: true }).count()).toBe(1);
    await panel.getByRole('textbox').fill('收到，谢谢');
    await panel.getByRole('textbox').press('Control+Enter');
    await panel.getByRole('listitem').filter({ hasText: '收到，谢谢' }).waitFor();
    expect(await panel.getByRole('textbox').inputValue()).toBe('');

    // What is half written is there again after a reload, and nothing of a long one is cut.
    await panel.getByRole('textbox').fill('写到一半');
    await page.reload();
    await panel.getByRole('textbox').waitFor();
    expect(await panel.getByRole('textbox').inputValue()).toBe('写到一半');
    await panel.getByRole('textbox').fill('长'.repeat(4_003));
    await panel.getByText('最多 4000 字，请删去 3 字').waitFor();
    expect(await panel.getByRole('textbox').inputValue()).toHaveLength(4_003);
    expect(await panel.getByRole('button', { name: /发\s?送/ }).isDisabled()).toBe(true);
    await panel.getByRole('textbox').fill('');
  });

  it('takes files along, which open below the words', async () => {
    const [requester, superior] = [await stage.person('李娜'), await stage.person('张伟')];
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '873.00'));
    for (const [locale, name, width, attach] of [
      ['zh-CN', '李娜', 1440, '附文件'],
      ['en', 'Zhang Wei', 390, 'Attach files'],
    ] as const) {
      const desk = await stage.desk(name, { locale, width, height: 844 });
      const { page } = desk;
      await desk.go(`/requests/${id}?tab=discussion`);
      const panel = page.getByRole('tabpanel', { name: locale === 'en' ? /Discussion/ : /讨论/ });
      await panel.getByRole('button', { name: attach }).click();
      await panel
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from('甲,乙\n1,2\n') });
      await panel.getByRole('link', { name: `${name}.csv` }).waitFor();
      await page.reload();
      await panel.getByRole('link', { name: `${name}.csv` }).waitFor();
      await panel.getByRole('textbox').fill('see');
      await panel.getByRole('textbox').press('Control+Enter');
      await panel
        .getByRole('listitem')
        .filter({ hasText: 'see' })
        .getByRole('link', { name: `${name}.csv` })
        .waitFor();
      await panel.getByRole('button', { name: attach }).waitFor();
      expect(await cutTexts(desk)).toEqual([]);
      await page.screenshot({ path: path.join(PICTURES, `discussion-files-${width}-${locale}.png`) });
    }
    const { body } = await superior.call<{ items: { files: { id: string }[] }[] }>('GET', `/requests/${id}/discussion`);
    const [file] = body.items.flatMap(({ files }) => files);
    expect((await superior.call('GET', `/files/${file?.id}`)).status).toBe(200);
  });

  it('speaks to somebody by name, who is told, and tells its requester who has opened the request', async () => {
    const [requester, superior] = [await stage.person('李娜'), await stage.person('张伟')];
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '872.00'));
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/requests/${id}?tab=discussion`);
    const panel = page.getByRole('tabpanel', { name: /讨论/ });
    await panel.getByText('谁看过').click();
    await panel.getByText('还没打开').waitFor();
    await superior.read(id);
    await panel.getByRole('textbox').click();
    await panel.getByRole('textbox').pressSequentially('请先看附件 @张');
    await page.getByRole('menuitem', { name: /张伟/ }).or(page.getByText('张伟 · ')).first().click();
    await panel.getByRole('button', { name: /发\s?送/ }).click();
    await panel.locator('b').filter({ hasText: '@张伟' }).waitFor();
    await page.reload();
    await panel.getByText('谁看过').click();
    await panel.locator('[data-seen=true]').waitFor();
    const { body } = await superior.call<{ items: { notice: string; requestId: string }[] }>('GET', '/notifications');
    expect(body.items.filter(({ requestId }) => requestId === id).map(({ notice }) => notice)).toContain('mentioned');
    for (const [locale, name, width] of [
      ['zh-CN', '李娜', 390],
      ['en', 'Li Na', 1440],
    ] as const) {
      const other = await stage.desk(name, { locale, width, height: 844 });
      await other.go(`/requests/${id}?tab=discussion`);
      await other.page.getByText(locale === 'en' ? 'Who has opened it' : '谁看过').click();
      await other.page.locator('[data-seen=true]').waitFor();
      expect(await cutTexts(other)).toEqual([]);
      await other.page.screenshot({ path: path.join(PICTURES, `seen-${width}-${locale}.png`) });
    }
  });
});
