import type { Definition } from '../definition.schema';
import { flatten, isHuman, mapSteps } from '../flow';
import type { Step } from '../step.schema';
import { structureOf, type Structure } from './structure';

type Walked = Pick<Definition, 'flow' | 'revoke'>;

/** Nothing is rejected there, and nothing goes back to the requester: what was approved is being called back already. */
function asCompensating(step: Step): Step {
  if (!isHuman(step)) return step;
  const returns = { ...step.returns, to: step.returns.to.filter((to) => to !== 'requester') };
  return { ...step, returns, ...('mayReject' in step ? { mayReject: false } : {}) } as Step;
}

const kept = new WeakMap<Step[], Step[]>();

/** Steps that run when an approval is revoked, as they are walked; none where it simply ends. Pure (kept per definition, which nothing changes). */
export function compensatingSteps({ revoke }: Pick<Definition, 'revoke'>): Step[] {
  const steps = revoke?.steps;
  if (steps === undefined) return [];
  const known = kept.get(steps) ?? mapSteps(steps, asCompensating);
  kept.set(steps, known);
  return known;
}

/** All steps of a definition and of everything nested in them, in document order: those of the walk, then those that run when its approval is revoked. Pure. */
export function allSteps(definition: Walked): Step[] {
  return flatten([...definition.flow, ...compensatingSteps(definition)]);
}

/** How all of them stand to one another: the two parts of it never come before or after one another. Pure. */
export function structureIn(definition: Walked): Structure {
  return structureOf(definition.flow, compensatingSteps(definition));
}
