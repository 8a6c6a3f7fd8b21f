import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { onSharedStage } from './world/on-stage';

const label = (zh: string, en: string) => ({ zh, en });
const role = (name: string) => ({ by: 'role', role: name, scope: 'company' });

/** Checked within an hour of the day from which it counts; superiors hear of it when it is not, and in the end another department has it. */
const TIMED = {
  key: 'timed-check',
  version: 1,
  title: label('限时核对', 'Timed check'),
  area: 'store',
  numberPrefix: 'XS',
  start: { everyone: true },
  form: {
    fields: [
      { key: 'topic', type: 'text', label: label('事项', 'Topic'), required: true },
      { key: 'from', type: 'date', label: label('从哪天起算', 'Counted from'), required: true },
    ],
  },
  sentence: label('{requester}：{topic}', '{requester}: {topic}'),
  rowTitle: label('{topic}', '{topic}'),
  flow: [
    {
      kind: 'approve',
      id: 'check',
      title: label('运营经理核对', 'Check by the operations manager'),
      assignee: role('ops-manager'),
      returns: { to: ['requester'], resume: 'walk-again' },
      due: {
        field: 'from',
        working: { hours: 1 },
        remind: [],
        ladder: [
          { after: { hours: 1 }, to: 'superior' },
          { after: { hours: 2 }, to: 'next-superior' },
          { after: { hours: 3 }, to: role('market-director'), handOn: true },
        ],
      },
    },
  ],
};

/** A clock that has run: the day from which the hours count lies a month back. */
const LONG_AGO = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);

describe('a deadline that nobody keeps', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  beforeAll(async () => {
    const admin = await administrator(stage.stack);
    expect((await admin.post('/definitions', TIMED)).status).toBe(201);
    expect((await publish(admin, TIMED)).status).toBe(200);
  });

  const taken = async (desk: Desk, name: string): Promise<void> => {
    const folder = process.env['PICTURES'];
    if (folder) await desk.page.screenshot({ path: `${folder}/${name}.png` });
  };

  it('is told upward rung by rung, and hands the task on: each of them reads of it, and only the last decides', async () => {
    const requester = await stage.person('李娜');
    const { id } = await requester.submit(TIMED.key, { topic: '国庆橱窗', from: LONG_AGO });
    await stage.standsWith(id, '李娜', '唐磊');

    for (const name of ['孙倩', '周岩', '郑国华']) {
      const desk = await stage.desk(name);
      await desk.go('/notifications');
      await desk.sees(/国庆橱窗.*超时未办/);
      await taken(desk, `ladder-notices-${name}`);
      await desk.go(`/requests/${id}`);
      await desk.sees('「运营经理核对」超时未办，由孙倩转给唐磊');
      await desk.sees('原处理人超时未办，转来处理');
      expect(await desk.page.getByRole('button', { name: '同意' }).count()).toBe(0);
      await taken(desk, `ladder-request-${name}`);
    }
    const last = await stage.desk('唐磊');
    await last.openRow('国庆橱窗');
    await last.sees('原处理人超时未办，转来处理');
    await last.settled();
    await taken(last, 'ladder-inbox');
    await last.decide(/同意/);
    await stage.standsAt(id, '李娜', 'approved');
  });
});
