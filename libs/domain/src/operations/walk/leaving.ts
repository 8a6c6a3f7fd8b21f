import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { Resume } from '../../definition/steps/step-parts';
import type { Outline } from '../../definition/structure/outline';
import { isHuman } from '../../definition/flow';
import type { RequestContext, StepRecord } from '../../request/request-state';
import { votesOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import { withoutSteps } from '../parts/machine-context';

/** Whether several sign the step, each with a word of their own. Pure. */
export function isSignedBySeveral(step: HumanStep, { seats }: StepRecord): boolean {
  return kindOf(step).settle !== undefined || Object.values(seats).some(({ addedBy }) => addedBy !== undefined);
}

/** Of *only what changed*: who is asked again there is said by everything that was shown. */
function marked(resume: Resume): Pick<StepRecord, 'strict'> {
  return resume === 'only-changed' ? { strict: true } : {};
}

/**
 * What is remembered of a step that sends the request back. Where it comes *straight back*, or *only what changed* is asked, what its other people said
 * stands, and signatures that were asked for are asked for again; after a *walk again* all of it is asked anew. Pure.
 */
export function leaving(step: HumanStep, record: StepRecord, resume: Resume): StepRecord {
  return resume !== 'walk-again' && isSignedBySeveral(step, record) ? { ...record, keeps: true, ...marked(resume) } : record;
}

/** Steps behind a return of *only what changed*: when the walk comes to them, they ask whoever was shown something that changed. Pure. */
export function comparedByAll(steps: RequestContext['steps'], behind: readonly string[]): RequestContext['steps'] {
  const ids = new Set(behind);
  const compares = ([id, record]: [string, StepRecord]): boolean =>
    ids.has(id) && (['passed', 'rejected', 'merged'].includes(record.status) || record.keeps === true);
  return Object.fromEntries(Object.entries(steps).map((entry) => (compares(entry) ? [entry[0], { ...entry[1], strict: true }] : entry)));
}

/**
 * What is remembered of steps that wait when the walk goes back before them. Where several sign and some have, a walk that does not ask all of it anew
 * finds their words again; everything else is forgotten and asked for when it is come to. Pure.
 */
export function leftOpen(
  process: Pick<Outline, 'steps'>,
  steps: RequestContext['steps'],
  { gone, resume }: { gone: readonly string[]; resume: Resume },
): RequestContext['steps'] {
  const kept = gone.flatMap((id): [string, StepRecord][] => {
    const [step, record] = [ownValue(process.steps, id), ownValue(steps, id)];
    const several = record && step && isHuman(step) && isSignedBySeveral(step, record) && votesOf(record).length > 0;
    if (!several || resume === 'walk-again' || !(record.status === 'open' || record.keeps)) return [];
    const { owners: _owners, reason: _reason, ...said } = record;
    return [[id, { ...said, status: 'returned', keeps: true }]];
  });
  return { ...forgettingSteps(steps, gone), ...Object.fromEntries(kept) };
}

type Lasting = Pick<StepRecord, 'call' | 'children'>;

/** What outlasts a step that does not come in this case: what it has asked of another system stands, as long as it would be asked the same. Pure. */
export function outlasting({ call }: Lasting): Pick<StepRecord, 'call'> {
  return call === undefined ? {} : { call };
}

function forgotten(
  steps: RequestContext['steps'],
  gone: readonly string[],
  lasting: (record: StepRecord) => Lasting,
): RequestContext['steps'] {
  const kept = gone.flatMap((id): [string, StepRecord][] => {
    const record = ownValue(steps, id);
    const lasts = record ? lasting(record) : {};
    if (record === undefined || Object.keys(lasts).length === 0) return [];
    return [[id, { status: 'returned', generation: record.generation, seats: {}, ...lasts }]];
  });
  return { ...withoutSteps(steps, gone), ...Object.fromEntries(kept) };
}

/**
 * Steps without those of a list, to which the walk comes again. What they have started, or asked of another system, is remembered until then: it stands, as long as it would be
 * given the same. Pure.
 */
export function forgettingSteps(steps: RequestContext['steps'], gone: readonly string[]): RequestContext['steps'] {
  return forgotten(steps, gone, (record) => ({
    ...outlasting(record),
    ...(Object.keys(record.children ?? {}).length > 0 && { children: record.children }),
  }));
}

/** Steps without those of a list, which do not come in this case. Pure. */
export function leavingOutSteps(steps: RequestContext['steps'], gone: readonly string[]): RequestContext['steps'] {
  return forgotten(steps, gone, outlasting);
}
