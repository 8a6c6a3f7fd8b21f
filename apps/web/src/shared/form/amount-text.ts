import { formatMoney, groupThousands, parseAmount, type Json } from '@countersign/domain';

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

/** Reads a number: `12,300.5`, `1.2万`, full-width digits. A text that is none stays a text, which the form's check refuses in words. */
export function numberFromText(text: string): number | string | null {
  if (text.trim() === '') return null;
  const withThousands = parseAmount(text, 'KWD');
  const number = withThousands.ok ? Number(withThousands.decimal) : Number(text.normalize('NFKC').replaceAll(',', ''));
  return Number.isFinite(number) ? number : text.trim();
}

export function textFromNumber(value: Json | undefined): string {
  if (typeof value === 'number') return groupThousands(String(value));
  return typeof value === 'string' ? value : '';
}

/** The sign that stands before the digits in the field: `¥`, `US$`; an ISO code where there is none. */
export function currencySign(currency: string): string {
  return formatMoney({ minor: '0', currency }, 'en').replace(/[\d.,\s]/g, '');
}

/** A typed amount that may be read in two ways (`1.234`, `12,5`), where that is what is wrong at a place; null elsewhere. Pure. */
export function amountDoubt(form: { [field: string]: Json }, { field, code }: { field: string; code: string }): string | null {
  if (code !== 'not-decimal' && code !== 'too-many-decimals') return null;
  const value = field.split('.').reduce<Json | undefined>((at, key) => (isHolder(at) ? at[key] : undefined), form);
  const text = isHolder(value) && typeof value.amount === 'string' ? value.amount : '';
  return /^[^.,]*\d{1,3}[.,]\d{1,3}(?!\d)[^.,]*$/.test(text) ? text : null;
}

const isHolder = (value: Json | undefined): value is { [key: string]: Json } => typeof value === 'object' && value !== null;
