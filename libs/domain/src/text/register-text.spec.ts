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

  it('is told quickly of as many as a form may hold', () => {
    const texts = Array.from({ length: 1_000 }, (_, k) => `${k}${'ﷺ'.repeat(150)}`);
    // The best of several, with room for a busy machine: what grows with the square of the signs would take a minute.
    const costs = Array.from({ length: 5 }, () => {
      const begun = process.cpuUsage();
      texts.forEach(registerText);
      return process.cpuUsage(begun).user / 1_000;
    });
    expect(Math.min(...costs)).toBeLessThan(2_000);
  });
});
