import { definitionHash } from '../definition/document/definition-hash';
import { allSteps, compensatingSteps } from '../definition/structure/compensating';
import type { Definition } from '../definition/definition.schema';
import { flatten, sequencesOf } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import { kindOf, type Step } from '../definition/step.schema';
import type { GuardReference } from '../definition/steps/step-parts';
import type { StatePlace, Region } from '../definition/steps/step-kind';
import { standingChecksOf, submitChecksOf } from '../definition/starts/submit-checks';
import { before, WHOLE, type Structure } from '../definition/structure/structure';
import { choicesParamsOf } from '../guards/choices-made.guard';
import { OPERATIONS } from '../operations';
import type { Operation, RequestPlace } from '../operations/operation';
import { goesOnAt, ref, stateOf, WALK, type MachineReference, type StateJson, type TransitionJson } from '../definition/state-json';
import { RESERVED_STATES, WITH_REQUESTER, type Outcome } from '../request/request-state';
import { ownValue } from '../text/own-value';
import { buildMachine } from './build';
import { humanState, takenStuck } from './process/human-state';
import { heldFields } from './process/lookups';
import { outlineOf, type Likeness } from './process/outline';
import { poisonedProcess } from './process/poisoned-process';
import type { Process } from './process/process';

/** A state of the machine by its name. */
type NamedState = [string, StateJson];

/** What is said of all steps. */
type Said = Pick<Outline, 'definition' | 'structure' | 'apart' | 'correctors' | 'shownFrom'>;

/** What a sequence is compiled in: the regions around it, outermost first. */
interface CompileScope extends Said {
  regions: Region[];
  /** Checks of every step that people decide. */
  standing: GuardReference[];
}

function placeOf(step: Step, next: string, around: CompileScope): StatePlace {
  const { regions, structure } = around;
  const at = {
    region: regions.at(-1)?.at ?? WALK,
    regions,
    next,
    earlier: before(structure, step.id),
    apart: ownValue(around.apart, step.id) ?? [],
    correctors: ownValue(around.correctors, step.id) ?? [],
    shownFrom: ownValue(around.shownFrom, step.id) ?? [],
    amount: around.definition.amount,
  };
  return {
    ...at,
    idsIn: (steps) => flatten(steps).map(({ id }) => id),
    decided: (human) => humanState({ ...human, checks: [...human.checks, ...around.standing] }, at, structure),
    stuck: (stuck) => takenStuck(stuck, at, structure),
    sequence: (steps, region, after) => Object.fromEntries(sequence(steps, after, { ...around, regions: [...regions, region] })),
  };
}

/** States of a sequence; what comes after its last step is `next`. Sequences inside a step stand beside it, unless they are lanes. */
function sequence(steps: readonly Step[], next: string, around: CompileScope): NamedState[] {
  return steps.flatMap((step, index) => {
    const after = steps[index + 1];
    const follower = after ? `${around.regions.at(-1)?.at ?? WALK}.${after.id}` : next;
    const own: NamedState = [step.id, kindOf(step).state(step, placeOf(step, follower, around))];
    return kindOf(step).lanes ? [own] : [own, ...sequencesOf(step).flatMap((nested) => sequence(nested, follower, around))];
  });
}

/** What a state takes: every operation that says so for this place. */
function taken(
  where: Exclude<keyof Operation['at'], 'open' | 'blocked' | 'stuck' | 'left'>,
  place: RequestPlace,
): Record<string, TransitionJson[]> {
  const on = Object.values(OPERATIONS).flatMap(({ type, onStep, at }): [string, TransitionJson[]][] => {
    const transitions = at[where]?.(place) ?? [];
    return transitions.length === 0 ? [] : [[onStep ? `${where}.${type}` : type, transitions]];
  });
  return { ...Object.fromEntries(on), ...(where === 'draft' ? {} : takenOfLeft(place)) };
}

/** What is taken about steps that the walk has left behind. */
function takenOfLeft({ definition }: RequestPlace): Record<string, TransitionJson[]> {
  const about = Object.values(OPERATIONS).filter(({ at }) => at.left !== undefined);
  const on = flatten(definition.flow).flatMap((step) =>
    about.flatMap(({ type, at }): [string, TransitionJson[]][] => {
      const transitions = at.left?.(step) ?? [];
      return transitions.length === 0 ? [] : [[`${step.id}.${type}`, transitions]];
    }),
  );
  return Object.fromEntries(on);
}

