import type { FinishedRequest, RequestTime, StepTime } from '@countersign/database';
import {
  decidedAt,
  isHuman,
  ownValue,
  stepVisits,
  timeRuleOf,
  unitClock,
  workedMinutes,
  workingTimeBetween,
  type Process,
  type StepVisit,
} from '@countersign/domain';

type Clocks = Record<'office' | 'store', ReturnType<typeof unitClock>>;

/**
 * How long a finished request and each of its stays at a step took, by the calendar of the requester's unit as it stands now; null where it was not
 * decided to its end. Pure. It rests after each stay: to count the hours of months takes a while.
 */
export function* requestTimes(
  process: Pick<Process, 'definition' | 'steps'>,
  request: FinishedRequest,
): Generator<void, RequestTime | null, void> {
  const { journal } = request;
  const submittedAt = journal[0]?.at;
  const finishedAt = decidedAt(journal);
  if (submittedAt === undefined || finishedAt === null) return null;
  const clocks = clocksOf(request);
  const visits = stepVisits(journal).filter(({ openedAt }) => openedAt <= finishedAt);
  const steps: StepTime[] = [];
  for (const visit of visits) {
    steps.push(stepTime(visit, clocks[clockOf(process, visit.step)], dueOf(request, visit)));
    yield;
  }
  return {
    submittedAt,
    finishedAt,
    minutes: workedMinutes(clocks.office, { openedAt: submittedAt, closedAt: finishedAt, pauses: [] }),
    returns: visits.filter(({ ended }) => ended === 'returned').length,
    steps,
  };
}

function clocksOf({ units, timeZone }: FinishedRequest): Clocks {
  const known = Object.fromEntries(units.map(({ id, calendar }) => [id, { ...(calendar && { calendar }) }]));
  const directory = { units: known, timeZone } as unknown as Parameters<typeof unitClock>[0];
  const path = units.map(({ id }) => id);
  return { office: unitClock(directory, path, 'office'), store: unitClock(directory, path, 'store') };
}

/** Time that is measured by the clock by which a step is due. */
function clockOf({ definition, steps }: Pick<Process, 'definition' | 'steps'>, id: string): keyof Clocks {
  const step = ownValue(steps, id);
  return (step && isHuman(step) ? timeRuleOf(definition, step)?.clock : undefined) ?? 'office';
}

/** When the last of its tasks was due (ISO). */
function dueOf({ tasks }: FinishedRequest, visit: StepVisit): string | null {
  const own = new Set(visit.tasks.map(({ generation, seat }) => `${generation}/${seat}`));
  const dues = tasks.filter((task) => task.step === visit.step && own.has(`${task.generation}/${task.seat}`)).map(({ dueAt }) => dueAt);
  return visit.kind === 'people' ? (dues.sort().at(-1) ?? null) : null;
}

function stepTime(visit: StepVisit, clock: Clocks['office'], due: string | null): StepTime {
  const { step, kind, openedAt, closedAt, ended, to } = visit;
  return {
    ...{ step, kind, openedAt, closedAt, ended, backTo: to },
    minutes: workedMinutes(clock, visit),
    // A due time has moved by as much as its pauses took; of the limit they are no part.
    limitMinutes:
      due === null ? null : Math.max(0, Math.round(workingTimeBetween(clock, openedAt, due) / 60_000) - pausedMinutes(clock, visit)),
    late: due !== null && closedAt > due,
  };
}

function pausedMinutes(clock: Clocks['office'], { pauses }: StepVisit): number {
  return Math.round(pauses.reduce((sum, { from, to }) => sum + workingTimeBetween(clock, from, to), 0) / 60_000);
}
