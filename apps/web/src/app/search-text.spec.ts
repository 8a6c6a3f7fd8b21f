import { inboxSearch } from '../features/inbox/filter/inbox-search';
import { knownSearch, searchOf, searchText } from './search-text';

describe('the search of an address', () => {
  it.each([
    ['?amountMin=10000', { amountMin: '10000' }],
    ['?resubmitted=true', { resubmitted: 'true' }],
    ['?q=20260147', { q: '20260147' }],
    ['?q=false&unit=1e5', { q: 'false', unit: '1e5' }],
    ['?q=%E5%BE%90%E6%B1%87%E5%BA%97', { q: '徐汇店' }],
    ['?q=007', { q: '007' }],
  ])('keeps %s as it was typed, and the inbox takes it', (text, words) => {
    expect(searchOf(text)).toEqual(words);
    expect(JSON.parse(JSON.stringify(inboxSearch(searchOf(text))))).toEqual(words);
  });
  it('is read without what the page does not know, or does not take', () => {
    const read = knownSearch(inboxSearch);
    expect(JSON.parse(JSON.stringify(read(searchOf('?foo=1&from=singlemessage&tab=mine&sort=sideways&q=a%00%ED%A0%80b'))))).toEqual({
      tab: 'mine',
      q: expect.stringMatching(/^a\ufffd*b$/) as string,
    });
    expect(read({ foo: '1' })).toHaveProperty('foo', undefined);
  });
  it('comes back as it went', () => {
    const search = { tab: 'mine', q: 'a&b=c 徐汇 +1', amountMin: '12300.50', open: undefined };
    expect(searchOf(searchText(search))).toEqual({ tab: 'mine', q: 'a&b=c 徐汇 +1', amountMin: '12300.50' });
    expect(searchText({ open: undefined })).toBe('');
  });
});
