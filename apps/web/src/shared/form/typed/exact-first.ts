import { isSameText } from '@countersign/domain';

/** Whoever is called exactly what was typed stands first; the others keep their order. Pure. */
export function exactFirst<T extends { label: string }>(options: readonly T[], typed: string): T[] {
  const exact = options.filter(({ label }) => isSameText(label, typed));
  return [...exact, ...options.filter((option) => !exact.includes(option))];
}

/** The one that a typed text means without a look at the list: the only one of exactly that name. Pure. */
export function meantBy<T extends { label: string }>(options: readonly T[], typed: string): T | null {
  const exact = options.filter(({ label }) => isSameText(label, typed));
  return exact.length === 1 ? (exact[0] ?? null) : null;
}
