import type { HumanStep, Step } from './step.schema';

/** Nested sequences of a step, in document order; none for a step that holds no others. Pure. */
export function sequencesOf(step: Step): Step[][] {
  return step.kind === 'branch' ? [...step.cases.map((each) => each.steps), step.otherwise] : [];
}

/** Whether people decide the step: it has an assignee, seats, tasks. Pure. */
export function isHuman(step: Step): step is HumanStep {
  return 'assignee' in step;
}

/** All steps of a sequence and of everything nested in it, in document order. Pure. */
export function flatten(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...sequencesOf(step).flatMap(flatten)]);
}
