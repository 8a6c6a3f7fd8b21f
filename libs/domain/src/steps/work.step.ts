import type { HumanStep } from '../definition/step.schema';
import { humanConditions, humanState } from './human-state';
import type { StepKindModule } from './step-kind';

/** Something to be done, with evidence in its fields. */
export const workStep: StepKindModule<Extract<HumanStep, { kind: 'work' }>> = {
  state: humanState,
  assignees: (step) => [step.assignee, ...step.fallback],
  conditions: (step) => humanConditions(step),
};
