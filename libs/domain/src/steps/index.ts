import type { Step, StepKind } from '../definition/step.schema';
import { approveStep } from './approve.step';
import { branchStep } from './branch.step';
import { ccStep } from './cc.step';
import { endStep } from './end.step';
import { opinionStep } from './opinion.step';
import { reviewStep } from './review.step';
import type { StepKindModule } from './step-kind';
import { workStep } from './work.step';

/** Every kind of step. A new kind is one file and one line here. */
export const STEP_KINDS: { [K in StepKind]: StepKindModule<Extract<Step, { kind: K }>> } = {
  approve: approveStep,
  review: reviewStep,
  opinion: opinionStep,
  work: workStep,
  cc: ccStep,
  branch: branchStep,
  end: endStep,
};

/** The module of a step's kind. Pure. */
export function kindOf<S extends Step>(step: S): StepKindModule<S> {
  return STEP_KINDS[step.kind] as unknown as StepKindModule<S>;
}
