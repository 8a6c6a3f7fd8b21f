import { isHuman } from '../definition/flow';
import type { Due } from '../definition/times/due.schema';
import { deadlines } from '../request/time/deadline';
import type { StepRecord } from '../request/request-state';
import { must } from './must.fixture';
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

/** A moment so much later, what stood still left out. */
function later(begun: number, span: number, stood: Clock['stood']): number {
  let end = begun + span;
  for (const [from, to] of stood) {
    const still = Math.max(from, begun);
    if (to > still && still < end) end += to - still;
  }
  return end;
}

/** When what is told of a step comes, in order: reminders, that it is over, and whatever follows; in a company that works at all times. */
function marksOf({ working, remind = [50], ladder = [] }: Due, { from, stood }: Clock): number[] {
  const span = (working?.hours ?? 0) * HOUR;
  const over = later(from, span, stood);
  const reminders = [...remind].sort((left, right) => left - right).map((percent) => later(from, (span * percent) / 100, stood));
  return [...reminders, over, ...ladder.map(({ after }) => later(over, (after.hours ?? 0) * HOUR, stood))];
}

/** Keeps the time of open steps beside the engine, by when they were opened, what stood still and what has come, as plain as it can be said. */
export class ClockOracle {
  private clocks: Clocks = new Map();
  /** As they were after each transition. */
  private readonly known = new Map<number, Clocks>();

  /** Hears what the last transition was. */
  follow(play: Play): void {
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
          { told, now, still: isStill(play, record) },
        ),
      );
    }
    this.clocks = next;
    this.known.set(play.request.n, next);
  }

  /** Throws where the engine keeps another time. */
  standsRight(play: Play): void {
    const { context } = play;
    const ahead = deadlines(play.request.state).flatMap(({ step, kind }) => (kind === 'clock' && step !== null ? [step] : []));
    for (const [step, record] of Object.entries(context.steps)) {
      if (record.status !== 'open') continue;
      const [due, clock] = [dueOf(play, step), this.clocks.get(step)];
      must(`no time to run on ${step}`, due !== undefined || record.clock === undefined);
      if (due === undefined || clock === undefined) continue;
      const marks = marksOf(due, clock);
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

function goneOn(due: Due, clock: Clock, { told, now, still }: { told: number; now: number; still: boolean }): Clock {
  const since = still ? (clock.since ?? now) : null;
  const stood: Clock['stood'] = clock.since !== null && !still ? [...clock.stood, [clock.since, now]] : clock.stood;
  const moved = { ...clock, stood, since };
  // What lies ahead anew is told again.
  const come = marksOf(due, moved).filter((at) => at <= now).length;
  return { ...moved, told: Math.min(clock.told + told, come) };
}
