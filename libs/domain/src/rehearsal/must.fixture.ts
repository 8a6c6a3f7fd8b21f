/** Throws where something does not hold; jest's own matchers take most of the time when they are asked a hundred thousand times. */
export function must(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Expected ${what}`);
}
