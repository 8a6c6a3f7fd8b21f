import type { Operation } from '../operations/operation';
import type { CommandType } from '../request/command';
import type { RequestContext, Seat, StepRecord } from '../request/request-state';
import { openSeats, recordOf } from '../request/standing';
import type { TaskClosing, TransitionEvent } from '../request/transition';
import { ownValue } from '../text/own-value';

/** The same seat of the same opening: what names a task. */
function isThere(record: StepRecord | undefined, [seat, { generation }]: [string, Seat]): boolean {
  return openSeats(record).some(([other, each]) => other === seat && each.generation === generation);
}

function taskOf(step: string, [seat, { generation, person, actingFor }]: [string, Seat]) {
  return { step, generation, seat: Number(seat), person, ...(actingFor && { actingFor }) };
}

/** The word that was given on a seat since, if one was. */
function voteSince(after: StepRecord | undefined, [seat, { generation }]: [string, Seat]): Seat['vote'] {
  const now = after && ownValue(after.seats, seat);
  return now?.generation === generation ? now.vote : undefined;
}

/** Where several sign, each decides for themselves only: nobody decides in another's place. */
function closingOf([, { group }]: [string, Seat], reason: TaskClosing): TaskClosing {
  return reason === 'decided-by-other' && group !== undefined ? 'settled' : reason;
}

/** What is told of a word that somebody pressed on a seat. Pure. */
export function decidedOn(step: string, seat: [string, Seat]): TransitionEvent[] {
  const { vote } = seat[1];
  if (!vote?.pressed) return [];
  const { pressed: decision, answer, stance } = vote;
  return [{ type: 'task.decided', ...taskOf(step, seat), decision, answer, stance }];
}

function ended(step: string, before: StepRecord | undefined, after: StepRecord | undefined, reason: TaskClosing): TransitionEvent[] {
  const gone = openSeats(before).filter((seat) => !isThere(after, seat));
  const decided = gone.flatMap((seat): TransitionEvent[] => {
    const vote = voteSince(after, seat);
    return vote ? decidedOn(step, [seat[0], { ...seat[1], vote }]) : [];
  });
  const closed = gone
    .filter((seat) => !voteSince(after, seat))
    .map((seat): TransitionEvent => ({ type: 'task.closed', ...taskOf(step, seat), reason: closingOf(seat, reason) }));
  return [...decided, ...closed];
}

/** A step that was blocked is not any more. */
const FREED: readonly StepRecord['status'][] = ['open', 'merged', 'skipped', 'waiting', 'passed'];

function opened(step: string, before: StepRecord | undefined, after: StepRecord | undefined): TransitionEvent[] {
  const tasks = openSeats(after)
    .filter((seat) => !isThere(before, seat))
    .map((seat): TransitionEvent => ({ type: 'task.opened', ...taskOf(step, seat) }));
  const freed = before?.status === 'blocked' && after !== undefined && FREED.includes(after.status);
  return freed ? [{ type: 'request.unblocked', step }, ...tasks] : tasks;
}

function blocked(step: string, before: StepRecord | undefined, after: StepRecord | undefined): TransitionEvent[] {
  if (after?.status !== 'blocked' || (before?.status === 'blocked' && before.generation === after.generation)) return [];
  return [{ type: 'request.blocked', step, kind: 'no-approver', owners: after.owners ?? [], reason: after.reason ?? '' }];
}

/** Why tasks go away that something else than the operation took away. */
const DROPPED: Record<Extract<TransitionEvent, { dropped: string[] }>['type'], TaskClosing> = {
  'lane.rejected': 'branch-settled',
  'lanes.settled': 'branch-settled',
  'walk.went-back': 'asked-earlier',
  'loop.again': 'asked-earlier',
  'step.asks-others': 'lapsed',
};

/**
 * What became of tasks between two states of a request: which were decided, which went away and why, which are new, and where nobody was found.
 * Pure. `told`: what else happened, which may have taken tasks away for a reason of its own. Nobody writes tasks by hand, so no operation can forget one.
 */
export function taskEvents<T extends CommandType>(
  before: RequestContext,
  after: RequestContext,
  { closes }: Pick<Operation<T>, 'closes'>,
  told: readonly TransitionEvent[] = [],
): { ended: TransitionEvent[]; begun: TransitionEvent[] } {
  // In one order however the keys of a state were written down: what is told of a decision is remembered with it.
  const steps = [...new Set([...Object.keys(before.steps), ...Object.keys(after.steps)])]
    .filter((step) => recordOf(before, step) !== recordOf(after, step))
    .sort();
  const each = (tell: typeof opened): TransitionEvent[] =>
    steps.flatMap((step) => tell(step, recordOf(before, step), recordOf(after, step)));
  const own = new Map(
    told.flatMap((event) => ('dropped' in event ? event.dropped.map((step) => [step, DROPPED[event.type]] as const) : [])),
  );
  const untold = (event: TransitionEvent): boolean =>
    event.type !== 'task.closed' ||
    !told.some(
      (other) =>
        other.type === 'task.decided' && other.step === event.step && other.seat === event.seat && other.generation === event.generation,
    );
  return {
    ended: each((step, was, is) => ended(step, was, is, own.get(step) ?? closes)).filter(untold),
    begun: [...each(blocked), ...each(opened)],
  };
}
