import type { BranchStep } from '../definition/step.schema';
import { ref, type TransitionJson } from '../operations/state-json';
import type { StepKindModule } from './step-kind';

/** The first case whose condition holds, by order; else `otherwise`. Decisions on cases that are not taken stand no longer. */
export const branchStep: StepKindModule<BranchStep> = {
  state(step, { region, next }) {
    const into = (steps: BranchStep['otherwise']): string => (steps[0] ? `${region}.${steps[0].id}` : next);
    const always: TransitionJson[] = [
      ...(step.when ? [{ target: next, guard: [ref('unless', { condition: step.when })] }] : []),
      ...step.cases.map((each) => ({ target: into(each.steps), guard: [ref('when', { condition: each.when })] })),
      { target: into(step.otherwise), guard: [ref('onward')] },
    ];
    return { entry: [ref('choose', { step: step.id })], always };
  },
  assignees: () => [],
  conditions: (step) => step.cases.map((each) => each.when),
};
