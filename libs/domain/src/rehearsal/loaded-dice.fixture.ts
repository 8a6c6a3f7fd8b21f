/** A number from 0 up to, and without, the bound. */
export type Dice = (bound: number) => number;

/** Dice that fall as the numbers say, over and over. */
export function loadedDice(numbers: readonly number[]): Dice {
  let next = 0;
  return (bound) => (numbers[next++ % numbers.length] ?? 0) % bound;
}

export function oneOf<T>(dice: Dice, ...choices: T[]): T {
  return choices[dice(choices.length)] as T;
}
