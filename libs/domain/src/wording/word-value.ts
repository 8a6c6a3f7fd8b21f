import type { Bilingual, Json, Language } from '../text/bilingual';
import type { Column, Field } from '../definition/fields/field.schema';
import { isBlank, isRecord } from '../form/blank';
import { formatMoney, groupThousands, type MoneyStyle } from '../money/format-money';
import { isMoney, type Money } from '../money/money';
import { isDrawn } from '../budget/draw-up';
import { dayRangeText, dayText } from './time/day-text';
import { DASH, inBoth, wordList, type Names } from './names';
import { ownValue } from '../text/own-value';
import { counted } from '../text/counted';
import { withoutIdleZeros } from '../text/without-end';

/** Writes a value for people by its field's type: names for ids, labels for options, signs for currencies; a dash where it is blank. Pure. */
export function wordValue(field: Field | Column, value: Json | undefined, names: Names, language: Language): string {
  return value === undefined || isBlank(value) ? DASH : filled(field, value, { names, language, money: 'full' });
}

/** The same in both languages. Pure. */
export function wordValueBoth(field: Field | Column, value: Json | undefined, names: Names): Bilingual {
  return inBoth((language) => wordValue(field, value, names, language));
}

interface WordStyle {
  names: Names;
  language: Language;
  money: MoneyStyle;
}

type Word<T> = (field: T, value: Json, style: WordStyle) => string;

const words: { [T in Field['type']]: Word<Extract<Field | Column, { type: T }>> } = {
  text: (_field, value) => String(value),
  'long-text': (_field, value) => String(value),
  number: (field, value, { language }) => {
    const digits = groupThousands(typeof value === 'number' ? decimalText(value, field.decimals) : String(value));
    const unit = field.unit?.[language];
    // A per cent sign belongs to its figure.
    return unit ? `${digits}${/^[%‰]/.test(unit) ? '' : ' '}${unit}` : digits;
  },
  money: moneyWords,
  'money-sum': moneyWords,
  days: (_field, value, { language }) => daysText(value, language),
  budget: budgetWords,
  date: (_field, value, { language }) => dayText(String(value), language),
  'date-range': (_field, value, { language }) => (isRecord(value) ? dayRangeText(String(value.from), String(value.to), language) : DASH),
  choice: (field, value, { language }) => field.options.find((option) => option.value === value)?.label[language] ?? DASH,
  'yes-no': (field, value, { language }) => (value === true ? (field.yes ?? YES) : (field.no ?? NO))[language],
  person: (_field, value, { names, language }) => ownValue(names.people, String(value))?.[language] ?? DASH,
  people: (_field, value, { names, language }) =>
    Array.isArray(value)
      ? wordList(
          value.map((id) => ownValue(names.people, String(id))?.[language] ?? DASH),
          language,
        )
      : DASH,
  unit: (_field, value, { names, language }) => ownValue(names.units, String(value))?.[language] ?? DASH,
  request: (_field, value, { names }) => ownValue(names.requests, String(value)) ?? DASH,
  files: (_field, value, { language }) => filesText(Array.isArray(value) ? value : [], language),
  table: (_field, value, { language }) => rowsText(Array.isArray(value) ? value.length : 0, language),
};

const YES: Bilingual = { zh: '是', en: 'Yes' };
const NO: Bilingual = { zh: '否', en: 'No' };
const IN_PLAN: Bilingual = { zh: '计划内', en: 'in plan' };
const NO_LINE: Bilingual = { zh: '没有对应的预算', en: 'no budget for it' };
const OVER_PLAN: Bilingual = { zh: '超出', en: 'over plan' };

function filled(field: Field | Column, value: Json, style: WordStyle): string {
  return (words[field.type] as Word<Field | Column>)(field, value, style);
}

function moneyWords(_field: unknown, value: Json, { language, money }: WordStyle): string {
  return isMoney(value) ? formatMoney(value, language, money) : DASH;
}

/** “计划内 ¥83,700.00，超出 ¥2,300.00”. */
function budgetWords(_field: unknown, value: Json, style: WordStyle): string {
  if (!isDrawn(value)) return DASH;
  const said = (money: Money, { zh, en }: Bilingual): string => {
    const amount = moneyWords(null, { ...money }, style);
    return style.language === 'zh' ? `${zh} ${amount}` : `${amount} ${en}`;
  };
  if (value.line === null) return NO_LINE[style.language];
  const [within, beyond] = [said(value.covered, IN_PLAN), said(value.over, OVER_PLAN)];
  if (value.inPlan) return within;
  if (BigInt(value.covered.minor) <= 0n) return beyond;
  return style.language === 'zh' ? `${within}，${beyond}` : `${within}, ${beyond}`;
}

/** A number without exponent and without digits behind the last asked decimal. */
function decimalText(value: number, decimals: number): string {
  return withoutIdleZeros(value.toFixed(decimals));
}

/** “4.5 天”, “1 day”. */
export function daysText(value: Json, language: Language): string {
  return language === 'zh' ? `${String(value)} 天` : counted(value, 'day');
}

function filesText(files: Json[], language: Language): string {
  const [first] = files;
  if (files.length === 1 && isRecord(first ?? null)) return String((first as Record<string, Json>).name);
  return language === 'zh' ? `${files.length} 个文件` : files.length === 1 ? '1 file' : `${files.length} files`;
}

function rowsText(count: number, language: Language): string {
  if (language === 'zh') return `${count} 行`;
  return count === 1 ? '1 line' : `${count} lines`;
}
