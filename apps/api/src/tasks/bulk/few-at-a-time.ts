/** So many at the same time: one press of one person does not keep everybody else from theirs. */
const LANES = 4;

/** Does the same for each, a few at a time; the results in the order of what was given. */
export async function fewAtATime<T, R>(all: readonly T[], one: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) results[index] = await one(all[index] as T);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}
