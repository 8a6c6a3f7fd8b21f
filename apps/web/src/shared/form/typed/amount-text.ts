import { formatMoney, groupThousands, ownValue, parseAmount, withoutEnd, type Bilingual, type Json } from '@countersign/domain';

/** Money as the wire carries it. A text that is no amount is carried as it was typed: the form's check words what is wrong with it. */
export interface WireMoney {
  [key: string]: Json;
  amount: string;
  currency: string;
}

/** Reads what was typed into a money field. Blank is no value. */
export function moneyFromText(text: string, currency: string): WireMoney | null {
  if (text.trim() === '') return null;
  const parsed = parseAmount(text, currency);
  return { amount: parsed.ok ? parsed.decimal : text.trim(), currency };
}

/** The amount of a wire value, grouped for reading; a text that is no amount stays as it is. */
export function textFromMoney(value: Json | undefined): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || typeof value.amount !== 'string') return '';
  return /^-?\d+(\.\d+)?$/.test(value.amount) ? groupThousands(value.amount) : value.amount;
}

/** Digits that a number holds exactly, whatever their decimals. */
const EXACT_DIGITS = 15;

/**
 * Reads a number: `12,300.5`, `1.2万`, full-width digits, also with the field's unit behind it (`8小时`). A text that is none, may be read in two ways
 * (`1,5`) or has more digits than a number holds stays a text, which the form's check refuses in words.
 */
export function numberFromText(text: string, unit?: Bilingual): number | string | null {
  if (text.trim() === '') return null;
  const bare = withoutUnit(text.normalize('NFKC').trim(), unit);
  const read = parseAmount(bare, 'KWD');
  const decimal = read.ok ? read.decimal : /^[+-]?\d+(?:\.\d+)?$/.exec(bare)?.[0];
  if (decimal === undefined || withoutEnd(withoutEnd(decimal, '0'), '.').replace(/\D/g, '').replace(/^0+/, '').length > EXACT_DIGITS)
    return text.trim();
  return Number(decimal);
}

function withoutUnit(text: string, unit: Bilingual | undefined): string {
  const word = unit && [unit.zh, unit.en].find((each) => text.toLowerCase().endsWith(each.toLowerCase()));
  return word ? text.slice(0, -word.length).trim() : text;
}

export function textFromNumber(value: Json | undefined): string {
  if (typeof value === 'number') return groupThousands(String(value));
  return typeof value === 'string' ? value : '';
}

/** The sign that stands before the digits in the field: `¥`, `US$`; an ISO code where there is none. */
export function currencySign(currency: string): string {
  return formatMoney({ minor: '0', currency }, 'en').replace(/[\d.,\s]/g, '');
}

/** A typed amount or number that may be read in two ways (`1.234`, `12,5`), where that is what is wrong at a place; null elsewhere. Pure. */
export function amountDoubt(form: { [field: string]: Json }, { field, code }: { field: string; code: string }): string | null {
  if (code !== 'not-decimal' && code !== 'too-many-decimals' && code !== 'wrong-type') return null;
  const text = typedAt(form, { field });
  // Nothing before the point but a nought: no thousands are written like that.
  return /^[^.,\d]*[1-9]\d{0,2}[.,]\d{1,3}(?!\d)[^.,]*$/.test(text) ? text : null;
}

/** What was typed at a place where it could not be read; `''` where that was no text. Pure. */
export function typedAt(form: { [field: string]: Json }, { field }: { field: string }): string {
  const value = field.split('.').reduce<Json | undefined>((at, key) => (isHolder(at) ? ownValue(at, key) : undefined), form);
  const typed = isHolder(value) ? value.amount : value;
  return typeof typed === 'string' ? typed : '';
}

const isHolder = (value: Json | undefined): value is { [key: string]: Json } => typeof value === 'object' && value !== null;
