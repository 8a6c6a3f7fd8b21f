import { z } from 'zod';
import type { Bilingual } from '../../text/bilingual';
import { conditionSchema, type Condition } from '../condition.schema';
import { LIMITS } from '../limits';
import type { Step } from '../step.schema';
import { lanedShape, lanedState, laneShape, type Lane, type Laned } from './laned';
import type { StepKindModule } from './step-kind';

/** A lane that is walked where its condition holds. */
export interface ChosenLane extends Lane {
  when: Condition;
}

/** Each lane whose condition holds is walked, side by side; where none does, the default lane, or the step passes. */
export interface InclusiveStep {
  id: string;
  title: Bilingual;
  note?: Bilingual | undefined;
  when?: Condition | undefined;
  kind: 'inclusive';
  lanes: ChosenLane[];
  otherwise?: Lane | undefined;
  whenStarved: Laned['whenStarved'];
}

const schemaOver = (step: z.ZodType<Step>): z.ZodType<InclusiveStep> =>
  z.strictObject({
    ...lanedShape,
    kind: z.literal('inclusive'),
    lanes: z
      .array(z.strictObject({ ...laneShape(step), when: conditionSchema }))
      .min(1)
      .max(LIMITS.lanes),
    otherwise: z.strictObject(laneShape(step)).optional(),
  });

const all = ({ lanes, otherwise }: InclusiveStep): Lane[] => [...lanes, ...(otherwise ? [otherwise] : [])];

/** Lanes of which those begin together that the case asks for; the step has passed when all of these have. */
export const inclusiveStep: StepKindModule<InclusiveStep> = {
  kind: 'inclusive',
  title: { zh: '条件并行', en: 'Conditional lanes' },
  schema: (step) => z.lazy(() => schemaOver(step())),
  decision: null,
  // One lane at least is walked where there is a default; else it may be none.
  lanes: ({ otherwise }) => (otherwise ? 1 : 0),
  inner: ({ lanes, otherwise }) => [
    ...lanes.map(({ title, steps, when }, index) => ({
      at: `lanes.${index}.steps`,
      title,
      steps,
      when: { at: `lanes.${index}.when`, value: when },
    })),
    ...(otherwise ? [{ at: 'otherwise.steps', title: otherwise.title, steps: otherwise.steps }] : []),
  ],
  withInner: (step, sequences) => ({
    ...step,
    lanes: step.lanes.map((lane, index) => ({ ...lane, steps: sequences[index] ?? [] })),
    ...(step.otherwise ? { otherwise: { ...step.otherwise, steps: sequences[step.lanes.length] ?? [] } } : {}),
  }),
  assignees: () => [],
  conditions: () => [],
  verify: () => [],
  state(step, place) {
    const none: Condition = { not: { any: step.lanes.map(({ when }) => when) } };
    const laned = { id: step.id, when: step.when, lanes: all(step), whenStarved: step.whenStarved };
    return lanedState({ step: laned, needed: laned.lanes.length, entered: (index) => step.lanes[index]?.when ?? none }, place);
  },
};
