import type { Definition } from '../definition/definition.schema';
import type { Step } from '../definition/step.schema';
import { definitionHash } from '../definition/definition-hash';
import { choicesParamsOf } from '../guards/choices-made.guard';
import { flatten, isHuman, sequencesOf } from '../definition/flow';
import { kindOf, STEP_KINDS } from '../steps';
import type { NamedState } from '../steps/step-kind';
import { buildMachine } from './build';
import { allOf, HUB, ref, way, type StateJson, type TransitionJson } from '../steps/state-json';
import { heldFields, lookupsOf, routingOf } from './lookups';
import type { Lookups } from '../definition/outline';
import type { Process } from './process';
import { RESERVED_STATES } from '../request/request-state';

/** States of a sequence; what comes after its last step is `next`. */
function sequence(steps: readonly Step[], next: string, earlier: string[]): NamedState[] {
  return steps.flatMap((step, index) => {
    const follower = steps[index + 1]?.id ?? next;
    const own: NamedState = [step.id, kindOf(step).state(step, { next: follower, earlier: [...earlier] })];
    if (isHuman(step)) earlier.push(step.id);
    return [own, ...sequencesOf(step).flatMap((nested) => sequence(nested, follower, earlier))];
  });
}

/** A request that has its outcome waits for its grace time to end. */
function finished(outcome: 'approved' | 'rejected' | 'withdrawn', definition: Definition): StateJson {
  return {
    entry: [ref('finish', { outcome, graceSeconds: definition.graceSeconds })],
    on: { timer: [{ target: 'closed', guard: way('grace-over'), actions: [ref('close')] }] },
  };
}

function mayAsk(definition: Definition) {
  return [ref('valid-fields'), ref('required-fields'), ...choicesMade(definition), ...definition.submitChecks];
}

/** Asked only where the requester picks somebody at all. */
function choicesMade(definition: Definition) {
  const params = choicesParamsOf(definition);
  return params.choices.length > 0 ? [ref('choices-made', params)] : [];
}

function draft(definition: Definition, first: string): StateJson {
  const roles = 'roles' in definition.start ? definition.start.roles : null;
  return {
    on: { submit: [{ target: first, guard: allOf([ref('may-start', { roles }), ...mayAsk(definition)]), actions: [ref('submit')] }] },
  };
}

function returned(definition: Definition, first: string): StateJson {
  const guards = [ref('is-requester'), ...mayAsk(definition)];
  return {
    on: {
      resubmit: [
        { target: HUB, guard: allOf(guards, ref('resubmits-straight-back')), actions: [ref('resubmit')] },
        { target: first, guard: allOf(guards), actions: [ref('resubmit')] },
      ],
      withdraw: [{ target: 'withdrawn', guard: allOf([ref('is-requester')]), actions: [ref('withdraw')] }],
    },
  };
}

function mayUndo(definition: Definition) {
  return ref('undoable', { seconds: definition.graceSeconds, held: heldFields(definition, flatten(definition.flow)) });
}

/** The whole machine as JSON. Pure and total for verified definitions. */
export function machineJson(definition: Definition): { states: Record<string, StateJson>; on: Record<string, TransitionJson[]> } {
  const first = definition.flow[0]?.id ?? 'approved';
  const human = flatten(definition.flow).filter(isHuman);
  const hub: StateJson = {
    always: [...human.map((step) => step.id), 'returned'].map((state) => ({ target: state, guard: way('goes-to', { state }) })),
  };
  const walk = sequence(definition.flow, 'approved', []);
  const twice = walk.map(([id]) => id).find((id, index, ids) => ids.indexOf(id) < index || RESERVED_STATES.some((word) => word === id));
  if (twice !== undefined) throw new Error(`Expected every state of ${definition.key} to stand once, but “${twice}” is there twice`);
  return {
    on: { undo: [{ target: `.${HUB}`, guard: allOf([mayUndo(definition)]), actions: [ref('undo')] }] },
    states: {
      draft: draft(definition, first),
      ...Object.fromEntries(walk),
      [HUB]: hub,
      returned: returned(definition, first),
      approved: finished('approved', definition),
      rejected: finished('rejected', definition),
      withdrawn: finished('withdrawn', definition),
      closed: { type: 'final' },
    },
  };
}

/**
 * Makes the engine's form of a definition: one XState machine made of JSON, and what has to be looked up for it. Pure.
 * Total for verified definitions; throws on one whose steps or guards do not exist. About a millisecond: keep the result per `key@version@hash`.
 */
export function compile(definition: Definition): Process {
  const steps = flatten(definition.flow);
  const process = {
    definition,
    poisoned: null,
    hash: definitionHash(definition),
    steps: Object.fromEntries(steps.map((step) => [step.id, step])),
    order: steps.map((step) => step.id),
    lookups: lookupsOf(definition, steps),
    routing: routingOf(definition, steps),
    material: definition.form.fields.filter((field) => field.material).map((field) => field.key),
  };
  return { ...process, machine: buildMachine(process, machineJson(definition)) };
}

/**
 * Makes the engine's form of a definition that was published once, whatever an older or forged one says. Pure and total: one that does not
 * compile becomes a poisoned process, which throws at every decision, so that `record` blocks its requests and nobody tries for ever.
 */
export function compileStored(definition: Definition): Process {
  try {
    return compile(definition);
  } catch (error) {
    return poisonedProcess(definition, definitionHash(definition), error instanceof Error ? error.message : String(error));
  }
}

const NO_LOOKUPS: Lookups = { superiors: false, anchors: [], roles: [], persons: [], matters: [], held: [], operators: true };

/** A process that decides nothing. Its steps are there where they can be told, so that its requests can still be shown. Pure. */
export function poisonedProcess(definition: Definition, hash: string, poisoned: string): Process {
  const steps = stepsOf(definition);
  const order = steps.map((step) => step.id);
  const byId = Object.fromEntries(steps.map((step) => [step.id, step]));
  return { definition, hash, poisoned, machine: null, steps: byId, order, lookups: NO_LOOKUPS, routing: [], material: [] };
}

function stepsOf(definition: Definition): Step[] {
  try {
    const steps = flatten(definition.flow);
    return steps.every((step) => Object.hasOwn(STEP_KINDS, step.kind)) ? steps : [];
  } catch {
    return [];
  }
}
