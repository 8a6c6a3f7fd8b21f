import type { Column, Field } from '../../definition/fields/field.schema';
import { checkField } from '../../form/check/field-check';
import { isDay } from '../../form/day';
import { isCurrency } from '../../money/currency';
import { currencyDecimals, moneyOf, toMinor } from '../../money/money';
import type { Json } from '../../text/bilingual';
import { canonicalText } from '../../text/canonical-text';
import { error, type Finding } from '../../definition/finding';
import type { Subject } from '../subject';

type Placed = { field: Field | Column; path: string };

/** All fields and columns with their places. */
function placed({ definition }: Subject): Placed[] {
  return definition.form.fields.flatMap((field, index) => [
    { field, path: `form.fields.${index}` },
    ...(field.type === 'table'
      ? field.columns.map((column, each) => ({ field: column, path: `form.fields.${index}.columns.${each}` }))
      : []),
  ]);
}

function reversed(path: string, least: number | undefined, most: number | undefined): Finding[] {
  if (least === undefined || most === undefined || least <= most) return [];
  return [
    error(
      { code: 'min-above-max', path },
      `下限 ${least} 高于上限 ${most}，什么都填不进去。`,
      `The minimum ${least} is above the maximum ${most}; nothing could be filled in.`,
    ),
  ];
}

function boundFindings({ field, path }: Placed): Finding[] {
  if (field.type === 'files') return reversed(`${path}.min`, field.min, field.max);
  if (field.type === 'table') return reversed(`${path}.minRows`, field.minRows, field.maxRows);
  if (field.type !== 'number') return [];
  const { min, max, decimals } = field;
  const inexact = [min, max].filter((bound) => bound !== undefined && Number(bound.toFixed(decimals)) !== bound);
  return [
    ...reversed(`${path}.min`, min, max),
    ...inexact.map((bound) =>
      error(
        { code: 'bad-bound', path },
        `界限 ${bound} 的小数位数超过字段的 ${decimals} 位。`,
        `The bound ${bound} has more decimals than the field, which has ${decimals}.`,
      ),
    ),
  ];
}

function moneyFindings({ field, path }: Placed): Finding[] {
  if (field.type !== 'money' && field.type !== 'money-sum') return [];
  const { currency } = field;
  if (!isCurrency(currency))
    return [
      error({ code: 'unknown-currency', path: `${path}.currency` }, `没有币种「${currency}」。`, `There is no currency “${currency}”.`),
    ];
  if (field.type !== 'money' || field.min === undefined || typeof toMinor(field.min, currency) === 'bigint') return [];
  const decimals = currencyDecimals(currency);
  return [
    error(
      { code: 'bad-amount', path: `${path}.min` },
      `下限「${field.min}」不是 ${currency} 的金额（小数最多 ${decimals} 位，整数最多 15 位）。`,
      `The minimum “${field.min}” is not a valid amount in ${currency} (at most ${decimals} decimals and 15 digits before the point).`,
    ),
  ];
}

function optionFindings({ field, path }: Placed): Finding[] {
  if (field.type !== 'choice') return [];
  const seen = new Set<string>();
  return field.options.flatMap(({ value }, index) => {
    const same = canonicalText(value);
    const twice = seen.has(same);
    seen.add(same);
    return twice
      ? [
          error(
            { code: 'duplicate-key', path: `${path}.options.${index}` },
            `选项「${value}」重复。`,
            `The option “${value}” is used twice.`,
          ),
        ]
      : [];
  });
}

const EXPECTABLE: ReadonlySet<string> = new Set(['text', 'long-text', 'number', 'money', 'date', 'choice', 'yes-no']);

/** The expected value as the form would keep it; undefined where it is not of the field's type. */
function expectedOf(field: Field | Column, expected: string | number | boolean): Json | undefined {
  if (field.type === 'money') return moneyValue(String(expected), field.currency);
  if (field.type === 'number') return typeof expected === 'number' ? expected : undefined;
  if (field.type === 'yes-no') return typeof expected === 'boolean' ? expected : undefined;
  if (typeof expected !== 'string' || !EXPECTABLE.has(field.type)) return undefined;
  return field.type === 'date' && !isDay(expected) ? undefined : expected;
}

function moneyValue(decimal: string, currency: string): Json | undefined {
  return typeof toMinor(decimal, currency) === 'bigint' ? { ...moneyOf(decimal, currency) } : undefined;
}

function expectedFindings({ field, path }: Placed): Finding[] {
  if (field.expected === undefined) return [];
  const value = expectedOf(field, field.expected);
  if (value !== undefined && checkField(field, value) === null) return [];
  return [
    error(
      { code: 'bad-expected', path: `${path}.expected` },
      `「${field.key}」的预期值「${field.expected}」填不进这个字段。`,
      `The expected value “${field.expected}” does not fit the field “${field.key}”.`,
    ),
  ];
}

/** The range that a day is to lie in is one of the form. */
function withinFindings({ field, path }: Placed, { fields }: Subject): Finding[] {
  if (field.type !== 'date' || field.within === undefined || fields.get(field.within)?.type === 'date-range') return [];
  return [
    error(
      { code: 'unknown-field', path: `${path}.within` },
      `表单里没有名为「${field.within}」的起止日期字段。`,
      `The form has no range of dates “${field.within}”.`,
    ),
  ];
}

/** What a column may not say, because nobody would heed it. */
function columnFindings({ field, path }: Placed): Finding[] {
  if (!path.includes('.columns.')) return [];
  const said = [
    ...(field.visible === undefined ? [] : ['visible']),
    ...(field.filledAt === 'step' ? ['filledAt'] : []),
    ...(field.material ? ['material'] : []),
    ...(field.expected === undefined ? [] : ['expected']),
  ];
  return said.map((name) =>
    error(
      { code: 'not-for-columns', path: `${path}.${name}` },
      `列没有「${name}」，请写在整张表上。`,
      `A column cannot have “${name}”; set it on the whole table.`,
    ),
  );
}

/** Every field can be filled in: bounds in order and exact, amounts and currencies real, options once, ranges of days there, expected values of their type. Pure. */
export function valueFindings(subject: Subject): Finding[] {
  const rules = [boundFindings, moneyFindings, optionFindings, expectedFindings, withinFindings, columnFindings];
  return placed(subject).flatMap((each) => rules.flatMap((rule) => rule(each, subject)));
}
