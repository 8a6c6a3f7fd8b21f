import { canonicalText, isSameText, isUnseen } from './canonical-text';

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
