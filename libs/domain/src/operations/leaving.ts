import { kindOf, type HumanStep } from '../definition/step.schema';
import type { Resume } from '../definition/steps/step-parts';
import type { StepRecord } from '../request/request-state';

/** Whether several sign the step, each with a word of their own. */
function isSignedBySeveral(step: HumanStep, { seats }: StepRecord): boolean {
  return kindOf(step).settle !== undefined || Object.values(seats).some(({ addedBy }) => addedBy !== undefined);
}

/**
 * What is remembered of a step that sends the request back. Where it comes *straight back*, what its other people said stands, and signatures that
 * were asked for are asked for again; after a *walk again* all of it is asked anew. Pure.
 */
export function leaving(step: HumanStep, record: StepRecord, resume: Resume): StepRecord {
  return resume === 'straight-back' && isSignedBySeveral(step, record) ? { ...record, keeps: true } : record;
}
