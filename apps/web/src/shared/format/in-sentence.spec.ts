import { inSentence } from './in-sentence';

describe('names of buttons in a sentence', () => {
  it('stand one beside the other, in English without their capitals', () => {
    expect(inSentence(['驳回', '退回修改'], 'zh')).toBe('驳回或退回修改');
    expect(inSentence(['Reject', 'Return'], 'en')).toBe('reject or return');
    expect([inSentence([], 'zh'), inSentence(['Return'], 'en')]).toEqual(['', 'return']);
  });
});
