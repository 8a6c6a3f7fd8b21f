import { z } from 'zod';
import { bilingualSchema, type Bilingual } from '../../text/bilingual';
import type { Condition } from '../condition.schema';
import { laneOf } from '../structure/lane-name';
import { LIMITS } from '../limits';
import { ref, type MachineReference, type StateJson, type TransitionJson } from '../state-json';
import type { Step } from '../step.schema';
import type { StatePlace, Region } from './step-kind';
import { stepShape } from './step-parts';

/** Where a no in a lane leads: out of the step, as any no around it would; to the end of that lane alone; or to its end as a yes would, so that what follows sees to it. */
const onRejectSchema = z.enum(['request', 'lane', 'pass']);
type OnReject = z.infer<typeof onRejectSchema>;
/** Too few lanes are left for the join: that is a no to the step, or what is left of them is enough. */
const whenStarvedSchema = z.enum(['reject', 'pass']);

/** One of the sequences that are walked side by side. */
export interface Lane {
  title: Bilingual;
  steps: Step[];
  onReject: OnReject;
}

/** A step whose sequences are lanes. */
export interface Laned {
  id: string;
  when?: Condition | undefined;
  lanes: Lane[];
  whenStarved: 'reject' | 'pass';
}

/** What every such step and each of its lanes has. */
export const lanedShape = { ...stepShape, whenStarved: whenStarvedSchema.default('reject') };
export function laneShape(step: z.ZodType<Step>) {
  return { title: bilingualSchema, steps: z.array(step).min(1).max(LIMITS.steps), onReject: onRejectSchema.default('request') };
}

/** How the lanes of a step are walked. */
export interface Lanes {
  step: Laned;
  /** How many have to pass, those that are not walked counted among them. */
  needed: number;
  /** What has to hold for a lane to be walked; undefined: it always is. */
  entered: (index: number) => Condition | undefined;
  /** How often they may be walked, where a no begins them anew. */
  rounds?: number;
}

/** A lane: its steps, its end, the no that it came to, and where it is left out. */
function laneState({ step, entered, needed, rounds }: Lanes, index: number, place: StatePlace): [string, StateJson] {
  const name = laneOf(step.id, index);
  const { steps = [], onReject = 'request' } = step.lanes[index] ?? {};
  const at = `${place.region}.${step.id}.lanes.${name}`;
  const first = `${at}.${steps[0]?.id ?? '@out'}`;
  const condition = entered(index);
  const own = { step: step.id, lane: index, alone: onReject !== 'request', passes: onReject === 'pass', inside: place.idsIn(steps) };
  const rule = { lanes: step.lanes.length, needed, whatIsLeft: step.whenStarved === 'pass' };
  const top = condition === undefined ? first : `${at}.@in`;
  const region: Region = { name, at, top, failed: `${at}.@failed`, lane: { ...own, ...rule, ...(rounds !== undefined && { rounds }) } };
  const choice: Record<string, StateJson> = {
    '@in': {
      always: [
        { target: first, guard: [ref('when', { condition })] },
        { target: '@left', guard: [ref('onward', { step: step.id })] },
      ],
    },
    '@left': { entry: [ref('leave-lane', own)] },
  };
  return [
    name,
    {
      initial: condition === undefined ? (steps[0]?.id ?? '@out') : '@in',
      states: {
        ...(condition === undefined ? {} : choice),
        ...place.sequence(steps, region, `${at}.@out`),
        '@out': { entry: [ref('end-lane', own)] },
        '@failed': { entry: [ref('fail-lane', own)] },
      },
    },
  ];
}

/** The state of a step with lanes: they begin together, and what follows comes when enough of them have passed, or too few can. Pure. */
export function lanedState(lanes: Lanes, place: StatePlace): StateJson {
  const { step, needed } = lanes;
  const fork = { step: step.id, lanes: step.lanes.length };
  const inside = step.lanes.flatMap(({ steps }) => place.idsIn(steps));
  const binding = step.lanes.flatMap(({ onReject }, index) => (onReject === 'request' ? [index] : []));
  const rule = { ...fork, needed, whatIsLeft: step.whenStarved === 'pass' };
  const failed = place.regions.at(-1)?.failed ?? '';
  const settle: MachineReference[] = [ref('join', { ...fork, inside })];
  const passedOver: TransitionJson[] =
    step.when === undefined
      ? []
      : [{ target: place.next, guard: [ref('unless', { condition: step.when })], actions: [ref('pass-over', { ...fork, inside })] }];
  return {
    initial: 'fork',
    states: {
      fork: { entry: [ref('fork', fork)], always: [...passedOver, { target: 'lanes', guard: [ref('onward', { step: step.id })] }] },
      lanes: {
        type: 'parallel',
        states: Object.fromEntries(step.lanes.map((_, index) => laneState(lanes, index, place))),
        // A lane that has come to its end waits for the others to come to rest: whichever is looked at first, the same comes of it.
        always: [
          { target: failed, guard: [ref('broken', { step: step.id, binding })] },
          { target: place.next, guard: [ref('joined', rule)], actions: settle },
          { target: failed, guard: [ref('starved', rule)], actions: settle },
        ],
      },
    },
  };
}
