import type { DefinitionInput } from '../definition/definition.schema';
import { directoryOf } from './company.fixture';
import { EXPENSE, expense } from './expense.fixture';
import { Play } from './play.fixture';
import { formOf } from './staffed.fixture';

type StepInput = DefinitionInput['flow'][number];

const title = { zh: '节点', en: 'Step' };
const LARGE = { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] };
const pick = (id: string, more: object = {}): StepInput =>
  ({ id, title, kind: 'approve', assignee: { by: 'choice' }, ...more }) as unknown as StepInput;
const CHECK = pick('check', { assignee: { by: 'role', role: 'checker' }, fields: { write: ['inPlan'] } });
const branch = (id: string, cases: object[], otherwise: StepInput[] = [], more: object = {}): StepInput =>
  ({ id, title, kind: 'branch', cases: cases.map((each) => ({ title, ...each })), otherwise, ...more }) as unknown as StepInput;
const ends = (when: object): StepInput => ({ id: 'stop', title, kind: 'end', when }) as unknown as StepInput;

/** A request with these steps, and everybody on them. */
function playOf(...flow: StepInput[]): Play {
  const play = new Play(expense({ flow, submitChecks: [] }));
  for (const step of play.process.order) play.seat(step, 'bo');
  return play;
}

const submit = (play: Play, amount = 1200, choices?: Record<string, string>) =>
  play.do('submit', 'ann', { form: formOf(amount), ...(choices ? { choices } : {}) });
const asks = (...steps: string[]) => ({ code: 'choice-required', params: { steps } });

describe('a step whose person the requester picks', () => {
  it('keeps the request from being submitted until somebody was picked', () => {
    const play = playOf(pick('first'), pick('second'));
    expect(submit(play)).toEqual(asks('first', 'second'));
    expect(submit(play, 1200, { first: 'bo', second: ' ' })).toEqual(asks('second'));
    expect(submit(play, 1200, { first: 'bo', second: 'cy' })).toBeNull();
    expect(play.context.choices).toEqual({ first: 'bo', second: 'cy' });
  });

  it.each<[string, StepInput[], number, string[]]>([
    ['its own condition', [pick('own', { when: LARGE })], 6000, ['own']],
    ['its own condition, which does not hold', [pick('own', { when: LARGE })], 1200, []],
    ['the case that is taken', [branch('size', [{ when: LARGE, steps: [pick('large')] }], [pick('small')])], 6000, ['large']],
    ['no case being taken', [branch('size', [{ when: LARGE, steps: [pick('large')] }], [pick('small')])], 1200, ['small']],
    [
      'a branch that is skipped',
      [branch('size', [{ when: LARGE, steps: [] }], [pick('small')], { when: LARGE }), pick('last')],
      1200,
      ['last'],
    ],
    [
      'an earlier case',
      [
        branch('size', [
          { when: LARGE, steps: [] },
          { when: { filled: { field: 'amount' } }, steps: [pick('second')] },
        ]),
      ],
      6000,
      [],
    ],
    ['an earlier end', [ends(LARGE), pick('late')], 6000, []],
    ['an end that is not reached', [ends(LARGE), pick('late')], 1200, ['late']],
    ['the roles of the requester', [pick('own', { when: { requesterHasRole: 'clerk' } })], 1200, ['own']],
    ['a parameter', [pick('own', { when: { eq: [{ param: 'opinionAsked' }, { value: false }] } })], 1200, []],
    ['what a step is expected to write', [pick('own', { when: { eq: [{ field: 'inPlan' }, { value: true }] } })], 1200, ['own']],
  ])('is asked for as the walk comes to it: %s', (_, flow, amount, steps) => {
    expect(submit(playOf(CHECK, ...flow), amount)).toEqual(steps.length > 0 ? asks(...steps) : null);
  });

  it('asks by the parameters that the company has set', () => {
    const play = playOf(pick('own', { when: { eq: [{ param: 'opinionAsked' }, { value: true }] } }), pick('other'));
    play.params = { opinionAsked: false };
    expect(submit(play)).toEqual(asks('other'));
  });

  it('keeps what was picked when the request is submitted again', () => {
    const play = playOf(pick('first'));
    submit(play, 1200, { first: 'bo' });
    play.do('return', 'bo', { to: 'requester', comment: 'again' });
    expect(play.do('resubmit', 'ann', { form: formOf(900) })).toBeNull();
    play.do('return', 'bo', { to: 'requester', comment: 'again' });
    expect(play.do('resubmit', 'ann', { form: formOf(900), choices: { other: 'bo' } })).toEqual(asks('first'));
  });

  it('stands once its person has decided or sent it straight back: nobody picks another critic instead', () => {
    const returns = { to: ['requester'], resume: 'straight-back' };
    const play = playOf(pick('first', { returns }), pick('second', { returns }), pick('third'));
    submit(play, 1200, { first: 'bo', second: 'bo', third: 'bo' });
    play.do('approve', 'bo');
    play.do('return', 'bo', { to: 'requester', comment: 'no way' });
    const other = { first: 'cy', second: 'cy', third: 'cy' };
    expect(play.do('resubmit', 'ann', { form: formOf(1200), choices: other })).toBeNull();
    expect([play.value, play.context.choices]).toEqual(['second', { first: 'bo', second: 'bo', third: 'cy' }]);
  });

  it('may be picked anew where everything is walked again, which is told', () => {
    const play = playOf(pick('first'));
    submit(play, 1200, { first: 'bo' });
    play.do('return', 'bo', { to: 'requester', comment: 'again' });
    expect(play.do('resubmit', 'ann', { form: formOf(900), choices: { first: 'cy' } })).toBeNull();
    expect(play.context.choices).toEqual({ first: 'cy' });
    expect(play.events).toContainEqual({ type: 'choice.changed', step: 'first', from: 'bo', to: 'cy' });
  });

  it('says nothing where the same person is picked again', () => {
    const play = playOf(pick('first'));
    submit(play, 1200, { first: 'bo' });
    play.do('return', 'bo', { to: 'requester', comment: 'again' });
    expect(play.do('resubmit', 'ann', { form: formOf(900), choices: { first: 'bo' } })).toBeNull();
    expect(play.events.map(({ type }) => type)).not.toContain('choice.changed');
  });
});

