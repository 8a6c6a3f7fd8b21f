import type { CaseResult } from './case-replay';

/** The last line of `--json`, to the letter. */
export interface Summary {
  cases: number;
  reached: number;
  refused: number;
  /** Variants of which at least one case was reached. */
  variants: number;
  decisionsPerSecond: number;
  p50: number;
  p99: number;
}

interface Variant {
  cases: number;
  reached: number;
}

/** Counts a replay while it runs. */
export class Tally {
  readonly refusals: CaseResult[] = [];
  private readonly times: number[] = [];
  private readonly variants = new Map<string, Variant>();
  private readonly started = performance.now();
  private finished: number | null = null;
  private cases = 0;
  private events = 0;
  private lookedAhead = 0;

  decision(ms: number): void {
    this.times.push(ms);
  }

  add(result: CaseResult): void {
    this.cases += 1;
    this.events += result.refusal ? result.refusal.event - 1 : result.activities.length;
    if (result.lookedAhead) this.lookedAhead += 1;
    if (result.refusal) this.refusals.push(result);
    const key = result.activities.join('\n');
    const variant = this.variants.get(key) ?? { cases: 0, reached: 0 };
    variant.cases += 1;
    if (!result.refusal) variant.reached += 1;
    this.variants.set(key, variant);
  }

  finish(): void {
    this.finished = performance.now();
  }

  /** One line for the person who waits. */
  progress(): string {
    const { cases, reached, decisionsPerSecond } = this.summary();
    return `${cases} cases · ${reached} reached · ${this.times.length} decisions · ${decisionsPerSecond}/s · ${Math.round(this.seconds())} s`;
  }

  summary(): Summary {
    const sorted = [...this.times].sort((left, right) => left - right);
    const at = (share: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    return {
      cases: this.cases,
      reached: this.cases - this.refusals.length,
      refused: this.refusals.length,
      variants: [...this.variants.values()].filter((variant) => variant.reached > 0).length,
      decisionsPerSecond: round(this.times.length / Math.max(this.seconds(), 0.001)),
      p50: at(0.5),
      p99: at(0.99),
    };
  }

  /** The whole report, for people. */
  text(): string {
    const summary = this.summary();
    const share = summary.cases === 0 ? 0 : (100 * summary.reached) / summary.cases;
    return [
      `Cases       ${summary.cases}: ${summary.reached} reached (${share.toFixed(2)} %), ${summary.refused} refused`,
      `Variants    ${summary.variants} covered of ${this.variants.size}`,
      `Lookahead   ${this.lookedAhead} cases took a value from later events that they would not have had without`,
      `Decisions   ${this.times.length} in ${Math.round(this.seconds())} s: ${summary.decisionsPerSecond}/s, p50 ${summary.p50} ms, p99 ${summary.p99} ms`,
      `Events      ${this.events} accepted`,
      ...this.refusalLines(),
    ].join('\n');
  }

  private refusalLines(): string[] {
    if (this.refusals.length === 0) return [];
    const codes = new Map<string, number>();
    for (const { refusal } of this.refusals) if (refusal) codes.set(refusal.code, (codes.get(refusal.code) ?? 0) + 1);
    const counts = [...codes].sort((left, right) => right[1] - left[1]).map(([code, count]) => `${code} ${count}`);
    const lines = this.refusals.map(
      ({ name, refusal }) => `  ${name}  event ${refusal?.event} “${refusal?.activity}”  ${refusal?.code}: ${refusal?.reason}`,
    );
    return [`Refused by code: ${counts.join(', ')}`, ...lines];
  }

  private seconds(): number {
    return ((this.finished ?? performance.now()) - this.started) / 1000;
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
