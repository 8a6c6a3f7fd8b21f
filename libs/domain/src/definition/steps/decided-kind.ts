import type { z } from 'zod';
import type { Condition } from '../condition.schema';
import type { HumanStep } from '../step.schema';
import type { Deciding, Placed, StepKindModule } from './step-kind';
import type { decidedShape } from './step-parts';

type Decided = z.infer<z.ZodObject<typeof decidedShape>> & { kind: string };

function conditionsOf({ authority, commentRequired }: Decided): Placed<Condition>[] {
  return [
    ...(authority?.inPlan ? [{ at: 'authority.inPlan', value: authority.inPlan }] : []),
    ...(typeof commentRequired === 'object' ? [{ at: 'commentRequired', value: commentRequired }] : []),
  ];
}

/** A kind of step that people decide: what all of those have in common, and its own form and words. Pure. */
export function decidedKind<S extends Decided>(
  kind: S['kind'],
  own: { title: StepKindModule<S>['title']; schema: z.ZodType<S>; decision: Deciding },
): StepKindModule<S> {
  const { title, schema, decision } = own;
  return {
    kind,
    title,
    decision,
    schema: () => schema,
    inner: () => [],
    withInner: (step) => step,
    assignees: ({ assignee, fallback }) => [
      { at: 'assignee', value: assignee },
      ...fallback.map((value, index) => ({ at: `fallback.${index}`, value })),
    ],
    conditions: conditionsOf,
    state: (step, place) => place.decided(step as unknown as HumanStep),
  };
}
