import { kindOf, type HumanStep, type Step } from '../../definition/step.schema';
import { OPERATIONS } from '../../operations';
import type { StepPlace } from '../../operations/operation';
import { goesOnAt, ref, stateOf, type StateJson, type TransitionJson } from '../../definition/state-json';
import type { StatePlace } from '../../definition/steps/step-kind';
import { following, enclosingLanes, regionOf, WHOLE, type Structure } from '../../definition/structure/structure';

type TransitionsOn = Record<string, TransitionJson[]>;

/** What the step takes while it is open, or blocked: every operation that says so. */
function taken(where: 'open' | 'blocked', place: StepPlace): TransitionsOn {
  const on = Object.values(OPERATIONS).flatMap(({ type, onStep, at }): [string, TransitionJson[]][] => {
    const transitions = at[where]?.(place) ?? [];
    return transitions.length === 0 ? [] : [[onStep ? `${place.step.id}.${type}` : type, transitions]];
  });
  return Object.fromEntries(on);
}

function humanFollowing(structure: Structure, step: string): string[] {
  return following(structure, step).filter((each) => structure.standing.get(each)?.human === true);
}

/** What a step that asks nobody takes while it waits or is stuck: every operation that says so. Pure. */
export function takenStuck(step: Step, { region, earlier }: Pick<StatePlace, 'region' | 'earlier'>, structure: Structure): TransitionsOn {
  const place = { step, path: `${region}.${step.id}`, earlier, later: humanFollowing(structure, step.id) };
  const on = Object.values(OPERATIONS).flatMap(({ type, onStep, at }): [string, TransitionJson[]][] => {
    const transitions = at.stuck?.(place) ?? [];
    return transitions.length === 0 ? [] : [[onStep ? `${step.id}.${type}` : type, transitions]];
  });
  return Object.fromEntries(on);
}

type StandsAt = Omit<StatePlace, 'decided' | 'stuck' | 'sequence' | 'idsIn'>;

/** Where the step stands, for the operations on it. */
function stepPlace(step: HumanStep, at: StandsAt, structure: Structure): StepPlace {
  const { region, regions, earlier, apart, correctors, shownFrom, amount } = at;
  const among = (name: string) => earlier.filter((each) => regionOf(structure, step.id, each) === name);
  return {
    step,
    path: `${region}.${step.id}`,
    earlier,
    later: humanFollowing(structure, step.id),
    again: regions.map(({ name, top }) => ({ top, among: name === WHOLE ? null : among(name) })).reverse(),
    lanes: regions.flatMap(({ lane }) => lane ?? []).reverse(),
    around: enclosingLanes(structure, step.id),
    apart,
    correctors,
    shownFrom,
    amount,
  };
}

/**
 * The state of a step that people decide. It asks itself on every arrival whether it still stands; open, it takes words until they settle it;
 * blocked, it waits for people. Pure.
 */
export function humanState(step: HumanStep, at: StandsAt, structure: Structure): StateJson {
  const { regions, next } = at;
  const failed = regions.at(-1)?.failed ?? stateOf('rejected');
  const place = stepPlace(step, at, structure);
  const own = { step: step.id };
  return {
    initial: 'arrive',
    states: {
      arrive: {
        entry: [ref('arrive', own)],
        on: goesOnAt(`${place.path}.arrive`, step.id),
        always: [
          { target: next, guard: [ref('passes', own)] },
          { target: 'open', guard: [ref('asks', own)] },
          { target: 'blocked', guard: [ref('finds-nobody', own)] },
          { target: failed, guard: [ref('fails', own)] },
        ],
      },
      open: {
        on: taken('open', place),
        always: [
          { target: next, guard: [ref('passes', own)] },
          { target: failed, guard: [ref('fails', own)] },
          ...(kindOf(step).settle ? [{ target: `${place.path}.arrive`, guard: [ref('stuck', own)] }] : []),
        ],
      },
      blocked: { on: taken('blocked', place) },
    },
  };
}
