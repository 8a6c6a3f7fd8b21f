import type { DemoStage } from '../e2e/world/demo-stage';
import { expenseOf } from '../e2e/world/forms';
import { onStage } from '../e2e/world/on-stage';
import type { Stack } from '../support/stack';

interface Timeline {
  items: { n: number | null; action: string; person: { name: { zh: string } } | null }[];
}

describe('when parts of the product are killed', () => {
  let stage: DemoStage<Stack>;
  onStage((opened) => (stage = opened));

  /** Transitions of a request, by the journal. */
  const decisions = async (id: string): Promise<number[]> => {
    const { body } = await (await stage.person('李娜')).call<Timeline>('GET', `/requests/${id}/timeline`);
    return body.items.flatMap(({ n }) => (n === null ? [] : [n]));
  };

  it('a worker that dies between press and answer loses no decision and makes none twice', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit('expense-reimbursement', await expenseOf(requester, '450.00'));
    const desk = await stage.desk('张伟');
    await desk.go(`/requests/${id}`);
    await desk.page.locator('.ant-btn-primary').filter({ hasText: '审核通过' }).waitFor();
    await stage.stack.worker.kill();
    await desk.decide(/审核通过/);
    await desk.sees('已提交，等待确认');
    expect(await decisions(id)).toEqual([1]);
    await desk.page.reload();
    await desk.sees('已提交，等待确认');
    await stage.stack.worker.start();
    await stage.standsAt(id, '李娜', 'finance-check');
    expect(await decisions(id)).toEqual([1, 2]);
    await desk.page.getByText('已提交，等待确认').waitFor({ state: 'hidden' });
  }, 120_000);
});
