import type { Clock } from '../../calendar/calendar.schema';
import type { WorkingSpan } from '../../calendar/working-time';
import type { Assignee } from '../assignee.schema';
import type { Definition } from '../definition.schema';
import type { Due, LadderTo } from './due.schema';
import { kindOf, type HumanStep } from '../step.schema';

/** What happens at one moment of a step's time. */
export type Rung =
  { kind: 'remind'; percent: number } | { kind: 'due' } | { kind: 'escalate'; after: WorkingSpan; to: LadderTo; handOn?: true };

/** How the time of a step runs. */
export interface TimeRule {
  /** The date field that it begins or ends with; null: it begins when people are asked. */
  field: string | null;
  /** So many calendar days from that field's, and the time of that day; null: its end. */
  days: number;
  at: string | null;
  /** null: it ends with the field's day. */
  span: WorkingSpan | null;
  /** How long it takes from when people are asked while the field is blank; null: it is due on no day then. */
  whileBlank: WorkingSpan | null;
  clock: Clock;
  /** In the order in which they come. */
  rungs: Rung[];
}

/** What happens at one moment of an item's time: it is reminded of on its day, and once that is over. */
export type ItemRung = { kind: 'remind' | 'due' } | Extract<Rung, { kind: 'escalate' }>;

/** G03: half the time, the end of it, and a working day later whoever is above. */
const USUAL: { remind: number[]; ladder: NonNullable<Due['ladder']> } = { remind: [50], ladder: [{ after: { days: 1 }, to: 'superior' }] };

/** How the time of a step runs; null where nothing happens by time, whether it is due or not. Pure. */
export function timeRuleOf({ deadlines }: Pick<Definition, 'deadlines'>, step: HumanStep): TimeRule | null {
  const usual = deadlines === 'usual';
  const days = usual ? kindOf(step).decision?.usualDays : undefined;
  const due: Due | undefined = step.due ?? (days === undefined ? undefined : { working: { days } });
  // A date field alone is shown as due, and nothing more is asked but what is usual.
  if (!due || (!usual && isDateAlone(due))) return null;
  const { field = null, days: shift = 0, at = null, working = null, clock = 'office', remind = USUAL.remind, ladder = USUAL.ladder } = due;
  const reminders = [...new Set(remind)].sort((left, right) => left - right);
  return {
    field,
    days: shift,
    at,
    span: working === null ? null : spanOf(working),
    whileBlank: field === null || days === undefined ? null : { days },
    clock,
    rungs: [...reminders.map((percent): Rung => ({ kind: 'remind', percent })), { kind: 'due' }, ...ladder.map(escalation)],
  };
}

const isDateAlone = ({ working, remind, ladder, days, at }: Due): boolean =>
  [working, remind, ladder, days, at].every((each) => each === undefined);

/** How the time of each item of a list runs that is due some time; without rungs it is shown as due, and nothing more. Pure. */
export function itemRuleOf(
  { deadlines }: Pick<Definition, 'deadlines'>,
  { due }: Pick<HumanStep, 'due'>,
): { clock: Clock; rungs: ItemRung[] } {
  const { clock = 'office', remind, ladder } = due ?? {};
  if (deadlines !== 'usual' && remind === undefined && ladder === undefined) return { clock, rungs: [] };
  return { clock, rungs: [{ kind: 'remind' }, { kind: 'due' }, ...(ladder ?? USUAL.ladder).map(escalation)] };
}

/** Rules by which people are found who are told that a step is late. Pure. */
export function ladderRulesOf(step: Pick<HumanStep, 'due'>): Assignee[] {
  return (step.due?.ladder ?? []).flatMap(({ to }) => (typeof to === 'string' ? [] : [to]));
}

/** Whether somebody above those who are asked may be told that a step is late. Pure. */
export function looksAbove(definition: Pick<Definition, 'deadlines'>, step: HumanStep): boolean {
  const rungs = kindOf(step).list ? itemRuleOf(definition, step).rungs : (timeRuleOf(definition, step)?.rungs ?? []);
  return rungs.some((rung) => rung.kind === 'escalate' && typeof rung.to === 'string');
}

function escalation({ after, to, handOn }: NonNullable<Due['ladder']>[number]): Extract<Rung, { kind: 'escalate' }> {
  return { kind: 'escalate', after: spanOf(after), to, ...(handOn && { handOn }) };
}

function spanOf({ days, hours }: NonNullable<Due['working']>): WorkingSpan {
  return { ...(days !== undefined && { days }), ...(hours !== undefined && { hours }) };
}
