import AxeBuilder from '@axe-core/playwright';
import { DemoStage } from './world/demo-stage';
import { expenseOf } from './world/forms';

describe('who may see what, and on which screen', () => {
  let stage: DemoStage;

  beforeAll(async () => {
    stage = await DemoStage.open();
  }, 180_000);

  afterEach(async () => {
    expect(await stage.clear()).toEqual([]);
  });

  afterAll(async () => {
    await stage?.close();
  });

  it('answers a stranger at somebody else’s task with a page that says whom to ask', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '300.00'));
    const owner = await (await stage.person('张伟')).read(id);
    const stranger = await stage.desk('吴迪');
    const answers: number[] = [];
    stranger.page.on('response', (response) => response.url().endsWith(`/requests/${id}`) && answers.push(response.status()));
    await stranger.go(`/requests/${id}`);
    await stranger.sees(/没有权限|看不到|不能查看/);
    expect(answers).toContain(403);
    const refused = await (
      await stage.person('吴迪')
    ).call('POST', `/tasks/${owner.task?.id}/approve`, { body: {}, shown: owner.contentHash });
    expect(refused.status).toBe(403);
    expect((await (await stage.person('张伟')).read(id)).task?.step).toBe('superior-review');
  }, 90_000);

  it('sends somebody who is not signed in to the sign-in page and back', async () => {
    const desk = await stage.desk('李娜');
    await desk.context.clearCookies();
    await desk.go('/start/expense-reimbursement');
    await desk.page.waitForURL(/\/login/);
    await desk.page.getByRole('button', { name: /李娜/ }).click();
    await desk.page.waitForURL(/\/start\/expense-reimbursement/);
  }, 60_000);

  it('takes a decision by thumb on a phone', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '410.00'));
    const phone = await stage.desk('张伟', { width: 390, height: 844 });
    await phone.go('/inbox');
    await phone.page.getByText('¥410').first().click();
    await phone.decide(/审核通过/);
    await stage.standsAt(id, '李娜', 'finance-check');
  }, 90_000);

  it('has no finding of axe on any route, in both languages, on desks and phones', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '520.00'));
    const routes = [
      '/inbox',
      `/inbox?open=${id}`,
      `/requests/${id}`,
      `/requests/${id}/sheet`,
      '/start',
      '/start/expense-reimbursement',
      '/notifications',
      '/me',
    ];
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const width of [1440, 390]) {
        const desk = await stage.desk(locale === 'en' ? 'Zhang Wei' : '张伟', { locale, width, height: 844 });
        for (const route of routes) {
          await desk.go(route);
          await desk.settled();
          const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
          expect({ route, locale, width, found: violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`) }).toEqual({
            route,
            locale,
            width,
            found: [],
          });
        }
        await desk.close();
      }
    }
  }, 300_000);
});
