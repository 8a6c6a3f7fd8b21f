import { withoutEnd, withoutIdleZeros } from './without-end';

describe('a text without its end', () => {
  it.each([
    ['https://shop.example//', '/', 'https://shop.example'],
    ['1200', '0', '12'],
    ['000', '0', ''],
    ['', '0', ''],
    ['a', '', 'a'],
  ])('%s without %s', (text, end, rest) => {
    expect(withoutEnd(text, end)).toBe(rest);
  });

  it.each([
    ['12.50', '12.5'],
    ['12.00', '12'],
    ['1200', '1200'],
    ['0.010', '0.01'],
  ])('zeros that say nothing: %s', (decimal, rest) => {
    expect(withoutIdleZeros(decimal)).toBe(rest);
  });
});
