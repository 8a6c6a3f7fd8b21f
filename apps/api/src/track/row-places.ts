import { LeastRecent } from '@countersign/database';
import {
  follows,
  isHuman,
  ownValue,
  timeRuleOf,
  workingTimeBetween,
  type Bilingual,
  type Calendar,
  type Clock,
  type Process,
  type StepRecord,
} from '@countersign/domain';
import { clockOfUnit } from '../people/calendars/calendar-days';

/** What a tracked row tells of its request beside what every list tells. */
export interface RowPlace {
  requestId: string;
  definitionId: string;
  kind: string | null;
  step: string | null;
  late: boolean;
  unit: Bilingual | null;
  others: number;
  steps: Record<string, StepRecord> | null;
  /** Since when it waits, and until when (ISO); null where it does not, or is due on no day. */
  since: string | null;
  due: string | null;
  /** The requester's unit and those above it, root … own, with what they say of their time. */
  units: { id: string; calendar: Calendar | null }[];
  timeZone: string;
}

/** `$1`: requests; `$2`: the step that the list is about, null where each row is about the one that presses most; `$3`: the person, where the list is about theirs. */
export const ROW_PLACES = `
  SELECT r.id AS "requestId", r.definition_id AS "definitionId", s.kind, s.step, coalesce(s.due < now(), false) AS late, u.name AS unit,
    greatest((SELECT count(*)::int FROM standing k WHERE k.request_id = r.id) - 1, 0) AS others, r.state#>'{context,steps}' AS steps,
    iso_time(s.since) AS since, CASE WHEN isfinite(s.due) THEN iso_time(s.due) END AS due, c.time_zone AS "timeZone",
    coalesce((SELECT json_agg(json_build_object('id', a.id, 'calendar', a.calendar) ORDER BY p.place) FROM unnest(u.path) WITH ORDINALITY AS p(id, place) JOIN unit a ON a.id = p.id), '[]') AS units
  FROM request r JOIN company c ON c.id = r.company_id
    LEFT JOIN LATERAL (SELECT k.kind, k.step, k.due, k.since FROM standing k WHERE k.request_id = r.id AND (k.step = $2
        OR $2::text IS NULL AND k.step = (SELECT t.step FROM participant p JOIN task t ON t.id = p.todo_task WHERE p.request_id = r.id AND p.person_id = $3)
        OR $2::text IS NULL AND k.foremost) ORDER BY k.foremost AND $3::uuid IS NOT NULL LIMIT 1) s ON true
    LEFT JOIN unit u ON u.id = r.unit_id
  WHERE r.id = ANY ($1::uuid[])`;

const PAST: readonly StepRecord['status'][] = ['passed', 'merged', 'waived', 'returned', 'rejected', 'closed'];
/** More are not told apart on a phone. */
const MOST_SEGMENTS = 14;

/**
 * The way of a request in one letter for each step of people: past, now, late, stuck, ahead. What was skipped is left out, and so is a step that was not
 * come to before one that was: the way went past it. Pure.
 */
export function wayOf({ order, steps: known, structure }: Pick<Process, 'order' | 'steps' | 'structure'>, place: RowPlace): string {
  const { steps, late, step: foremost } = place;
  const reached = order.filter((id) => ownValue(steps, id) !== undefined);
  const letters = order.flatMap((id) => {
    const step = ownValue(known, id);
    if (!step || !isHuman(step)) return [];
    const record = ownValue(steps, id);
    if (!record) return reached.some((other) => follows(structure, other, id)) ? [] : ['a'];
    if (record.status === 'skipped') return [];
    if (record.status === 'blocked') return ['s'];
    if (PAST.includes(record.status)) return ['p'];
    return [late && id === foremost ? 'l' : 'n'];
  });
  return letters.slice(0, MOST_SEGMENTS).join('');
}

const MINUTE = 60_000;
type Running = ReturnType<typeof clockOfUnit>;

/** So many clocks are kept: the units of a company go by a few. */
const KEPT_CLOCKS = 200;

/** The clocks of rows, kept with the days that they have looked up: rows whose units say the same of their time share one. */
export function rowClocks(): (place: Pick<RowPlace, 'units' | 'timeZone'>, clock: Clock) => Running {
  const kept = new LeastRecent<string, Running>(KEPT_CLOCKS);
  return ({ units, timeZone }, clock) => {
    const said = units.flatMap(({ id, calendar }) => (calendar ? [{ id, calendar }] : []));
    const key = JSON.stringify([clock, timeZone, said.map(({ calendar }) => calendar)]);
    const known = kept.get(key);
    if (known) return known;
    const calendars = Object.fromEntries(said.map(({ id, calendar }) => [id, calendar]));
    const running = clockOfUnit({ path: said.map(({ id }) => id), calendars, timeZone }, clock);
    kept.set(key, running);
    return running;
  };
}

/** How long a row has waited and might wait, in working minutes, by the clock by which its step is due; null where it waits for nothing. Pure. */
export function waitOf(
  { definition, steps }: Pick<Process, 'definition' | 'steps'>,
  place: RowPlace,
  { clocks, now }: { clocks: ReturnType<typeof rowClocks>; now: string },
): { workedMinutes: number | null; limitMinutes: number | null } {
  const { since, due, step } = place;
  if (since === null) return { workedMinutes: null, limitMinutes: null };
  const known = step === null ? undefined : ownValue(steps, step);
  const clock = clocks(place, (known && isHuman(known) ? timeRuleOf(definition, known)?.clock : undefined) ?? 'office');
  const minutesTo = (to: string): number => Math.round(workingTimeBetween(clock, since, to) / MINUTE);
  return { workedMinutes: minutesTo(now), limitMinutes: due === null ? null : minutesTo(due) };
}
