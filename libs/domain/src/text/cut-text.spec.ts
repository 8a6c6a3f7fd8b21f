import { cutText, beginningOf } from './cut-text';

describe('a text that is cut', () => {
  it('stays as it is where it fits', () => {
    expect([cutText('长文', 2), beginningOf('长文', 2), cutText('', 1)]).toEqual(['长文', '长文', '']);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('ends with a sign of its own and never with half a character, at %i', (most) => {
    for (const text of ['😀😀😀😀😀', 'a😀😀😀😀', '𠮷野家 𠮷野家 𠮷']) {
      const [cut, head] = [cutText(text, most), beginningOf(text, most)];
      expect([cut.isWellFormed(), head.isWellFormed(), cut.length <= most, head.length <= most]).toEqual([true, true, true, true]);
      expect(cut.endsWith('…')).toBe(true);
    }
  });
});
