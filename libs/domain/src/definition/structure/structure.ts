import { isHuman } from '../flow';
import { stepOfLane, laneOf } from './lane-name';
import { kindOf, type Step } from '../step.schema';

/** The name of the whole walk among regions; a region inside it is called by its lane. */
export const WHOLE = 'walk';

/** Where a step stands. */
interface Standing {
  /** Its place in document order. */
  place: number;
  /** Lanes around it, outermost first. */
  lanes: readonly string[];
  human: boolean;
  /** It is no part of the walk: it runs when the approval is revoked. */
  compensates?: true;
}

/** How the steps of a definition stand to one another: the one place that says what comes before what. Immutable. */
export interface Structure {
  /** Ids of all steps in document order. */
  order: readonly string[];
  standing: ReadonlyMap<string, Standing>;
}

function standings(steps: readonly Step[], lanes: readonly string[]): [string, Omit<Standing, 'place'>][] {
  return steps.flatMap((step) => {
    const { inner, lanes: needed } = kindOf(step);
    const inside = inner(step).flatMap((each, index) =>
      standings(each.steps, needed === undefined ? lanes : [...lanes, laneOf(step.id, index)]),
    );
    return [[step.id, { lanes, human: isHuman(step) }] as [string, Omit<Standing, 'place'>], ...inside];
  });
}

/** The structure of a flow, and of steps that run when its approval is revoked. Pure. Of two steps of one id, the first counts. */
export function structureOf(flow: readonly Step[], compensating: readonly Step[] = []): Structure {
  const standing = new Map<string, Standing>();
  const apart = standings(compensating, []).map(([id, each]): [string, Omit<Standing, 'place'>] => [id, { ...each, compensates: true }]);
  const all = [...standings(flow, []), ...apart];
  for (const [place, [id, each]] of all.entries()) if (!standing.has(id)) standing.set(id, { ...each, place });
  return { order: all.map(([id]) => id), standing };
}

/** Whether two steps are in lanes beside each other, or in two parts of a definition: neither comes after the other. */
function beside(one: Standing, other: Standing): boolean {
  if (one.compensates !== other.compensates) return true;
  const at = one.lanes.findIndex((lane, depth) => lane !== other.lanes[depth]);
  const [left, right] = [one.lanes[at], other.lanes[at]];
  return left !== undefined && right !== undefined && stepOfLane(left) === stepOfLane(right);
}

/** Whether a step comes after another: later in document order, and not in a lane beside it. Pure. A step that is not there follows nothing. */
export function follows({ standing }: Structure, later: string, earlier: string): boolean {
  const [one, other] = [standing.get(later), standing.get(earlier)];
  return one !== undefined && other !== undefined && one.place > other.place && !beside(one, other);
}

/** All steps that come after a step, in document order. Pure. */
export function following(structure: Structure, step: string): string[] {
  const from = structure.standing.get(step)?.place ?? Infinity;
  return structure.order.slice(from + 1).filter((each) => follows(structure, each, step));
}

/** The steps that people decide and that come before a step, in document order. Pure. */
export function before(structure: Structure, step: string): string[] {
  const to = structure.standing.get(step)?.place ?? 0;
  return structure.order.slice(0, to).filter((each) => structure.standing.get(each)?.human && follows(structure, step, each));
}

/** Regions around a step, outermost first. Pure. */
export function regionsOf({ standing }: Structure, step: string): string[] {
  return [WHOLE, ...(standing.get(step)?.lanes ?? [])];
}

/** A lane around a step: the steps in it, and those of the lanes beside it. */
export interface EnclosingLane {
  inside: string[];
  aside: string[];
}

/** Lanes around a step, outermost first. Pure. */
export function enclosingLanes({ order, standing }: Structure, step: string): EnclosingLane[] {
  return (standing.get(step)?.lanes ?? []).map((lane) => {
    const within = order.filter((each) => standing.get(each)?.lanes.some((other) => stepOfLane(other) === stepOfLane(lane)));
    const isInside = (each: string): boolean => standing.get(each)?.lanes.includes(lane) === true;
    return { inside: within.filter(isInside), aside: within.filter((each) => !isInside(each)) };
  });
}

/** The smallest region that holds both steps: what is walked again when one sends back to the other. Pure. */
export function regionOf(structure: Structure, one: string, other: string): string {
  const around = regionsOf(structure, other);
  return regionsOf(structure, one).findLast((region) => around.includes(region)) ?? WHOLE;
}
