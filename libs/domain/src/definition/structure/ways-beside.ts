import type { Bilingual } from '../../text/bilingual';
import type { Definition } from '../definition.schema';
import { flatten, isHuman } from '../flow';
import type { Step } from '../step.schema';
import type { StepAuthority } from '../steps/step-parts';

/** A way of a branch, and what deciding on it takes. */
export interface BranchWay {
  title: Bilingual;
  authorities: StepAuthority[];
}

const kept = new WeakMap<Definition, Map<string, readonly BranchWay[]>>();

/** The other ways of the innermost branch on which a step stands, in order; none where it stands on none. Pure (kept per definition). */
export function waysBeside(definition: Definition, step: string): readonly BranchWay[] {
  const known = kept.get(definition) ?? new Map<string, readonly BranchWay[]>();
  kept.set(definition, known);
  const found = known.get(step) ?? lookedUp(definition, step);
  known.set(step, found);
  return found;
}

function lookedUp({ flow }: Definition, id: string): BranchWay[] {
  const stands = (steps: readonly Step[]): boolean => flatten(steps).some((step) => step.id === id);
  const branch = flatten(flow).findLast(
    (step) => step.kind === 'branch' && (step.cases.some(({ steps }) => stands(steps)) || stands(step.otherwise ?? [])),
  );
  if (branch?.kind !== 'branch') return [];
  return branch.cases
    .filter(({ steps }) => !stands(steps))
    .map(({ title, steps }) => ({
      title,
      authorities: flatten(steps).flatMap((step) => (isHuman(step) && step.authority ? [step.authority] : [])),
    }));
}
