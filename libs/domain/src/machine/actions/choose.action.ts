import { environmentOf } from '../../conditions/environment';
import { holds } from '../../conditions/holds';
import { flatten } from '../../definition/flow';
import type { BranchStep } from '../../definition/steps/branch.step';
import { leavingOutSteps } from '../../operations/walk/leaving';
import type { MachineContext } from '../../operations/parts/machine-context';

/** The walk reaches a branch: what was decided on the cases that it does not take stands no longer, what they have asked of another system does. */
export function choose(machine: MachineContext, step: BranchStep): MachineContext {
  const { request } = machine;
  const environment = environmentOf(request);
  const passes = step.when !== undefined && !holds(step.when, environment);
  const taken = passes ? null : (step.cases.find((each) => holds(each.when, environment))?.steps ?? step.otherwise);
  const others = [...step.cases.map((each) => each.steps), step.otherwise].filter((steps) => steps !== taken);
  const inside = new Set(others.flatMap((steps) => flatten(steps).map(({ id }) => id)));
  const gone = Object.keys(request.steps).filter((id) => inside.has(id));
  return gone.length === 0 ? machine : { ...machine, request: { ...request, steps: leavingOutSteps(request.steps, gone) } };
}