describe('somebody whom a field names for a step of a certain role', () => {
  const NAMES = { by: 'field', field: 'mates', roles: ['checker'] };
  const named = (id: string, more: object = {}): StepInput =>
    ({ id, title, kind: 'review', assignee: NAMES, ...more }) as unknown as StepInput;

  /** In a company in which Chen is a checker and Bo is none. */
  function playIn(flow: StepInput[], filledAt = 'start'): Play {
    const { form } = EXPENSE;
    const mates = { key: 'mates', type: 'people', label: title, filledAt };
    const play = new Play(expense({ flow, submitChecks: [], form: { fields: [...form.fields, mates] } } as unknown as DefinitionInput));
    const posts = [
      ['ann', 'clerk'],
      ['bo', 'lead'],
      ['chen', 'checker'],
    ].map(([person = '', role = '']) => ({ id: `post-${person}`, person, role, unit: 'shop', superior: null }));
    const active = { ann: true, bo: true, chen: true };
    play.directory = directoryOf({ active, posts, authorities: [], operators: ['op'], away: {} }, '2026-03-02T02:00:00.000Z');
    return play;
  }
  const submits = (play: Play, people: string[], amount = 1200) => play.do('submit', 'ann', { form: formOf(amount, { mates: people }) });
  const refused = (step: string) => ({ code: 'lacks-role', params: { field: 'mates', step } });

  it('is refused on the form, also beside somebody who holds it, and may decide where they do', () => {
    const play = playIn([named('check')]);
    expect(submits(play, ['bo'])).toEqual(refused('check'));
    expect(submits(play, ['chen', 'bo'])).toEqual(refused('check'));
    expect(submits(play, ['chen'])).toBeNull();
  });

  it('is taken where the request does not come to that step', () => {
    const flow = [named('check', { when: LARGE }), pick('last', { assignee: { by: 'role', role: 'lead' } })];
    expect(submits(playIn(flow), ['bo'])).toBeNull();
    expect(submits(playIn(flow), ['bo'], 6000)).toEqual(refused('check'));
  });

  it('is refused where an earlier step names them, by what stands in the form and what it writes', () => {
    const first = {
      id: 'first',
      title,
      kind: 'review',
      assignee: { by: 'role', role: 'lead' },
      fields: { write: ['mates'] },
    } as unknown as StepInput;
    const play = playIn([first, named('check', { when: LARGE })], 'step');
    expect(play.do('submit', 'ann', { form: formOf(6000) })).toBeNull();
    expect(play.do('approve', 'bo', { fields: { mates: ['bo'] } })).toEqual(refused('check'));
    expect(play.do('approve', 'bo', { fields: { mates: ['chen'] } })).toBeNull();
    expect(play.value).toBe('check');
  });
});
