export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something holds; throws with the last value when it does not in time. */
export async function eventually<T>(look: () => Promise<T>, holds: (value: T) => boolean, ms = 120_000): Promise<T> {
  for (const until = Date.now() + ms; ;) {
    const value = await look();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`Expected it to happen within ${ms} ms, but the last look gave ${JSON.stringify(value)}`);
    await pause(60);
  }
}
