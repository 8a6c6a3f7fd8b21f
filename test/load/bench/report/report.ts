import { PARTS, type CpuTime } from '../cpu';
import { median, type Round, type Spread, spread } from './statistics';

/** Rounds of ours, and of the bare update that took turns with them. */
export interface Pair {
  ours: Round[];
  bare: Round[];
}

/** What one run of the bench measured. */
export interface Figures {
  stock: Pair;
  lean: Pair;
  record: Round[];
  /** One at a time, hot: accepted, refused, bare. */
  one: { accepted: Round; refused: Round; bare: Round };
  cold: Round;
  eventsPerDecision: number;
  refusedEvents: number;
}

export const ms = (value: number): string => `${value.toFixed(1)} ms`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;

export function row(name: string, rounds: readonly Round[]): string {
  const say = (figure: Spread, unit: (value: number) => string): string =>
    `${unit(figure.median)} (${unit(figure.min)} – ${unit(figure.max)})`;
  const perSecond = say(spread(rounds, 'perSecond'), (value) => value.toFixed(1));
  return `${name.padEnd(36)} ${perSecond.padEnd(26)} p50 ${say(spread(rounds, 'p50'), ms).padEnd(36)} p99 ${say(spread(rounds, 'p99'), ms)}`;
}

/** Where the milliseconds of one call go: medians over the rounds, and their sum. */
export function cpuRow(name: string, rounds: readonly Round[]): string {
  const times = rounds.flatMap(({ cpu }) => cpu ?? []);
  const parts = PARTS.map((part) => [part, median(times.map((time: CpuTime) => time[part]))] as const);
  const sum = parts.reduce((all, [, value]) => all + value, 0);
  return `${name.padEnd(36)} ${parts.map(([part, value]) => `${part} ${value.toFixed(1)}`).join(' · ')} = ${ms(sum)}`;
}

/** The line that other programs read. Pure. */
export function summary(figures: Figures): Record<string, number> {
  const round = (value: number): number => Number(value.toFixed(3));
  const ratio = ({ ours, bare }: Pair, figure: 'perSecond' | 'p50' | 'p99'): number =>
    round(spread(ours, figure).median / spread(bare, figure).median);
  return {
    decisionsPerSecond: round(spread(figures.stock.ours, 'perSecond').median),
    bareUpdatesPerSecond: round(spread(figures.stock.bare, 'perSecond').median),
    ratio: ratio(figures.stock, 'perSecond'),
    leanRatio: ratio(figures.lean, 'perSecond'),
    p50Ratio: ratio(figures.stock, 'p50'),
    p99Ratio: ratio(figures.stock, 'p99'),
    eventsPerDecision: round(figures.eventsPerDecision),
    coldP50: round(figures.cold.p50),
  };
}

/** The table for people. Pure. */
export function table(figures: Figures): string {
  const { accepted, refused, bare } = figures.one;
  const s = summary(figures);
  return [
    'medians over the rounds (smallest – largest), per second',
    row('decisions through HTTP, stock worker', figures.stock.ours),
    row('bare updates in turns with them', figures.stock.bare),
    row('decisions through HTTP, lean worker', figures.lean.ours),
    row('bare updates in turns with them', figures.lean.bare),
    row('command row + transaction of record', figures.record),
    '',
    `stock ÷ bare ${times(s.ratio ?? NaN)}   lean ÷ bare ${times(s.leanRatio ?? NaN)}   p50 ${times(s.p50Ratio ?? NaN)}   p99 ${times(s.p99Ratio ?? NaN)}`,
    `one at a time: decision p50 ${ms(accepted.p50)}, refused ${ms(refused.p50)} (${times(refused.p50 / accepted.p50)}), bare ${ms(bare.p50)}`,
    `cold decision at depth 8: p50 ${ms(figures.cold.p50)} (${times(figures.cold.p50 / accepted.p50)} the hot one), ${figures.cold.count} decisions, ${figures.cold.failed} failed`,
    'processor time per call',
    cpuRow('decision, stock worker', figures.stock.ours),
    cpuRow('bare update in turns with it', figures.stock.bare),
    cpuRow('decision, lean worker', figures.lean.ours),
    cpuRow('bare update in turns with it', figures.lean.bare),
    `events per decision ${figures.eventsPerDecision.toFixed(2)}, per refused decision ${figures.refusedEvents.toFixed(2)}`,
  ].join('\n');
}
