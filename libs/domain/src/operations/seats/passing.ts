import { ref, type MachineReference } from '../../definition/state-json';
import { kindOf } from '../../definition/step.schema';
import { mayAct } from './on-task';
import type { StepPlace } from '../operation';
import { mayWrite } from '../form/step-writing';

/** What one way of passing a step asks besides what all of them ask: before its fields are looked at, and after. */
interface Besides {
  before?: readonly MachineReference[];
  after: readonly MachineReference[];
}

/**
 * Guards of whoever passes a step, in whichever way: the right person with the right authority, about what is there now, once, with all that the step
 * has to be given. Pure.
 */
export function mayPass(place: StepPlace, { before = [], after }: Besides): MachineReference[] {
  const { id: step, authority, commentRequired, checks } = place.step;
  const signed = kindOf(place.step).decision?.signed === true;
  return [
    ...mayAct(place),
    ...(authority ? [ref('has-authority', { authority, step })] : []),
    ...(authority?.kind === 'execute' ? [ref('done-before', { step })] : []),
    ...(authority?.amount === undefined ? [] : [ref('within-limit', { authority, step })]),
    ...before,
    ...mayWrite(step),
    ...after,
    ...(signed ? [ref('opinion-signed'), ref('comment-required', { where: true })] : []),
    ...(!signed && commentRequired !== false ? [ref('comment-required', { where: commentRequired })] : []),
    ...checks,
  ];
}
