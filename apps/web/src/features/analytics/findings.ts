import type { Bilingual } from '@countersign/domain';
import { shareOf } from './scale';
import type { Analytics, TimedStep } from './analytics-query';

/** What a part of the page says in words: a text, and what it is about. */
export type Finding =
  | { key: 'mostAt' | 'mostKept'; step: Bilingual; share: number }
  | { key: 'mostLate'; step: Bilingual; share: number; of: number }
  | { key: 'noSteps'; cases: number }
  | { key: 'fewAt'; step: Bilingual; cases: number }
  | { key: 'noReturns' }
  | { key: 'mostReturns'; from: Bilingual; to: Bilingual; share: number }
  | { key: 'fewReturns' | 'fewReturnsOneWay'; from: Bilingual; to: Bilingual; times: number }
  | { key: 'versionFaster' | 'versionSlower' | 'versionSame'; version: number; before: number; after: number }
  | { key: 'lastWeek'; minutes: number; low: number; high: number }
  | { key: 'oneWeek' | 'sameWeeks'; minutes: number }
  | { key: 'atOnce' }
  | { key: 'noUnits' | 'allKept' }
  | { key: 'targetMet'; share: number; target: number }
  | { key: 'targetMissed'; share: number; target: number; points: number }
  | { key: 'unitKept' | 'fewestKept'; unit: Bilingual; share: number };

/** Of fewer a share says nothing, nor does a median. */
export const ENOUGH = 5;
/** A change that nobody would notice. */
const SAME_SHARE = 0.05;

const all = (steps: readonly TimedStep[]): number => steps.reduce((sum, { minutes }) => sum + minutes, 0);

/** The step at which most time was spent. Pure. */
export const longestStep = (steps: readonly TimedStep[]): TimedStep | undefined =>
  steps.reduce<TimedStep | undefined>((most, step) => (step.minutes > (most?.minutes ?? 0) ? step : most), undefined);

/** Where most of the time went, and how often the limit was missed there; of a few requests, where alone. Pure. */
export function stepsFinding({ steps, total: { cases } }: Pick<Analytics, 'steps' | 'total'>): Finding {
  const most = longestStep(steps);
  if (most === undefined) return { key: 'noSteps', cases };
  if (cases < ENOUGH) return { key: 'fewAt', step: most.title, cases };
  const about = { step: most.title, share: shareOf(most.minutes, all(steps)) };
  if (most.due === 0) return { key: 'mostAt', ...about };
  return most.late === 0 ? { key: 'mostKept', ...about } : { key: 'mostLate', ...about, of: Math.max(1, Math.round(most.due / most.late)) };
}

/** Which return is the most frequent. Pure. */
export function returnsFinding({ returns, total }: Pick<Analytics, 'returns' | 'total'>): Finding {
  const [most] = returns;
  if (most === undefined) return { key: 'noReturns' };
  const way = { from: most.fromTitle, to: most.toTitle };
  const oneWay = most.times === total.returns;
  if (total.returns < ENOUGH) return { key: oneWay ? 'fewReturnsOneWay' : 'fewReturns', ...way, times: total.returns };
  return { key: 'mostReturns', ...way, share: shareOf(most.times, total.returns) };
}

/** What the newest version has changed, else how the last week was. Pure. */
export function trendFinding({ versions, weeks }: Pick<Analytics, 'versions' | 'weeks'>): Finding | null {
  const [before, after] = versions.filter(({ cases }) => cases >= ENOUGH).slice(-2);
  if (before?.medianMinutes != null && after?.medianMinutes != null) {
    const change = after.medianMinutes - before.medianMinutes;
    const same = Math.abs(change) <= before.medianMinutes * SAME_SHARE;
    const key = same ? 'versionSame' : change < 0 ? 'versionFaster' : 'versionSlower';
    return { key, version: after.version, before: before.medianMinutes, after: after.medianMinutes };
  }
  const last = weeks.at(-1);
  if (last === undefined) return null;
  const medians = weeks.map(({ medianMinutes }) => medianMinutes);
  const [low, high] = [Math.min(...medians), Math.max(...medians)];
  if (high === 0) return { key: 'atOnce' };
  if (weeks.length === 1) return { key: 'oneWeek', minutes: high };
  return low === high ? { key: 'sameWeeks', minutes: high } : { key: 'lastWeek', minutes: last.medianMinutes, low, high };
}

/** How many decisions had a deadline, and how many of them were on time. Pure. */
export function onTimeOf(steps: readonly TimedStep[]): { due: number; kept: number } {
  const people = steps.filter(({ kind }) => kind === 'people');
  return {
    due: people.reduce((sum, step) => sum + step.due, 0),
    kept: people.reduce((sum, step) => sum + step.due - step.late, 0),
  };
}

/** Whether as much was on time as the company wants; a share that is missed is never rounded up to it. Pure. */
function targetFinding(target: number, { due, kept }: { due: number; kept: number }): Finding {
  if (kept * 100 >= target * due) return { key: 'targetMet', share: shareOf(kept, due), target };
  const share = Math.floor((kept * 100) / due);
  return { key: 'targetMissed', share, target, points: target - share };
}

/** Whether the target is met; where there is none, which unit kept the fewest limits. Pure. */
export function unitsFinding({ units, target, steps }: Pick<Analytics, 'units' | 'target' | 'steps'>): Finding {
  const all = onTimeOf(steps);
  if (target !== null && all.due > 0) return targetFinding(target, all);
  const [fewest] = units;
  if (fewest === undefined) return { key: 'noUnits' };
  if (units.every(({ due, kept }) => due === kept)) return { key: 'allKept' };
  return { key: units.length === 1 ? 'unitKept' : 'fewestKept', unit: fewest.name, share: shareOf(fewest.kept, fewest.due) };
}
