import type { RequestContext, StepRecord } from '../request-state';
import type { Pause, StepClock, Stood } from '../steps/step-waits';
import { ownValue } from '../../text/own-value';

const SUFFIX = '/clock';

/** Under which name the facts hold how the time of a step runs on after it stood still; no step can be called so. Pure. */
export function clockKey(step: string): string {
  return `${step}${SUFFIX}`;
}

/** The step whose time is meant; null for every other name. Pure. */
export function stepOfClock(key: string): string | null {
  return key.endsWith(SUFFIX) ? key.slice(0, -SUFFIX.length) : null;
}

/** Whether somebody is asked for information on a step, and has not answered. Pure. */
export function isAskedAbout({ seats }: StepRecord): boolean {
  return Object.values(seats).some(({ question, vote }) => question !== undefined && vote === undefined);
}

/** What is counted in working time on a step as it stands: its clock, or until when it waits. A date of the form comes when it comes. */
function counted({ status, clock, until }: StepRecord): StepClock | Pause | undefined {
  if (status === 'open') return clock;
  return status === 'waiting' && until?.from !== undefined ? until : undefined;
}

function withCounted(record: StepRecord, counted: StepClock | Pause): StepRecord {
  return 'rung' in counted ? { ...record, clock: counted } : { ...record, until: counted };
}

/** A step as its time begins to stand still or has done so at a moment; itself where neither is the case. */
function stamped(record: StepRecord, still: boolean, now: string): StepRecord {
  const time = counted(record);
  if (time === undefined || still === (time.since !== undefined)) return record;
  if (time.since === undefined) return withCounted(record, { ...time, since: now });
  const { since, ...rest } = time;
  return withCounted(record, { ...rest, stood: [...(rest.stood ?? []), { from: since, to: now }] });
}

/** The request with what stands still since when, or did; `again`: steps whose time runs on from now or begins anew, and has to be counted anew. Pure. */
export function standstills(context: RequestContext, now: string): { context: RequestContext; again: string[] } {
  const steps = Object.entries(context.steps).map(([step, record]): [string, StepRecord] => [
    step,
    stamped(record, context.suspendedAt !== undefined || (record.status === 'open' && isAskedAbout(record)), now),
  ]);
  const begins = ({ clock }: StepRecord): boolean => clock?.anew === true;
  const changed = steps.filter(([step, record]) => record !== ownValue(context.steps, step) || begins(record));
  if (changed.length === 0) return { context, again: [] };
  const runsOn = (record: StepRecord): boolean => begins(record) || counted(record)?.since === undefined;
  return {
    context: { ...context, steps: Object.fromEntries(steps) },
    again: changed.flatMap(([step, record]) => (runsOn(record) ? [step] : [])),
  };
}

/** How time stood still so far, to be kept with what is counted anew. Pure. */
export function stoodOf(time: Stood | undefined): Stood {
  const { since, stood } = time ?? {};
  return { ...(since !== undefined && { since }), ...(stood && { stood }) };
}
