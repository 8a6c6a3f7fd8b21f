import type { HumanStep } from '../definition/step.schema';
import { humanConditions, humanState } from './human-state';
import type { StepKindModule } from './step-kind';

/** The step that decides: passes, returns, or rejects for good. */
export const approveStep: StepKindModule<Extract<HumanStep, { kind: 'approve' }>> = {
  state: humanState,
  assignees: (step) => [step.assignee, ...step.fallback],
  conditions: (step) => humanConditions(step),
};
