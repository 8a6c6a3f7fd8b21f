import { z } from 'zod';
import { bilingualSchema, type Bilingual } from '../../text/bilingual';
import { conditionSchema, type Condition } from '../condition.schema';
import { LIMITS } from '../limits';
import { ref, type TransitionJson } from '../state-json';
import type { Step } from '../step.schema';
import type { StepKindModule } from './step-kind';
import { stepShape } from './step-parts';

/** First case whose condition holds, by order; `otherwise` when none does. */
export interface BranchStep {
  id: string;
  title: Bilingual;
  note?: Bilingual | undefined;
  when?: Condition | undefined;
  kind: 'branch';
  cases: { title: Bilingual; when: Condition; steps: Step[] }[];
  otherwise: Step[];
}

const schemaOver = (step: z.ZodType<Step>): z.ZodType<BranchStep> =>
  z.strictObject({
    ...stepShape,
    kind: z.literal('branch'),
    cases: z
      .array(z.strictObject({ title: bilingualSchema, when: conditionSchema, steps: z.array(step).max(LIMITS.steps) }))
      .min(1)
      .max(LIMITS.cases),
    otherwise: z.array(step).max(LIMITS.steps).default([]),
  });

/** The first case whose condition holds, by order; else `otherwise`. Decisions on cases that are not taken stand no longer. */
export const branchStep: StepKindModule<BranchStep> = {
  kind: 'branch',
  title: { zh: '分支', en: 'Branch' },
  schema: (step) => z.lazy(() => schemaOver(step())),
  decision: null,
  inner: ({ cases, otherwise }) => [
    ...cases.map(({ title, when, steps }, index) => ({
      at: `cases.${index}.steps`,
      title,
      steps,
      when: { at: `cases.${index}.when`, value: when },
    })),
    { at: 'otherwise', steps: otherwise },
  ],
  withInner: (step, sequences) => ({
    ...step,
    cases: step.cases.map((each, index) => ({ ...each, steps: sequences[index] ?? [] })),
    otherwise: sequences[step.cases.length] ?? [],
  }),
  assignees: () => [],
  conditions: () => [],
  verify: () => [],
  state(step, { region, next }) {
    const into = (steps: Step[]): string => (steps[0] ? `${region}.${steps[0].id}` : next);
    const always: TransitionJson[] = [
      ...(step.when ? [{ target: next, guard: [ref('unless', { condition: step.when })] }] : []),
      ...step.cases.map((each) => ({ target: into(each.steps), guard: [ref('when', { condition: each.when })] })),
      { target: into(step.otherwise), guard: [ref('onward', { step: step.id })] },
    ];
    return { entry: [ref('choose', { step: step.id })], always };
  },
};
