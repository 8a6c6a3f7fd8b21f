import type { Definition } from '../definition/definition.schema';
import type { Effect } from '../request/effect';
import type { FormValues, Outcome } from '../request/request-state';
import type { ChildRecord } from '../request/links/child-record';
import { recordOf } from '../request/standing';
import type { Refusal } from '../request/refusal';
import { checker, done, flowOf, peopled, titled } from './lanes.fixture';
import type { Play } from './play.fixture';

/** A step that starts another process with the reason of this one. */
export const starts = (more: object = {}) => ({
  id: 'child',
  title: titled('Child'),
  kind: 'subprocess',
  definition: 'other',
  map: { subject: { field: 'reason' } },
  ...more,
});

/** One request for each row. */
export const table = { each: 'items', map: { subject: { column: 'invoice' } } };

/** `first`, then requests are started, then `last`. */
export function parent(more: object = {}, before: object = {}): Definition {
  return flowOf([checker('first', before), starts(more), checker('last', { returns: { to: ['requester', 'first'], resume: 'choose' } })]);
}

/** A form with so many rows. */
export function rows(count: number): FormValues {
  const items = Array.from({ length: count }, (_, index) => ({
    day: '2026-03-01',
    invoice: `I-${index}`,
    amount: { minor: '100', currency: 'CNY' },
  }));
  return { reason: 'Paper', items };
}

/** Submitted with so many rows, and past `first`. */
export function started(definition: Definition, count = 1): Play {
  const play = peopled(definition).seat('child', 'ann');
  play.do('submit', 'ann', { form: rows(count) });
  done(play, 'first');
  return play;
}

/** Requests that a step has started, in the order of their rows. */
export function childrenOf(play: Play, step = 'child'): [string, ChildRecord][] {
  const all = Object.entries(recordOf(play.context, step)?.children ?? {});
  return all.sort(([, left], [, right]) => left.n - right.n || (left.row ?? 0) - (right.row ?? 0));
}

/** The request hears of one that it has started. */
export function hears(
  play: Play,
  child: string,
  came: { outcome?: Outcome; refused?: string },
  step: string | null = 'child',
): Refusal | null {
  const { outcome = null, refused = null } = came;
  return play.news({ type: 'child.ended', news: { step, child, number: 'OT-1', outcome, refused } });
}

/** What was asked to be done with other requests by the last transition, shortly. */
export function asked({ effects }: Play): string[] {
  return effects.flatMap((effect: Effect) => {
    if (effect.type === 'start-child') return [`start ${effect.row ?? '-'} for ${effect.requester}`];
    if (effect.type === 'end-child') return [`end: ${effect.why}`];
    return effect.type === 'tell-parent' ? [`tell ${effect.parent} ${effect.outcome}`] : [];
  });
}
