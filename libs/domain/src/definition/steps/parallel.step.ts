import { z } from 'zod';
import type { Bilingual } from '../../text/bilingual';
import type { Condition } from '../condition.schema';
import { error } from '../finding';
import { LIMITS } from '../limits';
import type { Step } from '../step.schema';
import { lanedShape, lanedState, laneShape, type Laned } from './laned';
import type { StepKindModule } from './step-kind';

const joinSchema = z.union([z.enum(['all', 'any']), z.int().min(1).max(LIMITS.lanes)]);

/** Sequences that are walked side by side; the step has passed when all of them have, any one, or as many as it says. */
export interface ParallelStep extends Laned {
  title: Bilingual;
  note?: Bilingual | undefined;
  when?: Condition | undefined;
  kind: 'parallel';
  join: 'all' | 'any' | number;
}

const schemaOver = (step: z.ZodType<Step>): z.ZodType<ParallelStep> =>
  z.strictObject({
    ...lanedShape,
    kind: z.literal('parallel'),
    lanes: z
      .array(z.strictObject(laneShape(step)))
      .min(2)
      .max(LIMITS.lanes),
    join: joinSchema.default('all'),
  });

function neededOf({ join, lanes }: ParallelStep): number {
  if (join === 'all') return lanes.length;
  return join === 'any' ? 1 : join;
}

/** Lanes that begin together and meet again. */
export const parallelStep: StepKindModule<ParallelStep> = {
  kind: 'parallel',
  title: { zh: '并行', en: 'Parallel' },
  schema: (step) => z.lazy(() => schemaOver(step())),
  decision: null,
  lanes: (step) => (step.whenStarved === 'pass' ? 1 : neededOf(step)),
  inner: ({ lanes }) => lanes.map(({ title, steps }, index) => ({ at: `lanes.${index}.steps`, title, steps })),
  withInner: (step, sequences) => ({ ...step, lanes: step.lanes.map((lane, index) => ({ ...lane, steps: sequences[index] ?? [] })) }),
  assignees: () => [],
  conditions: () => [],
  verify(step, { path }) {
    const { lanes } = step;
    if (neededOf(step) <= lanes.length) return [];
    return [
      error(
        { code: 'join-never-met', path: `${path}.join` },
        `这里只有 ${lanes.length} 条分支，不可能有 ${neededOf(step)} 条通过。`,
        `There are ${lanes.length} lanes here, so ${neededOf(step)} of them can never pass.`,
      ),
    ];
  },
  state: (step, place) => lanedState({ step, needed: neededOf(step), entered: () => undefined }, place),
};
