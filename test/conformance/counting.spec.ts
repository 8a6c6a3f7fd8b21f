import { definitionSchema, type Definition } from '../../libs/domain/src/definition/definition.schema';
import { compile } from '../../libs/domain/src/machine/compile';
import { cny, sampleDefinition, sampleDirectory } from '../../libs/domain/src/people/sample-company.fixture';
import { inOneGo } from '../../libs/domain/src/preview/in-one-go.fixture';
import { preview } from '../../libs/domain/src/preview/preview';
import { EXPENSE } from '../../libs/domain/src/rehearsal/expense.fixture';
import { changed, fold, Play } from '../../libs/domain/src/rehearsal/play.fixture';
import { formOf, told } from '../../libs/domain/src/rehearsal/staffed.fixture';
import { openSeats, recordOf, standingSteps } from '../../libs/domain/src/request/standing';
import { verify } from '../../libs/domain/src/verify/verify';

/** What the next rule of counting costs: one file (`toys/agree.step.ts`) and one line in the list of kinds, the only thing that is changed here. */
jest.mock('../../libs/domain/src/definition/steps', () => {
  const { STEP_KINDS } = jest.requireActual<{ STEP_KINDS: object }>('../../libs/domain/src/definition/steps');
  const { agreeStep } = jest.requireActual<{ agreeStep: object }>('./toys/agree.step');
  return { STEP_KINDS: { ...STEP_KINDS, agree: agreeStep } };
});

const text = (en: string) => ({ zh: `${en}（中）`, en });
const role = { by: 'role', role: 'checker' };
const first = { id: 'first', title: text('First'), kind: 'review', assignee: role };
const agree = { id: 'agree', title: text('Agree'), kind: 'agree', of: 2, assignee: role };
const last = {
  id: 'last',
  title: text('Last'),
  kind: 'approve',
  assignee: role,
  returns: { to: ['agree', 'requester'], resume: 'choose' },
};

function flowOf(change: object = {}, of: object = {}): Definition {
  return definitionSchema.parse({ ...EXPENSE, submitChecks: [], flow: [{ ...first, ...of }, { ...agree, ...change }, last] });
}

function asked(definition = flowOf()): Play {
  const play = new Play(definition).seat('first', 'fi').seat('agree', 'al', 'bea', 'cy').seat('last', 'la');
  play.do('submit', 'ann', { form: formOf(1200) });
  play.do('approve', 'fi', { step: 'first' });
  return play;
}

/** A word of one person on the step, about their own task. */
function says(play: Play, person: string, type: 'approve' | 'reject' | 'return' = 'approve', more: object = {}) {
  const seat = Object.values(recordOf(play.context, 'agree')?.seats ?? {}).find((each) => each.person === person);
  return play.do(type, person, { step: 'agree', generation: seat?.generation ?? 0, comment: '—', ...more });
}

const waits = (play: Play) => openSeats(recordOf(play.context, 'agree')).map(([, { person }]) => person);

