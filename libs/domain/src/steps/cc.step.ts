import type { CcStep } from '../definition/step.schema';
import { goesOnAt, ref } from '../operations/state-json';
import type { StepKindModule } from './step-kind';

/** A notice to people; it waits for nobody. */
export const ccStep: StepKindModule<CcStep> = {
  state: (step, place) => ({
    entry: [ref('send-copies', { step: step.id })],
    on: goesOnAt(`${place.region}.${step.id}`),
    always: [{ target: place.next, guard: [ref('onward')] }],
  }),
  assignees: (step) => step.to,
  conditions: () => [],
};
