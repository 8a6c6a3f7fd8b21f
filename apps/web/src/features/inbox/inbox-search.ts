import type { InboxTab } from '../../shared/api/wire';

export const inboxTabs = ['todo', 'mine', 'done', 'copies', 'drafts'] as const satisfies readonly InboxTab[];
export const inboxSorts = ['due', 'waiting', 'amount'] as const;
export type InboxSort = (typeof inboxSorts)[number];

/** Everything that decides what the inbox shows: it all stands in the address. Absent = the usual. */
export interface InboxSearch {
  tab?: InboxTab;
  sort?: InboxSort;
  q?: string;
  definition?: string;
  amountMin?: string;
  unit?: string;
  resubmitted?: 'true';
  /** The request that is open. */
  open?: string;
}

const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined => list.find((item) => item === value);

/** Reads an address that somebody may have typed: whatever is not understood counts as absent. Pure. */
export function inboxSearch(search: Record<string, unknown>): InboxSearch {
  const amountMin = words(search.amountMin);
  return {
    tab: oneOf(inboxTabs, search.tab),
    sort: oneOf(inboxSorts, search.sort),
    q: words(search.q),
    definition: words(search.definition),
    amountMin: amountMin && /^\d+(\.\d+)?$/.test(amountMin) ? amountMin : undefined,
    unit: words(search.unit),
    resubmitted: search.resubmitted === 'true' ? 'true' : undefined,
    open: words(search.open),
  };
}
