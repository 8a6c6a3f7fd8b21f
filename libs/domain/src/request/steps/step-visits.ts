import { workingTimeBetween } from '../../calendar/working-time';
import type { RunningClock } from '../../calendar/running-clock';
import { WITH_REQUESTER } from '../request-state';
import type { TransitionEvent } from '../transition';

/** A transition, as far as it says who was asked when. `at` is ISO, UTC. */
export interface VisitedBy {
  n: number;
  at: string;
  events: readonly TransitionEvent[];
}

/** `people`: a step's people are asked. `requester`: the request is with its requester. `blocked`: nobody can act there. */
export type VisitKind = 'people' | 'requester' | 'blocked';
/** How a visit came to its end: the step let the request pass, sent it back, said no; or it ended for a reason that is not the step's own. */
export type VisitEnd = 'passed' | 'returned' | 'rejected' | 'closed';

/** A time during which nobody of the step is waited for: somebody was asked for information, or an operator had suspended the request. ISO, UTC. */
export interface Interruption {
  from: string;
  to: string;
}

/** One stay of a request at a step: from when somebody was first asked there until nobody is any more. Times are ISO, UTC. */
export interface StepVisit {
  /** `returned` while it is with its requester. */
  step: string;
  kind: VisitKind;
  /** Number of the transition that began it. */
  n: number;
  openedAt: string;
  closedAt: string;
  ended: VisitEnd;
  /** returned: to which step, or `requester`. */
  to: string | null;
  pauses: Interruption[];
  /** Its tasks. */
  tasks: { generation: number; seat: number }[];
}

interface Open {
  visit: Omit<StepVisit, 'closedAt' | 'ended' | 'to' | 'pauses'>;
  pauses: { from: string; to: string | null; n: number }[];
  waiting: Set<string>;
  end: { n: number; at: string; ended: VisitEnd; to: string | null } | null;
}

type Moment = Pick<VisitedBy, 'n' | 'at'>;

const seatKey = ({ generation, seat }: { generation: number; seat: number }): string => `${generation}/${seat}`;

/** What a request has been through, told by its journal from the beginning. Decisions that were taken back have not happened. */
class Visits {
  private all: Open[] = [];

  take({ n, at, events }: VisitedBy): void {
    for (const event of events) if (event.type === 'decision.undone') this.undo(event.of);
    for (const event of events) this.see(event, { n, at });
    const over = events.some(({ type }) => type === 'request.finished');
    for (const open of this.open()) {
      const empty = open.visit.kind === 'people' && open.waiting.size === 0;
      if (empty || over) this.close(open, { n, at, events });
    }
  }

  told(): StepVisit[] {
    return this.all.flatMap(({ visit, pauses, end }): StepVisit[] => {
      if (end === null || end.n === visit.n) return [];
      const paused = pauses.map(({ from, to }) => ({ from, to: to ?? end.at }));
      return [{ ...visit, closedAt: end.at, ended: end.ended, to: end.to, pauses: merged(paused) }];
    });
  }

  open(): Open[] {
    return this.all.filter(({ end }) => end === null);
  }

  /** What the transition has begun is not begun, what it has ended goes on. */
  private undo(of: number): void {
    this.all = this.all.filter(({ visit }) => visit.n !== of);
    for (const open of this.all) {
      if (open.end?.n === of) open.end = null;
      open.pauses = open.pauses.filter(({ n }) => n !== of);
    }
  }

  private see(event: TransitionEvent, moment: Moment): void {
    const seen = SEEN[event.type] as ((visits: Visits, event: TransitionEvent, moment: Moment) => void) | undefined;
    seen?.(this, event, moment);
  }

  /** Whoever had that seat is asked no more. */
  settled(task: { step: string; generation: number; seat: number }): void {
    for (const { visit, waiting } of this.open()) if (visit.step === task.step) waiting.delete(seatKey(task));
  }

  peopleOn(step: string): Open[] {
    return this.open().filter(({ visit }) => visit.kind === 'people' && visit.step === step);
  }

  asked(task: { step: string; generation: number; seat: number }, moment: Moment): void {
    if (this.peopleOn(task.step).length === 0) this.begin(task.step, 'people', moment);
    for (const { visit, waiting } of this.peopleOn(task.step)) {
      waiting.add(seatKey(task));
      visit.tasks.push({ generation: task.generation, seat: task.seat });
    }
  }

  begin(step: string, kind: VisitKind, { n, at }: Moment): void {
    if (this.open().some(({ visit }) => visit.step === step && visit.kind === kind)) return;
    this.all.push({ visit: { step, kind, n, openedAt: at, tasks: [] }, pauses: [], waiting: new Set(), end: null });
  }

  endOf(step: string, kind: VisitKind, { n, at }: Moment): void {
    for (const open of this.open())
      if (open.visit.step === step && open.visit.kind === kind) open.end = { n, at, ended: 'passed', to: null };
  }

