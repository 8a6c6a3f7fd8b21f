import type { ExpectedStep, PersonRef, TimelineItem } from '../../shared/api/wire';
import { pathOf } from './path';

const both = (text: string) => ({ zh: text, en: text });
const person = (name: string): PersonRef => ({ id: name, name: both(name), title: null, unit: null });
const item = (n: number | null, action: string, stepId: string | null, more: Partial<TimelineItem> = {}): TimelineItem => ({
  n,
  at: `2026-11-2${n ?? 0}T02:00:00Z`,
  person: person('someone'),
  action,
  text: both(action),
  step: stepId ? both(stepId) : null,
  stepId,
  kind: stepId ? 'approve' : null,
  passedOver: [],
  comment: null,
  amount: null,
  stance: null,
  merged: false,
  skipped: null,
  round: 1,
  ...more,
});
const step = (id: string, more: Partial<ExpectedStep> = {}): ExpectedStep => ({
  step: id,
  title: both(id),
  kind: 'approve',
  people: [person(`${id}-person`)],
  why: null,
  passedOver: [],
  current: false,
  skipped: null,
  merged: null,
  awaits: false,
  blocked: false,
  ...more,
});
const shown = (timeline: Parameters<typeof pathOf>[0]): string[] =>
  pathOf(timeline).map((stop) => `${stop.title?.en ?? 'start'} ${stop.state}`);

describe('pathOf', () => {
  it('begins at the last hand-in: what was before a return is history, not the way', () => {
    const items = [
      item(1, 'request.submitted', null),
      item(2, 'task.returned', 'review'),
      item(3, 'request.resubmitted', null),
      item(4, 'task.approved', 'review'),
    ];
    expect(shown({ items, expected: [] })).toEqual(['start done', 'review done']);
  });
  it('shows the newest word of a step that was asked twice', () => {
    const items = [
      item(1, 'request.submitted', null),
      item(2, 'task.approved', 'review'),
      item(3, 'task.returned', 'approve'),
      item(4, 'task.approved', 'review'),
    ];
    expect(shown({ items, expected: [] })).toEqual(['start done', 'approve done', 'review done']);
  });
  it('keeps those who were passed over before the person who decided, once for each step', () => {
    const passedOver = [{ person: person('low'), role: both('manager'), why: both('limit too low') }];
    const items = [
      item(1, 'request.submitted', null),
      item(2, 'task.approved', 'approve', { passedOver }),
      item(3, 'task.returned', 'pay', { kind: 'work' }),
      item(4, 'task.approved', 'approve', { passedOver }),
    ];
    expect(
      pathOf({ items, expected: [] }).map(({ step: id, state, person: who, reason }) => [id, state, who?.id, reason?.en ?? null]),
    ).toEqual([
      [null, 'done', 'someone', null],
      ['pay', 'done', 'someone', null],
      ['approve', 'skipped', 'low', 'limit too low'],
      ['approve', 'done', 'someone', null],
    ]);
  });
  it('shows steps that were skipped as skipped and leaves comments out', () => {
    const items = [
      item(1, 'request.submitted', null),
      item(2, 'step.skipped', 'finance', { skipped: 'condition' }),
      item(null, 'comment.added', null),
    ];
    expect(shown({ items, expected: [] })).toEqual(['start done', 'finance skipped']);
  });
  it('goes on with where it is, whom it passes over, and what is expected', () => {
    const over = [{ person: person('low'), role: both('manager'), why: both('limit too low') }];
    const expected = [step('approve', { current: true, passedOver: over }), step('pay')];
    expect(shown({ items: [item(1, 'request.submitted', null)], expected })).toEqual([
      'start done',
      'manager skipped',
      'approve now',
      'pay next',
    ]);
  });
});
