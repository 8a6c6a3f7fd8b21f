import { readFileSync, readdirSync } from 'node:fs';

export const PARTS = ['worker', 'Temporal', 'api', 'PostgreSQL', 'bench'] as const;
export type Part = (typeof PARTS)[number];
/** Milliseconds of processor time, by part of the stack. */
export type CpuTime = Record<Part, number>;

/** Linux counts the time of processes in hundredths of a second. */
const TICK_MS = 10;
const COMMANDS: [Part, RegExp][] = [
  ['worker', /apps\/worker\/src\/main|bare-worker/],
  ['api', /apps\/api\/src\/main/],
  ['Temporal', /server start-dev/],
  ['PostgreSQL', /postgres/],
];

interface Process {
  parent: number;
  ms: number;
  command: string;
}

/** What this process and everything it started have used so far. All zero where there is no `/proc`. */
export function cpuTime(): CpuTime {
  const used: CpuTime = { worker: 0, Temporal: 0, api: 0, PostgreSQL: 0, bench: 0 };
  const all = processes();
  const ours = (pid: number): boolean => pid === process.pid || (all.has(pid) && ours(all.get(pid)?.parent ?? 0));
  for (const [pid, { ms, command }] of all) {
    const part = pid === process.pid ? 'bench' : COMMANDS.find(([, pattern]) => pattern.test(command))?.[0];
    if (part && ours(pid)) used[part] += ms;
  }
  return used;
}

/** Milliseconds per call of what was used between two moments. Pure. */
export function perCall(before: CpuTime, after: CpuTime, calls: number): CpuTime {
  return Object.fromEntries(PARTS.map((part) => [part, (after[part] - before[part]) / calls])) as CpuTime;
}

function processes(): Map<number, Process> {
  const found = new Map<number, Process>();
  for (const pid of pids()) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name stands in brackets and may hold anything; what follows it is numbers.
      const numbers = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const ms = (Number(numbers[11]) + Number(numbers[12])) * TICK_MS;
      found.set(pid, { parent: Number(numbers[1]), ms, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') });
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}
