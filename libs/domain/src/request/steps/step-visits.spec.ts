import { clockOf } from '../../calendar/running-clock';
import { mainlandChina } from '../../calendar/mainland-china';
import { expense } from '../../rehearsal/expense.fixture';
import { act, done, forked } from '../../rehearsal/lanes.fixture';
import type { Play } from '../../rehearsal/play.fixture';
import { at, formOf, staffed } from '../../rehearsal/staffed.fixture';
import { decidedAt, stepVisits, workedMinutes, type StepVisit, type VisitedBy } from './step-visits';

const visited = ({ journal }: Play): VisitedBy[] => journal.map(({ n, facts, events }) => ({ n, at: facts.now, events }));
const visitsOf = (play: Play): StepVisit[] => stepVisits(visited(play));
/** `review 0–60 passed`: seconds since the beginning. */
const told = (play: Play): string[] =>
  visitsOf(play).map(({ step, openedAt, closedAt, ended, to, kind }) => {
    const second = (at: string): number => (Date.parse(at) - Date.parse(play.journal[0]!.facts.now)) / 1000;
    return [kind === 'people' ? step : `${step} (${kind})`, `${second(openedAt)}–${second(closedAt)}`, ended, to].filter(Boolean).join(' ');
  });
/** An hour later. */
const later = (play: Play, seconds = 3_600): Play => {
  play.seconds += seconds;
  return play;
};
const must = (refused: unknown): void => expect(refused).toBeNull();

function submitted(definition = expense()): Play {
  const play = staffed(definition);
  must(play.do('submit', 'ann', { form: formOf(1200) }));
  return play;
}

describe('where a request has been', () => {
  it('is told step by step, each from when it was asked until it was settled', () => {
    const play = submitted();
    must(later(play).do('approve', 'mei'));
    must(later(play, 60).do('approve', 'cheng', { fields: { inPlan: true } }));
    expect(told(play)).toEqual(['review 0–3600 passed', 'check 3600–3660 passed']);
  });

  it('counts the time with the requester apart from the step that sent it back', () => {
    const play = submitted();
    must(later(play).do('approve', 'mei'));
    must(later(play).do('return', 'chen', { to: 'requester', comment: 'which shop?' }));
    must(later(play, 600).do('resubmit', 'ann', { form: formOf(1300) }));
    expect(told(play)).toEqual(['review 0–3600 passed', 'check 3600–7200 returned requester', 'returned (requester) 7200–7800 passed']);
  });

  it('does not know a decision that was taken back: its step goes on, what it opened never was', () => {
    const play = submitted();
    must(later(play).do('approve', 'mei'));
    must(later(play, 5).do('undo', 'mei'));
    must(later(play, 95).do('approve', 'mei'));
    must(later(play, 10).do('approve', 'chen', { fields: { inPlan: true } }));
    expect(told(play)).toEqual(['review 0–3700 passed', 'check 3700–3710 passed']);
  });

  it('forgets a return that was undone', () => {
    const play = submitted();
    must(later(play).do('return', 'mei', { to: 'requester', comment: 'x' }));
    must(later(play, 5).do('undo', 'mei'));
    must(later(play, 95).do('approve', 'mei'));
    expect(told(play)).toEqual(['review 0–3700 passed']);
  });

  it('is one stay, however often its task changes hands', () => {
    const play = submitted();
    must(later(play).do('transfer', 'mei', { person: 'fay', comment: 'yours' }));
    must(later(play).do('approve', 'fay'));
    expect(told(play)).toEqual(['review 0–7200 passed']);
    expect(visitsOf(play)[0]?.tasks).toHaveLength(2);
  });

  it('tells lanes beside each other, and where a no of one ends what the others were asked', () => {
    const play = forked();
    later(play);
    done(play, 'legal');
    later(play);
    act(play, 'reject', 'money');
    expect(told(play).filter((line) => !line.startsWith('first'))).toEqual([
      'legal 0–3600 passed',
      'money 0–7200 rejected',
      'seal 3600–7200 closed',
    ]);
  });

  it('leaves out the time in which somebody was asked, or the request was suspended', () => {
    const play = submitted();
    must(later(play).do('ask', 'mei', { person: 'ann', comment: 'which shop?' }));
    must(later(play).do('answer', 'ann', { comment: 'the new one' }));
    must(later(play).do('suspend', 'op', { comment: 'audit' }));
    must(later(play).do('resume', 'op', { comment: 'done' }));
    must(later(play).do('approve', 'mei'));
    const clock = clockOf([], 'store', 'UTC', mainlandChina());
    const always = {
      ...clock,
      rule: { ...clock.rule, week: Object.fromEntries(Object.keys(clock.rule.week).map((day) => [day, [['00:00', '24:00']]])) },
    };
    const [review] = visitsOf(play);
    expect(review?.pauses).toHaveLength(2);
    expect(workedMinutes(always as typeof clock, review!)).toBe(3 * 60);
  });

  it('counts the clock’s hours only', () => {
    const office = clockOf([], 'office', 'Asia/Shanghai', mainlandChina());
    const visit = { openedAt: '2026-03-06T09:00:00.000Z', closedAt: '2026-03-09T02:00:00.000Z', pauses: [] };
    // From five on Friday to six, and from nine on Monday to ten.
    expect(workedMinutes(office, visit)).toBe(120);
    expect(workedMinutes(office, { ...visit, pauses: [{ from: visit.openedAt, to: '2026-03-09T01:30:00.000Z' }] })).toBe(30);
  });

  it('knows while nobody could act', () => {
    const play = submitted();
    play.verdicts['check'] = { kind: 'blocked', reason: 'no-approver', owners: ['op'] };
    must(later(play).do('approve', 'mei'));
    must(later(play).do('resolve-again', 'op'));
    play.seat('check', 'chen');
    must(later(play).do('resolve-again', 'op'));
    must(later(play).do('approve', 'chen', { fields: { inPlan: true } }));
    expect(told(play)).toEqual(['review 0–3600 passed', 'check (blocked) 3600–10800 passed', 'check 10800–14400 passed']);
  });
});

