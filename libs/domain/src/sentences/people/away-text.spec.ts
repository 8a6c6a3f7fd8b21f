import { compile } from '../../machine/compile';
import type { Absence } from '../../people/directory';
import { cny, sampleDefinition, sampleDirectory } from '../../people/sample-company.fixture';
import { inOneGo } from '../../preview/in-one-go.fixture';
import { preview } from '../../preview/preview';
import { names } from '../sentence-scene.fixture';
import { foreseenText } from '../outlook-text';
import { reasonText, whyLine } from './why-line';

const until = '2026-12-04T10:00:00.000Z';
const text = (zh: string) => ({ zh, en: zh });

/** Li Na's expense of ¥800: her superior Zhang Wei reviews it, then it climbs; whoever has reviewed it does not approve it. */
const flow = [
  { id: 'review', kind: 'review', title: { zh: '上级审核', en: 'Review' }, assignee: { by: 'superior', level: 1 } },
  {
    ...{ id: 'approval', kind: 'approve', title: { zh: '批准', en: 'Approval' }, assignee: { by: 'climb' } },
    authority: { kind: 'approve-within-limit', matter: 'expense', amount: 'amount' },
    samePerson: 'ask',
  },
  { id: 'pay', kind: 'work', title: text('付款'), assignee: { by: 'role', role: 'treasury-cashier', scope: 'company' } },
];

/** The way foreseen while people are away; `apart`: whoever reviews it does not approve it. */
function ahead(absences: Absence[], apart = false) {
  const steps = flow.map((step) => (apart && step.id === 'approval' ? { ...step, distinctFrom: ['review'] } : step));
  const definition = sampleDefinition({ flow: steps as never });
  const found = inOneGo(
    preview(compile(definition), {
      ...{ form: { amount: cny(800) }, requesterId: 'na', params: {}, choices: {} },
      directory: { ...sampleDirectory(), absences },
    }),
  );
  return { steps: found.steps, context: { definition, names, toRequester: true } };
}

const ZHANG = (standIn: string): Absence => ({ person: 'zhang', standIn, processes: null, until });

describe('what is said where somebody is away', () => {
  it('goes on past a step that a stand-in decides', () => {
    const { steps } = ahead([ZHANG('sun')]);
    expect(steps.map(({ step, people }) => [step, people])).toEqual([
      ['review', ['sun']],
      ['approval', ['sun']],
      ['pay', ['chen']],
    ]);
  });

  it('tells for whom they are asked, and the limit of whose name stands there', () => {
    const { steps, context } = ahead([ZHANG('sun')]);
    const said = steps.map((step) => foreseenText(step, context).why);
    expect(said[0]).toEqual({ zh: '代张伟（您的直属上级）', en: 'For Zhang Wei (your direct superior)' });
    expect(said[1]).toEqual({ zh: '代张伟 · 额度 ¥5,000 覆盖 ¥800', en: 'For Zhang Wei · limit ¥5,000 covers ¥800' });
    expect(whyLine(steps[0]!.derivation!, context, 'sun').zh).toBe('您的直属上级。张伟离岗，由孙倩代办');
    expect(whyLine(steps[1]!.derivation!, context, 'sun').zh).toContain('张伟 离岗 ✕ → 孙倩 ¥5,000 ✓');
  });

  it('tells why it is not whoever was named', () => {
    const { steps, context } = ahead([ZHANG('song')], true);
    const [review, approval] = steps;
    expect(review).toMatchObject({ people: ['song'] });
    // Whoever has reviewed it does not approve it, for whomever they have done it.
    expect(approval).toMatchObject({ people: ['sun'] });
    expect(reasonText(approval!.derivation!, context, 'sun').zh).toContain('额度 ¥5,000 覆盖 ¥800');
    const own = ahead([ZHANG('na')]);
    expect(foreseenText(own.steps[0]!, own.context).why).toEqual({
      zh: '代张伟（您的直属上级），因李娜是申请人本人',
      en: 'For Zhang Wei (your direct superior), as Li Na is the requester',
    });
    expect(whyLine(own.steps[0]!.derivation!, own.context).zh).toBe('您的直属上级。张伟离岗，李娜是申请人本人，上行到孙倩');
    expect(foreseenText(own.steps[1]!, own.context).why.zh).toBe('代张伟，因李娜是申请人本人 · 额度 ¥5,000 覆盖 ¥800');
    const both = ahead([ZHANG('zhou'), { ...ZHANG('chen'), person: 'zhou' }]);
    expect(foreseenText(both.steps[0]!, both.context).why.zh).toBe('代张伟（您的直属上级），因周岩也不在岗');
  });
});
