import { dayIn, idIn, oneOf, wordsIn } from '../../../shared/state/address-words';

/** Everything that decides which entries are shown: it all stands in the address. */
export interface RecordSearch {
  number?: string | undefined;
  person?: string | undefined;
  /** With what the system did; absent: people only. */
  by?: 'everybody' | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const MOST = 80;

/** Reads an address that somebody may have typed: whatever is not understood counts as absent. Pure. */
export function recordSearch({ number, person, by, from, to }: Record<string, unknown>): RecordSearch {
  return {
    number: wordsIn(number)?.trim().slice(0, MOST),
    person: idIn(person),
    by: oneOf(['everybody'], by),
    from: dayIn(from),
    to: dayIn(to),
  };
}
