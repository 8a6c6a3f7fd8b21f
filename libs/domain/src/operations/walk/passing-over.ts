import { environmentOf } from '../../conditions/environment';
import { holds } from '../../conditions/holds';
import { operandsOf } from '../../conditions/operands';
import type { Condition } from '../../definition/condition.schema';
import { isWeighty } from '../../definition/flow';
import type { Outline } from '../../definition/structure/outline';
import { kindOf, type Step } from '../../definition/step.schema';
import { follows } from '../../definition/structure/structure';
import { OVERRIDE_RIGHT } from '../../guards/is-owner.guard';
import type { ActorFacts } from '../../request/facts';
import { refusal, type Refusal } from '../../request/refusal';
import type { RequestContext, StepRecord } from '../../request/request-state';
import { recordOf } from '../../request/standing';

/** A step, and all that must hold for the walk to come to it. */
interface Gated {
  step: Step;
  gates: readonly Condition[];
}

/** Steps that need not be waived: somebody decided them, with a no of a lane too, or they were waived before. One that passed in the name of another’s decision is asked again else. */
const PASSED: readonly (StepRecord['status'] | undefined)[] = ['passed', 'waived', 'rejected'];

/** Whether somebody has decided a step, or it was waived before. Pure. */
export function isPassed(context: RequestContext, step: string): boolean {
  return PASSED.includes(recordOf(context, step)?.status);
}

/** All steps of a sequence and in it, in document order, each behind its conditions. */
function gated(steps: readonly Step[], around: readonly Condition[]): Gated[] {
  return steps.flatMap((step) => {
    const gates = step.when ? [...around, step.when] : around;
    return [{ step, gates }, ...inside(step, gates)];
  });
}

/** Of a choice, the first that holds is taken; what has no condition remains where none of the others holds. */
function inside(step: Step, around: readonly Condition[]): Gated[] {
  const { inner, lanes } = kindOf(step);
  const all = inner(step);
  const conditions = all.flatMap(({ when }) => (when ? [when.value] : []));
  return all.flatMap(({ steps, when }, index) => {
    const others = when === undefined ? conditions : lanes ? [] : conditions.slice(0, index);
    const none: Condition[] = others.length > 0 ? [{ not: { any: others } }] : [];
    return gated(steps, [...around, ...none, ...(when ? [when.value] : [])]);
  });
}

/** Steps that only whoever may override passes over: nobody has decided them, and the walk may come to them. In document order. */
function undecided(process: Outline, context: RequestContext): string[] {
  const environment = environmentOf(context);
  const all = gated(process.definition.flow, []);
  const read = new Set(
    all.flatMap(({ gates }) => gates.flatMap(operandsOf)).flatMap((operand) => ('stance' in operand ? [operand.stance] : [])),
  );
  const weighs = (step: Step): boolean => isWeighty(step) || process.writesForOthers.has(step.id) || read.has(step.id);
  return all
    .filter(({ step, gates }) => weighs(step) && !isPassed(context, step.id) && gates.every((gate) => holds(gate, environment)))
    .map(({ step }) => step.id);
}

/**
 * Why somebody may not jump to a step: what only whoever may override passes over comes before it, an approval, what is carried out by authority, or
 * what something behind reads (a value, an opinion: blank, it would leave approvals out). Null where there is nothing of the kind. Pure.
 */
export function passingOver(
  process: Outline,
  context: RequestContext,
  actor: Pick<ActorFacts, 'rights'> | null,
): (to: string) => Refusal | null {
  if (actor?.rights.includes(OVERRIDE_RIGHT)) return () => null;
  const left = undecided(process, context);
  return (to) => {
    const step = left.find((each) => follows(process.structure, to, each));
    return step === undefined ? null : refusal('passes-over', { step });
  };
}
