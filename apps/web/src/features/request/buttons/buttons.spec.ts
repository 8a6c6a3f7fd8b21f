import { BUTTON_PLACES, PERSON_OPERATIONS } from '@countersign/domain';
import type { AllowedCommand } from '../../../shared/api/wire';
import { keyOf, namesStep, buttonPlaces } from './buttons';
import { asksOf, bodyOf, commandOf, lacksOf, type SaidWith } from '../decision/command-of';
import { offering, option, task } from './option.fixture';

const nothing: SaidWith = { comment: '', stance: null, fields: {} };
const everything: SaidWith = {
  comment: ' 好 ',
  stance: 'against',
  fields: { plan: 'over' },
  person: 'person-1',
  from: 'person-2',
  to: 'requester',
  resume: 'straight-back',
  change: ['amount'],
  due: 'anew',
  form: { amount: '1' },
  item: 'till',
  seen: 7,
};

/** Every operation of the registry as a button, as the server tells of it. */
const all = PERSON_OPERATIONS.map(({ type, scope, onStep, place, key = null, body }) =>
  option({
    command: type,
    scope: scope as AllowedCommand['scope'],
    step: onStep ? 'check' : null,
    task: scope === 'task' ? 'task-1' : null,
    place,
    key,
    asks: Object.keys(body.shape) as AllowedCommand['asks'],
  }),
);

describe('the buttons of a request', () => {
  it('stand for every operation of the registry, each at one place', () => {
    const { main, ...places } = buttonPlaces(offering(...all));
    const placed = [...(main ? [main] : []), ...Object.values(places).flat()].map(keyOf);
    expect(placed.toSorted()).toEqual(all.map(keyOf).toSorted());
  });

  it.each(BUTTON_PLACES)('of another one that stands at “%s”, whatever its scope', (place) => {
    for (const scope of ['task', 'request', 'operator'] as const) {
      const another = option({ command: 'approve', scope, place, task: scope === 'task' ? 'task-1' : null, enabled: false });
      const { main, ...places } = buttonPlaces(offering(another));
      expect([...(main ? [main] : []), ...Object.values(places).flat()]).toEqual([another]);
    }
  });

  it('that say yes a second time stand beside the first', () => {
    const [first, second] = [option({ command: 'approve', place: 'main' }), option({ command: 'reject', place: 'main' })];
    expect(buttonPlaces(offering(first, second))).toMatchObject({ main: first, beside: [second] });
  });

  it('are no more than two beside the first: of the others those that can be pressed, the rest in the menu', () => {
    const off = (command: AllowedCommand['command']) => option({ command, place: 'beside', enabled: false });
    const [first, reject, back, claim] = [
      option({ command: 'approve', place: 'main', enabled: false }),
      off('reject'),
      off('return'),
      option({ command: 'claim', place: 'beside' }),
    ];
    expect(buttonPlaces(offering(first, reject, back, claim))).toMatchObject({ main: first, beside: [reject, claim], menu: [back] });
  });

  it('of another own task stand in the menu, and name their step', () => {
    const here = option({ command: 'approve', place: 'main' });
    const there = option({ command: 'approve', place: 'main', step: 'legal', task: 'task-2' });
    const view = offering(here, there);
    expect(buttonPlaces(view)).toMatchObject({ main: here, beside: [], menu: [there] });
    expect([here, there].map((each) => namesStep(view, each))).toEqual([true, true]);
    expect(namesStep(offering(here), here)).toBe(false);
  });
});

describe('a press', () => {
  it('goes to the task of its button, not to the first of its reader', () => {
    const view = offering(option({ command: 'approve' }), option({ command: 'approve', step: 'legal', task: 'task-2' }));
    expect(view.allowed.map((each) => commandOf(view, each, nothing).path)).toEqual(['/tasks/task-1/approve', '/tasks/task-2/approve']);
    expect(commandOf(view, view.allowed[1] as AllowedCommand, nothing).shown).toBe('shown');
  });

  it('of a request as a whole goes there, with nothing of what was shown', () => {
    const view = offering(option({ command: 'withdraw', scope: 'request', step: null, task: null }));
    expect(commandOf(view, view.allowed[0] as AllowedCommand, nothing)).toMatchObject({
      path: '/requests/request-1/withdraw',
      shown: null,
    });
  });

  it.each(all.map((each) => [each.command, each] as const))('brings what %s takes, and nothing else', (_command, each) => {
    const asked = task({ signed: true, fields: [{ key: 'plan' } as never], values: { plan: 'in', note: 'x' } });
    const targets = [{ to: 'requester', title: each.label, people: [], at: null, reason: null }];
    const body = bodyOf({ ...each, again: true, targets, resume: 'choose' }, everything, asked);
    // What is pressed alone is never one of several.
    const told = each.asks.filter((key) => key !== 'choices' && key !== 'bulk' && !(key === 'step' && each.step === null));
    expect(Object.keys(body).toSorted()).toEqual([...told].toSorted());
  });

  it('brings a comment without its blanks, what the step has already with what was written, and the step of its button', () => {
    const asks: AllowedCommand['asks'] = ['comment', 'fields', 'step', 'person'];
    const asked = task({ fields: [{ key: 'plan' } as never], values: { plan: 'in', note: 'x' } });
    expect(bodyOf(option({ command: 'assign', asks }), everything, asked)).toEqual({
      comment: '好',
      fields: { plan: 'over', note: 'x' },
      step: 'check',
      person: 'person-1',
    });
  });

  it('asks for what its button takes and its step has, and says what is missing', () => {
    const signed = task({ signed: true });
    const each = option({ command: 'approve', asks: ['comment', 'fields', 'stance', 'person', 'to', 'resume'] });
    expect(asksOf(each, signed)).toEqual(['stance', 'person']);
    expect(
      asksOf({ ...each, targets: [{ to: 'x', title: each.label, people: [], at: null, reason: null }], resume: 'choose' }, task()),
    ).toEqual(['person', 'to', 'resume']);
    expect(lacksOf(each, nothing, signed)).toEqual(['stance']);
    expect(lacksOf(each, nothing, task())).toEqual([]);
    expect(lacksOf({ ...each, needsComment: true }, { ...nothing, comment: ' ' }, signed)).toEqual(['stance', 'comment']);
  });
});
