import type { DemoStage } from './world/demo-stage';
import { researchOf } from './world/forms';
import { onStage } from './world/on-stage';

type Kind = 'annual' | 'monthly' | 'major-special' | 'general';

/** Who decides each kind, in order, with what each has to write. */
const KINDS: { kind: Kind; budget: string; walk: [person: string, step: string, body: object][] }[] = [
  { kind: 'annual', budget: '32000.00', walk: plan('market-review', {}) },
  { kind: 'monthly', budget: '8000.00', walk: plan('market-review', {}) },
  { kind: 'major-special', budget: '68000.00', walk: plan('major-review', { fields: { major: true } }) },
  { kind: 'general', budget: '3000.00', walk: [['高扬', 'business-approval', {}]] },
];

function plan(review: string, reviewed: object): [string, string, object][] {
  const opinion = { stance: 'for', comment: '预算合理', fields: { recommendedBudget: { amount: '30000.00', currency: 'CNY' } } };
  return [
    ['唐磊', review, reviewed],
    ['宋岚', 'financial-opinion', opinion],
    ['唐磊', 'market-sign-off', {}],
    ['郑国华', 'gm-approval', {}],
  ];
}

describe('a research plan, in the browser', () => {
  let stage: DemoStage;
  onStage((opened) => (stage = opened));

  it.each(KINDS)(
    'of the kind $kind passes the people that its kind asks for',
    async ({ kind, budget, walk }) => {
      const drafter = await stage.person('吴迪');
      const form = researchOf(kind, budget) as { topic: string };
      const { id } = await drafter.submit('research-plan-approval', form);
      for (const [name, step, body] of walk.slice(0, -1)) {
        const person = await stage.person(name);
        expect((await person.read(id)).task?.step).toBe(step);
        await person.decide(id, 'approve', body);
      }
      const [last, step] = walk.at(-1) ?? ['', ''];
      const desk = await stage.desk(last);
      await desk.openRow(new RegExp(form.topic));
      expect((await (await stage.person(last)).read(id)).task?.step).toBe(step);
      await desk.decide(/同意/);
      await stage.standsAt(id, '吴迪', 'approved');
      const desk2 = await stage.desk('Wu Di', { locale: 'en' });
      await desk2.go(`/requests/${id}`);
      await desk2.page
        .getByRole('img', { name: /Approved|已批准/ })
        .first()
        .waitFor();
    },
    120_000,
  );

  it('with an opinion against goes on only with a comment', async () => {
    const drafter = await stage.person('吴迪');
    const { id } = await drafter.submit('research-plan-approval', researchOf('annual', '20000.00'));
    await (await stage.person('唐磊')).decide(id, 'approve');
    const against = { stance: 'against', comment: '超出年度安排', fields: { recommendedBudget: { amount: '9000.00', currency: 'CNY' } } };
    await (await stage.person('宋岚')).decide(id, 'approve', against);
    const desk = await stage.desk('唐磊');
    await desk.go(`/requests/${id}`);
    await desk.decide(/签准/);
    await desk.sees('请先写意见');
    await desk.page.getByLabel('意见', { exact: true }).fill('按财务意见压缩，仍需执行');
    await desk.decide(/签准/);
    // Somebody is against it: that stands in the question too, and is asked before anything is sent.
    const asked = desk.page.getByRole('dialog');
    await asked.getByText('财务部意见：反对').waitFor();
    await asked.getByText('宋岚').waitFor();
    await asked.getByRole('button', { name: /签\s?准/ }).click();
    await stage.standsAt(id, '吴迪', 'gm-approval');
  }, 120_000);
});
