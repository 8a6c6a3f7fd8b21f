import type { Calendar } from '../calendar/calendar.schema';
import type { DefinitionInput } from '../definition/definition.schema';
import type { Due } from '../definition/times/due.schema';
import { grant, NOW, sampleDefinition, sampleDirectory, cny } from '../people/sample-company.fixture';
import { resolverOver } from '../engine/decide';
import { rungKey } from '../people/resolve/rung-people';
import { nextDeadline } from '../request/time/deadline';
import { changed, fold, Play, START } from './play.fixture';
import { told } from './staffed.fixture';

const SHANGHAI = 'Asia/Shanghai';
const both = (text: string) => ({ zh: text, en: text });

/** A review by the superior, then an approval that climbs. */
function process(due: Due | undefined, more: Partial<DefinitionInput> = {}): DefinitionInput {
  const [review, , , approval] = sampleDefinition().flow;
  const flow = [{ ...review, ...(due && { due }) }, approval];
  return { ...sampleDefinition(), ...more, flow: flow as DefinitionInput['flow'] };
}

/** A request of the store manager, submitted on a Sunday (2026-11-22, 10:00 in Shanghai) or when the test says. */
function submitted(
  due: Due | undefined,
  { at = NOW, calendar, more }: { at?: string; calendar?: Calendar; more?: Partial<DefinitionInput> } = {},
): Play {
  const play = new Play(sampleDefinition(process(due, more)));
  play.seconds = (Date.parse(at) - START) / 1000;
  play.actors = { ops: { rights: ['requests.operate'] } };
  standing(play, calendar);
  play.do('submit', 'na', { form: { amount: cny(3_000) } });
  return play;
}

/** The company as it stands now, with a calendar of its own or without. */
function standing(play: Play, calendar?: Calendar): void {
  const now = new Date(START + play.seconds * 1000).toISOString();
  const directory = { ...sampleDirectory(), now, timeZone: SHANGHAI };
  const hq = { ...(directory.units['hq'] as NonNullable<(typeof directory.units)[string]>), ...(calendar && { calendar }) };
  play.directory = { ...directory, grants: [grant('ops-manager', 5_000, 'any')], units: { ...directory.units, hq } };
}

function passTo(play: Play, at: string): void {
  play.seconds = (Date.parse(at) - START) / 1000;
  play.directory = play.directory && { ...play.directory, now: at };
}

/** Lets the time come to the next deadline, and tells what it was. */
function next(play: Play): string[] {
  const deadline = nextDeadline(play.request.state);
  if (deadline === null) return [];
  passTo(play, deadline.at);
  expect(play.timer()).toBeNull();
  return told(play.events);
}

const cst = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const TWO_DAYS: Due = { working: { days: 2 } };