describe('a kind of step that counts in its own way, one file and one line', () => {
  it('stays open until enough have agreed; whoever was not needed any more is asked no longer', () => {
    const play = asked();
    expect(says(play, 'al')).toBeNull();
    expect([told(play.events), waits(play)]).toEqual([['task.decided agree al'], ['bea', 'cy']]);
    expect(says(play, 'al')).toMatchObject({ code: 'already-decided', params: { by: 'al', own: true } });
    expect(says(play, 'fi')).toMatchObject({ code: 'invalid-state' });
    expect(play.do('approve', 'fi', { step: 'agree', generation: play.generation('agree') })).toMatchObject({ code: 'not-assignee' });
    expect(says(play, 'cy')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided agree cy', 'task.closed agree bea', 'step.passed agree', 'task.opened last la']);
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('is rejected once so many can no longer agree, not by one no', () => {
    const play = asked();
    expect(says(play, 'bea', 'reject')).toBeNull();
    expect(play.context.outcome).toBeNull();
    expect(says(play, 'cy', 'reject')).toBeNull();
    expect(play.context.outcome).toBe('rejected');
    expect(told(play.events)).toEqual(['task.decided agree cy', 'task.closed agree al', 'request.finished']);
  });

  it('goes back with one return, and asks all of them again afterwards', () => {
    const play = asked();
    says(play, 'al');
    expect(says(play, 'bea', 'return', { to: 'previous' })).toBeNull();
    expect(standingSteps(play.context)).toEqual(['first']);
    play.do('approve', 'fi', { step: 'first' });
    expect(waits(play)).toEqual(['al', 'bea', 'cy']);
  });

  it('undoes the words of two people apart from each other, and only the last one that settled it', () => {
    const play = asked(flowOf({ of: 3 }));
    says(play, 'al');
    says(play, 'bea');
    expect(play.do('undo', 'al')).toBeNull();
    expect(told(play.events)).toEqual(['decision.undone agree', 'task.opened agree al']);
    expect(waits(play)).toEqual(['al', 'cy']);
    says(play, 'cy');
    says(play, 'al');
    expect(play.do('undo', 'bea')).toMatchObject({ code: 'not-undoable' });
    expect(play.do('undo', 'al')).toBeNull();
    expect(waits(play)).toEqual(['al']);
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('keeps seats and words of those who may stay when the company changes, and counts again', () => {
    const play = asked();
    says(play, 'al');
    play.seat('agree', 'al', 'dot');
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual(['task.closed agree bea', 'task.closed agree cy', 'task.opened agree dot']);
    play.seat('agree', 'dot', 'eve');
    changed(play);
    expect(waits(play)).toEqual(['dot', 'eve']);
    expect([says(play, 'dot'), says(play, 'eve')]).toEqual([null, null]);
    expect(standingSteps(play.context)).toEqual(['last']);
  });

  it('asks again only whose word was about another content, while others are still out', () => {
    const plan = { fields: { write: ['inPlan'] } };
    const reads = { commentRequired: { eq: [{ field: 'inPlan' }, { value: false }] } };
    const lastWrites = { ...last, ...reads };
    const definition = definitionSchema.parse({
      ...EXPENSE,
      submitChecks: [],
      flow: [{ ...first, ...plan }, agree, lastWrites],
    });
    const play = new Play(definition).seat('first', 'fi').seat('agree', 'al', 'bea', 'cy').seat('last', 'la');
    play.do('submit', 'ann', { form: formOf(1200) });
    play.do('approve', 'fi', { step: 'first', fields: { inPlan: true } });
    says(play, 'al');
    expect(waits(play)).toEqual(['bea', 'cy']);
    says(play, 'bea');
    play.do('return', 'la', { step: 'last', to: 'agree', resume: 'straight-back', comment: '—' });
    expect(waits(play)).toEqual(['al', 'bea', 'cy']);
  });

  it('is foreseen with everybody agreeing', () => {
    const people = { by: 'role', role: 'treasury-cashier' };
    const process = compile(
      sampleDefinition({
        flow: [
          { ...agree, of: 1, assignee: people },
          { ...last, assignee: { by: 'superior' } },
        ] as never,
      }),
    );
    const input = { form: { amount: cny(12_300) }, requesterId: 'na', directory: sampleDirectory(), params: {}, choices: {} };
    expect(inOneGo(preview(process, input)).steps.map(({ step, people: who }) => `${step} ${who.join()}`)).toEqual([
      'agree chen',
      'last zhang',
    ]);
  });

  it('is blocked, with its reason, where so few are found that it could never pass', () => {
    const process = compile(sampleDefinition({ flow: [{ ...agree, of: 2, assignee: { by: 'superior' } }] as never }));
    const input = { form: { amount: cny(12_300) }, requesterId: 'na', directory: sampleDirectory(), params: {}, choices: {} };
    expect(inOneGo(preview(process, input))).toMatchObject({ blockedAt: 'agree' });
  });

  it('says itself what is wrong with one of its steps, beside what is wrong with any that people decide', () => {
    const codes = (change: object) => verify(flowOf(change)).map(({ code, path }) => `${code} ${path}`);
    expect(codes({ assignee: { by: 'person', person: 'al' } })).toContain('never-agrees flow.1.of');
    expect(codes({ assignee: { by: 'requester' } })).toContain('requester-decides flow.1.assignee');
    expect(codes({ fallback: [{ by: 'climb', of: 'requester' }] })).toContain('climb-without-authority flow.1.fallback.0');
  });
});
