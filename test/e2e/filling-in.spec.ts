import type { Page } from 'playwright-core';
import { administrator } from '../support/administrator';
import type { DemoStage } from './world/demo-stage';
import { choose } from './world/fill-expense';
import { expenseOf } from './world/forms';
import { onSharedStage } from './world/on-stage';

const EXPENSE = 'expense-reimbursement';

/** Pastes a text into the control that has the focus, as Ctrl+V does. */
const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

const said = (zh: string, en: string) => ({ zh, en });
const errand = (version: number, fields: object[]): object => ({
  key: 'errand',
  version,
  title: said('跑腿', 'Errand'),
  area: 'service',
  numberPrefix: 'PT',
  start: { everyone: true },
  form: { fields },
  sentence: said('{requester}跑腿', '{requester} runs an errand'),
  rowTitle: said('跑腿', 'Errand'),
  flow: [{ kind: 'approve', id: 'superior', title: said('上级同意', 'Superior'), assignee: { by: 'superior' } }],
});

describe('somebody who fills in a form', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  it('sees every fault at its field at the first press, and lands on the first', async () => {
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/start/${EXPENSE}`);
    await page.getByLabel(/事由/).fill('换季陈列');
    await page.getByLabel('金额，第 1 行').fill('1.234');
    expect(await page.locator('[id$=-problem], td [class*=problem]').count()).toBeLessThan(3);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    for (const [field, words] of Object.entries({ category: '请选择', costUnit: '请选择', expenseDates: '请选择', payee: '请填写' }))
      await page.locator(`[data-field=${field}] [id$=-problem]`).getByText(words).waitFor();
    for (const [column, words] of Object.entries({ matter: '请填写', date: '请选择', invoiceNumber: '请填写', invoice: '请上传' }))
      await page.locator(`[data-path="items.0.${column}"]`).getByText(words).waitFor();
    await page.locator('[data-path="items.0.amount"]').getByText('「1.234」有两种读法').waitFor();
    const focused = page.locator('[data-field=category]').getByRole('combobox');
    await page.waitForFunction((element) => element === document.activeElement, await focused.elementHandle());
    expect(new URL(page.url()).pathname).toBe(`/start/${EXPENSE}`);
  });

  it('sees how many days a leave has as soon as its dates are there, and says itself only which ends are half', async () => {
    const desk = await stage.desk('孙倩');
    const { page } = desk;
    await desk.go('/start/leave-request');
    const days = page.locator('[data-field=days] output');
    await days.getByText('—').waitFor();
    const range = page.locator('[data-field=dates] input');
    await range.nth(0).fill('2031-03-07');
    await range.nth(1).fill('2031-03-11');
    await days.getByText('3 天').waitFor();
    await page.locator('[data-field=untilNoon]').getByText('是', { exact: true }).click();
    await days.getByText('2.5 天').waitFor();
    await choose(page, /假别/, '事假');
    await page.getByLabel(/事由/).fill('家中有事');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page
      .getByText(/孙倩申请事假 2\.5 天/)
      .first()
      .waitFor();
  });

  it('takes a pasted table with every column that it shows, amounts as people write them, and names what it cannot read', async () => {
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/start/${EXPENSE}`);
    await page.getByLabel('事项，第 1 行').click();
    const lines = [
      ['事项', '日期', '发票号', '发票', '金额'],
      ['橱窗道具', '2026/11/2', 'FP-1', '已上传', '￥６，８００'],
      ['模特租赁', '2026年11月3日', 'FP-2', '', '1.2万元'],
      ['灯光', '上周', 'FP-3', '', '1.234,56'],
    ];
    await paste(page, lines.map((cells) => cells.join('\t')).join('\n'));
    await desk.sees('已粘贴 3 行');
    await desk.sees('第 3 行日期「上周」');
    const values = async (column: string): Promise<string[]> =>
      Promise.all([1, 2, 3].map((row) => page.getByLabel(`${column}，第 ${row} 行`).inputValue()));
    expect(await values('发票号')).toEqual(['FP-1', 'FP-2', 'FP-3']);
    expect(await values('日期')).toEqual(['2026-11-02', '2026-11-03', '上周']);
    expect(await values('金额')).toEqual(['6,800.00', '12,000.00', '1,234.56']);
    await desk.sees('¥20,034.56');
    // What could not be read is marked at once, and nobody has to press Submit for it.
    await page.locator('[data-path="items.2.date"]').getByText('未能识别「上周」，请写成 2026-11-20 的形式').waitFor();
    expect(await page.getByText('没有计入').count()).toBe(0);
    await page.getByLabel('金额，第 2 行').fill('一万二');
    await page.getByLabel('事项，第 2 行').click();
    await desk.sees('1 格有误，没有计入');
  });

  it('takes days in English as the product writes them, typed and pasted', async () => {
    const desk = await stage.desk('Li Na', { locale: 'en' });
    const { page } = desk;
    await desk.go(`/start/${EXPENSE}`);
    await page.getByLabel('Item, row 1').click();
    const days = ['2 Nov 2026', 'Nov 3', '4 Nov', '11/20/2026', '20/11/2026'];
    await paste(page, ['Item\tDate', ...days.map((day, at) => `Prop ${at}\t${day}`)].join('\n'));
    const read = await Promise.all(days.map((_, at) => page.getByLabel(`Date, row ${at + 1}`).inputValue()));
    expect(read.every((day) => /^\d{4}-11-\d{2}$/.test(day))).toBe(true);
    expect(read.slice(3)).toEqual(['2026-11-20', '2026-11-20']);
    await page.getByLabel('Date, row 1').fill('11/6/2026');
    await page.getByLabel('Item, row 1').click();
    await desk.sees('“11/6/2026” can be read in two ways');
  });

  it('keeps files in the order in which they were chosen, and names those for which there is no room', async () => {
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/start/${EXPENSE}`);
    const names = Array.from({ length: 25 }, (_, at) => `附件 ${String(at + 1).padStart(2, '0')}.txt`);
    const files = names.map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) }));
    const field = page.locator('[data-field=attachments]');
    await field.locator('input[type=file]').first().setInputFiles(files);
    await field.getByText('最多 20 个文件，另有 5 个没有放入').waitFor();
    await field.getByRole('link').nth(19).waitFor();
    expect(await field.getByRole('link').allTextContents()).toEqual(names.slice(0, 20));
    await page
      .locator('[data-path="items.0.invoice"] input[type=file]')
      .setInputFiles([{ name: '空.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }]);
    await desk.sees('这个文件是空的');
  });

  it('offers the own unit first, and takes an exact name without a look at the list', async () => {
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/start/${EXPENSE}`);
    const box = page.getByRole('combobox', { name: /成本归属/ });
    await box.click();
    await page.locator('.ant-select-item-option').first().getByText('徐汇店').waitFor();
    await page.locator('.ant-select-item-option').first().getByText('您所在的组织').waitFor();
    await page.keyboard.press('Escape');
    await box.click();
    await box.pressSequentially('财务部');
    await page.keyboard.press('Tab');
    const shown = page.locator('[data-field=costUnit] .ant-select');
    await shown.getByText('财务部').waitFor();
    // Another name typed over it takes its place, at Enter and at Tab; what is no name, or the beginning of several, leaves it.
    for (const [typed, key, name] of [
      ['徐汇店', 'Enter', '徐汇店'],
      ['静安店', 'Tab', '静安店'],
      ['没有这家', 'Enter', '静安店'],
      ['徐', 'Tab', '静安店'],
    ] as const) {
      await box.click();
      await box.pressSequentially(typed);
      await page.waitForTimeout(2_000);
      await page.keyboard.press(key);
      if (key === 'Enter') await page.keyboard.press('Tab');
      await shown.getByText(new RegExp(`^${name}`)).waitFor();
      expect(await box.evaluate((input) => input === document.activeElement)).toBe(false);
    }
  });

  it('goes on with what another window has saved, and is led to the request that another window has sent', async () => {
    const person = await stage.person('李娜');
    const { body } = await person.call<{ id: string }>('POST', '/requests', { body: { definition: EXPENSE, form: { reason: '第一稿' } } });
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/start/${EXPENSE}?draft=${body.id}`);
    const reason = page.getByLabel(/事由/);
    await reason.waitFor();
    const lookAgain = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await lookAgain();
    await page.waitForTimeout(800);
    expect(await page.getByText('这份申请在别处有了变动').count()).toBe(0);
    await person.call('PUT', `/requests/${body.id}/draft`, { body: { form: { reason: '第二稿' }, choices: {} } });
    await lookAgain();
    await desk.sees('这份申请在别处有了变动');
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('input, textarea')].some(({ value }) => value === '第二稿'),
    );
    const whole = await expenseOf(person, '615.00');
    await person.call('POST', `/requests/${body.id}/submit`, { body: { form: whole } });
    await reason.fill('第三稿');
    await page.waitForURL(new RegExp(`/requests/${body.id}`));
    await desk.sees(/¥615/);
  });

  it('overwrites nothing that another window has saved, nor sends it over: its writer chooses', async () => {
    const person = await stage.person('李娜');
    const whole = await expenseOf(person, '616.00');
    const { body } = await person.call<{ id: string }>('POST', '/requests', { body: { definition: EXPENSE, form: whole } });
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/start/${EXPENSE}?draft=${body.id}`);
    const reason = page.getByLabel(/事由/);
    await reason.waitFor();
    const elsewhere = (text: string) =>
      person.call('PUT', `/requests/${body.id}/draft`, { body: { form: { ...whole, reason: text }, choices: {} } });
    const saved = async (): Promise<unknown> =>
      (await person.call<{ form: { values: { reason: string } } }>('GET', `/requests/${body.id}`)).body.form.values.reason;
    await elsewhere('另一个窗口写的');
    await reason.fill('这个窗口写的');
    await desk.sees('这份内容在别的窗口里有改动');
    expect([await saved(), await reason.inputValue()]).toEqual(['另一个窗口写的', '这个窗口写的']);
    await desk.press('以这里的为准');
    await desk.sees(/草稿已于/);
    expect(await saved()).toBe('这个窗口写的');
    // Nothing is typed here any more, and still what stands elsewhere is not sent over.
    await elsewhere('后来改的');
    await desk.press(/^提交$/);
    await desk.sees('这份内容在别的窗口里有改动');
    expect((await person.read(body.id)).status).toBe('draft');
    await desk.press('改用另一份');
    await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLInputElement>('input, textarea')].some(({ value }) => value === '后来改的'),
    );
  });

  it('refuses a day of expense that lies in the future, and reads a day without a year as one of the past', async () => {
    const desk = await stage.desk('李娜');
    const { page } = desk;
    await desk.go(`/start/${EXPENSE}`);
    const date = page.getByLabel('日期，第 1 行');
    const year = new Date().getFullYear();
    await date.fill(`${year + 1}-01-05`);
    await page.keyboard.press('Tab');
    await page.locator('[data-path="items.0.date"] [class*=problem]').waitFor();
    await date.fill('1-5');
    await page.keyboard.press('Tab');
    expect(await date.inputValue()).toBe(`${year}-01-05`);
  });

  it('counts days as the company does, whatever the clock of the device says', async () => {
    const dayIn = (timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
    const today = dayIn('Asia/Shanghai');
    // At any moment one of these has another day than Shanghai.
    const far = ['Pacific/Kiritimati', 'Etc/GMT+12'].find((timeZone) => dayIn(timeZone) !== today) ?? '';
    const wide = await stage.desk('李娜', { timezoneId: far });
    await wide.go(`/start/${EXPENSE}`);
    await wide.page.getByLabel('日期，第 1 行').fill(today);
    await wide.page.keyboard.press('Tab');
    expect(await wide.page.locator('[data-path="items.0.date"] [class*=problem]').count()).toBe(0);
    const phone = await stage.desk('李娜', { timezoneId: far, width: 390, height: 844 });
    await phone.go(`/start/${EXPENSE}`);
    const wheels = phone.page.locator('input[type=date]');
    await wheels.first().waitFor();
    expect(await wheels.evaluateAll((inputs) => [...new Set(inputs.map((input) => input.getAttribute('max')))])).toEqual([today]);
  });

  it('shows a draft of an older version in the newest form, and what is new in it', async () => {
    const admin = await administrator(stage.stack);
    const text = (key: string, zh: string) => ({ key, type: 'text', label: said(zh, key) });
    const bring = async (version: number, fields: object[]): Promise<void> => {
      const { status, body } = await admin.post<{ hash: string }>('/definitions', errand(version, fields));
      expect(status).toBe(201);
      const shown = admin.with({ 'If-Match': `"${body.hash}"` });
      expect((await shown.post<object>(`/definitions/errand/versions/${version}/publish`)).status).toBe(200);
    };
    await bring(1, [text('where', '去哪里'), text('carrier', '谁去')]);
    const person = await stage.person('李娜');
    const draft = await person.call<{ id: string }>('POST', '/requests', {
      body: { definition: 'errand', form: { where: '邮局', carrier: '小王' } },
    });
    await bring(2, [text('where', '去哪里'), text('deadline', '几点前')]);
    const desk = await stage.desk('李娜');
    await desk.go(`/start/errand?draft=${draft.body.id}`);
    await desk.sees('这个流程的表单已经更新');
    await desk.sees('新增：「几点前」');
    await desk.sees('不再需要：「谁去」');
    expect(await desk.page.getByLabel('去哪里').inputValue()).toBe('邮局');
    await desk.page.getByLabel('几点前').fill('17:00');
  });
});
