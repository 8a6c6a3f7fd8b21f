import { administrator } from '../support/administrator';
import { publish } from '../support/publish';
import { cutTexts } from './world/cut';
import type { DemoStage } from './world/demo-stage';
import type { Desk } from './world/desk';
import { researchOf } from './world/forms';
import { onSharedStage } from './world/on-stage';

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

const label = (zh: string, en: string) => ({ zh, en });
const WAYS = [
  { value: 'permit', title: label('凭许可申报', 'With a permit') },
  { value: 'without', title: label('无许可申报', 'Without a permit') },
  { value: 'director', title: label('总监申报', 'For directors'), roles: ['market-director'] },
];
/** A survey that people may ask help for while it is under way, and that comes in by several ways. */
const SURVEY = {
  ...{
    key: 'survey',
    version: 1,
    title: label('门店走访', 'Store survey'),
    area: 'research',
    numberPrefix: 'ZF',
    start: { everyone: true },
  },
  form: {
    fields: [
      { key: 'topic', type: 'text', label: label('主题', 'Topic'), required: true },
      {
        ...{ key: 'way', type: 'choice', label: label('申报方式', 'Declared'), required: true },
        options: WAYS.map(({ value, title }) => ({ value, label: title })),
      },
    ],
  },
  entrances: { field: 'way', each: WAYS },
  children: [
    {
      ...{ definition: 'survey', title: label('补充走访', 'Further survey'), map: { topic: { field: 'topic' } } },
      ...{ shows: ['topic'], by: ['requester', 'asked'] },
    },
  ],
  ...{ sentence: label('{topic}', '{topic}'), rowTitle: label('走访 {topic}', 'Survey {topic}') },
  flow: [
    { kind: 'approve', id: 'look', title: label('审核', 'Review'), assignee: { by: 'role', role: 'market-director', scope: 'company' } },
  ],
};

describe('a research plan, in the browser', () => {
  let stage: DemoStage;
  onSharedStage((opened) => (stage = opened));

  it.each(KINDS)('of the kind $kind passes the people that its kind asks for', async ({ kind, budget, walk }) => {
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
    const approved = desk.page.getByRole('img', { name: /Approved|已批准/ });
    await desk.go(`/requests/${id}`);
    await approved.first().waitFor();
  });

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
  });

  const taken = async (desk: Desk, name: string): Promise<void> => {
    const folder = process.env['PICTURES'];
    if (folder) await desk.page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  it('starts another request from one under way, which both pages say, and comes in by the way that is chosen', async () => {
    const admin = await administrator(stage.stack);
    expect((await admin.post('/definitions', SURVEY)).status).toBe(201);
    expect((await publish(admin, SURVEY)).status).toBe(200);
    const { id } = await (await stage.person('李娜')).submit('survey', { topic: '徐汇', way: 'permit' });
    const desk = await stage.desk('李娜');
    await desk.go(`/requests/${id}`);
    await desk.settled();
    await desk.press(/更多/);
    await desk.page.getByRole('menuitem', { name: /发起子申请/ }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByText('补充走访').waitFor();
    await taken(desk, 'child-dialog-1440-zh');
    await dialog.getByRole('button', { name: /发起子申请|确\s?定/ }).click();
    const card = desk.page.getByRole('region', { name: /子申请 1/ });
    await card.getByRole('link', { name: '走访 徐汇' }).waitFor();
    const operator = await stage.person('蒋明');
    await operator.call('POST', `/requests/${id}/suspend`, { body: { comment: '等等' } });
    await desk.sees(/子申请照常办理/);
    await taken(desk, 'child-parent-1440-zh');
    await card.getByRole('link', { name: '走访 徐汇' }).click();
    await desk.page.waitForURL(/start\/survey\?draft=/);
    await desk.go('/start');
    await desk.settled();
    const ways = desk.page.getByRole('group', { name: '门店走访' });
    await ways.getByText(/总监申报/).waitFor();
    await taken(desk, 'child-start-1440-zh');
    await ways.getByRole('link', { name: '无许可申报' }).click();
    await desk.page.locator('[data-field=way]').getByText('无许可申报').waitFor();
    await taken(desk, 'child-entered-1440-zh');
    const phone = await stage.desk('Li Na', { locale: 'en', width: 390, height: 844 });
    await phone.go(`/requests/${id}`);
    await phone.page.getByRole('region', { name: 'Child requests: 1' }).getByRole('link', { name: 'Survey 徐汇' }).waitFor();
    await taken(phone, 'child-parent-390-en');
    expect(await cutTexts(phone)).toEqual([]);
  });
});
