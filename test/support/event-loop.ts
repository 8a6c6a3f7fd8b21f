import { readFileSync } from 'node:fs';

/** How often it is looked whether the loop comes round. */
const LOOK_MS = 2;

/** Processor time of this thread so far, in milliseconds; where no system tells it, the time that has passed. */
function spent(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1_000_000;
  } catch {
    return performance.now();
  }
}

/**
 * The longest time, in milliseconds of the processor, for which this process did nothing else while `work` ran. A machine that is busy with something
 * else makes it no longer; what is compiled or collected in between may, so it is the least of several tries.
 */
export async function longestHold(work: () => Promise<unknown>, tries = 3): Promise<number> {
  const longest: number[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    let [before, most] = [spent(), 0];
    const look = (): void => {
      const now = spent();
      most = Math.max(most, now - before);
      before = now;
    };
    const looking = setInterval(look, LOOK_MS);
    await work();
    await new Promise((resolve) => setTimeout(resolve, 20));
    clearInterval(looking);
    look();
    longest.push(most);
    if (most < 100) break;
  }
  return Math.min(...longest);
}
