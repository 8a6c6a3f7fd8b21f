import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * The longest time, in milliseconds, for which this process could do nothing else while `work` ran: the least of several tries, for a machine
 * that is busy with something else makes it longer and never shorter.
 */
export async function longestHold(work: () => Promise<unknown>, tries = 3): Promise<number> {
  const longest: number[] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await new Promise((resolve) => setTimeout(resolve, 20));
    delay.reset();
    await work();
    await new Promise((resolve) => setTimeout(resolve, 20));
    delay.disable();
    longest.push(delay.max / 1_000_000);
    if (longest.at(-1)! < 100) break;
  }
  return Math.min(...longest);
}
