/** Everything that decides what the page of payments shows: it all stands in the address. Absent = the usual. */
export interface PaymentsSearch {
  view?: 'paid' | 'returned';
  sort?: 'waiting' | 'amount';
  definition?: string;
}

const KEY = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Reads an address that somebody may have typed: whatever is not understood counts as absent. Pure. */
export function paymentsSearch({ view, sort, definition }: Record<string, unknown>): PaymentsSearch {
  return {
    view: view === 'paid' || view === 'returned' ? view : undefined,
    sort: sort === 'waiting' || sort === 'amount' ? sort : undefined,
    definition: typeof definition === 'string' && KEY.test(definition) ? definition : undefined,
  };
}
