import { z } from 'zod';
import { STEP_KINDS } from './steps';
import type { Assignee } from './assignee.schema';
import type { Until } from './steps/delay.step';
import type { StepKindModule } from './steps/step-kind';

/** One node of a definition, of any kind of the registry. */
export type Step = z.infer<ReturnType<(typeof STEP_KINDS)[keyof typeof STEP_KINDS]['schema']>>;
export type StepKind = Step['kind'];
/** A step that people decide. */
export type HumanStep = Extract<Step, { distinctFrom: string[] }>;
/** A step that people are told of, and that waits for nobody. */
export type CopyingStep = Extract<Step, { to: Assignee[] }>;

/** A step that starts other requests. */
export type StartingStep = Extract<Step, { definition: string }>;

/** A step that waits for a moment. */
export type PausingStep = Extract<Step, { until: Until }>;

/** A step that asks something of another system. */
export type CallingStep = Extract<Step, { kind: 'call' }>;

/** One node of a definition. */
export const stepSchema: z.ZodType<Step> = z.lazy(() => {
  const kinds = Object.values(STEP_KINDS).map(({ schema }) => schema(() => stepSchema));
  return z.discriminatedUnion('kind', kinds as never);
}) as z.ZodType<Step>;

/** The module of a step's kind. Pure. */
export function kindOf<S extends Step>(step: S): StepKindModule<S> {
  return STEP_KINDS[step.kind] as unknown as StepKindModule<S>;
}
