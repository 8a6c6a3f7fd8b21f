import { percentile } from '../bench/report/statistics';
import type { CaseFigures } from './measure';

const ms = (value: number): string => value.toFixed(1).padStart(6);
const key = ({ who, name }: CaseFigures): string => `${who} · ${name}`;

/** A row for each case: large beside small, and what its plan is. `!` marks what is above its goal. */
export function table(large: readonly CaseFigures[], small: readonly CaseFigures[]): string {
  const before = new Map(small.map((figures) => [key(figures), figures]));
  const rows = large.map((figures) => {
    const less = before.get(key(figures));
    const mark = figures.p95 > figures.goal ? '!' : ' ';
    const ratio = less ? (figures.cpu / less.cpu).toFixed(2) : '–';
    return `${mark} ${figures.who.padEnd(8)} ${figures.name.padEnd(58)} ${String(figures.calls).padStart(5)} ${String(figures.rows).padStart(6)} ${ms(figures.p50)} ${ms(figures.p95)} ${ms(figures.cpu)} ${ratio.padStart(6)}  ${figures.plan}`;
  });
  return [`  ${'reader'.padEnd(8)} ${'list'.padEnd(58)} calls   rows    p50    p95    cpu  ratio  plan`, ...rows].join('\n');
}

/** The figures that the goals speak of. */
export function summary(large: readonly CaseFigures[], small: readonly CaseFigures[]): string {
  const before = new Map(small.map((figures) => [key(figures), figures]));
  const goals = [...new Set(large.map(({ goal }) => goal))];
  const lines = goals.map((goal) => {
    const of = large.filter((figures) => figures.goal === goal);
    const worst = of.toSorted((left, right) => right.p95 - left.p95)[0];
    const over = of.filter(({ p95 }) => p95 > goal).length;
    const ratios = of.flatMap((figures) => {
      const less = before.get(key(figures));
      return less ? [figures.cpu / less.cpu] : [];
    });
    const ratio =
      ratios.length === 0
        ? ''
        : `; processor time, large beside small: median ${percentile(ratios, 0.5).toFixed(2)} ×, p95 ${percentile(ratios, 0.95).toFixed(2)} ×`;
    return `goal p95 ≤ ${goal} ms: ${of.length - over} of ${of.length} cases; worst ${worst?.p95.toFixed(1)} ms (${worst ? key(worst) : ''})${ratio}`;
  });
  return lines.join('\n');
}
