import type { BranchStep } from '../definition/step.schema';
import { way, type TransitionJson } from './state-json';
import type { StepKindModule } from './step-kind';

/** The first case whose condition holds, by order; else `otherwise`. */
export const branchStep: StepKindModule<BranchStep> = {
  state(step, place) {
    const into = (steps: BranchStep['otherwise']) => steps[0]?.id ?? place.next;
    const always: TransitionJson[] = [
      ...(step.when ? [{ target: place.next, guard: way('unless', { condition: step.when }) }] : []),
      ...step.cases.map((each) => ({ target: into(each.steps), guard: way('when', { condition: each.when }) })),
      { target: into(step.otherwise), guard: way('onward') },
    ];
    return { always };
  },
  assignees: () => [],
  conditions: (step) => step.cases.map((each) => each.when),
};
