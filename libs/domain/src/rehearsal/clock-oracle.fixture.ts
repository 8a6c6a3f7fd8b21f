import { isHuman } from '../definition/flow';
import type { Due } from '../definition/times/due.schema';
import { deadlines } from '../request/time/deadline';
import type { StepRecord } from '../request/request-state';
import { must } from './must.fixture';
import { ALL_DAY, type Hours } from './company.fixture';
import { START, type Play } from './play.fixture';

const HOUR = 3_600_000;
const TOLD = ['step.reminded', 'step.overdue', 'step.escalated', 'step.handed-on'];

/** The time of one opening of a step, in milliseconds: since when it runs, when it stood still, since when it does, how much of it has been told. */
interface Clock {
  generation: number;
  from: number;
  stood: [number, number][];
  since: number | null;
  told: number;
}

type Clocks = ReadonlyMap<string, Clock>;

/** Clocks show so much more than in Greenwich. */
const AHEAD = 8 * HOUR;
const DAY = 24 * HOUR;

/** How much of the time between two moments the offices work. */
function worked(begun: number, end: number, [opens, closes]: Hours): number {
  const days = Array.from(
    { length: Math.ceil((end - begun) / DAY) + 2 },
    (_, day) => Math.floor((begun + AHEAD) / DAY + day) * DAY - AHEAD,
  );
  return days.reduce((sum, day) => sum + Math.max(0, Math.min(end, day + closes * HOUR) - Math.max(begun, day + opens * HOUR)), 0);
}

/** The first moment by which so much was worked, what stood still left out: looked for day by day, then ever closer. */
function later(begun: number, span: number, stood: Clock['stood'], hours: Hours): number {
  const counts = (at: number): number =>
    stood.reduce(
      (sum, [from, to]) => sum - worked(Math.max(from, begun), Math.max(Math.min(to, at), from, begun), hours),
      worked(begun, at, hours),
    );
  let [early, late] = [begun, begun + DAY];
  while (counts(late) < span) late += DAY;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (counts(middle) < span) early = middle;
    else late = middle;
  }
  return late;
}

/** When what is told of a step comes, in order: reminders, that it is over, and whatever follows; by the offices as they work today. */
function marksOf({ working, remind = [50], ladder = [] }: Due, { from, stood }: Clock, hours: Hours): number[] {
  const span = (working?.hours ?? 0) * HOUR;
  const over = later(from, span, stood, hours);
  const reminders = [...remind].sort((left, right) => left - right).map((percent) => later(from, (span * percent) / 100, stood, hours));
  return [...reminders, over, ...ladder.map(({ after }) => later(over, (after.hours ?? 0) * HOUR, stood, hours))];
}

/** Keeps the time of open steps beside the engine, by when they were opened, what stood still and what has come, as plain as it can be said. */
export class ClockOracle {
  private clocks: Clocks = new Map();
  /** As they were after each transition. */
  private readonly known = new Map<number, Clocks>();

  /** Hears what the last transition was. */
  follow(play: Play, hours: Hours = ALL_DAY): void {
    const now = START + play.seconds * 1_000;
    const undone = play.events.find((event) => event.type === 'decision.undone')?.of;
    const before = undone === undefined ? undefined : this.known.get(undone - 1);
    const { context } = play;
    const next = new Map<string, Clock>();
    for (const [step, record] of Object.entries(context.steps)) {
      const due = dueOf(play, step);
      if (due === undefined || record.status !== 'open') continue;
      const known = this.clocks.get(step);
      // Whoever else is asked because the company has changed is asked since its first people were; what is asked again by an undo, too.
      const goesOn = known !== undefined && (known.generation === record.generation || isReview(play));
      const was = goesOn ? known : before?.get(step);
      const told = play.events.filter((event) => TOLD.includes(event.type) && 'step' in event && event.step === step).length;
      next.set(
        step,
        goneOn(
          due,
          { from: now, stood: [], since: null, told: 0, ...was, generation: record.generation },
          { told, now, still: isStill(play, record), hours },
        ),
      );
    }
    this.clocks = next;
    this.known.set(play.request.n, next);
  }

  /** Throws where the engine keeps another time. */
  standsRight(play: Play, hours: Hours = ALL_DAY): void {
    const { context } = play;
    const ahead = deadlines(play.request.state).flatMap(({ step, kind }) => (kind === 'clock' && step !== null ? [step] : []));
    for (const [step, record] of Object.entries(context.steps)) {
      if (record.status !== 'open') continue;
      const [due, clock] = [dueOf(play, step), this.clocks.get(step)];
      must(`no time to run on ${step}`, due !== undefined || record.clock === undefined);
      if (due === undefined || clock === undefined) continue;
      const marks = marksOf(due, clock, hours);
      const [expected, is] = [
        { marks, told: clock.told },
        { marks: record.clock?.marks.map((at) => Date.parse(at)), told: record.clock?.rung },
      ];
      must(
        `the time of ${step} to be ${JSON.stringify(expected)}, but it is ${JSON.stringify(is)}`,
        JSON.stringify(is) === JSON.stringify(expected),
      );
      must(
        `something to come of ${step} while its time runs and until all is told`,
        ahead.includes(step) === (clock.since === null && clock.told < marks.length && context.poisoned === null),
      );
    }
  }
}

const isReview = (play: Play): boolean => play.journal.at(-1)?.command.type === 'directory.changed';

function dueOf(play: Play, id: string): Due | undefined {
  const step = play.process.steps[id];
  return step && isHuman(step) ? step.due : undefined;
}

/** Whether its time stands still: the request is suspended or somebody is asked for information. */
function isStill({ context }: Play, { seats }: StepRecord): boolean {
  const isAsked = Object.values(seats).some(({ question, vote }) => question !== undefined && vote === undefined);
  return context.suspendedAt !== undefined || isAsked;
}

function goneOn(due: Due, clock: Clock, { told, now, still, hours }: { told: number; now: number; still: boolean; hours: Hours }): Clock {
  const since = still ? (clock.since ?? now) : null;
  const stood: Clock['stood'] = clock.since !== null && !still ? [...clock.stood, [clock.since, now]] : clock.stood;
  const moved = { ...clock, stood, since };
  // What lies ahead anew is told again.
  const come = marksOf(due, moved, hours).filter((at) => at <= now).length;
  return { ...moved, told: Math.min(clock.told + told, come) };
}
