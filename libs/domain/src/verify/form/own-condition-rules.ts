import { conditionPaths } from '../../conditions/operands';
import { error, warning, type Finding } from '../../definition/finding';
import { filledBy, flatten, isCalling } from '../../definition/flow';
import { kindOf } from '../../definition/step.schema';
import type { Placed } from '../../definition/steps/step-kind';
import type { Condition } from '../../definition/condition.schema';
import { steeringKeys } from '../../form/shown/steering';
import type { PlacedStep, Subject } from '../subject';

/**
 * A step that hangs on what it writes itself keeps its decision. What chooses between sequences does not: a field that is written inside them and
 * decides which of them is walked may take the walk out of where it is written. Pure.
 */
export function ownConditionFindings(subject: Subject): Finding[] {
  return subject.steps.flatMap((placed) => {
    const inner = kindOf(placed.step).inner(placed.step);
    const written = new Set(flatten(inner.flatMap(({ steps }) => steps)).flatMap(filledBy));
    const whether = placed.step.when ? [{ at: 'when', value: placed.step.when }] : [];
    const ways = [...whether, ...inner.flatMap(({ when }) => when ?? [])].flatMap((when) => hanging(subject, placed, { when, written }));
    return [...ways, ...whether.flatMap((when) => hangingOnAnswer(subject, placed, when))];
  });
}

/** Whether another system is asked cannot hang on what it answers. */
function hangingOnAnswer({ definition }: Subject, { step, path }: PlacedStep, when: Placed<Condition>): Finding[] {
  const filled = isCalling(step) ? filledBy(step) : [];
  return steeringKeys(definition, conditionPaths(when.value))
    .filter((key) => filled.includes(key))
    .map((key) =>
      error(
        { code: 'answer-own-condition', path: `${path}.${when.at}` },
        `「${key}」由这一步的答复填写，不能又决定走不走这一步。`,
        `“${key}” is filled in by the answer to this step, and cannot decide whether the step comes.`,
      ),
    );
}

function hanging(
  { definition }: Subject,
  { path }: PlacedStep,
  { when, written }: { when: Placed<Condition>; written: ReadonlySet<string> },
): Finding[] {
  return steeringKeys(definition, conditionPaths(when.value))
    .filter((key) => written.has(key))
    .map((key) =>
      warning(
        { code: 'own-condition', path: `${path}.${when.at}` },
        `「${key}」由里面的步骤填写，又决定走不走到那里：填写之后，里面已作的决定可能不再算数。请由前面的步骤填写。`,
        `“${key}” is written by a step inside, and decides whether the walk goes there at all: once written, decisions inside might count for nothing. Let a step before write it.`,
      ),
    );
}
