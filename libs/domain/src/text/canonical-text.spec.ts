import { canonicalText, identifierText, isSameText, isUnseen } from './canonical-text';

describe('one thing, spelt in two ways', () => {
  it.each([
    ['FP-001a', 'ＦＰ－００１Ａ'],
    ['FP-001a', ' fp‑001A '],
    ['FP-001', 'FP\u2212001'],
    ['FP-001', 'FP—001'],
    ['FP001', 'FP\u200b001'],
    ['FP001', 'F\u00adP\u2060001\ufeff'],
    ['FP 001', 'FP\u3000001'],
    ['ﬁle', 'FILE'],
    ['Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['é', 'e\u0301'],
    ['BX-2026-0007', 'ＢＸ－２０２６－０００７'],
    ['ｱﾝﾅ', 'アンナ'],
    ['㊙', '秘'],
    ['INV-7753', '\u0406\u039dV-7753'.toLowerCase()],
    ['li-na', 'li-n\u0430'],
    ['FP-0123456789', 'FP-٠١٢٣٤٥٦٧٨٩'],
    ['7', '७'],
    ['7', '၇'],
  ])('%s is %s', (left, right) => {
    expect(canonicalText(left)).toBe(canonicalText(right));
    expect(isSameText(left, right)).toBe(true);
  });

  it.each([
    ['FP-001', 'FP-002'],
    ['FP-001', 'FP001'],
    ['张伟', '张玮'],
    ['', ''],
    ['\u200b', ' '],
  ])('“%s” is not “%s”', (left, right) => {
    expect(isSameText(left, right)).toBe(false);
  });

  it.each([
    ['INV-77/53.BB', 'inv7753bb'],
    ['#INV7753BB', 'ＩＮＶ－７７５３－ＢＢ'],
    ['No. 12', 'no12'],
    ['INV7753BB.', '(INV7753BB)'],
    ['发票 № 8', '发票no8'],
    ['\u0406\u039dV·7', 'INV7'],
  ])('as an identifier %s is %s', (left, right) => {
    expect(identifierText(left)).toBe(identifierText(right));
  });

  it.each([
    ['12', '123'],
    ['A1', 'B1'],
    ['沪1', '京1'],
    ['—', '#'],
  ])('as identifiers “%s” is not “%s”', (left, right) => {
    expect(identifierText(left)).not.toBe(identifierText(right));
    expect(identifierText(left)).not.toBe('');
  });

  it('is settled after once, for every character of the basic plane', () => {
    for (let code = 0; code < 0xffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const once = canonicalText(`a${String.fromCharCode(code)}b`);
      if (canonicalText(once) !== once) throw new Error(`U+${code.toString(16)}: ${once} → ${canonicalText(once)}`);
    }
  });

  it('tells a text of which nobody sees anything', () => {
    expect([' \t\u3000', '\u200b\u2060', '\u3164', ''].map(isUnseen)).toEqual([true, true, true, true]);
    expect(isUnseen(' x ')).toBe(false);
  });
});
