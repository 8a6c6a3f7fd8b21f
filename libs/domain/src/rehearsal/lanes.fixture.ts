import { definitionSchema, type Definition } from '../definition/definition.schema';
import { openSeats, recordOf, standingSteps } from '../request/standing';
import { EXPENSE } from './expense.fixture';
import { Play } from './play.fixture';
import { formOf } from './staffed.fixture';

export const titled = (en: string) => ({ zh: `${en}（中）`, en });

/** A step that any checker decides. */
export const checker = (id: string, more: object = {}) => ({
  id,
  title: titled(id),
  kind: 'approve',
  assignee: { by: 'role', role: 'checker' },
  ...more,
});

/** A lane of steps. */
export const lane = (title: string, steps: object[], more: object = {}) => ({ title: titled(title), steps, ...more });

/** A definition of the expense form with this flow. */
export function flowOf(flow: object[]): Definition {
  return definitionSchema.parse({ ...EXPENSE, submitChecks: [], flow });
}

const back = { returns: { to: ['requester', 'previous', 'first', 'legal', 'money'], resume: 'choose' } };
export const copy = { id: 'tell', title: titled('Tell'), kind: 'cc', to: [{ by: 'role', role: 'secretary' }] };

/** `first`, then `legal`, a copy and `seal` beside `money`, then `last`. */
export function together(join: 'all' | 'any' | number = 'all', change: Record<string, object> = {}): Definition {
  const human = (id: string, more: object = {}) => checker(id, { ...more, ...change[id] });
  const lanes = [
    lane(
      'Law',
      [human('legal'), copy, human('seal', { returns: { to: ['requester', 'previous', 'first', 'legal'], resume: 'choose' } })],
      change['law'],
    ),
    lane('Money', [human('money', { returns: { to: ['requester', 'previous', 'first'], resume: 'choose' } })], change['purse']),
  ];
  const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes, join, ...change['both'] };
  return flowOf([human('first'), both, human('last', back)]);
}

/** Three lanes of one step each, `a`, `b` and `c`, then `last`. */
export function three(more: object = {}, lanes: object = {}): Definition {
  const all = ['a', 'b', 'c'].map((id) => lane(id, [checker(id)], lanes));
  return flowOf([{ id: 'three', title: titled('Three'), kind: 'parallel', lanes: all, ...more }, checker('last')]);
}

/** Every step has one person, called after it. */
export function peopled(definition: Definition): Play {
  const play = new Play(definition);
  for (const id of play.process.order) play.seat(id, `${id}-er`);
  return play.seat('tell', 'sun');
}

/** The step's first person acts on it. */
export function act(play: Play, type: 'approve' | 'reject' | 'return', id: string, more: object = {}) {
  const [, seat] = openSeats(recordOf(play.context, id))[0] ?? [];
  return play.do(type, seat?.person ?? 'nobody', { step: id, generation: seat?.generation ?? 0, comment: '—', ...more });
}

/** Submitted. */
export function begun(definition: Definition, amount = 1200): Play {
  const play = peopled(definition);
  play.do('submit', 'ann', { form: formOf(amount) });
  return play;
}

/** Submitted and past `first`: both lanes are open. */
export function forked(definition = together()): Play {
  const play = begun(definition);
  act(play, 'approve', 'first');
  return play;
}

export const open = (play: Play) => standingSteps(play.context).sort();
/** Approves steps one after the other; none may be refused. */
export function done(play: Play, ...steps: string[]): void {
  for (const id of steps) {
    const refused = act(play, 'approve', id);
    if (refused) throw new Error(`Expected to approve ${id}, but it is refused: ${refused.code}`);
  }
}
