import type { DemoStage } from '../e2e/world/demo-stage';
import { expenseOf } from '../e2e/world/forms';
import { onStage } from '../e2e/world/on-stage';

interface Timeline {
  items: { n: number | null; action: string; person: { name: { zh: string } } | null }[];
}

describe('when parts of the product are killed', () => {
  let stage: DemoStage;
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

  it('everything restarted loses nothing that was acknowledged', async () => {
    const requester = await stage.person('李娜');
    const views = [];
    for (const amount of ['310.00', '320.00', '330.00'])
      views.push(await requester.submit('expense-reimbursement', await expenseOf(requester, amount)));
    const [first, second] = views;
    await (await stage.person('张伟')).decide(first!.id, 'approve');
    await Promise.all([stage.stack.worker.kill(), stage.stack.api.kill()]);
    await Promise.all([stage.stack.api.start(), stage.stack.worker.start()]);
    for (const [view, where] of [
      [first, 'finance-check'],
      [second, 'superior-review'],
    ] as const) {
      await stage.standsAt(view!.id, '李娜', where);
    }
    await (await stage.person('张伟')).decide(second!.id, 'approve');
    await stage.standsAt(second!.id, '李娜', 'finance-check');
    expect(await decisions(second!.id)).toEqual([1, 2]);
    expect(await stage.stack.cli('verify-journal')).toMatch(/\d/);
  }, 120_000);
});
