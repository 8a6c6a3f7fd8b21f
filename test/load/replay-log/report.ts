import type { Finding } from '@countersign/domain';
import type { CaseRefusal, CaseResult } from './case-replay';
import type { Unchecked } from './mapping/unchecked';

/** Refusals of one kind: the same code for the same activity at the same place. */
export interface RefusalGroup {
  code: string;
  activity: string;
  place: string;
  count: number;
  example: { case: string; event: number; reason: string };
}

/** Cases with the same activities in the same order. */
export interface VariantResult {
  activities: string[];
  cases: number;
  reached: number;
}

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
  /** Every variant, the most frequent first. */
  variantList: VariantResult[];
  /** The most frequent first. */
  refusals: RefusalGroup[];
  /** Fields that later events decided, and the steps whose coming is therefore not checked. */
  unchecked: Unchecked[];
  /** What there is to say about the definitions. */
  warnings: { definition: string; code: string; path: string; message: string }[];
}

/** What is known of a replay before it begins. */
export interface Known {
  unchecked: readonly Unchecked[];
  findings: readonly Warning[];
}

export type Warning = Finding & { definition: string };

/** Counts a replay while it runs. */
export class Tally {
  private readonly groups = new Map<string, RefusalGroup>();
  private readonly times: number[] = [];
  private readonly variants = new Map<string, VariantResult>();
  private readonly started = performance.now();
  private finished: number | null = null;
  private cases = 0;
  private refused = 0;
  private events = 0;
  private lookedAhead = 0;

  constructor(private readonly known: Known = { unchecked: [], findings: [] }) {}

  decision(ms: number): void {
    this.times.push(ms);
  }

  add({ name, activities, refusal, lookedAhead }: CaseResult): void {
    this.cases += 1;
    this.events += refusal ? refusal.event - 1 : activities.length;
    if (lookedAhead) this.lookedAhead += 1;
    if (refusal) this.refuse(name, refusal);
    const key = activities.join('\n');
    const variant = this.variants.get(key) ?? { activities, cases: 0, reached: 0 };
    variant.cases += 1;
    if (!refusal) variant.reached += 1;
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
      reached: this.cases - this.refused,
      refused: this.refused,
      variants: [...this.variants.values()].filter((variant) => variant.reached > 0).length,
      decisionsPerSecond: round(this.times.length / Math.max(this.seconds(), 0.001)),
      p50: at(0.5),
      p99: at(0.99),
      variantList: [...this.variants.values()].sort((left, right) => right.cases - left.cases),
      refusals: [...this.groups.values()].sort((left, right) => right.count - left.count),
      unchecked: [...this.known.unchecked],
      warnings: this.known.findings.map(({ definition, code, path, message }) => ({ definition, code, path, message: message.en })),
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
      ...summary.unchecked.map(uncheckedLine),
      `Decisions   ${this.times.length} in ${Math.round(this.seconds())} s: ${summary.decisionsPerSecond}/s, p50 ${summary.p50} ms, p99 ${summary.p99} ms`,
      `Events      ${this.events} accepted`,
      ...summary.warnings.map(({ definition, code, path, message }) => `Definition  ${definition}: ${code} ${path}: ${message}`),
      ...refusalLines(summary.refusals),
    ].join('\n');
  }

  private refuse(name: string, { code, activity, place, event, reason }: CaseRefusal): void {
    this.refused += 1;
    const key = [code, activity, place].join('\n');
    const group = this.groups.get(key) ?? { code, activity, place, count: 0, example: { case: name, event, reason } };
    group.count += 1;
    this.groups.set(key, group);
  }

  private seconds(): number {
    return ((this.finished ?? performance.now()) - this.started) / 1000;
  }
}

function uncheckedLine({ definition, field, steps }: Unchecked): string {
  const what = steps.length === 0 ? 'no step depends on it' : `whether these come at all is not checked: ${steps.join(', ')}`;
  return `            “${field}” of ${definition} is what later events of the case say: ${what}`;
}

function refusalLines(groups: readonly RefusalGroup[]): string[] {
  if (groups.length === 0) return [];
  return [
    'Refused     by code, activity and place, with one example each',
    ...groups.flatMap(({ code, activity, place, count, example }) => [
      `  ${count} × ${code} · “${activity}” · at ${place}`,
      `      ${example.case}  event ${example.event} “${activity}”  ${code}: ${example.reason}`,
    ]),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
