import { allSteps, structureIn } from '../../definition/structure/compensating';
import type { Definition } from '../../definition/definition.schema';
import type { Lookups } from '../../definition/structure/outline';
import type { Step } from '../../definition/step.schema';
import { STEP_KINDS } from '../../definition/steps';
import { structureOf } from '../../definition/structure/structure';
import type { Process } from './process';

const NO_LOOKUPS: Lookups = {
  superiors: false,
  anchors: [],
  companyRoles: [],
  nearRoles: [],
  persons: [],
  matters: [],
  held: [],
  linked: [],
  funds: null,
  operators: true,
};

/** A process that decides nothing. Its steps are there where they can be told, so that its requests can still be shown. Pure. */
export function poisonedProcess(definition: Definition, hash: string, poisoned: string): Process {
  const steps = stepsOf(definition);
  const order = steps.map((step) => step.id);
  const byId = Object.fromEntries(steps.map((step) => [step.id, step]));
  const nothing = {
    lookups: NO_LOOKUPS,
    routing: [],
    material: [],
    shown: {},
    others: [],
    shownOthers: {},
    shownFrom: {},
    apart: {},
    correctors: {},
    ownPaths: {},
    writesForOthers: new Set<string>(),
  };
  return {
    definition,
    hash,
    poisoned,
    machine: null,
    steps: byId,
    order,
    structure: steps.length > 0 ? structureIn(definition) : structureOf([]),
    ...nothing,
  };
}

function stepsOf(definition: Definition): Step[] {
  try {
    const steps = allSteps(definition);
    return steps.every((step) => Object.hasOwn(STEP_KINDS, step.kind)) ? steps : [];
  } catch {
    return [];
  }
}
