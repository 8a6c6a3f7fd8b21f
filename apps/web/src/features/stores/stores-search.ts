export const storeParts = ['openings', 'leases'] as const;
export const leaseViews = ['all', 'soon', 'running', 'late', 'ended', 'out'] as const;
export const openingViews = ['running', 'late'] as const;
export type LeaseListView = (typeof leaseViews)[number];
export type OpeningListView = (typeof openingViews)[number];

/** Everything that decides what the desk of the stores shows: it all stands in the address. Absent = the usual. */
export interface StoresSearch {
  part?: 'leases';
  view?: LeaseListView | OpeningListView;
  q?: string;
  /** A region. */
  unit?: string;
  /** The lease whose panel is open. */
  open?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const id = (value: unknown): string | undefined => (typeof value === 'string' && UUID.test(value) ? value : undefined);

/** Reads an address that somebody may have typed: whatever is not understood counts as absent, as does what belongs to the other part. Pure. */
export function storesSearch(search: Record<string, unknown>): StoresSearch {
  const leases = search.part === 'leases';
  const views: readonly string[] = leases ? leaseViews : openingViews;
  const view = views.slice(1).find((each) => each === search.view) as StoresSearch['view'];
  const q = typeof search.q === 'string' && search.q.trim() !== '' ? search.q : undefined;
  return { part: leases ? 'leases' : undefined, view, q, unit: id(search.unit), open: leases ? id(search.open) : undefined };
}
