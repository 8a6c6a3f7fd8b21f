import type { InboxSearch } from './inbox-search';

/** How many filters narrow the list. Pure. */
export function filtersOn(search: InboxSearch): number {
  return [search.q, search.definition, search.amountMin, search.unit, search.resubmitted].filter((value) => value !== undefined).length;
}
