import type { HumanStep } from '../definition/step.schema';
import { humanConditions, humanState } from './human-state';
import type { StepKindModule } from './step-kind';

/** A signed opinion: for, against or conditional. It steers what follows and decides nothing (X11). */
export const opinionStep: StepKindModule<Extract<HumanStep, { kind: 'opinion' }>> = {
  state: humanState,
  assignees: (step) => [step.assignee, ...step.fallback],
  conditions: (step) => humanConditions(step),
};