describe('the time of a step', () => {
  it('counts working days of the office: what comes on Sunday begins on Monday, and two days later is Wednesday morning', () => {
    const { clock } = submitted(TWO_DAYS).context.steps['review'] ?? {};
    expect(clock).toEqual({
      from: NOW,
      due: cst('2026-11-25', '09:00'),
      marks: [cst('2026-11-23', '18:00'), cst('2026-11-25', '09:00'), cst('2026-11-26', '09:00')],
      rung: 0,
    });
  });

  it('asks, tells that it is late, tells the superior, and leaves it there: nothing passes by itself', () => {
    const play = submitted({
      working: { days: 2 },
      ladder: [
        { after: { days: 1 }, to: 'superior' },
        { after: { days: 2 }, to: 'next-superior' },
      ],
    });
    expect(next(play)).toEqual(['step.reminded review']);
    expect(play.effects).toEqual([
      { type: 'notify', notice: 'task-due-soon', to: ['zhang'], step: 'review', immediate: true, due: cst('2026-11-25', '09:00') },
    ]);
    expect(next(play)).toEqual(['step.overdue review']);
    expect(next(play)).toEqual(['step.escalated review']);
    expect(play.events).toMatchObject([{ people: ['sun'], last: false }]);
    expect(next(play)).toEqual(['step.escalated review']);
    expect(play.events).toMatchObject([{ people: ['zhou'], last: true }]);
    expect(nextDeadline(play.request.state)).toBeNull();
    expect(play.value).toBe('review');
    expect(play.do('approve', 'zhang')).toBeNull();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('tells those who look after requests where nobody is above', () => {
    const play = submitted({
      working: { hours: 1 },
      remind: [],
      ladder: [{ after: { hours: 1 }, to: { by: 'person', person: 'nobody' } }],
    });
    next(play);
    next(play);
    expect(play.events).toMatchObject([{ type: 'step.escalated', people: ['ops'] }]);
  });

  it('runs on where an administrator gives the step to somebody else, or begins anew, with all that is told of it', () => {
    for (const due of ['kept', 'anew'] as const) {
      const play = submitted(TWO_DAYS);
      play.actors = { ops: { rights: ['requests.assign'] } };
      next(play);
      next(play);
      passTo(play, cst('2026-11-25', '15:00'));
      expect(play.do('reassign', 'ops', { step: 'review', person: 'sun', due, comment: 'On leave.' })).toBeNull();
      const { clock } = play.context.steps['review'] ?? {};
      if (due === 'kept') expect(clock).toMatchObject({ from: NOW, due: cst('2026-11-25', '09:00'), rung: 2 });
      else
        expect(clock).toEqual({
          from: cst('2026-11-25', '15:00'),
          due: cst('2026-11-27', '15:00'),
          marks: expect.any(Array) as string[],
          rung: 0,
        });
      expect(play.events.some((event) => 'anew' in event)).toBe(due === 'anew');
      expect(next(play)).toEqual([due === 'anew' ? 'step.reminded review' : 'step.escalated review']);
      expect(fold(play.process, play.journal)).toEqual(play.request);
    }
  });

  it('is not due before its moment, whoever says so', () => {
    const play = submitted(TWO_DAYS);
    expect(play.timer()).toMatchObject({ code: 'invalid-state' });
    expect(play.journal).toHaveLength(1);
  });

  it('ends with the decision', () => {
    const play = submitted(TWO_DAYS);
    expect(play.do('approve', 'zhang')).toBeNull();
    expect(nextDeadline(play.request.state)).toBeNull();
  });

  it('does not run where a step is shown as due on a day and nothing is asked by it, nor where nothing is said', () => {
    expect(submitted(undefined).context.steps['review']?.clock).toBeUndefined();
  });

  it('is as is usual for its kind where the definition says so, and nothing else changes', () => {
    const play = submitted(undefined, { more: { deadlines: 'usual' } });
    expect(play.context.steps['review']?.clock?.due).toBe(cst('2026-11-25', '09:00'));
    play.do('approve', 'zhang');
    expect(play.context.steps['approval']?.clock?.marks).toHaveLength(3);
  });

  it('ends with the day of a date field alone, as usual reminded and told; while the field is blank, it takes what is usual', () => {
    const { form } = sampleDefinition();
    const fields = [...form.fields, { key: 'by', type: 'date' as const, label: both('截止') }];
    const more: Partial<DefinitionInput> = { deadlines: 'usual', form: { fields: fields as DefinitionInput['form']['fields'] } };
    const dated = (form: object): Play => {
      const play = new Play(sampleDefinition(process({ field: 'by' }, more)));
      play.seconds = (Date.parse(NOW) - START) / 1000;
      standing(play);
      play.do('submit', 'na', { form: { amount: cny(3_000), ...form } });
      return play;
    };
    const known = dated({ by: '2026-11-24' });
    expect(known.context.steps['review']?.clock?.due).toBe(new Date(Date.parse(cst('2026-11-25', '00:00')) - 1).toISOString());
    expect(next(known)).toEqual(['step.reminded review']);
    expect(next(known)).toEqual(['step.overdue review']);
    expect(dated({}).context.steps['review']?.clock?.due).toBe(cst('2026-11-25', '09:00'));
  });

  it('ends so many days before or after a date, with that day or at a time of it', () => {
    const { form } = sampleDefinition();
    const fields = [...form.fields, { key: 'by', type: 'date' as const, label: both('截止') }];
    const dueBy = (due: Due): string | undefined => {
      const play = new Play(sampleDefinition(process(due, { form: { fields: fields as DefinitionInput['form']['fields'] } })));
      play.seconds = (Date.parse(NOW) - START) / 1000;
      standing(play);
      play.do('submit', 'na', { form: { amount: cny(3_000), by: '2026-12-31' } });
      return play.context.steps['review']?.clock?.due;
    };
    expect(dueBy({ field: 'by', days: -30 })).toBe(new Date(Date.parse(cst('2026-12-02', '00:00')) - 1).toISOString());
    expect(dueBy({ field: 'by', days: 1, at: '12:00' })).toBe(cst('2027-01-01', '12:00'));
    expect(dueBy({ field: 'by', days: -1, working: { hours: 3 } })).toBe(cst('2026-12-30', '12:00'));
  });
});

describe('a rung that hands on', () => {
  const ladder = (...to: ('superior' | 'next-superior' | object)[]): Due =>
    ({
      working: { days: 2 },
      remind: [],
      ladder: to.map((each, index) => ({ after: { days: index + 1 }, to: each, handOn: true })),
    }) as Due;
  const sitting = (play: Play) => Object.values(play.context.steps['review']?.seats ?? {}).map(({ person }) => person);

  it('gives the step to whoever is above, then to the next above, then to those whom a rule finds; somebody always has it', () => {
    const play = submitted(ladder('superior', 'next-superior', { by: 'role', role: 'finance-director', scope: 'company' }));
    next(play);
    expect(next(play)).toEqual(['task.closed review zhang', 'step.handed-on review', 'task.opened review sun']);
    expect(play.do('approve', 'zhang')).toMatchObject({ code: 'invalid-state' });
    expect(next(play)).toEqual(['task.closed review sun', 'step.handed-on review', 'task.opened review zheng']);
    expect(next(play)).toEqual(['task.closed review zheng', 'step.handed-on review', 'task.opened review song']);
    expect(nextDeadline(play.request.state)).toBeNull();
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    expect(play.do('approve', 'song')).toBeNull();
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('keeps why it is then with them: handed on, whatever the step’s own rule is', () => {
    const play = submitted(ladder('superior'));
    next(play);
    passTo(play, nextDeadline(play.request.state)?.at ?? '');
    const { derivation } = resolverOver(play.process, play.directory!).find(play.request.state, rungKey('review'));
    expect(derivation).toMatchObject({ step: 'review', given: true, late: true, rules: [{ rule: { by: 'person' }, chosen: ['sun'] }] });
  });

  it('passes over whoever has left, is away, or may not decide it', () => {
    const play = submitted(ladder('superior'));
    const directory = play.directory!;
    const { sun } = directory.people;
    play.directory = { ...directory, people: { ...directory.people, sun: { ...sun!, active: false } } };
    next(play);
    expect(next(play)).toEqual(['task.closed review zhang', 'step.handed-on review', 'task.opened review zhou']);
  });

  it('leaves it where it is, and tells those who look after requests, where nobody may take it', () => {
    const play = submitted(ladder({ by: 'person', person: 'na' }));
    next(play);
    expect(next(play)).toEqual(['step.escalated review']);
    expect([sitting(play), play.events[0]]).toMatchObject([['zhang'], { people: ['ops'], last: true }]);
  });
});

describe('a reminder', () => {
  it('takes no undo away, and an undo brings the clock back', () => {
    const play = submitted(TWO_DAYS, { more: { deadlines: 'usual', graceSeconds: 3_600 } });
    next(play);
    expect(play.do('approve', 'zhang')).toBeNull();
    const step = play.context.steps['approval'];
    // As if the half of the next one's time came within the grace time.
    play.request.state.context.steps['approval'] = {
      ...step,
      clock: { ...step?.clock, marks: [new Date(START + play.seconds * 1000).toISOString(), ...(step?.clock?.marks.slice(1) ?? [])] },
    } as never;
    expect(play.timer()).toBeNull();
    expect(told(play.events)).toEqual(['step.reminded approval']);
    expect(play.context.undo).toHaveLength(1);
    expect(play.do('undo', 'zhang')).toBeNull();
    expect(play.context.steps['review']?.clock?.rung).toBe(1);
    expect(nextDeadline(play.request.state)).toMatchObject({ step: 'review', kind: 'clock', at: cst('2026-11-25', '09:00') });
  });

  it('comes no more once the request is with its requester', () => {
    const play = submitted({ working: { days: 1 }, remind: [10, 50], ladder: [] }, { at: cst('2026-11-23', '10:00') });
    const clock = play.context.steps['review']?.clock;
    expect(clock?.marks).toHaveLength(3);
    passTo(play, cst('2026-11-23', '16:00'));
    expect(play.do('return', 'zhang', { to: 'requester', comment: 'x' })).toBeNull();
    expect(nextDeadline(play.request.state)).toBeNull();
  });
});

describe('a changed calendar', () => {
  const closed: Calendar = {
    exceptions: [{ from: '2026-11-24', to: '2026-11-25', clock: 'office', hours: [], reason: both('停电') }],
  };

  it('moves what is open, says so, and counts from when people were asked', () => {
    const play = submitted(TWO_DAYS);
    next(play);
    standing(play, closed);
    expect(changed(play)).toBeNull();
    expect(play.events).toEqual([{ type: 'due.moved', step: 'review', was: cst('2026-11-25', '09:00'), is: cst('2026-11-27', '09:00') }]);
    expect(play.context.steps['review']?.clock).toMatchObject({ from: NOW, due: cst('2026-11-27', '09:00') });
    expect(changed(play)).toMatchObject({ code: 'unchanged' });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('tells again what lies ahead anew: what was late is not late any more', () => {
    const play = submitted(TWO_DAYS);
    next(play);
    next(play);
    standing(play, closed);
    expect(changed(play)).toBeNull();
    expect(nextDeadline(play.request.state)?.at).toBe(cst('2026-11-27', '09:00'));
    expect(next(play)).toEqual(['step.overdue review']);
  });

  it('takes nobody their task, and no undo', () => {
    const play = submitted(TWO_DAYS);
    standing(play, closed);
    changed(play);
    expect(told(play.events)).toEqual(['due.moved review']);
    expect(play.do('approve', 'zhang')).toBeNull();
  });
});

describe('time that stands still', () => {
  const OPENED = cst('2026-11-23', '10:00');
  const clockOf = (play: Play) => play.context.steps['review']?.clock;
  const asksNa = (play: Play, at: string): void => {
    passTo(play, at);
    expect(play.do('ask', 'zhang', { person: 'na', comment: '?' })).toBeNull();
  };
  const answers = (play: Play, at: string): void => {
    passTo(play, at);
    expect(play.do('answer', 'na', { comment: '!' })).toBeNull();
  };
  const suspends = (play: Play, from: string, to: string): void => {
    passTo(play, from);
    expect(play.do('suspend', 'ops', { comment: '—' })).toBeNull();
    expect(nextDeadline(play.request.state)).toBeNull();
    passTo(play, to);
    expect(play.do('resume', 'ops')).toBeNull();
  };

  it('is left out of what an answer was waited for, as far as the clock ran: a night adds nothing', () => {
    const play = submitted(TWO_DAYS, { at: OPENED });
    asksNa(play, cst('2026-11-23', '16:00'));
    expect(nextDeadline(play.request.state)).toBeNull();
    answers(play, cst('2026-11-24', '11:00'));
    expect(clockOf(play)).toEqual({
      from: OPENED,
      due: cst('2026-11-25', '14:00'),
      marks: [cst('2026-11-24', '14:00'), cst('2026-11-25', '14:00'), cst('2026-11-26', '14:00')],
      rung: 0,
      stood: [{ from: cst('2026-11-23', '16:00'), to: cst('2026-11-24', '11:00') }],
    });
    expect(fold(play.process, play.journal)).toEqual(play.request);
  });

  it('counts the same whether a calendar changed before it, in it or after it', () => {
    const closed: Calendar = {
      exceptions: [{ from: '2026-11-24', to: '2026-11-24', clock: 'office', hours: [], reason: both('停电') }],
    };
    const due = ['before', 'in it', 'after', 'twice'].map((when) => {
      const play = submitted(TWO_DAYS, { at: OPENED, ...(when === 'before' && { calendar: closed }) });
      asksNa(play, cst('2026-11-23', '16:00'));
      passTo(play, cst('2026-11-25', '09:30'));
      standing(play, closed);
      if (when === 'in it' || when === 'twice') expect(changed(play)).toBeNull();
      answers(play, cst('2026-11-25', '11:00'));
      standing(play, closed);
      if (when === 'after' || when === 'twice') expect(changed(play)).toMatchObject({ code: 'unchanged' });
      expect(fold(play.process, play.journal)).toEqual(play.request);
      return clockOf(play)?.due;
    });
    expect(new Set(due)).toEqual(new Set([cst('2026-11-26', '14:00')]));
  });

  it('keeps what a suspension has added though the calendar changes afterwards', () => {
    const play = submitted(TWO_DAYS, { at: OPENED });
    suspends(play, cst('2026-11-23', '12:00'), cst('2026-11-24', '12:00'));
    expect(clockOf(play)?.due).toBe(cst('2026-11-26', '10:00'));
    standing(play, { exceptions: [{ from: '2026-11-26', to: '2026-11-26', clock: 'office', hours: [], reason: both('停电') }] });
    expect(changed(play)).toBeNull();
    expect(clockOf(play)?.due).toBe(cst('2026-11-27', '10:00'));
  });

  it('is no time lost where nobody would have worked', () => {
    const play = submitted(TWO_DAYS, { at: OPENED });
    suspends(play, cst('2026-11-23', '18:30'), cst('2026-11-24', '08:30'));
    expect(clockOf(play)?.due).toBe(cst('2026-11-25', '10:00'));
  });

  it('stands once for all who are asked at one time, and runs on with the last of them', () => {
    const play = submitted(TWO_DAYS, { at: OPENED });
    asksNa(play, cst('2026-11-23', '11:00'));
    passTo(play, cst('2026-11-23', '12:00'));
    expect(play.do('ask', 'zhang', { person: 'sun', comment: '?' })).toBeNull();
    answers(play, cst('2026-11-23', '13:00'));
    expect(nextDeadline(play.request.state)).toBeNull();
    passTo(play, cst('2026-11-23', '14:00'));
    expect(play.do('answer', 'sun', { comment: '!' })).toBeNull();
    expect(clockOf(play)).toMatchObject({ due: cst('2026-11-25', '13:00'), stood: [{ from: cst('2026-11-23', '11:00') }] });
  });

  it('runs on where the question is taken back, or whoever asked has it no more', () => {
    const undone = submitted(TWO_DAYS, { at: OPENED, more: { graceSeconds: 3_600 } });
    asksNa(undone, cst('2026-11-23', '11:00'));
    passTo(undone, cst('2026-11-23', '11:30'));
    expect(undone.do('undo', 'zhang')).toBeNull();
    expect(clockOf(undone)?.due).toBe(cst('2026-11-25', '10:30'));
    expect(fold(undone.process, undone.journal)).toEqual(undone.request);
  });

  it('does not move a day of the form', () => {
    const { form } = sampleDefinition();
    const onDay = { key: 'opensOn', type: 'date' as const, label: both('Day') };
    const play = submitted({ field: 'opensOn', ladder: [] }, { at: OPENED, more: { form: { fields: [...form.fields, onDay] } } });
    expect(clockOf(play)).toBeUndefined();
  });

  it('tells what is late after it once more where it lies ahead anew, and late is what was late before', () => {
    const play = submitted(TWO_DAYS, { at: OPENED });
    expect(next(play)).toEqual(['step.reminded review']);
    expect(next(play)).toEqual(['step.overdue review']);
    asksNa(play, cst('2026-11-25', '11:00'));
    answers(play, cst('2026-11-25', '12:00'));
    expect(clockOf(play)).toMatchObject({ due: cst('2026-11-25', '10:00'), rung: 2 });
    expect(nextDeadline(play.request.state)?.at).toBe(cst('2026-11-26', '11:00'));
  });
});
