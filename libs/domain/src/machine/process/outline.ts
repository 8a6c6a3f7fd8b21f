import { allSteps, structureIn } from '../../definition/structure/compensating';
import { definitionHash } from '../../definition/document/definition-hash';
import type { Definition } from '../../definition/definition.schema';
import type { Outline } from '../../definition/structure/outline';
import { otherFields, shownFields, shownOthers, writersShown } from '../../form/shown/step-fields';
import { correctorsApart, stepsApart, writersForOthers } from '../../people/deciders';
import { lookupsOf, materialOf, ownPathsOf, routingOf } from './lookups';

/** What must be the same in two forms of one definition, so that each reads the other's requests. */
export type Likeness = Pick<Outline, 'routing' | 'material' | 'shown' | 'others' | 'shownOthers'>;

/** What can be told of a definition without its machine. Pure. */
export function outlineOf(definition: Definition, like: Likeness | null): Outline {
  const steps = allSteps(definition);
  const structure = structureIn(definition);
  const routing = like?.routing ?? routingOf(definition, steps);
  const material = like?.material ?? materialOf(definition, steps);
  const outline = {
    definition,
    hash: definitionHash(definition),
    steps: Object.fromEntries(steps.map((step) => [step.id, step])),
    order: steps.map((step) => step.id),
    structure,
    lookups: lookupsOf(definition, steps),
    routing,
    material,
    others: like?.others ?? otherFields(definition, steps, material),
    apart: stepsApart(steps),
    correctors: correctorsApart(steps, structure),
    ownPaths: ownPathsOf(definition, steps),
    writesForOthers: writersForOthers(definition, steps, routing),
  };
  return {
    ...outline,
    shown: like?.shown ?? shownFields(outline),
    shownOthers: like?.shownOthers ?? shownOthers(outline),
    shownFrom: writersShown(outline),
  };
}
