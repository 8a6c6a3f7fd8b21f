import { afterWorkingTime, type WorkingSpan } from '../../calendar/working-time';
import { isYearKnown, type RunningClock } from '../../calendar/running-clock';
import type { Calendar, Clock } from '../../calendar/calendar.schema';
import { warning, type Finding } from '../../definition/finding';
import type { Definition } from '../../definition/definition.schema';
import { isHuman, isPausing } from '../../definition/flow';
import { timeRuleOf } from '../../definition/times/time-rule';
import { unitClock } from '../../people/times/step-times';
import type { PlacedStep } from '../subject';

/** The company's moment, and what the company itself says of its time. */
export interface CompanyTime {
  /** ISO, UTC. */
  now: string;
  timeZone: string;
  calendar: Calendar | null;
}

/** A time that begins when a step is come to. */
interface Counted {
  clock: Clock;
  spans: WorkingSpan[];
}

function countedAt({ step }: PlacedStep, definition: Definition): Counted | null {
  if (isPausing(step)) {
    const { working, clock = 'office' } = step.until;
    return working === undefined ? null : { clock, spans: [spanOf(working)] };
  }
  const rule = isHuman(step) ? timeRuleOf(definition, step) : null;
  if (rule === null || rule.span === null || rule.field !== null) return null;
  const last = rule.rungs.flatMap((rung) => (rung.kind === 'escalate' ? [rung.after] : []));
  return { clock: rule.clock, spans: [rule.span, ...last.slice(-1)] };
}

const spanOf = ({ days = 0, hours = 0 }: WorkingSpan): WorkingSpan => ({ days, hours });

/** The first year that is reached from a moment on and of which nothing is known; null: there is none, or the clock stands still. */
function unknownYear(clock: RunningClock, from: string, spans: readonly WorkingSpan[]): number | null {
  let at: string | undefined = from;
  for (const span of spans) at = at === undefined ? undefined : afterWorkingTime(clock, at, span)?.at;
  const last = Number(at?.slice(0, 4) ?? 0);
  for (let year = Number(from.slice(0, 4)); year <= last; year += 1) if (!isYearKnown(clock, year)) return year;
  return null;
}

/**
 * That a time which begins today would reach into a year whose statutory days nobody knows. Pure. A warning only: it is counted by ordinary weeks, said to be,
 * and counted anew as soon as the days are announced or entered; who publishes in December is not to wait for the State Council.
 */
export function yearFindings(steps: readonly PlacedStep[], definition: Definition, { now, timeZone, calendar }: CompanyTime): Finding[] {
  const units = { company: calendar === null ? {} : { calendar } } as unknown as Parameters<typeof unitClock>[0]['units'];
  for (const placed of steps) {
    const counted = countedAt(placed, definition);
    const year = counted && unknownYear(unitClock({ units, timeZone }, ['company'], counted.clock), now, counted.spans);
    if (year === null) continue;
    const { zh, en } = placed.step.title;
    return [
      warning(
        { code: 'year-without-data', path: placed.path },
        `「${zh}」的时间从今天算起会进入 ${year} 年，而该年的法定节假日安排还没有公布：暂按平常的一周计算并注明，公布或录入后自动重算。`,
        `The time of “${en}” would reach into ${year} if it began today, and the statutory holidays of that year are not announced: it is counted by ordinary weeks, marked so, and counted again once they are announced or entered.`,
      ),
    ];
  }
  return [];
}
