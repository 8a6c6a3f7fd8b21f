/** Everything that decides what the desk of finance shows: it all stands in the address. Absent = the usual. */
export interface FinanceSearch {
  /** A month or a year; absent: this month. */
  period?: string;
  category?: string;
  /** Units that are turned: what stands alone at its place is unfolded of itself, what stands beside others is not. */
  turned?: string[];
}

const PERIOD = /^(19|20)\d{2}(-(0[1-9]|1[0-2]))?$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KEY = /^[a-z0-9][a-z0-9-]{0,59}$/;
const MOST_TURNED = 100;

/** Reads an address that somebody may have typed: whatever is not understood counts as absent. Pure. */
export function financeSearch({ period, category, turned }: Record<string, unknown>): FinanceSearch {
  const listed = typeof turned === 'string' ? turned.split(',') : turned;
  const ids = Array.isArray(listed) ? listed.filter((id): id is string => typeof id === 'string' && UUID.test(id)) : undefined;
  return {
    period: typeof period === 'string' && PERIOD.test(period) ? period : undefined,
    category: typeof category === 'string' && KEY.test(category) ? category : undefined,
    turned: ids?.slice(0, MOST_TURNED),
  };
}

/** The periods that may be chosen around one: its year with its months, and the years beside it. Pure. */
export function periodsOffered(period: string): string[] {
  const year = Number(period.slice(0, 4));
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  return [String(year), ...months, String(year - 1), String(year + 1)];
}
