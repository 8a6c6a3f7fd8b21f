import type { Field } from '../definition/fields/field.schema';
import type { RowDecision } from '../form/rows/decide-rows';
import { rowName } from '../form/form-changes';
import { toMinor, isMoney } from '../money/money';
import { formatMoney } from '../money/format-money';
import { ownValue } from '../text/own-value';
import type { Bilingual, Json } from '../text/bilingual';
import { DASH, inBoth, type Names } from './names';
import { wordValue } from './word-value';

type Table = Extract<Field, { type: 'table' }>;

/** What was decided about a row: its name, what it asked for, and what is left of it with the reason: 射灯 · ¥300 → ¥200（超出标准）. Pure. */
export function wordRowDecision(
  table: Table,
  row: Record<string, Json>,
  { row: index, reason, cut }: RowDecision,
  names: Names,
): { label: Bilingual; before: Bilingual; after: Bilingual } {
  const label = inBoth((language) => rowName(table, row) ?? (language === 'zh' ? `第 ${index + 1} 行` : `Line ${index + 1}`));
  const column = table.columns.find(({ type }) => type === 'money');
  const asked = column ? ownValue(row, column.key) : undefined;
  const before = inBoth((language) => (column && isMoney(asked) ? wordValue(column, asked, names, language) : DASH));
  if (cut === undefined) return { label, before, after: { zh: `不同意：${reason}`, en: `refused: ${reason}` } };
  const minor = toMinor(cut.amount, cut.currency);
  const left = (language: 'zh' | 'en'): string =>
    typeof minor === 'bigint' ? formatMoney({ minor: minor.toString(), currency: cut.currency }, language) : cut.amount;
  return { label, before, after: { zh: `${left('zh')}（${reason}）`, en: `${left('en')} (${reason})` } };
}
