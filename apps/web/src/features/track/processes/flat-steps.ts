import type { MapStep } from '../track-queries';

/** All steps of a map and of the ways inside them, in order. Pure. */
export const flatSteps = (steps: readonly MapStep[]): MapStep[] =>
  steps.flatMap((step) => [step, ...step.arms.flatMap((arm) => flatSteps(arm.steps))]);
