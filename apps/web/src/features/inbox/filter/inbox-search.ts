import type { DueGroup, InboxTab } from '../../../shared/api/wire';
import { amountIn, oneOf, sameAmong, setAmong, wordsIn } from '../../../shared/state/address-words';

export const inboxTabs = ['todo', 'pool', 'mine', 'done', 'ended', 'copies', 'supervised', 'drafts'] as const satisfies readonly InboxTab[];
export const inboxSorts = ['due', 'waiting', 'amount', 'newest'] as const;
export const dueGroups = ['overdue', 'today', 'week', 'later', 'none'] as const satisfies readonly DueGroup[];
export type InboxSort = (typeof inboxSorts)[number];
type YesNo = 'true' | 'false';

/** What narrows a list; the same words stand in the address, in a saved filter and in the call. */
export interface InboxFilters {
  q?: string;
  definition?: string;
  amountMin?: string;
  amountMax?: string;
  unit?: string;
  resubmitted?: YesNo;
  overPlan?: YesNo;
  due?: DueGroup;
}

/** Everything that decides what the inbox shows: it all stands in the address. Absent = the usual. */
export interface InboxSearch extends InboxFilters {
  tab?: InboxTab;
  sort?: InboxSort;
  /** The request that is open. */
  open?: string;
}

/** Every filter, switched off. */
export const noFilters = {
  q: undefined,
  definition: undefined,
  amountMin: undefined,
  amountMax: undefined,
  unit: undefined,
  resubmitted: undefined,
  overPlan: undefined,
  due: undefined,
} as const satisfies Record<keyof InboxFilters, undefined>;

const names = Object.keys(noFilters) as (keyof InboxFilters)[];

/** Reads an address that somebody may have typed: whatever is not understood counts as absent. Pure. */
export function inboxSearch(search: Record<string, unknown>): InboxSearch {
  return {
    tab: oneOf(inboxTabs, search.tab),
    sort: oneOf(inboxSorts, search.sort),
    q: wordsIn(search.q),
    definition: wordsIn(search.definition),
    amountMin: amountIn(search.amountMin),
    amountMax: amountIn(search.amountMax),
    unit: wordsIn(search.unit),
    resubmitted: oneOf(['true', 'false'], search.resubmitted),
    overPlan: oneOf(['true', 'false'], search.overPlan),
    due: oneOf(dueGroups, search.due),
    open: wordsIn(search.open),
  };
}

/** Whether a tab lists what waits for its reader. Pure. */
export const isPressing = (tab: InboxTab): boolean => tab === 'todo' || tab === 'pool';

/** Whether a tab lists what is over: how much of it there is tells nothing. Pure. */
export const isHistory = (tab: InboxTab): boolean => tab === 'done' || tab === 'ended';

/** The filters alone, without those that are off. Pure. */
export const filtersOf = (search: InboxFilters): InboxFilters => setAmong(names, search);

/** How many filters narrow the list. Pure. */
export const filtersOn = (search: InboxFilters): number => Object.keys(filtersOf(search)).length;

/** Whether two searches narrow the list in the same way. Pure. */
export const sameFilters = (one: InboxFilters, other: InboxFilters): boolean => sameAmong(names, one, other);
