import { z } from 'zod';
import { ref, stateOf } from '../state-json';
import type { StepKindModule } from './step-kind';
import { stepShape } from './step-parts';

const schema = z.strictObject({ ...stepShape, kind: z.literal('end'), outcome: z.enum(['approved', 'rejected']).default('approved') });

/** The request ends here, with its outcome. */
export const endStep: StepKindModule<z.infer<typeof schema>> = {
  kind: 'end',
  title: { zh: '结束', en: 'End' },
  schema: () => schema,
  decision: null,
  ends: true,
  inner: () => [],
  withInner: (step) => step,
  assignees: () => [],
  conditions: () => [],
  verify: () => [],
  state: (step, place) => ({
    always: [
      ...(step.when ? [{ target: place.next, guard: [ref('unless', { condition: step.when })] }] : []),
      { target: stateOf(step.outcome), guard: [ref('onward', { step: step.id })] },
    ],
  }),
};