  pause(visits: Open[], { n, at }: Moment): void {
    for (const { pauses } of visits) pauses.push({ from: at, to: null, n });
  }

  goOn(visits: Open[], { at }: Moment): void {
    for (const { pauses } of visits) {
      const last = pauses.findLast(({ to }) => to === null);
      if (last) last.to = at;
    }
  }

  private close(open: Open, { n, at, events }: VisitedBy): void {
    const { step } = open.visit;
    const back = events.find((event) => event.type === 'request.returned' && event.by === step);
    const no = events.some((event) => event.type === 'task.decided' && event.step === step && event.answer === 'no');
    const passed = events.some((event) => event.type === 'step.passed' && event.step === step);
    const ended = back ? 'returned' : passed ? 'passed' : no ? 'rejected' : 'closed';
    open.end = { n, at, ended, to: back?.type === 'request.returned' ? back.to : null };
  }
}

type Seen = { [T in TransitionEvent['type']]?: (visits: Visits, event: Extract<TransitionEvent, { type: T }>, moment: Moment) => void };

const withRequester = (visits: Visits, { to }: { to: string }, moment: Moment): void => {
  if (to === 'requester') visits.begin(WITH_REQUESTER, 'requester', moment);
};

/** Events that begin, end or interrupt a stay; all others leave them as they are. */
const SEEN: Seen = {
  'task.opened': (visits, event, moment) => visits.asked(event, moment),
  'task.closed': (visits, event) => visits.settled(event),
  'task.decided': (visits, event) => visits.settled(event),
  'request.blocked': (visits, { step }, moment) => visits.begin(step, 'blocked', moment),
  'request.unblocked': (visits, { step }, moment) => visits.endOf(step, 'blocked', moment),
  'request.returned': withRequester,
  'request.reopened': withRequester,
  'request.submitted': (visits, _event, moment) => visits.endOf(WITH_REQUESTER, 'requester', moment),
  'question.asked': (visits, { step }, moment) => visits.pause(visits.peopleOn(step), moment),
  'question.answered': (visits, { step }, moment) => visits.goOn(visits.peopleOn(step), moment),
  'question.gone': (visits, { step }, moment) => visits.goOn(visits.peopleOn(step), moment),
  'request.suspended': (visits, _event, moment) => visits.pause(visits.open(), moment),
  'request.resumed': (visits, _event, moment) => visits.goOn(visits.open(), moment),
};

/** Pauses that lie in one another count once. */
function merged(pauses: readonly Interruption[]): Interruption[] {
  const inOrder = [...pauses].sort((left, right) => Date.parse(left.from) - Date.parse(right.from));
  return inOrder.reduce<Interruption[]>((sum, { from, to }) => {
    const last = sum.at(-1);
    if (last && Date.parse(from) <= Date.parse(last.to)) last.to = Date.parse(to) > Date.parse(last.to) ? to : last.to;
    else sum.push({ from, to });
    return sum;
  }, []);
}

/**
 * Where a request has been and for how long, in the order in which it came there; stays that have not ended are left out. Pure.
 * `journal`: its transitions from the first on, in order.
 */
export function stepVisits(journal: readonly VisitedBy[]): StepVisit[] {
  const visits = new Visits();
  for (const transition of journal) visits.take(transition);
  return visits.told();
}

/**
 * When a request was approved or rejected (ISO) for the last time, should it have been re-opened in between; an end that was taken back is none, and what
 * came of an approval later does not change when it was given. Null: it was withdrawn or terminated, or is under way. Pure.
 */
export function decidedAt(journal: readonly VisitedBy[]): string | null {
  let ends: { n: number; at: string }[] = [];
  let outcome: string | null = null;
  for (const { n, at, events } of journal)
    for (const event of events) {
      if (event.type === 'decision.undone') ends = ends.filter((end) => end.n !== event.of);
      if (event.type === 'request.reopened') ends = [];
      if (event.type !== 'request.finished') continue;
      outcome = event.outcome;
      if (outcome === 'approved' || outcome === 'rejected') ends = [{ n, at }];
    }
  return outcome === 'withdrawn' || outcome === 'terminated' ? null : (ends.at(-1)?.at ?? null);
}

/** Whole minutes of a clock's time that a visit took, its pauses left out. Pure. Cost: one step per day in between. */
export function workedMinutes(
  clock: RunningClock,
  { openedAt, closedAt, pauses }: Pick<StepVisit, 'openedAt' | 'closedAt' | 'pauses'>,
): number {
  const stood = pauses.reduce((sum, { from, to }) => sum + workingTimeBetween(clock, from, to), 0);
  return Math.max(0, Math.round((workingTimeBetween(clock, openedAt, closedAt) - stood) / 60_000));
}