describe('a request that ends while it waits', () => {
  it('leaves no stay open', () => {
    const play = submitted();
    must(later(play).do('return', 'mei', { to: 'requester', comment: 'x' }));
    must(later(play).do('withdraw', 'ann'));
    expect(told(play)).toEqual(['review 0–3600 returned requester', 'returned (requester) 3600–7200 closed']);
  });
});

describe('when a request was decided', () => {
  const end = (play: Play): number | null => {
    const at = decidedAt(visited(play));
    return at === null ? null : (Date.parse(at) - Date.parse(play.journal[0]!.facts.now)) / 1000;
  };

  it('is the moment of its end, and not before', () => {
    const play = submitted();
    expect(end(play)).toBeNull();
    const whole = at('approved');
    expect(end(whole)).toBe(0);
    must(later(whole, 5).do('undo', 'kai'));
    expect(end(whole)).toBeNull();
    must(later(whole, 95).do('approve', 'kai', { fields: { receipt: 'R-7' } }));
    expect(end(whole)).toBe(100);
  });

  it('is no moment where it was withdrawn or terminated', () => {
    const play = submitted();
    must(later(play).do('withdraw', 'ann'));
    expect(end(play)).toBeNull();
    const ended = submitted();
    must(later(ended).do('terminate', 'op', { comment: 'x' }));
    expect(end(ended)).toBeNull();
  });

  it('stays where the approval was revoked later', () => {
    const journal = visited(at('approved'));
    const revoked = { n: 99, at: '2027-01-01T00:00:00.000Z', events: [{ type: 'request.finished' as const, outcome: 'revoked' as const }] };
    expect(decidedAt([...journal, revoked])).toBe(journal.at(-1)?.at);
  });
});
