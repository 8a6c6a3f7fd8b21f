import type { DemoStage } from './world/demo-stage';
import { fillExpense } from './world/fill-expense';
import { expenseOf } from './world/forms';
import { onStage } from './world/on-stage';

const requestIn = (url: string): string => /\/requests\/([0-9a-f-]+)/.exec(url)?.[1] ?? '';

describe('an expense, in the browser', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  it('below the first limit goes from the form to the filed voucher, and every next person finds it in the inbox', async () => {
    const requester = await stage.desk('李娜');
    await requester.go('/start/expense-reimbursement');
    await fillExpense(requester.page, { amount: '800', matter: '橱窗灯带' });
    await requester.press('提交');
    await requester.page.waitForURL(/\/requests\//);
    await requester.sees(/BX-\d{4}-\d{4}/);
    const id = requestIn(requester.page.url());

    const superior = await stage.desk('张伟');
    await superior.openRow(/陈列道具/);
    await superior.sees('李娜为徐汇店申请报销 ¥800.00');
    await superior.page.locator('.ant-btn-primary').filter({ hasText: '审核通过' }).waitFor();
    await superior.page.keyboard.press('a');
    await stage.standsAt(id, '李娜', 'finance-check');

    const checker = await stage.desk('刘畅');
    await checker.openRow(/陈列道具/);
    await checker.page.getByText('计划内', { exact: true }).first().click();
    await checker.decide(/查验通过/);
    await stage.standsAt(id, '李娜', 'approval');

    await superior.openRow(/陈列道具/);
    await superior.decide(/同意/);
    await stage.standsAt(id, '李娜', 'payment');

    const cashier = await stage.desk('陈静');
    await cashier.openRow(/陈列道具/);
    await cashier.page.getByLabel(/付款回单号/).fill('8841');
    await cashier.decide(/确认付款/);
    await stage.standsAt(id, '李娜', 'filing');

    await checker.openRow(/陈列道具/);
    await checker.page.getByLabel(/凭证号/).fill('2211');
    await checker.decide(/归档/);
    await stage.standsAt(id, '李娜', 'approved');

    await requester.page.reload();
    await requester.page
      .getByRole('img', { name: /已批准/ })
      .first()
      .waitFor();
  });

  it('above the limits names beforehand the person to whom it then really climbs', async () => {
    const requester = await stage.desk('李娜');
    await requester.go('/start/expense-reimbursement');
    await fillExpense(requester.page, { amount: '1.23万' });
    await requester.sees('¥12,300.00');
    const route = requester.page.getByRole('region', { name: /将这样审批/ });
    await route.getByText('额度 ¥20,000 覆盖 ¥12,300').waitFor();
    await route.getByText('周岩').waitFor();
    await route.getByText(/额度 ¥5,000 不够/).waitFor();
    await requester.press('提交');
    await requester.page.waitForURL(/\/requests\//);
    const id = requestIn(requester.page.url());

    await (await stage.person('张伟')).decide(id, 'approve');
    await (await stage.person('刘畅')).decide(id, 'approve', { fields: { inPlan: true } });
    const view = await (await stage.person('宋岚')).decide(id, 'approve', { comment: '计划内' });
    expect(view.current.flatMap(({ people }) => people.map(({ name }) => name.zh))).toEqual(['周岩']);

    const director = await stage.desk('周岩');
    await director.openRow(/陈列道具/);
    await director.sees('谁的额度能覆盖这笔金额');
    await director.sees(/请您决定/);
    await director.sees(/张伟 ¥1,000 ✕/);
    await director.decide(/同意/);
    await stage.standsAt(id, '李娜', 'payment');
    await director.press(/^撤销/);
    await stage.standsAt(id, '李娜', 'approval');
  });

  it('comes back with a comment, is changed, and shows what changed', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '640.00'));
    const superior = await stage.desk('张伟');
    await superior.go(`/requests/${id}`);
    await superior.press(/^退回/);
    const dialog = superior.page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('缺冰柜拆装的发票，补上再走。');
    await dialog.getByRole('button', { name: /退回/ }).click();
    await dialog.waitFor({ state: 'hidden' });

    const desk = await stage.desk('李娜');
    await desk.go(`/requests/${id}`);
    await desk.sees(/缺冰柜拆装的发票/);
    await desk.press(/修改后重新提交/);
    await desk.page.getByLabel('金额，第 1 行').fill('700');
    await desk.page.getByLabel(/事由/).fill('换季陈列，含冰柜拆装');
    await desk.press('重新提交');
    await desk.page.waitForURL(/\/requests\//);

    await superior.page.reload();
    await superior.sees('与上次提交相比');
    await superior.sees('¥640.00');
    const view = await (await stage.person('张伟')).read(id);
    expect(view).toMatchObject({ round: 2, status: 'running', task: { step: 'superior-review' } });
  });

  it('of somebody who could approve it goes to the next superior', async () => {
    const desk = await stage.desk('孙倩');
    await desk.go('/start/expense-reimbursement');
    await fillExpense(desk.page, { amount: '4000', unit: '运营中心' });
    await desk.press('提交');
    await desk.page.waitForURL(/\/requests\//);
    const id = requestIn(desk.page.url());
    const people = (await (await stage.person('孙倩')).read(id)).current.flatMap((step) => step.people.map(({ name }) => name.zh));
    expect(people).toEqual(['周岩']);
    await (await stage.person('周岩')).decide(id, 'approve');
    const preview = await (
      await stage.person('孙倩')
    ).call<{ expected: { step: string; people: { name: { zh: string } }[] }[] }>('GET', `/requests/${id}/timeline`);
    const approval = preview.body.expected.find(({ step }) => step === 'approval');
    expect(approval?.people.map(({ name }) => name.zh)).toEqual(['周岩']);
  });

  it('on a phone keeps a comment that was put away in sight, and no press sends it unseen', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '712.00'));
    const desk = await stage.desk('张伟', { width: 390, height: 844 });
    const { page } = desk;
    await desk.go(`/requests/${id}`);
    const sheet = page.locator('.ant-drawer-open');
    await page.getByRole('button', { name: '更多' }).last().click();
    await page.getByRole('menuitem', { name: '意见', exact: true }).click();
    await sheet.getByPlaceholder('写意见（选填）').waitFor();
    await page.keyboard.type('金额偏高，先别批');
    await sheet.getByRole('button', { name: '审核通过 ¥712' }).waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '您写的意见：金额偏高，先别批' }).waitFor();

    await page.getByRole('button', { name: '审核通过 ¥712' }).click();
    expect(await sheet.getByRole('textbox').inputValue()).toBe('金额偏高，先别批');
    await stage.standsAt(id, '李娜', 'superior-review');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '删除' }).click();
    await page.getByRole('button', { name: '审核通过 ¥712' }).click();
    await stage.standsAt(id, '李娜', 'finance-check');
    const { body } = await requester.call<{ items: { comment: string | null }[] }>('GET', `/requests/${id}/timeline`);
    expect(body.items.flatMap(({ comment }) => comment ?? [])).toEqual([]);
  });

  it('shows a PDF as its pages beside the line where the browser has no reader, and brings the reader only then', async () => {
    const person = await stage.person('李娜');
    const desk = await stage.desk('张伟');
    const { page } = desk;
    const paper = await desk.context.newPage();
    await paper.setContent('<h1>电子发票 31000001</h1><p style="break-before: page">第二页</p>');
    const file = await person.upload('发票.pdf', await paper.pdf());
    await paper.close();
    const form = (await expenseOf(person, '64.00')) as { items: object[] };
    const { id } = await person.submit('expense-reimbursement', {
      ...form,
      items: form.items.map((item) => ({ ...item, invoice: [file] })),
    });
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', { get: () => false }));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await desk.go(`/requests/${id}`);
    await page.getByRole('link', { name: '发票.pdf' }).first().waitFor();
    expect(asked.filter((path) => /pdf[-.]/.test(path))).toEqual([]);
    await page.getByRole('link', { name: '发票.pdf' }).first().click();
    const first = page.getByRole('img', { name: '第 1 页，共 2 页' });
    await page.locator('canvas[data-drawn=true]').nth(1).waitFor();
    const inked = await first.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, at) => at % 4 === 0 && value < 128);
    });
    expect(inked).toBe(true);
  });
});
