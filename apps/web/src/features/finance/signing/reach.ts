import type { components } from '../../../shared/api/schema';

type Rung = components['schemas']['LadderRungView'];

const valueOf = (amount: string): number => Math.log10(1 + Math.max(0, Number(amount)));

/**
 * How far limits reach beside each other, in parts of the widest, by multiples: ten times as much is one step further. What has no limit reaches to the
 * end; what has none, or is none of the person's, not at all. `asked`: where the amount stands among them. Pure.
 */
export function reaches(ladder: readonly Rung[], asked: string | null): { widths: number[]; asked: number | null } {
  const limits = ladder.map(({ limit }) => (limit === 'no-limit' || limit === null ? null : valueOf(limit.amount)));
  const most = Math.max(1, ...limits.flatMap((limit) => limit ?? []), asked === null ? 0 : valueOf(asked)) * 1.08;
  return {
    widths: ladder.map(({ limit }, place) => (limit === 'no-limit' ? 1 : (limits[place] ?? 0) / most)),
    asked: asked === null ? null : valueOf(asked) / most,
  };
}
