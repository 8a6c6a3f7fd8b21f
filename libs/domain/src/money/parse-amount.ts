import { currencyDecimals, fromMinor, type DecimalProblem } from './money';

/** What a person meant by an amount: a canonical decimal for the wire, or why it cannot be read. */
export type ParsedAmount = { ok: true; decimal: string } | { ok: false; problem: DecimalProblem };

/** Magnitudes by the powers of ten that they stand for. */
const MAGNITUDES: Readonly<Record<string, number>> = { 千: 3, k: 3, 万: 4, 萬: 4, m: 6, 百万: 6, 千万: 7, 亿: 8, 億: 8 };

/**
 * Reads an amount as people type or paste it: `12,300.5`, `1.2万`, `３００元`, `¥ 1 200`, `12k`. Pure, exact (no floats).
 * Thousands must stand in threes, so that `1,23` is asked again instead of guessed.
 */
export function parseAmount(text: string, currency: string): ParsedAmount {
  const match = /^(-?)(\d[\d,]*|(?=\.\d))(?:\.(\d*))?(百万|千万|[千万萬亿億km])?$/.exec(plain(text, currency));
  if (!match) return { ok: false, problem: 'not-decimal' };
  const [, sign, grouped = '', fraction = '', magnitude = ''] = match;
  if (grouped.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(grouped)) return { ok: false, problem: 'not-decimal' };
  return scaled({
    sign: sign === '-' ? -1n : 1n,
    integer: grouped.replaceAll(',', ''),
    fraction,
    power: MAGNITUDES[magnitude] ?? 0,
    currency,
  });
}

interface Digits {
  sign: 1n | -1n;
  integer: string;
  fraction: string;
  power: number;
  currency: string;
}

function scaled({ sign, integer, fraction, power, currency }: Digits): ParsedAmount {
  const shift = power + currencyDecimals(currency);
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > shift) return { ok: false, problem: 'too-many-decimals' };
  const minor = BigInt(integer + digits + '0'.repeat(shift - digits.length) || '0');
  if (minor.toString().length > 15 + currencyDecimals(currency)) return { ok: false, problem: 'too-large' };
  return { ok: true, decimal: fromMinor(sign * minor, currency) };
}

/** Half-width, without blanks, currency signs and 元. */
function plain(text: string, currency: string): string {
  const narrow = [...text].map(halfWidth).join('').toLowerCase();
  return narrow
    .replace(/[\s_']/g, '')
    .replaceAll('−', '-')
    .replace(new RegExp(`^(-?)(?:${currency.toLowerCase()}|rmb|人民币|us\\$|[¥$€£])`), '$1')
    .replace(new RegExp(`(?:${currency.toLowerCase()}|rmb|元|圆)$`), '');
}

function halfWidth(character: string): string {
  if (character === '。') return '.';
  if (character === '、' || character === '，') return ',';
  if (character === '￥') return '¥';
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character;
}
