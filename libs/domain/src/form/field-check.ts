import type { Json } from '../text/bilingual';
import type { Column, Field } from '../definition/field.schema';
import { isMoney, moneyOf } from '../money/money';
import { isBlank, isRecord } from './blank';
import { fieldProblem, type FieldProblem, type FieldProblemCode } from './field-problem';

type Check<T> = (field: T, value: Json) => [FieldProblemCode, Record<string, Json>] | null;

const tooLong: Check<{ maxLength: number }> = ({ maxLength }, value) =>
  String(value).length > maxLength ? ['too-long', { max: maxLength }] : null;
const nothing: Check<unknown> = () => null;

const checks: { [T in Field['type']]: Check<Extract<Field | Column, { type: T }>> } = {
  text: tooLong,
  'long-text': tooLong,
  number: ({ min, max, decimals }, value) => {
    if (typeof value !== 'number') return ['wrong-type', { expected: 'number' }];
    if (min !== undefined && value < min) return ['below-min', { min }];
    if (max !== undefined && value > max) return ['above-max', { max }];
    return Number(value.toFixed(decimals)) === value ? null : ['too-many-decimals', { decimals }];
  },
  money: ({ min, currency }, value) => {
    if (!isMoney(value)) return ['wrong-type', { expected: 'money' }];
    if (value.currency !== currency) return ['wrong-currency', { currency }];
    // A negative line would pull a sum under somebody's limit, so it has to be allowed in so many words.
    const least = moneyOf(min ?? '0', currency);
    return BigInt(value.minor) < BigInt(least.minor) ? ['below-min', { min: { ...least } }] : null;
  },
  'money-sum': nothing,
  date: nothing,
  'date-range': (_field, value) => (isRecord(value) && String(value.from) > String(value.to) ? ['range-reversed', {}] : null),
  choice: ({ options }, value) => (options.some((option) => option.value === value) ? null : ['not-an-option', {}]),
  'yes-no': nothing,
  person: nothing,
  unit: nothing,
  request: nothing,
  files: (field, value) => {
    const count = Array.isArray(value) ? value.length : 0;
    if (count > field.max) return ['too-many-files', { max: field.max }];
    return count < field.min ? ['too-few-files', { min: field.min }] : null;
  },
  table: ({ minRows, maxRows }, value) => {
    const count = Array.isArray(value) ? value.length : 0;
    if (count > maxRows) return ['too-many-rows', { max: maxRows }];
    return count < minRows ? ['too-few-rows', { min: minRows }] : null;
  },
};

/** What is wrong with one filled value, beyond its type: length, range, options, numbers of rows and files. Pure. Blanks are never wrong. */
export function checkField(field: Field | Column, value: Json | undefined, path: string = field.key): FieldProblem | null {
  if (value === undefined || isBlank(value)) return null;
  const found = (checks[field.type] as Check<Field | Column>)(field, value);
  return found && fieldProblem(path, found[0], found[1]);
}
