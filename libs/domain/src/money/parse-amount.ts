import { currencyDecimals, fromMinor, type DecimalProblem } from './money';
import { withoutEnd } from '../text/without-end';
import { ownValue } from '../text/own-value';

/** What a person meant by an amount: a canonical decimal for the wire, or why it cannot be read. */
export type ParsedAmount = { ok: true; decimal: string } | { ok: false; problem: DecimalProblem };

/** Nobody writes an amount with more signs than these; what is longer is not looked at. */
const LONGEST_AMOUNT = 60;

/** Magnitudes by the powers of ten that they stand for. */
const MAGNITUDES: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  k: 3,
  万: 4,
  萬: 4,
  w: 4,
  m: 6,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
};

/**
 * Reads an amount as people type or paste it: `12,300.5`, `1.2万`, `３００元`, `¥ 1 200`, `12k`, `(300)` of an accountant, `1.234,56` of a European.
 * Pure, exact (no floats). What may be read in two ways is asked again instead of guessed: `1,23`, `1.234`, `12,5`.
 */
export function parseAmount(text: string, currency: string): ParsedAmount {
  const written = text.trim();
  if (written.length > LONGEST_AMOUNT) return { ok: false, problem: 'not-decimal' };
  const { sign, digits } = unsigned(plain(written, currency));
  const match = /^(\d[\d,]*|(?=\.\d))(?:\.(\d*))?(百万|千万|[百千万萬亿億kmw])?$/.exec(withPoint(digits).replace(/[\s_'’]/g, ''));
  if (!match) return { ok: false, problem: 'not-decimal' };
  const [, grouped = '', fraction = '', magnitude = ''] = match;
  if (grouped.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(grouped)) return { ok: false, problem: 'not-decimal' };
  return scaled({ sign, integer: grouped.replaceAll(',', ''), fraction, power: ownValue(MAGNITUDES, magnitude) ?? 0, currency });
}

/** One sign in front, or the brackets with which accountants write what is owed. */
function unsigned(text: string): { sign: 1n | -1n; digits: string } {
  const owed = /^\((.+)\)$/.exec(text)?.[1];
  if (owed !== undefined) return { sign: -1n, digits: owed };
  const isSigned = text.startsWith('-') || text.startsWith('+');
  return { sign: text.startsWith('-') ? -1n : 1n, digits: isSigned ? text.slice(1).trim() : text };
}

/** Thousands in points or blanks with cents behind a comma, and millions in points: nobody else writes like that, so they are turned round. */
function withPoint(digits: string): string {
  const european = /^\d{1,3}(?:[.\s'’]\d{3})+,\d{1,2}$/.test(digits);
  if (european) return digits.replace(/[.\s'’]/g, '').replace(',', '.');
  return /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits) ? digits.replaceAll('.', '') : digits;
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
  const digits = withoutEnd(fraction, '0');
  if (digits.length > shift) return { ok: false, problem: 'too-many-decimals' };
  const minor = BigInt(integer + digits + '0'.repeat(shift - digits.length) || '0');
  if (minor.toString().length > 15 + currencyDecimals(currency)) return { ok: false, problem: 'too-large' };
  return { ok: true, decimal: fromMinor(sign * minor, currency) };
}

const YUAN = '(?:元|圆|块)(?:整|正|钱)?';

/** How people write each currency besides its code, before or behind the figures. Another one's sign is no amount of this one. */
const SIGNS: Readonly<Record<string, string>> = {
  CNY: `¥|rmb|人民币|${YUAN}`,
  JPY: '¥|円|日元',
  USD: 'us\\$|\\$|美元',
  HKD: `hk\\$|\\$|港元|港币|${YUAN}`,
  TWD: `nt\\$|\\$|新台币|${YUAN}`,
  MOP: 'mop\\$|\\$|澳门元',
  SGD: 's\\$|\\$|新加坡元',
  EUR: '€|欧元',
  GBP: '£|英镑',
  KRW: '₩|韩元',
};

/** Half-width, without the currency's own signs, and without what nobody sees; a minus is a minus however long. */
function plain(text: string, currency: string): string {
  const narrow = [...text].map(halfWidth).join('').toLowerCase();
  const sign = [currency.toLowerCase(), ...(ownValue(SIGNS, currency) === undefined ? [] : [ownValue(SIGNS, currency)])].join('|');
  return narrow
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/[−‐-―]/g, '-')
    .trim()
    .replace(new RegExp(`^([(+-]?)\\s*(?:(?:${sign})\\s*)+`), '$1')
    .replace(new RegExp(`\\s*(?:${sign})(?=\\)?$)`), '')
    .trim();
}

function halfWidth(character: string): string {
  if (character === '。') return '.';
  if (character === '、' || character === '，') return ',';
  if (character === '￥') return '¥';
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character;
}
