import { z } from 'zod';
import { ref, stateOf } from '../state-json';
import type { StatePlace, StepKindModule } from './step-kind';
import { stepShape } from './step-parts';

const schema = z.strictObject({ ...stepShape, kind: z.literal('end'), outcome: z.enum(['approved', 'rejected']).default('approved') });

function endOf({ outcome }: z.infer<typeof schema>, { regions }: StatePlace): string {
  return (outcome === 'rejected' ? regions.at(-1)?.failed : undefined) ?? stateOf(outcome);
}

/** The request ends here, with its outcome; as rejected inside a lane, as a no of somebody there would end it. */
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
      { target: endOf(step, place), guard: [ref('onward', { step: step.id })] },
    ],
  }),
};
