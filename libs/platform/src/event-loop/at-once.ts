/**
 * Sees to each of these, so many at the same time, in their order. `goesOn`: asked before each; once it says no, nothing new is begun. Over when all that
 * was begun is; throws what `each` throws.
 */
export async function atOnce<T>(
  most: number,
  items: readonly T[],
  each: (item: T) => Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const waiting = items.values();
  const next = async (): Promise<void> => {
    while (goesOn()) {
      const one = waiting.next();
      if (one.done) return;
      await each(one.value);
    }
  };
  await Promise.all(Array.from({ length: most }, next));
}
