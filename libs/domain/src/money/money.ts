import { ownValue } from '../text/own-value';

/** Money in JSON: minor units as a decimal integer string, with its ISO currency. */
export interface Money {
  minor: string;
  currency: string;
}

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const DECIMALS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, CLP: 0, ISK: 0, KWD: 3, BHD: 3, OMR: 3, TND: 3, JOD: 3 };

/** Integer digits that an amount may have: what fits a 64-bit column with room for sums. */
const MAX_INTEGER_DIGITS = 15;

/** How many decimals an amount of the currency has (CNY 2, JPY 0). Pure. */
export function currencyDecimals(currency: string): number {
  return ownValue(DECIMALS, currency) ?? 2;
}

/** Whether an amount, given or summed up, is one that every place of ours can hold: at most 15 digits before the point. Pure. */
export function isWithinMoney(minor: bigint, currency: string): boolean {
  return (minor < 0n ? -minor : minor) < 10n ** BigInt(MAX_INTEGER_DIGITS + currencyDecimals(currency));
}

/** Why a text is no canonical amount of its currency. */
export type DecimalProblem = 'not-decimal' | 'too-many-decimals' | 'too-large';

/**
 * Reads a canonical decimal (`12300`, `-0.5`, `12300.50`; no separators, signs other than `-`, exponents or leading zeros) as minor units.
 * Pure. Answers the problem instead of throwing.
 */
export function toMinor(decimal: string, currency: string): bigint | DecimalProblem {
  const match = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(decimal);
  if (!match) return 'not-decimal';
  const [, sign, integer = '0', fraction = ''] = match;
  const decimals = currencyDecimals(currency);
  if (fraction.length > decimals) return 'too-many-decimals';
  if (integer.length > MAX_INTEGER_DIGITS) return 'too-large';
  const minor = BigInt(integer + fraction.padEnd(decimals, '0'));
  return sign === '-' ? -minor : minor;
}

/** Writes minor units as a decimal with all decimals of the currency (`1230000n` → `12300.00`). Pure. */
export function fromMinor(minor: bigint, currency: string): string {
  const decimals = currencyDecimals(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  const sign = minor < 0n ? '-' : '';
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Makes money of a canonical decimal. Pure. Throws when it is none: for literals of definitions that were verified. */
export function moneyOf(decimal: string, currency: string): Money {
  const minor = toMinor(decimal, currency);
  if (typeof minor !== 'bigint') throw new Error(`Expected to read “${decimal}” as an amount in ${currency}, but it is ${minor}`);
  return { minor: minor.toString(), currency };
}

/** Whether a value is money as the domain keeps it: integer minor units as a string, with a currency. Pure. */
export function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { minor, currency } = value as Partial<Money>;
  return typeof minor === 'string' && /^-?\d+$/.test(minor) && typeof currency === 'string';
}

/** Adds amounts of one currency. Pure. Throws on two currencies, which a verified definition cannot bring together. */
export function sumMoney(amounts: readonly Money[], currency: string): Money {
  const total = amounts.reduce((sum, amount) => {
    if (amount.currency !== currency) throw new Error(`Expected to add ${currency}, but met ${amount.currency}`);
    return sum + BigInt(amount.minor);
  }, 0n);
  return { minor: total.toString(), currency };
}

/** Whether `left` is at least / less than `right`: −1, 0 or 1; null where currencies differ. Pure. */
export function compareMoney(left: Money, right: Money): -1 | 0 | 1 | null {
  if (left.currency !== right.currency) return null;
  const difference = BigInt(left.minor) - BigInt(right.minor);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}
