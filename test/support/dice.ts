/** Chance that can be had again: the same seed throws the same. */
export interface Dice {
  /** From 0 up to, not including, `below`. */
  whole(below: number): number;
  /** True in `share` of all throws. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[whole(from.length)];
    if (from.length === 0) throw new Error('Expected something to pick from, but the list is empty');
    return picked as T;
  };
  return { whole, chance: (share) => next() < share, pick };
}
