import { guardedFromFormulas, withoutFormulaGuard } from './formula-guard';

const SIGNS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
const TEXTS = [
  ...SIGNS.flatMap((sign) => [`${sign}1F`, ` ${sign}1F`, `'${sign}1F`, `''${sign}`, `' ${sign}x`]),
  ...['', "'", "''", "'t Hof", "Jing'an", '1-2', 'B1-207', "'1-2"],
];

describe('what a spreadsheet would take for a formula', () => {
  it.each(TEXTS.map((text) => [text]))('comes back as it was: %j', (text) => {
    expect(withoutFormulaGuard(guardedFromFormulas(text))).toBe(text);
  });

  it('never begins with a sign of one', () => {
    for (const text of TEXTS) expect(guardedFromFormulas(text)).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
  });

  it('is all that is changed', () => {
    for (const text of ['', "'t Hof", "Jing'an", '1-2', "'1-2"])
      expect([guardedFromFormulas(text), withoutFormulaGuard(text)]).toEqual([text, text]);
  });
});
