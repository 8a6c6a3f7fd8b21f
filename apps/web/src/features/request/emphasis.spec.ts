import { emphasise } from './emphasis';

describe('emphasise', () => {
  it('sets who and how much apart, in the order of the sentence', () => {
    expect(emphasise('李娜为徐汇店申请报销 ¥12,300.00，请您决定', ['¥12,300.00', '李娜'])).toEqual([
      { text: '李娜', strong: true },
      { text: '为徐汇店申请报销 ', strong: false },
      { text: '¥12,300.00', strong: true },
      { text: '，请您决定', strong: false },
    ]);
  });
  it('leaves a sentence alone that names neither', () => {
    expect(emphasise('Something is asked', ['Li Na'])).toEqual([{ text: 'Something is asked', strong: false }]);
  });
  it('never loses or doubles a letter when words overlap', () => {
    const pieces = emphasise('Li Na asks for Li Na', ['Li Na', 'Na asks']);
    expect(pieces.map((piece) => piece.text).join('')).toBe('Li Na asks for Li Na');
  });
});
