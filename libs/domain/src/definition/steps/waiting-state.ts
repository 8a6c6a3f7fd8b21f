import { goesOnAt, ref, type StateJson, type TransitionJson } from '../state-json';
import type { Step } from '../step.schema';
import type { StatePlace } from './step-kind';

/** How the walk gets on at a step that asks nobody and may wait. */
export interface Waiting {
  /** What is done as the step is come to. */
  entry: string;
  /** Ways out of it; they are asked wherever it stands. */
  over: TransitionJson[];
  /** Where it waits in vain it is begun anew, once it may go on. */
  again?: true;
  /** Ways on from where it is stuck, before those out of it. */
  unstuck?: TransitionJson[];
}

/** Out of a step once it has passed. Pure. */
export const onceOver = (step: Step, place: StatePlace): TransitionJson => ({
  target: place.next,
  guard: [ref('passes', { step: step.id })],
});

/** The state of a step that asks nobody: come to, waiting, or stuck. Pure. */
export function waitingState(step: Step, place: StatePlace, { entry, over, again, unstuck = [] }: Waiting): StateJson {
  const own = { step: step.id };
  const arrive = `${place.region}.${step.id}.arrive`;
  const to = (target: string, way: string): TransitionJson => ({ target, guard: [ref(way, own)] });
  const anew = { target: arrive, guard: [ref('waits-in-vain', own), ref('goes-on')] };
  return {
    initial: 'arrive',
    states: {
      arrive: {
        entry: [ref(entry, own)],
        on: goesOnAt(arrive, step.id),
        always: [...over, to('waiting', 'awaits'), to('blocked', 'finds-nobody')],
      },
      waiting: { on: place.stuck(step), always: again ? [...over, anew] : over },
      blocked: { on: place.stuck(step), always: [...unstuck, ...over] },
    },
  };
}
