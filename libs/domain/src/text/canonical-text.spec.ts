import { canonicalText, identifierText, isSameText, isUnseen, oddLetter } from './canonical-text';
import { withoutTurns } from './storable-text';

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
    ['INV-7753BO1\u0323', 'INV-7753BO1'],
    ['I\u0332NV\u0336-7', 'INV-7'],
    ['Đơn 12', 'đon12'],
  ])('as an identifier %s is %s', (left, right) => {
    expect(identifierText(left)).toBe(identifierText(right));
  });

  it.each([
    ['12', '123'],
    ['A1', 'B1'],
    ['沪1', '京1'],
    ['—', '#'],
    ['हिन्दी', 'हनद'],
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
    const unseen = [
      ' \t\u3000',
      '\u200b\u2060',
      '\u3164',
      '',
      '\u0301',
      '\u200b\u0323',
      '\ufffc',
      '\ue000',
      '\u{1d159}',
      '\u2800',
      '\u{e0041}',
    ];
    expect(unseen.filter((text) => !isUnseen(text))).toEqual([]);
    expect([' x ', '。', '👍', '❤️', '५', '①', 'ก'].filter(isUnseen)).toEqual([]);
  });
});

describe('letters that are taken for others', () => {
  it.each([
    ['Cyrillic palochka', 'ӀNV-7753BO1', 'ӏ'],
    ['Coptic', 'INV-7753BⲞ1', 'ⲟ'],
    ['Armenian beside Latin', 'INV-7753BՕ1', 'օ'],
    ['Lisu', 'ꓲNV-7753BO1', 'ꓲ'],
    ['Cherokee', 'INV-7753BᎾ1', 'ꮎ'],
    ['Cherokee alone', 'ᏴᎪ12', 'ᏼ'],
    ['a small capital', 'ɪNV-7753BO1', 'ɪ'],
    ['Deseret', 'INV-7753B𐐄1', '𐐬'],
    ['a click', 'ǀNV-1', 'ǀ'],
  ])('%s: %s', (_, text, letter) => {
    expect(oddLetter(text)).toBe(letter);
  });

  it.each([
    'INV-7753BO1',
    '发票-ABC-12',
    '沪A12345',
    'アABC',
    'ﾃｽﾄ1',
    '한국-A1',
    'हिन्दी१२',
    'Straße12',
    'łódź-1',
    'Đơn-12',
    'ＩＮＶ１',
    '№ 7',
    '①②',
    '—',
    '',
    'ВО-12',
    'Ж-7',
    'ΑΒ-12',
    'ใบ-3',
    'INV-٧',
  ])('none in %s', (text) => {
    expect(oddLetter(text)).toBeNull();
  });
});

describe('the direction of reading', () => {
  it('is turned by nothing that people write; marks of one letter stay', () => {
    expect(withoutTurns('paper\u202e 10\u2066x\u2069\u202c')).toBe('paper 10x');
    expect(withoutTurns('\u200fשלום\u061c')).toBe('\u200fשלום\u061c');
  });
});
