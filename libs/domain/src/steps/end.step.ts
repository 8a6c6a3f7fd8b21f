import type { EndStep } from '../definition/step.schema';
import { way } from './state-json';
import type { StepKindModule } from './step-kind';

/** The request ends here, with its outcome. */
export const endStep: StepKindModule<EndStep> = {
  state: (step, place) => ({
    always: [
      ...(step.when ? [{ target: place.next, guard: way('unless', { condition: step.when }) }] : []),
      { target: step.outcome, guard: way('onward') },
    ],
  }),
  assignees: () => [],
  conditions: () => [],
};
