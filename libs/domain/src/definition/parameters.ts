import { z } from 'zod';
import { fromMinor, isMoney, moneyOf, toMinor, type Money } from '../money/money';
import { ownValue } from '../text/own-value';
import type { Definition } from './definition.schema';
import { PATTERNS } from './patterns';

/** What a parameter of a definition is worth: text, number, yes or no, or an amount, as its default is. */
export type ParameterValue = string | number | boolean | Money;
type Default = Definition['parameters'][number]['default'];

/** A parameter as a company sets it: an amount as it crosses the API. */
export const parameterSettingSchema = z.union([
  z.string().max(1_000),
  z.number(),
  z.boolean(),
  z.strictObject({ amount: z.string().regex(PATTERNS.decimal.regex), currency: z.string().regex(PATTERNS.currency.regex) }),
]);
export type ParameterSetting = z.infer<typeof parameterSettingSchema>;
/** What companies have set, by parameter. */
export type ParametersSet = Readonly<Record<string, ParameterSetting | ParameterValue>>;

/** What a parameter is worth while a company has set nothing. Pure. */
export function standardOf(written: Default): ParameterValue {
  return typeof written === 'object' ? moneyOf(written.money, written.currency) : written;
}

/** What is set for a parameter; null where it is of another kind than its standard, or no amount of its currency. Pure. */
export function valueSet(standard: ParameterValue, set: unknown): ParameterValue | null {
  if (!isMoney(standard)) return typeof set === typeof standard ? (set as ParameterValue) : null;
  if (isMoney(set)) return set.currency === standard.currency ? set : null;
  const { amount, currency } = typeof set === 'object' && set !== null ? (set as Record<string, unknown>) : {};
  if (typeof amount !== 'string' || currency !== standard.currency || typeof toMinor(amount, standard.currency) !== 'bigint') return null;
  return moneyOf(amount, standard.currency);
}

/** The value of a parameter as a company would set it. Pure. */
export function settingOf(value: ParameterValue): ParameterSetting {
  return isMoney(value) ? { amount: fromMinor(BigInt(value.minor), value.currency), currency: value.currency } : value;
}

/**
 * The parameters of a definition as a company has set them. Pure. Where nothing is set, and where what is set is of another kind than the definition
 * asks for (it came with an older version), the default holds: a condition never looks at a value that it cannot compare.
 */
export function parametersOf({ parameters }: Definition, set: ParametersSet = {}): Record<string, ParameterValue> {
  return parametersWith(Object.fromEntries(parameters.map(({ key, default: written }) => [key, standardOf(written)])), set);
}

/** The same, of defaults by key. Pure. */
export function parametersWith(defaults: Readonly<Record<string, ParameterValue>>, set: ParametersSet): Record<string, ParameterValue> {
  const entries = Object.entries(defaults).map(([key, standard]): [string, ParameterValue] => [
    key,
    valueSet(standard, ownValue(set, key)) ?? standard,
  ]);
  return Object.fromEntries(entries);
}
