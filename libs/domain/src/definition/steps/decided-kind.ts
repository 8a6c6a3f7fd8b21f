import type { z } from 'zod';
import type { Assignee } from '../assignee.schema';
import type { Condition } from '../condition.schema';
import { error, type Finding } from '../finding';
import type { HumanStep } from '../step.schema';
import type { Deciding, Placed, StepKindModule } from './step-kind';
import { ruleFindings } from './rule-findings';
import type { decidedShape } from './step-parts';

type Decided = z.infer<z.ZodObject<typeof decidedShape>> & { kind: string };

function conditionsOf({ authority, commentRequired }: Decided): Placed<Condition>[] {
  return [
    ...(authority?.inPlan ? [{ at: 'authority.inPlan', value: authority.inPlan }] : []),
    ...(typeof commentRequired === 'object' ? [{ at: 'commentRequired', value: commentRequired }] : []),
  ];
}

function assigneesOf({ assignee, fallback }: Decided): Placed<Assignee>[] {
  return [{ at: 'assignee', value: assignee }, ...fallback.map((value, index) => ({ at: `fallback.${index}`, value }))];
}

function bindingFindings({ whenNobody }: Decided, { binding }: Deciding, path: string): Finding[] {
  if (!binding || whenNobody !== 'skip') return [];
  return [
    error(
      { code: 'approve-skipped', path: `${path}.whenNobody` },
      '批准步骤找不到人时必须停住，不能跳过。',
      'An approval step for which nobody is found must stop; it cannot be skipped.',
    ),
  ];
}

/** A kind of step that people decide: what all of those have in common, and its own form and words. Pure. */
export function decidedKind<S extends Decided>(
  kind: S['kind'],
  own: { title: StepKindModule<S>['title']; schema: z.ZodType<S>; decision: Deciding } & Partial<
    Pick<StepKindModule<S>, 'settle' | 'verify'>
  >,
): StepKindModule<S> {
  const { title, schema, decision, settle, verify } = own;
  return {
    kind,
    title,
    decision,
    schema: () => schema,
    inner: () => [],
    withInner: (step) => step,
    assignees: assigneesOf,
    conditions: conditionsOf,
    ...(settle ? { settle } : {}),
    verify: (step, subject) => [
      ...ruleFindings(assigneesOf(step), { authority: step.authority, mayBeRequester: decision.carriedOut === true }, subject.path),
      ...bindingFindings(step, decision, subject.path),
      ...(verify?.(step, subject) ?? []),
    ],
    state: (step, place) => place.decided(step as unknown as HumanStep),
  };
}
