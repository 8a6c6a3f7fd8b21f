/** A mark of a scale of working time. */
export interface Tick {
  minutes: number;
  unit: 'day' | 'hour';
  count: number;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
const MOST_TICKS = 5;
const HOUR = 60;

/** From nothing to at least the longest, in working days, in hours where nothing takes a day: at most six marks, each a round number. Pure. */
export function scaleTo(longest: number, dayMinutes: number): { end: number; ticks: Tick[] } {
  const unit = longest > dayMinutes ? 'day' : 'hour';
  const one = unit === 'day' ? dayMinutes : HOUR;
  const step = STEPS.find((each) => longest <= each * one * MOST_TICKS) ?? Math.ceil(longest / one / MOST_TICKS);
  const count = Math.max(1, Math.ceil(longest / (step * one)));
  const ticks = Array.from({ length: count + 1 }, (_, at): Tick => ({ minutes: at * step * one, unit, count: at * step }));
  return { end: count * step * one, ticks };
}

/** Where a value stands on a scale, in per cent. Pure. */
export const placeOn = (value: number, end: number): number => Math.min(100, Math.max(0, (value / end) * 100));

/** A share in whole per cent; none of nothing. Pure. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100));
