import { z } from 'zod';
import { assigneeSchema, type Assignee } from '../assignee.schema';
import { LIMITS } from '../limits';
import { goesOnAt, ref } from '../state-json';
import { ruleFindings } from './rule-findings';
import type { Placed, StepKindModule } from './step-kind';
import { stepShape } from './step-parts';

const schema = z.strictObject({
  ...stepShape,
  kind: z.literal('cc'),
  to: z.array(assigneeSchema).min(1).max(LIMITS.listed),
  /** They see to it: they may remind, demand an answer and report upward, and are waited for by nothing. */
  supervise: z.literal(true).optional(),
  /** They are asked to confirm that they have read it. */
  receipt: z.literal(true).optional(),
});
/** A step that people are told of, as its definition writes it. */
export type CcStep = z.infer<typeof schema>;

const rulesOf = ({ to }: CcStep): Placed<Assignee>[] => to.map((value, index) => ({ at: `to.${index}`, value }));

/** A notice to people; it waits for nobody. */
export const ccStep: StepKindModule<CcStep> = {
  kind: 'cc',
  title: { zh: '抄送', en: 'Copy' },
  schema: () => schema,
  decision: null,
  inner: () => [],
  withInner: (step) => step,
  assignees: rulesOf,
  conditions: () => [],
  verify: (step, { path }) => ruleFindings(rulesOf(step), { mayBeRequester: true, together: true }, path),
  state: (step, place) => ({
    entry: [ref('send-copies', { step: step.id })],
    on: goesOnAt(`${place.region}.${step.id}`, step.id),
    always: [{ target: place.next, guard: [ref('onward', { step: step.id })] }],
  }),
};
