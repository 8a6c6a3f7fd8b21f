const figures = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/** Four digits as formal Chinese figures, with one 零 for any run of zeros inside. */
function groupWords(digits: string): string {
  let words = '';
  let gap = false;
  [...digits].forEach((digit, index) => {
    const value = Number(digit);
    if (value === 0) {
      gap = words !== '';
      return;
    }
    words += `${gap ? '零' : ''}${figures[value]}${places[digits.length - 1 - index]}`;
    gap = false;
  });
  return words;
}

function wholeWords(whole: string): string {
  const digits = whole.replace(/^0+/, '');
  if (digits === '') return '';
  const parts: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) parts.unshift(digits.slice(Math.max(0, end - 4), end));
  let words = '';
  let gap = false;
  parts.forEach((part, index) => {
    const spoken = groupWords(part);
    if (spoken === '') {
      gap = words !== '';
      return;
    }
    words += `${words !== '' && (gap || part.startsWith('0')) ? '零' : ''}${spoken}${groups[parts.length - 1 - index]}`;
    gap = false;
  });
  return words;
}

function centWords(cents: string, hasWhole: boolean): string {
  const [tenths = 0, hundredths = 0] = [...cents.padEnd(2, '0').slice(0, 2)].map(Number);
  if (tenths === 0 && hundredths === 0) return '整';
  const first = tenths > 0 ? `${figures[tenths]}角` : hasWhole ? '零' : '';
  return hundredths > 0 ? `${first}${figures[hundredths]}分` : `${first}整`;
}

/**
 * An amount of renminbi in the formal figures that Chinese vouchers demand: `12300.00` → 人民币壹万贰仟叁佰元整.
 * Takes a decimal string below ten quadrillion; null for what it cannot say. Pure.
 */
export function amountInWords(amount: { amount: string; currency: string }): string | null {
  const match = /^(-?)(\d{1,16})(?:\.(\d{1,2})0*)?$/.exec(amount.amount);
  if (amount.currency !== 'CNY' || !match) return null;
  const whole = wholeWords(match[2] ?? '0');
  const cents = match[3] ?? '';
  if (whole === '' && /^0*$/.test(cents)) return '人民币零元整';
  return `人民币${match[1] === '-' ? '负' : ''}${whole === '' ? '' : `${whole}元`}${centWords(cents, whole !== '')}`;
}
