import type { HumanStep } from '../definition/step.schema';
import { humanConditions, humanState } from './human-state';
import type { StepKindModule } from './step-kind';

/** A gate that passes or returns and is never final, unless the definition lets it reject. */
export const reviewStep: StepKindModule<Extract<HumanStep, { kind: 'review' }>> = {
  state: humanState,
  assignees: (step) => [step.assignee, ...step.fallback],
  conditions: (step) => humanConditions(step),
};
