import type { Money } from './money';

const DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿', '亿亿'];

/**
 * Writes a yuan amount in the capital figures that vouchers ask for: ¥12,300.00 → 人民币壹万贰仟叁佰元整. Pure.
 * Null for any other currency, which has no such form.
 */
export function amountInWords(money: Money): string | null {
  if (money.currency !== 'CNY') return null;
  const minor = BigInt(money.minor);
  const [absolute, sign] = minor < 0n ? [-minor, '负'] : [minor, ''];
  const yuan = absolute / 100n;
  return `人民币${sign}${yuan > 0n ? `${integerWords(yuan)}元` : ''}${centWords(Number(absolute % 100n), yuan > 0n)}`;
}

function centWords(cents: number, afterYuan: boolean): string {
  const [jiao, fen] = [Math.floor(cents / 10), cents % 10];
  if (cents === 0) return afterYuan ? '整' : '零元整';
  const jiaoWords = jiao > 0 ? `${DIGITS[jiao]}角` : afterYuan ? '零' : '';
  return jiaoWords + (fen > 0 ? `${DIGITS[fen]}分` : '整');
}

function integerWords(value: bigint): string {
  const digits = value.toString();
  const width = Math.ceil(digits.length / 4);
  const groups = digits.padStart(width * 4, '0').match(/\d{4}/g) ?? [];
  let words = '';
  for (const [index, group] of groups.entries()) {
    if (group === '0000') continue;
    // A gap of zeros before this group is read as one 零.
    if (words !== '' && (group.startsWith('0') || groups[index - 1] === '0000')) words += '零';
    words += groupWords(group) + (GROUPS[width - 1 - index] ?? '');
  }
  return words;
}

function groupWords(group: string): string {
  return [...group]
    .map((digit, index) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[3 - index]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}
