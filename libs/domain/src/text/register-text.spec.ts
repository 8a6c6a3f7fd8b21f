import { identifierText } from './canonical-text';
import { registerText } from './register-text';

describe('an identifier as a register keeps it', () => {
  it.each(['FP-001a', 'ＦＰ－００１Ａ', '发票 № 8', '---', ''])('is what it counts as elsewhere: %p', (text) => {
    expect(registerText(text)).toBe(identifierText(text));
  });

  it('fits a key of the database, however far its signs unfold', () => {
    for (const sign of ['ﷺ', '㍿', '𝕏', '龘', 'a\u0301', '㌖'])
      expect(Buffer.byteLength(registerText(sign.repeat(500)))).toBeLessThan(1_000);
    expect(registerText('ﷺ'.repeat(150))).not.toBe(registerText('ﷺ'.repeat(151)));
    expect(registerText(`A-${'ﷺ'.repeat(150)}`)).toBe(registerText(`a ${'ﷺ'.repeat(150)}`));
  });

  it('is told of each sign of a text once, however many there are', () => {
    // What looks at the text again for every sign would look at sixteen times as much where there is four times as much of it.
    const looked = (signs: number): number => {
      let count = 0;
      const normalize = String.prototype.normalize;
      const spy = jest.spyOn(String.prototype, 'normalize').mockImplementation(function (this: string, form?: string) {
        count += this.length;
        return normalize.call(this, form);
      });
      registerText('ﷺ'.repeat(signs));
      spy.mockRestore();
      return count;
    };
    expect(looked(4_000)).toBeLessThan(looked(1_000) * 5);
    // Spelt out to its end, five hundred signs of eighteen letters were looked at as nine thousand, several times over.
    expect(looked(500)).toBeLessThan(2_000);
  });
});
