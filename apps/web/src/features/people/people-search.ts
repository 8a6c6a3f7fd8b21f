import { idIn, oneOf, wordsIn } from '../../shared/state/address-words';

/** Everything that decides what the page shows: it all stands in the address. */
export interface PeopleSearch {
  q?: string;
  /** Unit id, subtree included. */
  unit?: string;
  /** Posts without a holder instead of people. */
  vacant?: '1';
  /** Who is open beside the list. */
  person?: string;
}

/** Reads an address that somebody may have typed: whatever is not understood counts as absent. Pure. */
export const peopleSearch = (search: Record<string, unknown>): PeopleSearch => ({
  q: wordsIn(search.q),
  unit: idIn(search.unit),
  vacant: oneOf(['1'], search.vacant),
  person: idIn(search.person),
});
