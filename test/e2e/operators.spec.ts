import { DEMO_DIRECTORY } from '@countersign/definitions';
import { Client } from 'pg';
import { administrator } from '../support/administrator';
import type { Caller } from '../support/caller';
import { DemoPerson } from './world/demo-person';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { faultsOf } from './world/faults';
import { expenseOf } from './world/forms';
import { onStage } from './world/on-stage';

const EXPENSE = 'expense-reimbursement';
const { company } = DEMO_DIRECTORY;
/** Of everybody who could decide Li Na's request nobody is left. */
const LEFT = ['li-na', 'lu-ning', 'gao-yang', 'jiang-ming'];
const gone = DEMO_DIRECTORY.people.filter(({ key }) => !LEFT.includes(key)).map((person) => ({ ...person, active: false }));

describe('an operator looks after a request, in the browser', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));
  let admin: Caller;

  beforeAll(async () => {
    admin = await administrator(stage.stack);
  });

  afterEach(() => imported(DEMO_DIRECTORY));

  const imported = async (document: object): Promise<void> => expect((await admin.post('/directory/import', document)).status).toBe(200);
  const submitted = async (amount: string): Promise<string> => {
    const requester = await stage.person('李娜');
    return (await requester.submit(EXPENSE, await expenseOf(requester, amount))).id;
  };
  /** A request for which nobody is found. */
  const stuck = async (amount: string): Promise<string> => {
    await stage.person('李娜');
    await imported({ company, people: gone });
    const id = await submitted(amount);
    await stage.standsAt(id, '李娜', 'blocked');
    return id;
  };
  const dialog = (desk: Desk) => desk.page.getByRole('dialog');
  const go = (desk: Desk, name: RegExp) => dialog(desk).getByRole('button', { name });
  /** Whom a picker offers by a name. */
  const offered = async (desk: Desk, name: string) => {
    const box = dialog(desk).getByRole('combobox');
    await box.click();
    await box.fill('');
    await box.pressSequentially(name);
    return desk.page.locator('.ant-select-item-option').filter({ hasText: name }).first();
  };
  const pick = async (desk: Desk, name: string): Promise<void> => (await offered(desk, name)).click();
  const flawless = async (desk: Desk): Promise<void> => {
    expect(await faultsOf(desk.page)).toEqual([]);
  };

  it('names who decides, sees beforehand what follows, and leaves name and reason in the history', async () => {
    const id = await stuck('451.00');
    const desk = await stage.desk('蒋明');
    await desk.go(`/requests/${id}`);
    await desk.press('指定处理人');
    await dialog(desk).getByText('请先选择人员').waitFor();
    expect(await go(desk, /指定处理人/).isDisabled()).toBe(true);
    // Who may not have it is off, with the reason.
    const requester = await offered(desk, '李娜');
    await requester.filter({ hasText: '是申请人本人' }).waitFor();
    expect(await requester.getAttribute('class')).toContain('ant-select-item-option-disabled');
    await pick(desk, '高扬');
    const after = dialog(desk).getByRole('complementary', { name: '操作之后' });
    await after.getByText('高扬').first().waitFor();
    await dialog(desk).getByText('请写明原因').waitFor();
    expect(await go(desk, /指定处理人/).isDisabled()).toBe(true);
    await flawless(desk);
    await dialog(desk).getByLabel(/原因/).fill('区长离职，由业务经理代审');
    await go(desk, /指定处理人/).click();
    await desk.sees(/已指定处理人；现在由高扬处理/);
    await dialog(desk).waitFor({ state: 'detached' });
    await desk.sees('指定高扬处理「上级审核」');
    await desk.sees('区长离职，由业务经理代审');
    await stage.standsAt(id, '李娜', 'superior-review');
    // Whoever had it in an earlier opening of the step goes on seeing what happens.
    await (await stage.person('高扬')).decide(id, 'approve', { comment: '代审通过' });
    await desk.sees('代审通过');
    const asked = await stage.desk('李娜');
    await asked.go(`/requests/${id}`);
    await asked.sees('区长离职，由业务经理代审');
  });

  it('says of a search that finds nobody again that nothing has changed', async () => {
    const id = await stuck('452.00');
    const desk = await stage.desk('蒋明');
    await desk.go(`/requests/${id}`);
    await desk.press('重新查找处理人');
    // A reason may be given, and need not be.
    await desk.page.getByRole('dialog').getByRole('button', { name: '重新查找处理人' }).click();
    const toast = desk.page.getByText(/已重新查找，但申请仍然受阻/);
    await toast.waitFor();
    expect(await desk.page.locator('[data-tone=done]').filter({ hasText: '重新查找' }).count()).toBe(0);
  });

  it('ends a request on a phone, in English, after it has said whose task goes', async () => {
    const id = await submitted('453.00');
    const phone = await stage.desk('Jiang Ming', { width: 390, height: 844, locale: 'en' });
    await phone.go(`/requests/${id}`);
    await phone.page.getByRole('button', { name: 'More' }).last().click();
    await phone.page.getByRole('menuitem', { name: /Terminate/ }).click();
    await dialog(phone).getByText('Zhang Wei').first().waitFor();
    await dialog(phone).getByText('The request ends: Terminated').waitFor();
    await dialog(phone).getByText('Write a reason first').waitFor();
    await flawless(phone);
    await dialog(phone)
      .getByLabel(/Reason/)
      .fill('The store has closed');
    await go(phone, /Terminate/).click();
    await dialog(phone).waitFor({ state: 'detached' });
    await stage.standsAt(id, '李娜', 'terminated');
    await phone.sees('The store has closed');
  });

  it('passes a step over its people’s heads, told beforehand that nobody approves it, and marked for ever', async () => {
    const id = await submitted('456.00');
    const desk = await stage.desk('蒋明');
    await desk.go(`/requests/${id}`);
    await desk.page.getByRole('button', { name: '更多' }).last().click();
    await desk.page.getByRole('menuitem', { name: /越权放行/ }).click();
    await dialog(desk)
      .getByText(/也不算有人同意/)
      .waitFor();
    await dialog(desk).getByRole('complementary', { name: '操作之后' }).waitFor();
    expect(await go(desk, /越权放行/).isDisabled()).toBe(true);
    await flawless(desk);
    await dialog(desk).getByLabel(/原因/).fill('系统切换当晚，补单');
    await go(desk, /越权放行/).click();
    await dialog(desk).waitFor({ state: 'detached' });
    await desk.sees('越权放行「上级审核」，无人同意');
    await desk.sees('系统切换当晚，补单');
    expect((await (await stage.person('李娜')).read(id)).task).toBeNull();
  });

  it('corrects a request that was stopped, field by field, and sees who is asked anew', async () => {
    await poison('数据库不收的话');
    const id = await submitted('454.00');
    const zhang = await DemoPerson.signIn(stage.url, '张伟');
    const { task, contentHash } = await zhang.read(id);
    await zhang.call('POST', `/tasks/${task?.id}/approve`, { body: { comment: '数据库不收的话' }, shown: contentHash });
    const desk = await stage.desk('蒋明');
    await desk.go(`/requests/${id}`);
    await desk.press('更正并继续');
    await dialog(desk).getByText('张伟').first().waitFor();
    await dialog(desk).getByLabel('金额，第 1 行').fill('abc');
    await dialog(desk).getByText('还有 1 处填写有误').waitFor();
    await dialog(desk).getByLabel('金额，第 1 行').fill('480');
    await dialog(desk).getByLabel(/^原因/).fill('金额抄错，按发票更正');
    await flawless(desk);
    await go(desk, /更正并继续/).click();
    await dialog(desk).waitFor({ state: 'detached' });
    await desk.sees(/已更正；现在由张伟处理/);
    await desk.sees('金额抄错，按发票更正');
    await desk.sees(/蒋明更正了.*¥454.*¥480/);
    await desk.page.getByRole('heading').filter({ hasText: '¥480' }).waitFor();
    await stage.standsAt(id, '李娜', 'superior-review');
  });

  it('is nobody else: neither requester nor decider sees any of it', async () => {
    const id = await submitted('455.00');
    for (const name of ['李娜', '张伟']) {
      const desk = await stage.desk(name);
      await desk.go(`/requests/${id}`);
      await desk.settled();
      for (const word of ['指定处理人', '终止申请', '更正并继续', '越权放行']) expect(await desk.page.getByText(word).count()).toBe(0);
    }
  });

  /** What PostgreSQL refuses to store stops the request that it belongs to. */
  async function poison(comment: string): Promise<void> {
    const client = new Client({ connectionString: stage.stack.databaseUrl });
    await client.connect();
    await client.query(`CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.comment = '${comment}' THEN RAISE EXCEPTION 'no room for this' USING ERRCODE = '22000'; END IF; RETURN NEW; END $$`);
    await client.query('CREATE TRIGGER refuse_poison BEFORE INSERT ON transition FOR EACH ROW EXECUTE FUNCTION refuse_poison()');
    await client.end();
  }
});
