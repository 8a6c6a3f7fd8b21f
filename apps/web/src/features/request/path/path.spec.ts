import type { ExpectedStep, PersonRef, TimelineItem } from '../../../shared/api/wire';
import { partsOf, pathOf, type PathRequest } from './path';

const both = (text: string) => ({ zh: text, en: text });
const person = (name: string): PersonRef => ({ id: name, name: both(name), title: null, unit: null });
const ANSWERS = { 'task.approve': 'yes', 'task.reject': 'no', 'task.return': 'back' } as const;
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
  token: null,
  amount: null,
  stance: null,
  answer: ANSWERS[action as keyof typeof ANSWERS] ?? null,
  undoes: null,
  merged: action === 'step.merged',
  skipped: action === 'step.skipped' ? 'condition' : null,
  why: null,
  changes: [],
  round: 1,
  ...more,
});
const step = (id: string, more: Partial<ExpectedStep> = {}): ExpectedStep => ({
  step: id,
  title: both(id),
  kind: 'approve',
  asks: null,
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
const running: PathRequest = { status: 'running', outcome: null, requester: person('li'), finishedAt: null, current: [] };
const shown = (timeline: Parameters<typeof pathOf>[0], request: Partial<PathRequest> = {}): string[] =>
  pathOf(timeline, { ...running, ...request }).map(
    (stop) => `${stop.title?.en ?? (stop.key === 'start' ? 'start' : stop.people[0]?.id)} ${stop.state}`,
  );

describe('pathOf', () => {
  it('begins at the last hand-in: what was before a return is history, not the way', () => {
    const items = [
      item(1, 'request.submitted', null),
      item(2, 'task.return', 'review'),
      item(3, 'request.submitted', null),
      item(4, 'task.approve', 'review'),
    ];
    expect(shown({ items, expected: [] })).toEqual(['start done', 'review done']);
  });
  it('keeps whoever is asked on a step besides at the stop of that step', () => {
    const asks = both('Added signature');
    const expected = [step('sign', { current: true }), step('sign', { people: [person('added')], asks }), step('next')];
    const stops = pathOf({ items: [], expected }, running);
    expect(stops.map(({ step: id, people }) => [id, people.map(({ id: who }) => who)])).toEqual([
      ['sign', ['sign-person', 'added']],
      ['next', ['next-person']],
    ]);
  });
  it('names everybody who has signed a step, and everybody who is asked', () => {
    const signs = (n: number, name: string, action = 'task.approve') => item(n, action, 'sign', { person: person(name) });
    const start = item(1, 'request.submitted', null);
    const named = (...items: TimelineItem[]) =>
      pathOf({ items: [start, ...items], expected: [step('next', { people: [person('x'), person('y')] })] }, running).map(({ people }) =>
        people.map(({ id }) => id).join(' '),
      );
    expect(named(signs(2, 'al'), signs(3, 'bea'), signs(4, 'cy'))).toEqual(['someone', 'al bea cy', 'x y']);
    expect(named(signs(2, 'al'), signs(3, 'bea'), item(4, 'decision.undone', null, { undoes: 3 }), signs(5, 'cy'))).toEqual([
      'someone',
      'al cy',
      'x y',
    ]);
    expect(named(signs(2, 'al'), signs(3, 'bea', 'task.return'), signs(4, 'bea'))).toEqual(['someone', 'bea', 'x y']);
  });
  it('shows a step that has started other requests: once behind, as long as it waits where it is now', () => {
    const started = { kind: 'subprocess' } as const;
    const items = [item(1, 'request.submitted', null), item(2, 'children.started', 'errands', started)];
    const ended = [...items, item(3, 'child.ended', 'errands', started), item(4, 'child.ended', null)];
    const last = step('last', { current: true });
    expect(shown({ items, expected: [step('errands', { ...started, current: true }), step('last')] })).toEqual([
      'start done',
      'errands now',
      'last next',
    ]);
    expect(shown({ items, expected: [step('errands', { ...started, blocked: true })] })).toEqual(['start done', 'errands stuck']);
    expect(shown({ items: ended, expected: [last] })).toEqual(['start done', 'errands done', 'last now']);
  });
  it('begins a loop anew with its next round: what was said in the one before is history', () => {
    const forks = [
      {
        step: 'preview',
        title: both('preview'),
        rule: both('rule'),
        lanes: [{ title: both('round 2'), steps: ['layout', 'consent'], state: 'running' as const }],
      },
    ];
    const items = [
      item(1, 'request.submitted', null),
      item(2, 'task.approve', 'before'),
      item(3, 'task.approve', 'layout'),
      item(4, 'task.reject', 'consent'),
      item(4, 'loop.again', 'preview', { kind: 'loop' }),
    ];
    const expected = [step('layout', { current: true }), step('consent')];
    expect(shown({ items, expected, forks })).toEqual(['start done', 'before done', 'layout now', 'consent next']);
  });
  it('shows the newest word of a step that was asked twice', () => {
    const items = [
      item(1, 'request.submitted', null),
      item(2, 'task.approve', 'review'),
      item(3, 'task.return', 'approve'),
      item(4, 'task.approve', 'review'),
    ];
    expect(shown({ items, expected: [] })).toEqual(['start done', 'approve returned', 'review done']);
  });
  it('keeps those who were passed over before the person who decided, once for each step', () => {
    const passedOver = [{ person: person('low'), role: both('manager'), why: both('limit too low') }];
    const items = [
      item(1, 'request.submitted', null),
      item(2, 'task.approve', 'approve', { passedOver }),
      item(3, 'task.return', 'pay', { kind: 'work' }),
      item(4, 'task.approve', 'approve', { passedOver }),
    ];
    expect(
      pathOf({ items, expected: [] }, running).map(({ step: id, state, people: [who], reason }) => [
        id,
        state,
        who?.id,
        reason?.en ?? null,
      ]),
    ).toEqual([
      [null, 'done', 'someone', null],
      ['pay', 'returned', 'someone', null],
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
  it('ends with a no where somebody said no', () => {
    const items = [item(1, 'request.submitted', null), item(2, 'task.approve', 'review'), item(3, 'task.reject', 'approve')];
    expect(shown({ items, expected: [] }, { status: 'rejected', outcome: 'rejected' })).toEqual([
      'start done',
      'review done',
      'approve rejected',
    ]);
  });
  it('shows who gave it back, and that its requester has it now', () => {
    const items = [item(1, 'request.submitted', null), item(2, 'task.return', 'review')];
    expect(shown({ items, expected: [step('approve')] }, { status: 'returned' })).toEqual([
      'start done',
      'review returned',
      'li now',
      'approve next',
    ]);
  });
  it('says where it is stuck, also where no step can be named', () => {
    const items = [item(1, 'request.submitted', null)];
    const blocked = { status: 'blocked' } as const;
    expect(shown({ items, expected: [step('approve', { current: true, blocked: true, people: [] })] }, blocked)).toEqual([
      'start done',
      'approve stuck',
    ]);
    expect(shown({ items, expected: [] }, blocked)).toEqual(['start done', 'undefined stuck']);
  });
  it('ends where its requester took it back', () => {
    const items = [item(1, 'request.submitted', null), item(2, 'request.finished', null)];
    expect(shown({ items, expected: [] }, { status: 'withdrawn', outcome: 'withdrawn' })).toEqual(['start done', 'li withdrawn']);
  });
  it('leaves out what was taken back, with the steps that it had skipped', () => {
    const items = [
      item(1, 'request.submitted', null),
      item(2, 'task.approve', 'review'),
      item(3, 'task.reject', 'check'),
      item(3, 'step.skipped', 'finance', { skipped: 'condition' }),
      item(4, 'decision.undone', 'check', { undoes: 3 }),
    ];
    expect(shown({ items, expected: [step('check', { current: true })] })).toEqual(['start done', 'review done', 'check now']);
  });
  it('says since when it waits', () => {
    const current = [{ step: 'approve', since: '2026-11-21T02:00:00Z' }] as PathRequest['current'];
    const timeline = { items: [item(1, 'request.submitted', null)], expected: [step('approve', { current: true }), step('pay')] };
    expect(pathOf(timeline, { ...running, current }).map(({ at }) => at)).toEqual(['2026-11-21T02:00:00Z', '2026-11-21T02:00:00Z', null]);
  });
});

describe('partsOf', () => {
  const lane = (title: string, ...steps: string[]) => ({ title: both(title), steps, state: 'running' as const });
  const fork = { step: 'both', title: both('both'), rule: both('all'), lanes: [lane('law', 'legal', 'seal'), lane('purse', 'money')] };
  const stops = (past: TimelineItem[], ahead: ExpectedStep[]) =>
    pathOf({ items: [item(1, 'request.submitted', null), ...past], expected: ahead }, running);
  const told = (...of: Parameters<typeof stops>): unknown[] =>
    partsOf(stops(...of), [fork]).map((part) =>
      'stop' in part
        ? (part.stop.step ?? part.stop.key)
        : part.lanes.map(({ lane: { title }, stops: in_ }) => [title.en, ...in_.map(({ step: id }) => id)]),
    );

  it('puts the stops of each lane together where the first of them stands, whichever was decided first', () => {
    const past = [item(2, 'task.approve', 'first'), item(3, 'task.approve', 'money'), item(4, 'task.approve', 'legal')];
    expect(told(past, [step('seal', { current: true }), step('last')])).toEqual([
      'start',
      'first',
      [
        ['law', 'legal', 'seal'],
        ['purse', 'money'],
      ],
      'last',
    ]);
  });

  it('is the way as ever where no stop lies in a lane', () => {
    expect(told([item(2, 'task.approve', 'first')], [step('last')])).toEqual(['start', 'first', 'last']);
  });
});
