import { OUTCOMES, type Outcome } from '@countersign/domain';
import { amountIn, dayIn, idIn, oneOf, sameAmong, setAmong, wordsIn } from '../../shared/state/address-words';

export const trackViews = ['under-way', 'overdue', 'stuck', 'finished', 'ended'] as const;
export const standingKinds = ['waiting', 'unheeded', 'returned', 'blocked', 'suspended'] as const;
export const trackSorts = ['waiting', 'due'] as const;
/** Who comes first among the people. */
export const loadSorts = ['overdue', 'waiting', 'longest'] as const;
export const trackShows = ['list', 'processes', 'people'] as const;
/** Waits for at least so many hours. */
export const waitedHours = ['24', '48', '72', '168'] as const;
export type TrackView = (typeof trackViews)[number];
export type StandingKind = (typeof standingKinds)[number];

/** What narrows the list; the same words stand in the address, in a saved view and in the call. */
export interface TrackFilters {
  view?: TrackView;
  q?: string;
  definition?: string;
  version?: string;
  step?: string;
  unit?: string;
  /** Person id. */
  waits?: string;
  kind?: StandingKind;
  amountMin?: string;
  amountMax?: string;
  waited?: string;
  /** Of what has ended: how, from and to which day (YYYY-MM-DD), and only what the reader may re-open or revoke. */
  outcome?: Outcome;
  endedFrom?: string;
  endedTo?: string;
  again?: 'true';
}

/** Everything that decides what the desk shows: it all stands in the address. Absent = the usual. */
export interface TrackSearch extends TrackFilters {
  sort?: (typeof trackSorts)[number];
  /** A list of requests, how they stand by process (with `definition`, its map), or who has how much to do. */
  show?: (typeof trackShows)[number];
  /** How the people are ordered. */
  load?: (typeof loadSorts)[number];
}

/** Every filter, switched off. */
export const noFilters = {
  view: undefined,
  q: undefined,
  definition: undefined,
  version: undefined,
  step: undefined,
  unit: undefined,
  waits: undefined,
  kind: undefined,
  amountMin: undefined,
  amountMax: undefined,
  waited: undefined,
  outcome: undefined,
  endedFrom: undefined,
  endedTo: undefined,
  again: undefined,
} as const satisfies Record<keyof TrackFilters, undefined>;

const names = Object.keys(noFilters) as (keyof TrackFilters)[];

/** Reads an address that somebody may have typed: whatever is not understood counts as absent, as do a version and a step without their process. Pure. */
export function trackSearch(search: Record<string, unknown>): TrackSearch {
  const definition = wordsIn(search.definition);
  const ofProcess = (value: string | undefined): string | undefined => (definition === undefined ? undefined : value);
  const view = oneOf(trackViews, search.view);
  return {
    view: view === 'under-way' ? undefined : view,
    q: wordsIn(search.q),
    definition,
    version: ofProcess(typeof search.version === 'string' && /^[1-9]\d{0,5}$/.test(search.version) ? search.version : undefined),
    step: ofProcess(wordsIn(search.step)),
    unit: idIn(search.unit),
    waits: idIn(search.waits),
    kind: oneOf(standingKinds, search.kind),
    amountMin: amountIn(search.amountMin),
    amountMax: amountIn(search.amountMax),
    waited: oneOf(waitedHours, search.waited),
    outcome: oneOf(OUTCOMES, search.outcome),
    endedFrom: dayIn(search.endedFrom),
    endedTo: dayIn(search.endedTo),
    again: oneOf(['true'], search.again),
    sort: oneOf(trackSorts, search.sort),
    show: oneOf(trackShows, search.show),
    load: oneOf(loadSorts, search.load),
  };
}

/** Whether the desk shows what has ended. Pure. */
export const isOver = ({ view }: TrackFilters): boolean => view === 'finished' || view === 'ended';

/** The filters alone, without those that are off. Pure. */
export const filtersOf = (search: TrackFilters): TrackFilters => setAmong(names, search);

/** Whether two searches narrow the list in the same way. Pure. */
export const sameFilters = (one: TrackFilters, other: TrackFilters): boolean => sameAmong(names, one, other);
