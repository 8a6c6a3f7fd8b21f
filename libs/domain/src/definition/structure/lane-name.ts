/** The lane of a step's sequence, counted from 0: its region of the machine, and what is remembered of it, are called so. No step can be. Pure. */
export function laneOf(step: string, index: number): string {
  return `${step}/${index}`;
}

/** The step that a lane belongs to. Pure. */
export function stepOfLane(lane: string): string {
  return lane.slice(0, lane.lastIndexOf('/'));
}