/** A request that has its outcome waits for its grace time to end. */
function finished(outcome: Outcome, place: RequestPlace): StateJson {
  return {
    entry: [ref('finish', { outcome, graceSeconds: place.definition.graceSeconds })],
    on: taken('finished', place),
  };
}

/** What is over is over, but where the definition lets somebody take it up again. */
function ended(place: RequestPlace): StateJson {
  const on = taken('ended', place);
  return Object.keys(on).length > 0 ? { on } : { type: 'final' };
}

function mayAsk(definition: Definition): MachineReference[] {
  return [ref('valid-fields'), ref('required-fields'), ...choicesMade(definition), ...submitChecksOf(definition)];
}

/** Asked only where the requester picks somebody at all. */
function choicesMade(definition: Definition): MachineReference[] {
  const params = choicesParamsOf(definition);
  return params.choices.length > 0 ? [ref('choices-made', params)] : [];
}

/** Throws where a step stands twice, or has the name of another part of the machine. */
function checkNames({ order }: Structure, { key }: Definition): void {
  const seen = new Set<string>(RESERVED_STATES);
  for (const id of order) {
    if (seen.has(id)) throw new Error(`Expected every state of ${key} to stand once, but “${id}” is there twice`);
    seen.add(id);
  }
}

/** Where every walk of a definition with compensating steps begins: no step is called so. */
const CROSSROADS = 'walk';

/** Steps that run when the approval is revoked, beside those of the walk, and where it is told which of them are meant. None where it simply ends. */
function compensation(definition: Definition, said: Said, whole: Region): NamedState[] {
  const steps = compensatingSteps(definition);
  if (steps.length === 0) return [];
  const revoked = stateOf('revoked');
  const ways: TransitionJson[] = [
    { target: `${WALK}.${steps[0]?.id ?? ''}`, guard: [ref('revoking')] },
    { target: `${WALK}.${definition.flow[0]?.id ?? ''}`, guard: [ref('not-revoking')] },
  ];
  return [[CROSSROADS, { always: ways }], ...sequence(steps, revoked, { ...said, regions: [{ ...whole, failed: revoked }], standing: [] })];
}

/** The whole machine as JSON. Pure and total for verified definitions. */
export function machineJson(definition: Definition, said: Said = outlineOf(definition, null)): StateJson {
  checkNames(said.structure, definition);
  const whole: Region = { name: WHOLE, at: WALK, top: WALK, failed: stateOf('rejected') };
  const standing = standingChecksOf(definition);
  const walk = sequence(definition.flow, stateOf('approved'), { ...said, regions: [whole], standing });
  const undoing = compensation(definition, said, whole);
  const place: RequestPlace = { definition, held: heldFields(definition, allSteps(definition)), mayAsk: mayAsk(definition) };
  return {
    initial: 'draft',
    states: {
      draft: { on: taken('draft', place) },
      walk: {
        initial: undoing[0]?.[0] ?? definition.flow[0]?.id ?? '',
        states: Object.fromEntries([...undoing, ...walk]),
        on: taken('walk', place),
      },
      returned: { entry: [ref('await-requester')], on: { ...taken('returned', place), ...goesOnAt(stateOf('returned'), WITH_REQUESTER) } },
      approved: finished('approved', place),
      rejected: finished('rejected', place),
      withdrawn: finished('withdrawn', place),
      terminated: finished('terminated', place),
      ...(definition.revoke ? { revoked: finished('revoked', place) } : {}),
      closed: ended(place),
    },
  };
}

/**
 * Makes the engine's form of a definition: one XState machine made of JSON, and what has to be looked up for it. Pure.
 * Total for verified definitions; throws on one whose steps or guards do not exist. About a millisecond: keep the result per `key@version@hash`.
 */
export function compile(definition: Definition, like: Likeness | null = null): Process {
  const outline = outlineOf(definition, like);
  return { ...outline, poisoned: null, machine: buildMachine(outline, machineJson(definition, outline)) };
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
