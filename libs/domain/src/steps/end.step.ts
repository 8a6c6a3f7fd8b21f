import type { EndStep } from '../definition/step.schema';
import { ref, stateOf } from '../operations/state-json';
import type { StepKindModule } from './step-kind';

/** The request ends here, with its outcome. */
export const endStep: StepKindModule<EndStep> = {
  state: (step, place) => ({
    always: [
      ...(step.when ? [{ target: place.next, guard: [ref('unless', { condition: step.when })] }] : []),
      { target: stateOf(step.outcome), guard: [ref('onward')] },
    ],
  }),
  assignees: () => [],
  conditions: () => [],
};
