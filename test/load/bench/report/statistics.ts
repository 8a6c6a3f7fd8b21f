import type { CpuTime } from '../cpu';

/** The value below which `share` (0…1) of the sorted values lie; NaN for none. Pure. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** What one round of one kind of work gave. Latencies in milliseconds. */
export interface Round {
  /** Processor time per call, where it was looked at. */
  cpu?: CpuTime;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  count: number;
  failed: number;
}

export interface Measurement {
  seconds: number;
  inFlight: number;
  /** Ends after this many calls, if that comes first. */
  calls?: number;
  /** One piece of work; false when it could not be done. */
  work: (slot: number) => Promise<boolean>;
}

/** Runs `work` from `inFlight` places at once for `seconds`; each call is timed by itself. */
export async function measure(options: Measurement): Promise<Round> {
  const started = performance.now();
  const until = started + options.seconds * 1_000;
  const latencies: number[] = [];
  let failed = 0;
  let left = options.calls ?? Number.POSITIVE_INFINITY;
  const slot = async (index: number): Promise<void> => {
    while (performance.now() < until && left > 0) {
      left -= 1;
      const at = performance.now();
      if (await options.work(index)) latencies.push(performance.now() - at);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: options.inFlight }, (_, index) => slot(index)));
  const seconds = (performance.now() - started) / 1_000;
  return {
    perSecond: latencies.length / seconds,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    count: latencies.length,
    failed,
  };
}

/** Median, smallest and largest of one figure over the rounds. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

export function spread(rounds: readonly Round[], figure: 'perSecond' | 'p50' | 'p99'): Spread {
  const values = rounds.map((round) => round[figure]);
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}
