import { z } from 'zod';
import { ref, type StateJson } from '../../../libs/domain/src/definition/state-json';
import type { Step } from '../../../libs/domain/src/definition/step.schema';
import type { Place, Region, StepKindModule } from '../../../libs/domain/src/definition/steps/step-kind';
import { stepShape } from '../../../libs/domain/src/definition/steps/step-parts';
import { flatten } from '../../../libs/domain/src/definition/flow';
import { laneOf } from '../../../libs/domain/src/definition/structure';

/** Sequences that are walked side by side; the step has passed when all of them have, or as many as it says. */
export interface TogetherStep {
  id: string;
  title: { zh: string; en: string };
  kind: 'together';
  lanes: { steps: Step[] }[];
  needed?: number | undefined;
}

const schemaOver = (step: z.ZodType<Step>): z.ZodType<TogetherStep> =>
  z.strictObject({
    ...stepShape,
    kind: z.literal('together'),
    lanes: z.array(z.strictObject({ steps: z.array(step) })).min(2),
    needed: z.int().min(1).optional(),
  });

const needed = (step: TogetherStep): number => step.needed ?? step.lanes.length;

function laneState({ id, lanes }: TogetherStep, index: number, place: Place): [string, StateJson] {
  const name = laneOf(id, index);
  const steps = lanes[index]?.steps ?? [];
  const at = `${place.region}.${id}.lanes.${name}`;
  const first = steps[0]?.id ?? '@out';
  const failed = place.regions.at(-1)?.failed ?? '';
  const region: Region = { name, at, top: `${at}.${first}`, failed };
  return [
    name,
    { initial: first, states: { ...place.sequence(steps, region, `${at}.@out`), '@out': { entry: [ref('end-lane', { lane: name })] } } },
  ];
}

export const togetherStep: StepKindModule<TogetherStep> = {
  kind: 'together',
  title: { zh: '并行', en: 'Together' },
  schema: (step) => z.lazy(() => schemaOver(step())),
  decision: null,
  lanes: needed,
  inner: ({ lanes }) => lanes.map(({ steps }, index) => ({ at: `lanes.${index}.steps`, steps })),
  withInner: (step, sequences) => ({ ...step, lanes: step.lanes.map((lane, index) => ({ ...lane, steps: sequences[index] ?? [] })) }),
  assignees: () => [],
  conditions: () => [],
  verify: () => [],
  state(step, place) {
    const fork = { step: step.id, lanes: step.lanes.length };
    const inside = step.lanes.flatMap(({ steps }) => flatten(steps).map(({ id }) => id));
    return {
      initial: 'fork',
      states: {
        fork: { entry: [ref('fork', fork)], always: [{ target: 'lanes', guard: [ref('onward', { step: step.id })] }] },
        lanes: {
          type: 'parallel',
          states: Object.fromEntries(step.lanes.map((_, index) => laneState(step, index, place))),
          always: [{ target: place.next, guard: [ref('joined', { ...fork, needed: needed(step) })], actions: [ref('join', { inside })] }],
        },
      },
    };
  },
};
