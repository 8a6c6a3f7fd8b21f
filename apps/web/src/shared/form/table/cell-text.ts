import { isSameText, parseAmount, type Column, type Json } from '@countersign/domain';
import { moneyFromText, numberFromText } from '../typed/amount-text';
import { parseDateText, towardOf } from '../typed/date-text';

/** The value that a pasted text stands for in a column; null where the column could not even show it. What cannot be read is kept as it came, for the form's check to word. */
export function valueFromText(column: Column, text: string, today: string): Json {
  if (text.trim() === '') return column.type === 'files' ? [] : null;
  if (column.type === 'money') return moneyFromText(text, column.currency);
  if (column.type === 'number') return numberFromText(text, column.unit);
  if (column.type === 'date') return parseDateText(text, today, towardOf(column)) ?? text.trim();
  if (column.type === 'choice') return optionFromText(column.options, text) ?? text.trim();
  if (column.type === 'yes-no') return yesNoFromText(column, text);
  return column.type === 'files' ? [] : text;
}

type Choice = Extract<Column, { type: 'choice' }>;
type YesNo = Extract<Column, { type: 'yes-no' }>;

function optionFromText(options: Choice['options'], text: string): string | null {
  const found = options.find(({ value, label }) => [value, label.zh, label.en].some((word) => isSameText(word, text)));
  return found?.value ?? null;
}

function yesNoFromText({ yes, no }: YesNo, text: string): boolean | null {
  const means = (words: (string | undefined)[]): boolean => words.some((word) => word !== undefined && isSameText(word, text));
  if (means([yes?.zh, yes?.en, '是', '有', 'yes', 'y', 'true', '1', '√', '✓'])) return true;
  return means([no?.zh, no?.en, '否', '无', 'no', 'n', 'false', '0', '×', '✗']) ? false : null;
}

/** Whether a text is a value of the column. */
export function isReadable(column: Column, text: string, today: string): boolean {
  if (text.trim() === '' || column.type === 'text') return true;
  if (column.type === 'money') return parseAmount(text, column.currency).ok;
  if (column.type === 'number') return typeof numberFromText(text, column.unit) === 'number';
  if (column.type === 'date') return parseDateText(text, today, towardOf(column)) !== null;
  if (column.type === 'choice') return optionFromText(column.options, text) !== null;
  return column.type === 'yes-no' ? yesNoFromText(column, text) !== null : false;
}
