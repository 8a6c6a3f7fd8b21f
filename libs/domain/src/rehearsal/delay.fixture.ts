import { definitionSchema, type Definition } from '../definition/definition.schema';
import { recordOf } from '../request/standing';
import { EXPENSE } from './expense.fixture';
import { checker, titled } from './lanes.fixture';
import { START, type Play } from './play.fixture';
import { yuan } from './staffed.fixture';

/** A step that waits. */
export const waits = (until: object, more: object = {}) => ({ id: 'wait', title: titled('Wait'), kind: 'delay', until, ...more });
export const HOURS = { working: { hours: 4 } };
export const DAY = 86_400;
/** A moment so many seconds after the play began. */
export const after = (seconds: number) => new Date(START + seconds * 1_000).toISOString();

/** The step waits until so many seconds after the play began. */
export function until(play: Play, seconds: number, more: object = {}): Play {
  play.verdicts['wait'] = { kind: 'until', at: after(seconds), ...more };
  return play;
}

export const statusOf = (play: Play) => recordOf(play.context, 'wait')?.status;

/** `first`, a wait, `last`; a date that the requester fills in. */
export function dated(more: object = {}, fill: 'start' | 'step' = 'start', flow?: object[]): Definition {
  const day = { key: 'opensOn', type: 'date', label: titled('Opens on'), filledAt: fill };
  const { form } = EXPENSE;
  return definitionSchema.parse({
    ...EXPENSE,
    submitChecks: [],
    form: { fields: [...form.fields, day] },
    flow: flow ?? [
      checker('first'),
      waits({ field: 'opensOn', days: -2, at: '08:30', ...more }),
      checker('last', { returns: { to: ['requester', 'first'], resume: 'choose' } }),
    ],
  });
}
/** A form, with the date or without. */
export const form = (opensOn?: string) => ({
  reason: 'Tools',
  items: [{ day: '2026-02-20', invoice: 'A1', amount: yuan(1200) }],
  ...(opensOn === undefined ? {} : { opensOn }),
});
