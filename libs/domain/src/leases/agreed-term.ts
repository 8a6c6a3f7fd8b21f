import { isRecord } from '../form/blank';
import { isDay } from '../form/day';
import { isMoney } from '../money/money';
import type { Json } from '../text/bilingual';
import type { LeaseTerm } from './lease-term';
import { ownValue } from '../text/own-value';

/** Fields of a process in which a lease is renewed, and what they mean for the register. */
export const RENEWAL_FIELDS = {
  ...{ store: 'store', place: 'mall', expiresOn: 'expiresOn', rent: 'rent', commission: 'commission', deposit: 'deposit' },
  ...{
    proposal: 'proposal',
    newTerm: 'newTerm',
    newRent: 'newRent',
    newCommission: 'newCommission',
    newDeposit: 'newDeposit',
    signedOn: 'signedOn',
  },
} as const;

/** The term that a renewal has agreed on, without the number of its contract, and which day its lease would have run out. */
export interface AgreedTerm extends Omit<LeaseTerm, 'number'> {
  before: string;
}

/**
 * What a finished renewal has agreed on; null where it has not: it went to an exit, nothing was signed, or the company’s own version of the process says
 * it in other fields. It may begin before the other has run out, which it then cuts short. Pure.
 */
export function agreedTerm(form: Readonly<Record<string, Json>>, currency: string): AgreedTerm | null {
  const { store, place, expiresOn, proposal, newTerm, newRent, newCommission, newDeposit, signedOn } = RENEWAL_FIELDS;
  const [unit, mall, before, term, share] = [
    ownValue(form, store),
    ownValue(form, place),
    ownValue(form, expiresOn),
    ownValue(form, newTerm),
    ownValue(form, newCommission),
  ];
  const minor = (value: Json | undefined): string | null => (isMoney(value) && value.currency === currency ? value.minor : null);
  const rent = minor(ownValue(form, newRent));
  if (ownValue(form, proposal) === 'exit' || !isDayText(ownValue(form, signedOn)) || rent === null) return null;
  if (typeof unit !== 'string' || typeof mall !== 'string' || !isDayText(before) || !isRecord(term)) return null;
  const { from, to } = term;
  if (!isDayText(from) || !isDayText(to) || to < from || to <= before) return null;
  const commission = typeof share === 'number' && share >= 0 && share <= 100 ? share.toFixed(1) : null;
  return { unit, place: mall, before, startsOn: from, expiresOn: to, rent, commission, deposit: minor(ownValue(form, newDeposit)) };
}

const isDayText = (value: unknown): value is string => typeof value === 'string' && isDay(value);
