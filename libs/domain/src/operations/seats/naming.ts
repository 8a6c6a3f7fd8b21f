import { ref, type MachineReference } from '../../definition/state-json';
import { attemptOnPerson, personBody, readOnPerson } from './on-person';
import { isClaimed, sitsOn, taskGone } from './on-task';
import type { StepPlace } from '../operation';
import { PLAIN } from '../parts/plain';

/** What operations have in common by which whoever has a task names somebody else for it, with a reason: to decide, to advise, to answer. */
export const NAMING = {
  ...PLAIN,
  scope: 'task',
  onStep: true,
  body: personBody,
  needsComment: () => true,
  concerns: sitsOn,
  read: readOnPerson,
  attempt: attemptOnPerson,
  untaken: taskGone,
} as const;

/** Guards of naming somebody: whoever decides here names a person anew, and says why. Pure. `partial`: who has only been asked may be named as well. */
export function mayName({ step }: StepPlace, { partial, more = [] }: { partial: boolean; more?: MachineReference[] }): MachineReference[] {
  return [
    ref('is-assignee', { step: step.id }),
    ref('decides-here', { step: step.id, claim: isClaimed(step) }),
    ref('named-anew', { step: step.id, partial }),
    ...more,
    ref('comment-required', { where: true }),
  ];
}
