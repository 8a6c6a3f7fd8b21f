import type { Assignee } from './assignee.schema';
import type { Condition } from './condition.schema';
import { kindOf, type CallingStep, type HumanStep, type PausingStep, type StartingStep, type Step, type CopyingStep } from './step.schema';
import type { PeopleGroup, Placed } from './steps/step-kind';

/** Nested sequences of a step, in document order; none for a step that holds no others. Pure. */
export function sequencesOf(step: Step): Step[][] {
  return kindOf(step)
    .inner(step)
    .map(({ steps }) => steps);
}

/** Whether people decide the step: it has seats and tasks. Pure. */
export function isHuman(step: Step): step is HumanStep {
  return kindOf(step).decision !== null;
}

/** Keys of all fields that a decision on a step may bring: those that it fills in, and those of the requester that it may correct. Pure. */
export function broughtFields({ fields: { write, edit } }: HumanStep): string[] {
  return edit ? [...write, ...edit] : write;
}

/** The same, with the table whose rows it decides about. Pure. */
export function changedFields(step: HumanStep): string[] {
  return step.rows === undefined ? broughtFields(step) : [...broughtFields(step), step.rows.table];
}

/** The table that a step keeps its payments in, where it pays in parts. Pure. */
export function partsOf(step: HumanStep): string[] {
  return step.kind === 'work' && step.pays?.parts !== undefined ? [step.pays.parts] : [];
}

/** Keys of the fields that a step fills in: by whoever decides it, or by what another system answers. Pure. */
export function filledBy(step: Step): string[] {
  if (isHuman(step)) return [...step.fields.write, ...partsOf(step)];
  return isCalling(step) ? Object.keys(step.answer ?? {}) : [];
}

/** Whether a step is somebody's yes to the request, or is carried out by authority. Pure. */
export function isWeighty(step: Step): step is HumanStep {
  return isHuman(step) && (kindOf(step).decision?.binding === true || step.authority?.kind === 'execute');
}

/** Groups of people who decide a step, in order; those of one group are found together. Pure. */
export function groupsOf(step: HumanStep): PeopleGroup[] {
  const { groups } = kindOf(step);
  return groups ? groups(step) : [step as unknown as PeopleGroup];
}

/** The rule by which the requester picks who gets a step; undefined where they pick nobody. Pure. */
export function choiceOf(step: HumanStep): Extract<Assignee, { by: 'choice' }> | undefined {
  return groupsOf(step)
    .map(({ assignee }) => assignee)
    .find((rule) => rule.by === 'choice');
}

/** Whether people are told of the step, and nobody is waited for. Pure. */
export function isCopying(step: Step): step is CopyingStep {
  return 'to' in step && Array.isArray(step.to);
}

/** Whether other requests are started by the step. Pure. */
export function isStarting(step: Step): step is StartingStep {
  return kindOf(step).starts === true;
}

/** Columns of its table of which a step hands over what a row holds. Pure. */
export function columnsHanded({ map }: StartingStep): string[] {
  const columns = Object.values(map).flatMap((source) => ('column' in source ? [source.column] : []));
  return [...new Set(columns)].sort();
}

/** Whether the step waits for a moment. Pure. */
export function isPausing(step: Step): step is PausingStep {
  return kindOf(step).pauses === true;
}

/** Whether the step asks something of another system. Pure. */
export function isCalling(step: Step): step is CallingStep {
  return kindOf(step).calls === true;
}

/** Whether that system calls back with its answer, and the walk waits for it. Pure. */
export function isCalledBack(step: Step): step is CallingStep {
  return isCalling(step) && step.wait === 'callback';
}

/** Whether the walk may wait at the step without anybody being asked there. Pure. */
export function waitsUnasked(step: Step): boolean {
  return isStarting(step) || isPausing(step) || isCalling(step);
}

/** The rules by which a step finds people, in order. Pure. */
export function rulesOf(step: Step): Assignee[] {
  return kindOf(step)
    .assignees(step)
    .map(({ value }) => value);
}

/** Conditions on which depends whether a step is walked, and what inside it. Pure. */
export function conditionsOnTheWay(step: Step): Placed<Condition>[] {
  return [
    ...(step.when ? [{ at: 'when', value: step.when }] : []),
    ...kindOf(step)
      .inner(step)
      .flatMap(({ when }) => when ?? []),
  ];
}

/** All steps of a sequence and of everything nested in it, in document order. Pure. */
export function flatten(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...sequencesOf(step).flatMap(flatten)]);
}

/** Every step of a sequence made anew by `change`, those inside others first. Pure. */
export function mapSteps(steps: readonly Step[], change: (step: Step) => Step): Step[] {
  return steps.map((step) => {
    const inside = sequencesOf(step);
    return change(
      inside.length === 0
        ? step
        : kindOf(step).withInner(
            step,
            inside.map((each) => mapSteps(each, change)),
          ),
    );
  });
}
