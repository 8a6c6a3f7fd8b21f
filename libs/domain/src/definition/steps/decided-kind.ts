import type { z } from 'zod';
import type { Assignee } from '../assignee.schema';
import type { Condition } from '../condition.schema';
import { error, type Finding } from '../finding';
import type { HumanStep } from '../step.schema';
import type { Deciding, PeopleGroup, Placed, StepKindModule } from './step-kind';
import { ruleFindings } from './rule-findings';
import type { decidedByShape, foundShape } from './step-parts';

type Decided = z.infer<z.ZodObject<typeof decidedByShape>> & { kind: string };
type FoundByRule = z.infer<z.ZodObject<typeof foundShape>>;

function conditionsOf({ authority, commentRequired }: Decided): Placed<Condition>[] {
  return [
    ...(authority?.inPlan ? [{ at: 'authority.inPlan', value: authority.inPlan }] : []),
    ...(typeof commentRequired === 'object' ? [{ at: 'commentRequired', value: commentRequired }] : []),
  ];
}

/** The rules of one group of people, and where they stand in the step's JSON. Pure. */
export function rulesAt({ assignee, fallback }: PeopleGroup, at = ''): Placed<Assignee>[] {
  return [{ at: `${at}assignee`, value: assignee }, ...fallback.map((value, index) => ({ at: `${at}fallback.${index}`, value }))];
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

function optionalFindings({ optional }: Decided, { binding, carriedOut }: Deciding, path: string): Finding[] {
  if (!optional || !(binding || carriedOut)) return [];
  return [
    error(
      { code: 'never-optional', path: `${path}.optional` },
      '批准和办理的步骤不能由人略过。',
      'A step that approves or carries something out cannot be left out by anybody.',
    ),
  ];
}

type Own<S extends Decided> = Pick<StepKindModule<S>, 'title'> & { schema: z.ZodType<S>; decision: Deciding } & Partial<
    Pick<StepKindModule<S>, 'assignees' | 'groups' | 'inOrder' | 'distinctPeople' | 'mayAbstain' | 'settle' | 'verify'>
  >;

/** A kind of step that people decide: what all of those have in common, and its own form and words. Pure. */
export function decidedKind<S extends Decided>(kind: S['kind'], { schema, verify, ...own }: Own<S>): StepKindModule<S> {
  const { decision } = own;
  const assignees = own.assignees ?? ((step: S) => rulesAt(step as unknown as FoundByRule));
  return {
    kind,
    schema: () => schema,
    inner: () => [],
    withInner: (step) => step,
    conditions: conditionsOf,
    ...own,
    assignees,
    verify: (step, subject) => [
      ...ruleFindings(
        assignees(step),
        { authority: step.authority, mayBeRequester: decision.carriedOut === true, together: own.groups !== undefined },
        subject.path,
      ),
      ...bindingFindings(step, decision, subject.path),
      ...optionalFindings(step, decision, subject.path),
      ...(verify?.(step, subject) ?? []),
    ],
    state: (step, place) => place.decided(step as unknown as HumanStep),
  };
}
