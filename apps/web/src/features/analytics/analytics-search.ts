import { idIn, oneOf, wordsIn } from '../../shared/state/address-words';

/** How far back the page looks, in weeks. */
export const spans = ['4', '12', '26', '52'] as const;
export const USUAL_SPAN = '12';
/** Parts of the page, each a picture or its table. */
export const parts = ['steps', 'returns', 'trend', 'units'] as const;
export type Part = (typeof parts)[number];

/** Everything that decides what the page shows: it all stands in the address. Absent = the usual. */
export interface AnalyticsSearch {
  definition?: string;
  /** With `definition`. */
  version?: string;
  weeks?: (typeof spans)[number];
  unit?: string;
  /** The part whose table is shown. */
  table?: Part;
}

/** Reads an address that somebody may have typed: whatever is not understood counts as absent, as does a version without its process. Pure. */
export function analyticsSearch(search: Record<string, unknown>): AnalyticsSearch {
  const definition = wordsIn(search.definition);
  const weeks = oneOf(spans, search.weeks);
  const version = typeof search.version === 'string' && /^[1-9]\d{0,5}$/.test(search.version) ? search.version : undefined;
  return {
    definition,
    version: definition === undefined ? undefined : version,
    weeks: weeks === USUAL_SPAN ? undefined : weeks,
    unit: idIn(search.unit),
    table: oneOf(parts, search.table),
  };
}

/** The first day of so many weeks that end with a day (YYYY-MM-DD). Pure. */
export function firstDay(last: string, weeks: number): string {
  return new Date(Date.parse(`${last}T00:00:00Z`) - (weeks * 7 - 1) * 86_400_000).toISOString().slice(0, 10);
}
