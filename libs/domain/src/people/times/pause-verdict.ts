import { dayAfter } from '../../calendar/day-count';
import { instantAt } from '../../calendar/local-time';
import type { RunningClock } from '../../calendar/running-clock';
import { afterWorkingTime, laterByStandstill, type CountedMoment } from '../../calendar/working-time';
import { isPausing } from '../../definition/flow';
import type { Outline } from '../../definition/structure/outline';
import type { Until } from '../../definition/steps/delay.step';
import { isDay } from '../../form/day';
import type { StepVerdict } from '../../request/facts';
import type { RequestState } from '../../request/request-state';
import type { Pause, Stood } from '../../request/steps/step-waits';
import { stoodOf } from '../../request/time/standstill';
import { recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import type { Directory } from '../directory';
import { unitPath } from '../posts';
import { unitClock } from './step-times';

const MINUTE = 60_000;

/** Why a step cannot say until when it waits: the date that it counts from is blank, or the clock that it counts by never runs. */
export const NO_DATE = 'no-date';
export const CLOCK_STANDS_STILL = 'clock-stands-still';

type Found = Pause | typeof NO_DATE | typeof CLOCK_STANDS_STILL;

/**
 * Until when a step waits, by a date of the form or by working time since it was come to, as the calendar of the requester's unit stands today. A step that
 * waits already counts on from when it began, and leaves out when its time stood still. Pure. Throws where the step waits for no moment, or nobody has submitted yet.
 */
export function pauseVerdict(process: Pick<Outline, 'steps'>, { context }: RequestState, id: string, directory: Directory): StepVerdict {
  const step = ownValue(process.steps, id);
  if (!step || !isPausing(step)) throw new Error(`Expected “${id}” to wait for a moment, but it is ${step?.kind ?? 'unknown'}`);
  if (!context.requester) throw new Error(`Expected “${id}” to wait after the submit, but the request has no requester`);
  const clock = unitClock(directory, unitPath(directory, context.requester.unitId), step.until.clock ?? 'office');
  const known = recordOf(context, id);
  const waited = known?.status === 'waiting' ? known.until : undefined;
  const since = waited?.from ?? directory.now;
  const day = step.until.field === undefined ? null : ownValue(context.fields, step.until.field);
  const found =
    step.until.working === undefined
      ? untilDay(step.until, day, clock.timeZone)
      : counted(since, afterWorkingTime(clock, since, spanOf(step.until.working)), { clock, kept: stoodOf(waited) });
  return typeof found === 'string' ? { kind: 'blocked', owners: [...directory.operators], reason: found } : { kind: 'until', ...found };
}

/** Only what is said, as working time takes it. */
function spanOf({ days, hours }: NonNullable<Until['working']>): { days?: number; hours?: number } {
  return { ...(days !== undefined && { days }), ...(hours !== undefined && { hours }) };
}

function untilDay({ days = 0, at = '00:00' }: Until, day: unknown, timeZone: string): Found {
  if (typeof day !== 'string' || !isDay(day)) return NO_DATE;
  const ms = (Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5))) * MINUTE;
  return { at: instantAt({ day: dayAfter(day, days), ms }, timeZone), day };
}

function counted(from: string, span: CountedMoment | null, { clock, kept }: { clock: RunningClock; kept: Stood }): Found {
  const end = span && laterByStandstill(clock, from, span, kept.stood ?? []);
  if (end === null) return CLOCK_STANDS_STILL;
  return { at: end.at, from, ...kept, ...(end.provisional && { provisional: true as const }) };
}
